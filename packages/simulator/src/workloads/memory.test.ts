/** Which container is killed for its memory, and when. */
import { expect, test } from "vitest";
import { type MemoryUser, nextOutOfMemory } from "./memory.ts";

const user = (name: string, use: MemoryUser["use"], more: Partial<MemoryUser> = {}): MemoryUser => ({
  name,
  startedAtMs: 0,
  use,
  limitMiB: undefined,
  ...more,
});
const leak = { atStartMiB: 112, growsMiBPerSecond: 20 };
const job = { atStartMiB: 100, growsMiBPerSecond: 25, peakMiB: 700 };

test("a leak is killed when it has filled the task", () => {
  expect(nextOutOfMemory([user("leak", leak)], 512, 0)).toEqual({
    name: "leak",
    atMs: 20_000,
    limit: "task",
    limitMiB: 512,
  });
});

test("a hard limit comes first, wherever the task ends", () => {
  expect(nextOutOfMemory([user("leak", leak, { limitMiB: 192 })], 512, 0)).toEqual({
    name: "leak",
    atMs: 4_000,
    limit: "container",
    limitMiB: 192,
  });
});

test("a container that stops growing lives when it fits, to the last MiB", () => {
  expect(nextOutOfMemory([user("job", job, { limitMiB: 700 })], 700, 0)).toBeUndefined();
  expect(nextOutOfMemory([user("job", job, { limitMiB: 699 })], 700, 0)?.limit).toBe("container");
  expect(nextOutOfMemory([user("job", job)], 699, 0)?.limit).toBe("task");
  expect(nextOutOfMemory([user("job", job)], 1024, 0)).toBeUndefined();
});

test("together they fill the task, and the larger one is killed, not the one that leaks", () => {
  // 212 MiB at the start and 45 MiB a second: 1024 MiB after 18.04 s, when the job has 551 and the leak 473.
  expect(nextOutOfMemory([user("job", job), user("leak", leak)], 1024, 0)).toEqual({
    name: "job",
    atMs: 18_045,
    limit: "task",
    limitMiB: 1024,
  });
});

test("a container that has stopped growing still counts", () => {
  // From 24 s on the job stays at 700 MiB, so the leak has 1348 MiB left of 2048: it would get there after 61.8 s.
  const oom = nextOutOfMemory([user("job", job), user("leak", leak)], 2048, 0);
  expect(oom).toMatchObject({ name: "leak", atMs: 61_800 });
});

test("counts from the start of each process and never before now", () => {
  const later = user("leak", leak, { startedAtMs: 10_000 });
  expect(nextOutOfMemory([later], 512, 10_000)?.atMs).toBe(30_000);
  expect(nextOutOfMemory([user("big", { atStartMiB: 600 })], 512, 5_000)?.atMs).toBe(5_000);
  expect(nextOutOfMemory([user("big", { atStartMiB: 600 }, { limitMiB: 100 })], 1024, 5_000)?.atMs).toBe(5_000);
});

test("nothing happens to containers whose use is steady and fits", () => {
  expect(nextOutOfMemory([user("a", { atStartMiB: 256 }), user("b", { atStartMiB: 256 })], 512, 0)).toBeUndefined();
  expect(nextOutOfMemory([], 512, 0)).toBeUndefined();
});

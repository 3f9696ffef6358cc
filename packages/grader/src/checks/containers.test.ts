/** Conditions about the containers of a task, over journals made by hand. */
import { describe, expect, test } from "vitest";
import { HandMadeJournal } from "../testing/hand-made.ts";
import { told } from "../testing/told.ts";
import { type ContainerMoment, containersInOrder } from "./containers.ts";

const ID = "0123456789abcdef";
const running = (name: string) => ({ name, lastStatus: "RUNNING", startedAtMs: 1 }) as const;
const stopped = (name: string, exitCode: number, reason?: string) =>
  ({ name, lastStatus: "STOPPED", phase: "STOPPED", startedAtMs: 1, exitCode, reason }) as const;

const moments: readonly ContainerMoment[] = [
  { container: "migrate", is: "stopped", exitCode: 0 },
  { container: "cache", is: "healthy" },
  { container: "web", is: "started" },
];
const migrated = () =>
  new HandMadeJournal()
    .task(0, ID, { lastStatus: "PENDING" })
    .container(ID, running("migrate"), 10_000)
    .container(ID, running("cache"), 11_000)
    .container(ID, stopped("migrate", 0), 20_000);

describe("containers in order", () => {
  test("pass when one task shows every moment after the one before it", () => {
    const view = migrated()
      .container(ID, { ...running("cache"), healthStatus: "HEALTHY" }, 25_000)
      .container(ID, running("web"), 26_000)
      .container(ID, stopped("web", 0), 90_000)
      .view();
    expect(told(containersInOrder({ moments })(view))).toMatchObject({
      passed: true,
      evidence: [3, 4, 5],
      observed: {
        en: "Task 01234567, counted from its creation: migrate stopped with exit code 0 (+20 s), cache was HEALTHY (+25 s), web started (+26 s).",
      },
    });
  });

  test("fail when one came too early, although all of them happened", () => {
    const view = migrated()
      .container(ID, running("web"), 21_000)
      .container(ID, { ...running("cache"), healthStatus: "HEALTHY" }, 25_000)
      .view();
    const verdict = containersInOrder({ moments })(view);
    expect(verdict.passed).toBe(false);
    expect(verdict.observed("en")).toContain(
      "Not seen after: migrate stopped with exit code 0 (+20 s), cache was HEALTHY",
    );
    expect(verdict.observed("vi")).toContain("Chưa thấy sau: migrate dừng với exit code 0");
  });

  test("a moment is the change, not the state: what was so before does not count again", () => {
    const view = migrated()
      .container(ID, { ...running("cache"), healthStatus: "HEALTHY" }, 25_000)
      .container(ID, running("web"), 26_000)
      .container(ID, { ...running("cache"), healthStatus: "HEALTHY", failedProbes: 0 }, 27_000)
      .view();
    const after = [{ container: "web", is: "started" } as const, { container: "cache", is: "healthy" } as const];
    expect(containersInOrder({ moments: after })(view).passed).toBe(false);
  });

  test("health has two sides", () => {
    const view = migrated()
      .container(ID, { ...running("cache"), healthStatus: "UNHEALTHY" }, 25_000)
      .view();
    const passes = (is: "healthy" | "unhealthy") => containersInOrder({ moments: [{ container: "cache", is }] })(view);
    expect([passes("healthy").passed, passes("unhealthy").passed]).toEqual([false, true]);
  });

  test("a stop is judged by its exit code and its reason", () => {
    const journal = new HandMadeJournal().task(0, ID, {}).container(ID, stopped("agent", 137));
    const view = journal.tells("CONTAINER_EXITED", "exit.out-of-memory").view();
    const stop = { container: "agent", is: "stopped" } as const;
    expect(containersInOrder({ moments: [{ ...stop, exitCode: 137, why: "exit.out-of-memory" }] })(view).passed).toBe(
      true,
    );
    expect(containersInOrder({ moments: [{ ...stop, exitCode: 1 }] })(view).passed).toBe(false);
    expect(containersInOrder({ moments: [{ ...stop, why: "pull.not-found" }] })(view).passed).toBe(false);
  });

  test("a restart is a count that rises", () => {
    const journal = new HandMadeJournal().task(0, ID, {}).container(ID, running("web"));
    const restarted = containersInOrder({ moments: [{ container: "web", is: "restarted" }] });
    expect(restarted(journal.view()).observed("en")).toBe("Task 01234567: web RUNNING. Not seen: web restarted.");
    expect(restarted(journal.container(ID, { ...running("web"), restartCount: 1 }).view()).passed).toBe(true);
  });

  test("fails without tasks, and never mixes two tasks", () => {
    expect(containersInOrder({ moments })(new HandMadeJournal().view()).observed("en")).toBe("There is no task yet.");
    const other = "fedcba9876543210";
    const view = migrated()
      .task(0, other, {})
      .container(other, { ...running("cache"), healthStatus: "HEALTHY" })
      .container(other, running("web"))
      .view();
    expect(containersInOrder({ moments })(view).passed).toBe(false);
  });
});

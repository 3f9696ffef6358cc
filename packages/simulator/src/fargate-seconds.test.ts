/**
 * How long the parts of a Fargate task's life take, over sixty seeds: each within the spread of what was recorded in
 * September 2026 (checked 2026-11-29), in seconds.
 */
import { describe, expect, test } from "vitest";
import type { Session } from "./session.ts";
import { app, begin, containerOf, LOGS, script, stopRunning, taskOf, until } from "./testing/fargate-life.ts";

/** What lies between two moments of one seed's task. */
type Span = readonly [from: number | undefined, to: number | undefined];

const lengths = ([from = Number.NaN, to = Number.NaN]: Span) => (to - from) / 1000;
const seeds = <Value>(of: (seed: number) => Value): Value[] => Array.from({ length: 60 }, (_, seed) => of(seed));

/** Every span lies within what was recorded, and the middle one within what was usual. */
function expectWithin(spans: readonly Span[], [low, high]: Pair, [usualLow, usualHigh]: Pair = [low, high]): void {
  const sorted = spans.map(lengths).sort((a, b) => a - b);
  const [least = Number.NaN, most = Number.NaN] = [sorted[0], sorted.at(-1)];
  expect(least).toBeGreaterThanOrEqual(low);
  expect(most).toBeLessThanOrEqual(high);
  const middle = sorted[sorted.length / 2] ?? Number.NaN;
  expect(middle).toBeGreaterThanOrEqual(usualLow);
  expect(middle).toBeLessThanOrEqual(usualHigh);
}
type Pair = readonly [number, number];

/** When the first, or last, record of a kind was written. */
const at = (session: Session, kind: string, last = false) => {
  const { records } = session.journal;
  return (last ? records.findLast((each) => each.kind === kind) : records.find((each) => each.kind === kind))?.atMs;
};

describe("a start", () => {
  const started = seeds((seed) => {
    const session = begin(seed, [app()]);
    return { session, task: until(session, ({ lastStatus }) => lastStatus === "RUNNING") };
  });

  test("the agent connects after 3.7 to 5.1 s, in one task 7.3", () => {
    expectWithin(
      started.map(({ task }) => [0, task.connectivityAtMs]),
      [3.7, 7.3],
      [3.7, 5.1],
    );
  });

  test("PENDING comes after 8.6 to 11.4 s, in one task 16.4", () => {
    expectWithin(
      started.map(({ session }) => [0, at(session, "ENI_ATTACHED")]),
      [8.6, 16.4],
      [8.7, 11.2],
    );
  });

  test("the pull begins 1.4 to 2.4 s later: 9.3 to 12.6 s after creation, at most 18.8", () => {
    const pulls = ({ session, task }: (typeof started)[number]): Span => [
      at(session, "ENI_ATTACHED"),
      task.pullStartedAtMs,
    ];
    expectWithin(started.map(pulls), [1.4, 2.4]);
    expectWithin(
      started.map(({ task }) => [0, task.pullStartedAtMs]),
      [9.3, 18.8],
      [9.3, 12.6],
    );
  });

  test("the pull takes 6.9 to 10.2 s in most tasks, and now and then twice as long and more", () => {
    const pulls = started.map(({ task }): Span => [task.pullStartedAtMs, task.pullStoppedAtMs]);
    expectWithin(pulls, [5.5, 38.8], [6.9, 10.2]);
    expect(Math.max(...pulls.map(lengths))).toBeGreaterThan(15);
  });

  test("the container runs 0.04 to 0.7 s after the pull", () => {
    expectWithin(
      started.map(({ task }) => [task.pullStoppedAtMs, task.startedAtMs]),
      [0.04, 0.7],
    );
  });

  test("RUNNING comes about 20 s after creation, and not after more than 50", () => {
    expectWithin(
      started.map(({ task }) => [0, task.startedAtMs]),
      [15, 50],
      [18, 24],
    );
  });
});

describe("an end", () => {
  const stopped = seeds((seed) => stopRunning(seed));
  const exited = seeds((seed) => {
    const session = begin(seed, [script("app", "exit 3")]);
    session.stepUntilQuiet();
    return session;
  });

  test("ECS hears of an exit 10.03 to 10.06 s later", () => {
    expectWithin(
      exited.map(taskOf).map((task) => [task.executionStoppedAtMs, task.stoppingAtMs]),
      [10.03, 10.06],
    );
    expectWithin(
      stopped.map((each) => [taskOf(each).executionStoppedAtMs, at(each, "CONTAINERS_STOPPED")]),
      [10.03, 10.06],
    );
  });

  test("SIGTERM comes 0.4 to 0.9 s after stoppingAt, the exit of a program that heeds it 1.4 to 2.0 s after it", () => {
    expectWithin(
      stopped.map((each) => [taskOf(each).stoppingAtMs, at(each, "SIGTERM_SENT")]),
      [0.4, 0.9],
    );
    expectWithin(
      stopped.map((each) => [taskOf(each).stoppingAtMs, taskOf(each).executionStoppedAtMs]),
      [1.4, 2.1],
    );
  });

  test("DEPROVISIONING lasts 13.1 to 13.9 s, in one of eight tasks 23.6", () => {
    expectWithin(
      stopped.map((each) => [at(each, "CONTAINERS_STOPPED"), taskOf(each).stoppedAtMs]),
      [13.1, 23.8],
      [13.1, 13.9],
    );
  });

  test("from the end of the execution to STOPPED: 23.1 to 24.4 s, now and then one round more", () => {
    const ends = stopped.map(taskOf).map((task): Span => [task.executionStoppedAtMs, task.stoppedAtMs]);
    expectWithin(ends, [23.1, 34.6], [23.1, 24.4]);
    expect(Math.max(...ends.map(lengths))).toBeGreaterThan(33);
  });

  test("a task that is stopped in PROVISIONING leaves it about 7.6 s later", () => {
    const left = seeds((seed): Span => {
      const session = begin(seed, [app()]);
      session.advance({ untilMs: 1_000 });
      session.call("ecs", "StopTask", { task: taskOf(session).taskArn });
      return [1_000, until(session, ({ lastStatus }) => lastStatus === "DEPROVISIONING").stoppedAtMs];
    });
    expectWithin(left, [7, 8.2]);
  });
});

describe("containers that others depend on", () => {
  const STARTED = [{ containerName: "app", condition: "START" }];

  test("get their signal in the next round after the dependent's, 11.1 s later in the one that was seen", () => {
    const signals = seeds((seed): Span => {
      const session = stopRunning(seed, [
        app(),
        { name: "job", image: "quayside/cache:1", essential: false, dependsOn: STARTED },
      ]);
      return [at(session, "SIGTERM_SENT"), at(session, "SIGTERM_SENT", true)];
    });
    expectWithin(signals, [10.4, 11.2]);
  });

  test("wait for it also when the dependents have stopped long ago: SIGKILL about 21.3 s after StopTask, with 10 s of grace", () => {
    const kills = seeds((seed): Span => {
      const stubborn = { name: "app", image: "quayside/stubborn:1", stopTimeout: 10 };
      const job = script("job", "sleep 1", { essential: false, dependsOn: STARTED });
      const session = begin(seed, [stubborn, job]);
      session.advance({ untilMs: 120_000 });
      session.call("ecs", "StopTask", { task: taskOf(session).taskArn });
      session.stepUntilQuiet();
      expect(containerOf(session, "app").exitCode).toBe(137);
      return [120_000, taskOf(session).executionStoppedAtMs];
    });
    expectWithin(kills, [20.8, 22.1]);
  });
});

test("a log that cannot be opened fails 6 to 25 ms after the pull would begin, and ECS hears of it ten seconds later", () => {
  const failed = seeds((seed) => {
    const session = begin(seed, [app({ logConfiguration: LOGS })]);
    session.stepUntilQuiet();
    return session;
  });
  expectWithin(
    failed.map(taskOf).map((task) => [task.pullStartedAtMs, task.pullStoppedAtMs]),
    [0.006, 0.025],
  );
  expectWithin(
    failed.map(taskOf).map((task) => [0, task.executionStoppedAtMs]),
    [9.4, 18.9],
    [9.4, 14.4],
  );
  expectWithin(
    failed.map((each) => [taskOf(each).executionStoppedAtMs, at(each, "CONTAINERS_STOPPED")]),
    [10.03, 10.06],
  );
});

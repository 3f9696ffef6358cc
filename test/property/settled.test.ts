/**
 * Waiting until a cloud is settled always ends, whatever runs in it: containers that their policy starts again for ever,
 * health checks that pass, fail or turn, programs that look around for ever, tasks that never start.
 */
import {
  type Advanced,
  type AgendaEntry,
  type AwaitedCondition,
  DEFAULT_SUBNETS,
  type Repeating,
  type Scenario,
  Session,
  type Wait,
} from "@quayside/simulator";
import fc from "fast-check";
import { expect, test } from "vitest";

/** Few runs for every change; `npm run soak` asks for thousands. */
const RUNS = { numRuns: Number(process.env.QUAYSIDE_RUNS ?? 60) };
const DAY_MS = 24 * 3_600_000;
/** Far below the bound of 250,000: no world of these tests has anything to do for so long. */
const FEW_STEPS = 20_000;
const TWICE = { enabled: true, restartAttemptPeriod: 60 };

/** Containers by the way in which they never come to rest, or do. */
const CONTAINERS: Readonly<Record<string, object>> = {
  crashing: { command: ["sh", "-c", "sleep 61; exit 1"], restartPolicy: TWICE },
  ending: { command: ["sh", "-c", "sleep 90"], restartPolicy: { ...TWICE, ignoredExitCodes: [0] } },
  short: { command: ["sh", "-c", "sleep 20; exit 1"], restartPolicy: TWICE },
  watching: { command: ["sh", "-c", "while true; do sleep 5; cat /tmp/x; done"] },
  writing: { command: ["sh", "-c", "while true; do date >> /tmp/x; sleep 30; done"], restartPolicy: TWICE },
  healthy: { image: "nginx", healthCheck: { command: ["CMD", "true"], interval: 5 } },
  sick: {
    command: ["sh", "-c", "sleep 90; exit 1"],
    healthCheck: { command: ["CMD-SHELL", "exit 1"], interval: 20 },
    restartPolicy: TWICE,
  },
  lost: { image: "quayside/nowhere:1" },
  job: { image: "quayside/hello:1" },
};
const FAMILIES = Object.keys(CONTAINERS);

const SCENARIO: Scenario = {
  id: "restless",
  title: "Tasks that come to rest, and tasks that never do",
  commands: [
    { service: "ecs", operation: "CreateCluster", input: {} },
    ...Object.entries(CONTAINERS).map(([family, container]) => ({
      service: "ecs" as const,
      operation: "RegisterTaskDefinition",
      input: {
        family,
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        cpu: "256",
        memory: "512",
        containerDefinitions: [
          { name: "main", image: "busybox", ...container },
          { name: "side", image: "nginx", essential: false, restartPolicy: TWICE },
        ],
      },
    })),
  ],
};

type Act = (session: Session) => unknown;
const anyTask = (session: Session, pick: number) =>
  [...session.tables.tasks.keys()][pick % session.tables.tasks.size] ?? "none";
const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...FAMILIES).map((taskDefinition): Act => {
      const input = { taskDefinition, launchType: "FARGATE", networkConfiguration: { awsvpcConfiguration } };
      return (session) => session.call("ecs", "RunTask", input);
    }),
  },
  {
    weight: 1,
    arbitrary: fc.nat(9).map(
      (pick): Act =>
        (on) =>
          on.call("ecs", "StopTask", { task: anyTask(on, pick) }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(9), fc.constantFrom("main", "side")).map(([pick, container]): Act => {
      return (on) => on.call("quayside", "KillContainer", { task: anyTask(on, pick), container });
    }),
  },
  {
    weight: 2,
    arbitrary: fc.nat(600_000).map(
      (byMs): Act =>
        (session) =>
          session.advance({ byMs }),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Act>((session) => session.stepUntilQuiet()) },
);
const acts = fc.array(act, { minLength: 3, maxLength: 16, size: "max" });

function play(seed: number, list: readonly Act[]): Session {
  const session = Session.start({ seed, scenario: SCENARIO });
  for (const each of list) each(session);
  return session;
}

test("until settled always ends within its bound, and says what is left", () => {
  fc.assert(
    fc.property(fc.nat(1000), acts, (seed, list) => {
      const session = play(seed, list);
      const before = session.nowMs;
      const { steps, nowMs, ended } = session.stepUntilQuiet();
      expect(steps).toBeLessThan(FEW_STEPS);
      expect(nowMs - before).toBeLessThanOrEqual(DAY_MS);
      expect(ended).toBe(session.quiet ? "settled" : "repeating");
      expect([session.settled, session.repeating.length > 0]).toEqual([true, ended === "repeating"]);
      for (const { nextAtMs, inMs } of session.repeating) expect(inMs).toBe(nextAtMs - nowMs);
      const { agenda } = session.world;
      expect(agenda.list("progress")).toEqual([]);
      expect(session.repeating.map(dueOf)).toEqual(agenda.list("periodic").map(dueOfEntry));
      expect(session.stepUntilQuiet()).toEqual({ steps: 0, nowMs, ended });
    }),
    RUNS,
  );
});

const dueOf = ({ kind, subject, nextAtMs }: Repeating) => [kind, subject, nextAtMs];
const dueOfEntry = ({ kind, target, atMs }: Pick<AgendaEntry, "kind" | "target" | "atMs">) => [kind, target, atMs];

/** Kinds of things to wait for, each of a family that has been run where there is one. */
const THINGS: readonly ((family: string) => AwaitedCondition)[] = [
  () => "settled",
  (family) => ({ taskRunning: family }),
  (family) => ({ taskStopped: family }),
  (family) => ({ containerHealthy: `${family}/main` }),
  (family) => ({ containerStopped: `${family}/main` }),
  (family) => ({ containerRestarted: `${family}/side` }),
];
const waits = fc.tuple(fc.nat(1000), acts, fc.constantFrom(...THINGS), fc.integer({ min: 1, max: 30 }));

function waitIn(
  session: Session,
  thing: (typeof THINGS)[number],
  minutes: number,
): { until: AwaitedCondition; advanced: Advanced } {
  const [task] = session.tables.tasks.values();
  const until = thing(/([^/:]+):\d+$/.exec(task?.spec.taskDefinitionArn ?? "")?.[1] ?? "job");
  return { until, advanced: session.wait({ until, atMost: `${minutes} min` } as Wait) };
}

test("a wait never goes past its bound: either it is there, or the bound is reached", () => {
  fc.assert(
    fc.property(waits, ([seed, list, thing, minutes]) => {
      const session = play(seed, list);
      const boundMs = session.nowMs + minutes * 60_000;
      const { until, advanced } = waitIn(session, thing, minutes);
      const { ended, nowMs } = advanced;
      expect(nowMs).toBeLessThanOrEqual(boundMs);
      expect(session.nowMs).toBe(nowMs);
      if (ended === "bound") expect(nowMs).toBe(boundMs);
      else expect(ended).toBe(until !== "settled" ? "met" : session.quiet ? "settled" : "repeating");
    }),
    RUNS,
  );
});

test("random waits are met, and hit their bound", () => {
  const seen = fc
    .sample(waits, { numRuns: 60, seed: 1 })
    .map(([seed, list, thing, minutes]) => waitIn(play(seed, list), thing, minutes).advanced.ended);
  expect(new Set(seen)).toEqual(new Set(["met", "bound", "settled", "repeating"]));
});

test("in pieces it comes to the same moment as in one go", () => {
  fc.assert(
    fc.property(fc.nat(1000), acts, (seed, list) => {
      const [one, two] = [play(seed, list), play(seed, list)];
      const pieces = two.waiting();
      while (pieces.next().done !== true);
      one.advance({ untilSettled: true });
      expect([two.nowMs, two.steps, two.journal.length]).toEqual([one.nowMs, one.steps, one.journal.length]);
    }),
    RUNS,
  );
});

test("random runs get as far as things that repeat, and as far as rest", () => {
  const seen = fc
    .sample(fc.tuple(fc.nat(1000), acts), { numRuns: 60, seed: 1 })
    .map(([seed, list]) => play(seed, list).stepUntilQuiet().ended);
  expect(new Set(seen)).toEqual(new Set(["settled", "repeating"]));
  const ways = fc
    .sample(fc.tuple(fc.nat(1000), acts), { numRuns: 60, seed: 1 })
    .flatMap(([seed, list]) => play(seed, list).repeating.map(({ way }) => way));
  expect(new Set(ways)).toEqual(new Set(["restart", "probe", "program"]));
});

/** What must hold for tasks on EC2, whatever is run, stopped, killed, drained or deregistered, in every network mode. */
import { DEFAULT_SUBNETS, type Scenario, Session } from "@quayside/simulator";
import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenBooks } from "./instance-books.ts";
import { brokenInvariants } from "./invariants.ts";

const RUNS = { numRuns: Number(process.env.QUAYSIDE_RUNS ?? 60) };

const MODES = ["bridge", "host", "awsvpc", "none"] as const;
const container = (name: string, more: object = {}) => ({ name, image: "nginx", cpu: 200, memory: 300, ...more });

const definition = (family: string, networkMode: string, containerDefinitions: unknown[]) => ({
  service: "ecs" as const,
  operation: "RegisterTaskDefinition",
  input: { family, networkMode, requiresCompatibilities: ["EC2"], containerDefinitions },
});

const port = (containerPort: number, hostPort?: number) => ({ portMappings: [{ containerPort, hostPort }] });

/** Three small machines of two kinds and a definition of each mode; `fixed` wants port 8080 of its host. */
const SCENARIO: Scenario = {
  id: "instances",
  title: "Three instances and a definition of every network mode",
  commands: [
    { service: "ecs", operation: "CreateCluster", input: {} },
    { service: "quayside", operation: "ProvideContainerInstances", input: { count: 2, instanceType: "t3.small" } },
    { service: "quayside", operation: "ProvideContainerInstances", input: { instanceType: "m5.large" } },
    definition("bridge", "bridge", [
      container("a", port(80)),
      container("b", { image: "quayside/crash:1", essential: false }),
    ]),
    definition("fixed", "bridge", [container("a", { ...port(80, 8080), image: "quayside/stubborn:1" })]),
    definition("host", "host", [container("a", port(80))]),
    definition("awsvpc", "awsvpc", [container("a", port(80))]),
    definition("none", "none", [container("a", { image: "quayside/hello:1" })]),
    definition("typo", "bridge", [container("a", { image: "nginx:nope" })]),
  ],
};

type Step = (session: Session) => void;

const pickFrom = <Row>(rows: Iterable<Row>, pick: number): Row | undefined => {
  const list = [...rows];
  return list[pick % Math.max(1, list.length)];
};

const run: fc.Arbitrary<Step> = fc
  .record({
    family: fc.constantFrom(...MODES, "fixed", "typo"),
    count: fc.integer({ min: 1, max: 4 }),
    strategy: fc.constantFrom([], [{ type: "spread", field: "instanceId" }], [{ type: "binpack", field: "memory" }]),
    constraint: fc.constantFrom([], [], [{ type: "distinctInstance" }]),
  })
  .map(({ family, count, strategy, constraint }) => (session: Session) => {
    const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["private-a"], DEFAULT_SUBNETS["private-b"]] };
    session.call("ecs", "RunTask", {
      taskDefinition: family,
      launchType: "EC2",
      count,
      placementStrategy: strategy,
      placementConstraints: constraint,
      ...(family === "awsvpc" ? { networkConfiguration: { awsvpcConfiguration } } : {}),
    });
  });

const onTask = (operation: "StopTask" | "KillContainer"): fc.Arbitrary<Step> =>
  fc.nat(40).map((pick) => (session: Session) => {
    const task = pickFrom(session.tables.tasks.values(), pick);
    if (task === undefined) return;
    const service = operation === "StopTask" ? "ecs" : "quayside";
    session.call(service, operation, { task: task.taskArn, ...(service === "quayside" ? { container: "a" } : {}) });
  });

const onInstance: fc.Arbitrary<Step> = fc
  .record({ pick: fc.nat(5), what: fc.constantFrom("ACTIVE", "DRAINING", "DRAINING", "force", "gentle") })
  .map(({ pick, what }) => (session: Session) => {
    const arn = pickFrom(session.tables.containerInstances.keys(), pick);
    if (what === "ACTIVE" || what === "DRAINING") {
      session.call("ecs", "UpdateContainerInstancesState", { containerInstances: [arn], status: what });
      return;
    }
    session.call("ecs", "DeregisterContainerInstance", { containerInstance: arn, force: what === "force" });
    session.call("quayside", "ProvideContainerInstances", { instanceType: "t3.small" });
  });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: run },
  { weight: 3, arbitrary: onTask("StopTask") },
  { weight: 2, arbitrary: onTask("KillContainer") },
  { weight: 1, arbitrary: onInstance },
  { weight: 6, arbitrary: fc.nat(60_000).map((byMs) => (session: Session) => void session.advance({ byMs })) },
  { weight: 3, arbitrary: fc.nat(12).map((maxSteps) => (session: Session) => void session.advance({ maxSteps })) },
);

const plays = fc.tuple(fc.nat(1_000), fc.array(step, { minLength: 10, maxLength: 40, size: "max" }));

function play([seed, steps]: [number, Step[]], after?: (session: Session) => void): Session {
  const session = Session.start({ seed, scenario: SCENARIO });
  for (const each of steps) {
    each(session);
    after?.(session);
  }
  return session;
}

test("the books of every instance are right after every step", () => {
  fc.assert(
    fc.property(plays, (given) => {
      play(given, (session) => expect(brokenBooks(session)).toEqual([]));
    }),
    RUNS,
  );
});

test("the invariants of every world hold, and once it is quiet everything that was taken is back", () => {
  fc.assert(
    fc.property(plays, (given) => {
      const session = play(given);
      expect(brokenInvariants(session)).toEqual([]);
      for (const { taskArn } of session.tables.tasks.values()) session.call("ecs", "StopTask", { task: taskArn });
      session.stepUntilQuiet();
      expect(brokenInvariants(session)).toEqual([]);
      for (const { spec, remaining, hostRemaining, waitingTasks } of session.tables.containerInstances.values()) {
        expect([remaining, hostRemaining, waitingTasks]).toEqual([spec.registered, spec.registered, []]);
      }
    }),
    RUNS,
  );
});

test("the same calls give the same journal, and going back and on again, too", () => {
  fc.assert(
    fc.property(plays, (given) => {
      const state = (session: Session) => [JSON.stringify(session.journal.records), session.tables.tasks.size];
      // A play can end between two steps of one moment; going somewhere takes the whole moment.
      const whole = () => {
        const session = play(given);
        session.advance({ untilMs: session.nowMs });
        return session;
      };
      const session = whole();
      const before = state(session);
      const { nowMs } = session;
      session.seek(Math.floor(nowMs / 2));
      session.seek(nowMs);
      expect(state(session)).toEqual(before);
      expect(state(whole())).toEqual(before);
    }),
    { numRuns: Math.max(10, Math.floor(RUNS.numRuns / 4)) },
  );
});

test.each(["TASK_RUNNING", "TASK_STOPPED", "HOST_RESOURCES_AWAITED", "HOST_LOST", "ENI_ATTACHED"])(
  "%s happens in random runs",
  (kind) => {
    const seen = fc.sample(plays, { numRuns: 80, seed: 1 }).filter((given) => {
      return play(given).journal.records.some((record) => record.kind === kind);
    });
    expect(seen.length).toBeGreaterThan(2);
  },
);

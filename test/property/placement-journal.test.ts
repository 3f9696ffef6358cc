/** What must hold for placements of whole runs: the journal alone tells each decision again, and nothing is over-allocated. */
import { type ContainerInstanceRow, isRecord, JournalView, Session } from "@quayside/simulator";
import { explainPlacement } from "@quayside/simulator/placement";
import fc from "fast-check";
import { expect, test } from "vitest";

/** Few runs for every change; `npm run soak` asks for thousands. */
const RUNS = { numRuns: Number(process.env.QUAYSIDE_RUNS ?? 60) };

const machines = fc.record({
  instanceType: fc.constantFrom("t3.small", "t3.medium", "m5.large"),
  subnets: fc.constantFrom(["private-a"], ["private-b"], ["private-a", "private-b"]),
  count: fc.integer({ min: 1, max: 4 }),
  attributes: fc.constantFrom({}, { stack: "prod" }, { stack: "test" }),
});

const definition = fc.record({
  memory: fc.constantFrom(128, 700, 1_500),
  cpu: fc.constantFrom(0, 256, 1_000),
  hostPort: fc.constantFrom(undefined, 0, 80),
  image: fc.constantFrom("nginx:latest", "quayside/hello:1"),
});

const call = fc.record({
  count: fc.integer({ min: 1, max: 5 }),
  group: fc.constantFrom(undefined, "databases"),
  placementConstraints: fc.constantFrom(
    [],
    [{ type: "distinctInstance" }],
    [{ type: "memberOf", expression: "attribute:stack == prod or runningTasksCount < 2" }],
    [{ type: "memberOf", expression: "not(task:group == databases)" }],
  ),
  placementStrategy: fc.constantFrom(
    [],
    [{ type: "binpack", field: "memory" }],
    [{ type: "spread", field: "attribute:ecs.availability-zone" }, { type: "random" }],
    [{ type: "spread", field: "instanceId" }],
  ),
});

const step = fc.oneof(
  fc.record({ do: fc.constant("run" as const), call }),
  fc.record({ do: fc.constant("run" as const), call }),
  fc.record({ do: fc.constant("stop" as const), which: fc.nat() }),
  fc.record({ do: fc.constant("wait" as const), ms: fc.nat(60_000) }),
);

const runs = fc.tuple(
  fc.nat(1_000),
  fc.array(machines, { minLength: 1, maxLength: 3 }),
  definition,
  fc.array(step, { minLength: 1, maxLength: 12 }),
);

function play([seed, fleet, { hostPort, ...container }, steps]: typeof runs extends fc.Arbitrary<infer T> ? T : never) {
  const session = Session.start({ seed });
  session.call("ecs", "CreateCluster", { clusterName: "default" });
  for (const wish of fleet) accept(session.call("quayside", "ProvideContainerInstances", wish));
  const portMappings = hostPort === undefined ? [] : [{ containerPort: 80, hostPort }];
  const containerDefinitions = [{ name: "web", ...container, portMappings }];
  accept(session.call("ecs", "RegisterTaskDefinition", { family: "web", containerDefinitions }));
  for (const each of steps) {
    if (each.do === "wait") session.advance({ byMs: each.ms });
    if (each.do === "run") accept(session.call("ecs", "RunTask", { taskDefinition: "web", ...stated(each.call) }));
    const tasks = [...session.tables.tasks.keys()];
    if (each.do === "stop") session.call("ecs", "StopTask", { task: tasks[each.which % tasks.length] ?? "none" });
  }
  return session;
}

function stated<T extends object>(input: T): Partial<T> {
  return JSON.parse(JSON.stringify(input)) as Partial<T>;
}

function accept(outcome: ReturnType<Session["call"]>): void {
  if (!outcome.ok) throw new Error(outcome.error.message);
}

const decisionsOf = ({ journal }: Session) => journal.records.filter((record) => isRecord(record, "PLACEMENT_DECIDED"));

test("random runs place several tasks in one call, and fail to", () => {
  const all = fc.sample(runs, { numRuns: 50, seed: 1 }).flatMap((run) => decisionsOf(play(run)));
  const placed = all.filter(({ facts }) => facts.placed).length;
  expect(all.length).toBeGreaterThan(200);
  expect(placed / all.length).toBeGreaterThan(0.3);
  expect(placed / all.length).toBeLessThan(0.95);
});

test("every decision can be explained from the journal, whatever way the view comes to it", () => {
  fc.assert(
    fc.property(runs, fc.boolean(), (run, backwards) => {
      const session = play(run);
      const view = new JournalView(session.journal);
      const decisions = decisionsOf(session);
      for (const { seq, facts: told } of backwards ? decisions.toReversed() : decisions) {
        view.moveToRecord(seq);
        const trace = explainPlacement(view.tables, told);
        expect(trace.winner).toBe(told.placed ? told.containerInstanceArn : undefined);
        if (!told.placed) {
          const unfit = trace.instances.filter(({ stages }) => stages[0]?.verdict === "passed");
          expect(told.failures.map(({ arn }) => arn)).toEqual(unfit.map((each) => each.containerInstanceArn));
        }
      }
    }),
    RUNS,
  );
});

test("no instance has given more than it has, at any record", () => {
  fc.assert(
    fc.property(runs, (run) => {
      for (const { changes } of play(run).journal.records) {
        for (const { table, after } of changes) {
          if (table !== "containerInstances" || after === undefined) continue;
          const { remaining, hostRemaining, spec } = after as ContainerInstanceRow;
          const most = spec.registered;
          for (const { cpu, memory, interfaces, tcpPorts } of [remaining, hostRemaining]) {
            expect(Math.min(cpu, memory, interfaces)).toBeGreaterThanOrEqual(0);
            expect([cpu <= most.cpu, memory <= most.memory, interfaces <= most.interfaces]).toEqual([true, true, true]);
            expect(new Set(tcpPorts).size).toBe(tcpPorts.length);
          }
        }
      }
    }),
    RUNS,
  );
});

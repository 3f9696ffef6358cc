/** The session's own rules (S in SPEC.md), by example; test/property/session.test.ts has them for any run. */
import { beforeEach, expect, test, vi } from "vitest";
import { assert, BrokenRule } from "./kernel/assert.ts";
import { describeWorld } from "./kernel/world.ts";
import { ecsOperations } from "./operations/ecs/table.ts";
import { LEARNER } from "./scenario.ts";
import { Session } from "./session.ts";

const DEFINITION = {
  family: "web",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "web", image: "nginx" }],
};
const RUN = {
  taskDefinition: "web",
  launchType: "FARGATE",
  networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-0aaa1111222233334"], assignPublicIp: "ENABLED" } },
};

let session: Session;

beforeEach(() => {
  session = Session.start();
  session.call("ecs", "RegisterTaskDefinition", DEFINITION);
  session.call("ecs", "RunTask", RUN);
  session.advance({ byMs: 60_000 });
  session.call("ecs", "CreateCluster", { clusterName: "late" });
});

const tablesOf = (each: Session) => JSON.stringify(describeWorld(each.world).tables);

/** Everything in which a call could leave a trace, with what lies ahead of it. */
function traceOf(each: Session): string {
  const ahead = each.fork();
  ahead.advance({ untilMs: 120_000 });
  return JSON.stringify([
    describeWorld(each.world),
    each.journal.records,
    each.journal.knownLength,
    each.save(),
    ahead.save(),
    ahead.journal.records,
  ]);
}

test("S3: going back keeps the calls that lie ahead, and they happen again", () => {
  const records = [...session.journal.records];
  session.seek(30_000);
  expect([session.hasFuture, session.tables.clusters.size]).toEqual([true, 1]);
  session.advance({ byMs: 30_000 });
  expect([session.hasFuture, session.tables.clusters.size]).toEqual([false, 2]);
  expect(session.journal.records).toEqual(records);
});

test("S3: a call that changes something drops what lies ahead", () => {
  session.seek(30_000);
  session.call("ecs", "CreateCluster", { clusterName: "early" });
  expect(session.hasFuture).toBe(false);
  session.advance({ untilMs: 120_000 });
  expect([...session.tables.clusters.values()].map(({ clusterName }) => clusterName)).toEqual(["default", "early"]);
});

test("S4: a call that only reads leaves no trace and keeps what lies ahead", () => {
  session.seek(30_000);
  const before = traceOf(session);
  expect(session.call("ecs", "ListTasks", {})).toMatchObject({ ok: true });
  expect(session.call("ecs", "DescribeTasks", { tasks: ["nope"], cluster: "none" })).toMatchObject({ ok: false });
  expect(traceOf(session)).toBe(before);
});

test("S5: a refused call is written down and changes no row", () => {
  const [tables, length] = [tablesOf(session), session.journal.length];
  const subnets = ["private-a", "nowhere"];
  const refused = [
    session.call("ecs", "DeleteCluster", { cluster: "none" }),
    session.call("quayside", "ProvideContainerInstances", { count: 2, subnets }),
    session.call("quayside", "ProvideContainerInstances", { count: 5_000 }),
  ];
  expect(refused.map(({ ok }) => ok)).toEqual([false, false, false]);
  expect(tablesOf(session)).toBe(tables);
  expect(session.journal.records.slice(length)).toMatchObject(
    refused.map((outcome) => ({ kind: "CALL", facts: { outcome }, changes: [] })),
  );
});

test.each<["ecs" | "ec2" | "quayside", string, unknown]>([
  ["ecs", "StopTask", {}],
  ["ecs", "DescribeTasks", {}],
  ["ecs", "RunTask", undefined],
  ["ecs", "RunTask", { ...RUN, overrides: { containerOverrides: [null] } }],
  ["ecs", "CreateCluster", { clusterName: "new", tags: 7 }],
])(
  "S6: %s %s of %j is refused and leaves nothing behind, at the end and with a future",
  (service, operation, input) => {
    for (const atMs of [60_000, 30_000]) {
      session.seek(atMs);
      const before = traceOf(session);
      expect(session.call(service, operation, input)).toMatchObject({
        ok: false,
        error: { message: expect.any(String) },
      });
      expect(traceOf(session)).toBe(before);
    }
  },
);

test("S6: a call that breaks a rule of ours throws and leaves nothing behind", () => {
  const broken = vi.spyOn(ecsOperations.DeleteCluster, "run").mockImplementation((sim) => {
    const [row] = sim.tables.clusters.values();
    if (row !== undefined) sim.put("clusters", { ...row, status: "INACTIVE" });
    assert(false, "and was half-way then");
  });
  for (const atMs of [60_000, 30_000]) {
    session.seek(atMs);
    const before = traceOf(session);
    expect(() => session.call("ecs", "DeleteCluster", {})).toThrow(BrokenRule);
    expect(traceOf(session)).toBe(before);
  }
  broken.mockRestore();
});

test("S6: an input that cannot even be copied leaves what lies ahead", () => {
  session.seek(30_000);
  const before = traceOf(session);
  const trap = {
    get count(): number {
      throw new RangeError("a trap");
    },
  };
  expect(() => session.call("ecs", "RunTask", trap)).toThrow("a trap");
  expect(traceOf(session)).toBe(before);
});

test("S9: a call is recorded with who asked and where", () => {
  const other = { caller: "arn:aws:sts::123456789012:assumed-role/deploy/ci", region: "us-east-1" };
  session.call("ecs", "CreateCluster", { clusterName: "blue" }, other);
  const { commands } = session.save();
  expect(commands[0]).toMatchObject(LEARNER);
  expect(commands.at(-1)).toMatchObject(other);
  expect(Session.load(session.save()).save()).toEqual(session.save());
});

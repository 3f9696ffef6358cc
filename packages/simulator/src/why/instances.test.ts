/** "Why here?" of tasks on EC2, told from the journal alone: tables of the decisions of one call, each as things stood then. */

import { describe, expect, test } from "vitest";
import { JournalView } from "../journal-view.ts";
import { isRecord } from "../model/records.ts";
import { explainPlacement } from "../placement/explain-placement.ts";
import { Session } from "../session.ts";
import { traceText } from "./trace-text.ts";
import { type Why, whyOf } from "./why.ts";

const INSTANCES = [
  { instanceType: "t3.small", subnets: ["private-a"] },
  { instanceType: "t3.medium", subnets: ["private-b"], attributes: { stack: "prod" } },
  { instanceType: "t3.medium", subnets: ["private-a"], attributes: { stack: "prod" } },
];

interface Wish {
  readonly call?: object;
  readonly container?: object;
}

/** A cluster of three machines, and one RunTask on it. */
function run({ call, container }: Wish): { readonly session: Session; readonly output: Record<string, unknown> } {
  const session = Session.start({ seed: 7 });
  session.call("ecs", "CreateCluster", { clusterName: "default" });
  for (const wish of INSTANCES) accept(session.call("quayside", "ProvideContainerInstances", wish));
  accept(
    session.call("ecs", "RegisterTaskDefinition", {
      family: "web",
      containerDefinitions: [{ name: "web", image: "nginx:latest", cpu: 256, memory: 1_024, ...container }],
    }),
  );
  const output = accept(session.call("ecs", "RunTask", { taskDefinition: "web", launchType: "EC2", ...call }));
  return { session, output };
}

function accept(outcome: ReturnType<Session["call"]>): Record<string, unknown> {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.output;
}

const decisionsOf = (session: Session) =>
  session.journal.records.filter(({ kind }) => kind === "PLACEMENT_DECIDED").map(({ seq }) => seq);

/** The table with ids of machines as A, B, C in the order in which they registered. */
function told(session: Session, why: Why | undefined): string {
  const machines = [...session.tables.containerInstances.values()].map(({ spec }) => spec.ec2InstanceId);
  const text = why?.table === undefined ? "" : traceText(why.table);
  const named = machines.reduce(
    (all, id, index) => all.replaceAll(id, `machine ${"ABC"[index]}`.padEnd(id.length)),
    text,
  );
  return `\n${named.replaceAll(/ +$/gm, "")}\n`;
}

describe("two tasks of one call", () => {
  const { session } = run({
    call: {
      count: 2,
      placementConstraints: [{ type: "memberOf", expression: "attribute:stack == prod" }],
      placementStrategy: [
        { type: "spread", field: "attribute:ecs.availability-zone" },
        { type: "binpack", field: "memory" },
      ],
    },
  });
  const [first = -1, second = -1] = decisionsOf(session);

  test("the first: everything that was looked at, as it stood before the task was there", () => {
    expect(told(session, whyOf(session.journal, { seq: first }))).toMatchInlineSnapshot(`
      "
      Where the task was placed
        INSTANCE             STATUS    AGENT        CPU                    MEMORY                  MEMBEROF ATTRIBUTE:STACK == PROD  SPREAD ATTRIBUTE:ECS.AVAILABILITY-ZONE  BINPACK MEMORY
      x machine A            + ACTIVE  + connected  + needs 256, has 2048  + needs 1024, has 1894  x unsatisfied                     -                                       -
      * machine B            + ACTIVE  + connected  + needs 256, has 2048  + needs 1024, has 3788  + satisfied                       + (0)                                   + (3788)
      + machine C            + ACTIVE  + connected  + needs 256, has 2048  + needs 1024, has 3788  + satisfied                       + (0)                                   + (3788)
      = 2 were equal to the end: the one that registered first gets the task. AWS documents no rule for ties.
      "
    `);
  });

  test("the second: with what the first has taken", () => {
    expect(told(session, whyOf(session.journal, { seq: second }))).toMatchInlineSnapshot(`
      "
      Where the task was placed
        INSTANCE             STATUS    AGENT        CPU                    MEMORY                  MEMBEROF ATTRIBUTE:STACK == PROD  SPREAD ATTRIBUTE:ECS.AVAILABILITY-ZONE  BINPACK MEMORY
      x machine A            + ACTIVE  + connected  + needs 256, has 2048  + needs 1024, has 1894  x unsatisfied                     -                                       -
      + machine B            + ACTIVE  + connected  + needs 256, has 1792  + needs 1024, has 2764  + satisfied                       x (1)                                   -
      * machine C            + ACTIVE  + connected  + needs 256, has 2048  + needs 1024, has 3788  + satisfied                       + (0)                                   -
      = spread attribute:ecs.availability-zone decided: the lowest number wins.
      "
    `);
  });

  test("a task leads to its own decision, however much has happened since", () => {
    session.stepUntilQuiet();
    const tasks = [...session.tables.tasks.keys()];
    expect(tasks.map((key) => whyOf(session.journal, { key })?.table)).toEqual(
      [first, second].map((seq) => whyOf(session.journal, { seq })?.table),
    );
    const why = whyOf(session.journal, { key: tasks[1] as string });
    expect(why?.chain.map(({ record }) => record.kind)).toEqual(
      expect.arrayContaining(["TASK_CREATED", "PLACEMENT_DECIDED", "CALL"]),
    );
    expect(why?.causes[0]).toBe("TASK_CREATED instance");
  });

  test("what is worked out again is what was decided, each at its own record", () => {
    const view = new JournalView(session.journal);
    for (const seq of [second, first]) {
      const record = session.journal.at(seq);
      if (!isRecord(record, "PLACEMENT_DECIDED")) throw new Error(`record ${seq} decides nothing`);
      const { facts } = record;
      view.moveToRecord(seq);
      expect(explainPlacement(view.tables, facts).winner).toBe(facts.placed ? facts.containerInstanceArn : undefined);
      expect(session.journal.at(seq + 1)).toMatchObject({ kind: "TASK_CREATED", cause: seq });
    }
  });
});

test("a call that finds no room tells of the task that found none", () => {
  const { session, output } = run({
    call: { count: 3, placementConstraints: [{ type: "distinctInstance" }] },
    container: { portMappings: [{ containerPort: 80, hostPort: 22 }] },
  });
  expect(output).toMatchObject({ tasks: [], failures: [{ reason: "RESOURCE:PORTS" }, {}, {}] });
  const call = session.journal.records.findLast(({ kind }) => kind === "CALL");
  const why = whyOf(session.journal, { seq: call?.seq ?? -1 });
  expect(told(session, why)).toMatchInlineSnapshot(`
    "
    Where the task was placed
      INSTANCE             STATUS    AGENT        CPU                    MEMORY                  HOST PORTS   DISTINCTINSTANCE  RANDOM
    x machine A            + ACTIVE  + connected  + needs 256, has 2048  + needs 1024, has 1894  x taken: 22  -                 -
    x machine B            + ACTIVE  + connected  + needs 256, has 2048  + needs 1024, has 3788  x taken: 22  -                 -
    x machine C            + ACTIVE  + connected  + needs 256, has 2048  + needs 1024, has 3788  x taken: 22  -                 -
    = No container instance can take the task: RunTask answers with a failure for each ACTIVE one.
    "
  `);
  const [decision = -1] = decisionsOf(session);
  expect(whyOf(session.journal, { seq: decision })).toMatchObject({
    sentence: "Placement found no container instance for the task: RESOURCE:PORTS.",
    causes: ["placement.ports", "PLACEMENT_DECIDED unplaced", "PLACEMENT_DECIDED"],
  });
});

test("a lot is told with how many were left", () => {
  const { session } = run({});
  const [decision = -1] = decisionsOf(session);
  expect(told(session, whyOf(session.journal, { seq: decision }))).toMatchInlineSnapshot(`
    "
    Where the task was placed
      INSTANCE             STATUS    AGENT        CPU                    MEMORY                  RANDOM
    + machine A            + ACTIVE  + connected  + needs 256, has 2048  + needs 1024, has 1894    not drawn
    + machine B            + ACTIVE  + connected  + needs 256, has 2048  + needs 1024, has 3788    not drawn
    * machine C            + ACTIVE  + connected  + needs 256, has 2048  + needs 1024, has 3788  + drawn
    = Drawn by lot among the 3 that were left.
    "
  `);
});

test("of a large cluster the first fifty are shown, and the winner", () => {
  const session = Session.start();
  session.call("ecs", "CreateCluster", { clusterName: "default" });
  accept(session.call("quayside", "ProvideContainerInstances", { count: 80 }));
  accept(session.call("quayside", "ProvideContainerInstances", { attributes: { last: "yes" } }));
  accept(
    session.call("ecs", "RegisterTaskDefinition", {
      family: "web",
      containerDefinitions: [{ name: "web", image: "nginx", memory: 128 }],
      placementConstraints: [{ type: "memberOf", expression: "attribute:last exists" }],
    }),
  );
  accept(session.call("ecs", "RunTask", { taskDefinition: "web" }));
  const [decision = -1] = decisionsOf(session);
  const table = whyOf(session.journal, { seq: decision })?.table;
  expect(table?.rows).toHaveLength(52);
  expect(table?.rows.map(({ id }) => id)).toContain(table?.winner);
  expect(table?.rows.at(-1)).toMatchObject({ id: "more", name: { facts: { count: 30 } } });
  expect(table?.outcome).toEqual({ phrase: "only-one-fits", facts: {} });
});

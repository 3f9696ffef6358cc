/**
 * What a RunTask on EC2 costs while a cluster fills up, as a whole call through the session: checks, placement, rows,
 * journal. The last cluster is as large as AWS's quotas allow. Its tasks then start, all of them.
 */
import { type Scenario, Session } from "@quayside/simulator";
import type { Row } from "./bench-calls.ts";

const TASKS_A_CALL = 10;
const PARTS = 5;
/** Room for five thousand primary interfaces. */
const SCENARIO: Scenario = {
  id: "bench",
  title: "Bench",
  network: { cidrBlocks: { "private-a": "10.0.64.0/18", "private-b": "10.0.128.0/18" } },
  commands: [],
};

/** Rows for two clusters: the cost of one task in each fifth of the filling, then what the start of all tasks takes. */
export function benchFilling(): Row[] {
  return [
    { instances: 1_000, tasks: 10_000 },
    { instances: 5_000, tasks: 50_000 },
  ].flatMap(fill);
}

function fill({ instances, tasks }: { readonly instances: number; readonly tasks: number }): Row[] {
  const session = Session.start({ scenario: SCENARIO });
  accept(session.call("ecs", "CreateCluster", { clusterName: "default" }));
  const provide = { count: instances, instanceType: "m5.4xlarge" };
  const provided = timed(() => accept(session.call("quayside", "ProvideContainerInstances", provide)));
  const containerDefinitions = [{ name: "web", image: "nginx", memory: 128, cpu: 16 }];
  accept(session.call("ecs", "RegisterTaskDefinition", { family: "web", containerDefinitions }));
  const name = `${instances.toLocaleString("en")} instances`;
  const rows: Row[] = [{ what: `${name}: provided`, value: `${provided.toFixed(0)} ms` }];
  for (let part = 0; part < PARTS; part += 1) {
    const times = Array.from({ length: tasks / PARTS / TASKS_A_CALL }, () => timed(() => runTasks(session))).sort(
      (left, right) => left - right,
    );
    const a = (share: number) => ((times[Math.floor(times.length * share)] ?? 0) / TASKS_A_CALL).toFixed(3);
    const from = ((part * tasks) / PARTS).toLocaleString("en");
    rows.push({
      what: `${name}, from ${from} tasks: RunTask, each`,
      value: `median ${a(0.5)} ms, 95 % within ${a(0.95)} ms`,
    });
  }
  const started = timed(() => session.advance({ byMs: 120_000 }));
  return [
    ...rows,
    { what: `${name}: two minutes with ${tasks.toLocaleString("en")} tasks`, value: `${started.toFixed(0)} ms` },
  ];
}

function runTasks(session: Session): void {
  accept(
    session.call("ecs", "RunTask", {
      taskDefinition: "web",
      launchType: "EC2",
      count: TASKS_A_CALL,
      placementStrategy: [
        { type: "spread", field: "attribute:ecs.availability-zone" },
        { type: "binpack", field: "memory" },
      ],
    }),
  );
}

function accept(outcome: ReturnType<Session["call"]>): void {
  if (!outcome.ok) throw new Error(outcome.error.message);
  const { failures = [] } = outcome.output as { readonly failures?: readonly unknown[] };
  if (failures.length > 0) throw new Error(`a task found no place: ${JSON.stringify(failures[0])}`);
}

function timed(run: () => void): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}

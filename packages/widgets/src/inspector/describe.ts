/** What the API answers about a selected thing at a past or present moment: asked of a copy of the session that was sent there. */
import { createClient } from "@quayside/api";
import type { Session } from "@quayside/simulator";
import { type Selection, selectedRow } from "../base/cloud.ts";

/** The answer as indented JSON, as the command line prints it. */
export function describeAt(session: Session, selection: Selection, atMs: number): string {
  const copy = session.fork();
  copy.seek(atMs);
  const call = callFor(copy, selection);
  if (call === undefined) return JSON.stringify(selectedRow(copy.tables, selection), null, 4);
  const outcome = createClient(copy, call.service).send(call.operation, call.input);
  return JSON.stringify(outcome.ok ? outcome.output : outcome.error, null, 4);
}

interface Call {
  /** ECS unless it says otherwise. */
  readonly service?: "elbv2";
  readonly operation: string;
  readonly input: object;
}

function callFor(session: Session, { table, key }: Selection): Call | undefined {
  const taskArn = table === "containers" ? session.tables.containers.get(key)?.taskArn : key;
  if (table === "tasks" || table === "containers") {
    const cluster = session.tables.tasks.get(taskArn ?? "")?.spec.clusterArn;
    return { operation: "DescribeTasks", input: { cluster, tasks: [taskArn] } };
  }
  if (table === "services") {
    const cluster = session.tables.services.get(key)?.clusterArn;
    return { operation: "DescribeServices", input: { cluster, services: [key] } };
  }
  return PLAIN[table]?.(key);
}

/** Calls that need the key alone. */
const PLAIN: { readonly [Table in Selection["table"]]?: (key: string) => Call } = {
  clusters: (key) => ({ operation: "DescribeClusters", input: { clusters: [key] } }),
  taskDefinitions: (key) => ({ operation: "DescribeTaskDefinition", input: { taskDefinition: key } }),
  loadBalancers: (key) => ({
    service: "elbv2",
    operation: "DescribeLoadBalancers",
    input: { LoadBalancerArns: [key] },
  }),
  targetGroups: (key) => ({ service: "elbv2", operation: "DescribeTargetHealth", input: { TargetGroupArn: key } }),
};

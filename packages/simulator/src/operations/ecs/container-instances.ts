/** ListContainerInstances and DescribeContainerInstances, and a container instance in the API's shape. */
import { failureReason } from "../../model/causes/placements.ts";
import type { ContainerInstanceRow, InstanceResources } from "../../model/container-instances.ts";
import { epochSeconds, placeOf } from "../../model/place.ts";
import { compileExpression } from "../../placement/query/compile.ts";
import { faultSentence, parseExpression } from "../../placement/query/parse.ts";
import { answer, query } from "../operation.ts";
import { cutPage } from "../pages.ts";
import type { Shape } from "../shapes.ts";
import type { Readable } from "./describe.ts";
import { findCluster } from "./find-cluster.ts";
import { findContainerInstance } from "./find-container-instance.ts";
import { refuse } from "./refusals.ts";

/** Instances that one call can name. @source API Reference, DescribeContainerInstances (checked 2026-11-21) */
const MAX_DESCRIBED = 100;

export const listContainerInstances = query<"ecs", "ListContainerInstances">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const { filter, status } = input;
  const parsed = filter === undefined ? undefined : parseExpression(filter);
  if (parsed?.ok === false)
    return refuse("container-instance.filter", { filter: filter ?? "", fault: faultSentence(parsed) });
  const matches =
    parsed === undefined ? undefined : compileExpression(parsed.expression, placeOf(sim.tables).startsAtMs);
  const { containerInstances } = sim.tables;
  const keys =
    status === "INACTIVE" ? containerInstances.keys() : containerInstances.bucket("cluster", cluster.clusterArn);
  const keep = (key: string): boolean => {
    const row = containerInstances.get(key) as ContainerInstanceRow;
    const isHere = row.spec.clusterArn === cluster.clusterArn && (status === undefined || row.status === status);
    return isHere && (matches === undefined || matches(row));
  };
  const cut = cutPage("ListContainerInstances", [...keys], input, keep);
  return cut.ok ? answer({ containerInstanceArns: cut.page.items, nextToken: cut.page.nextToken }) : cut;
});

export const describeContainerInstances = query<"ecs", "DescribeContainerInstances">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  if (input.containerInstances.length === 0) return refuse("container-instances.empty");
  if (input.containerInstances.length > MAX_DESCRIBED) {
    return refuse("container-instances.too-many", { most: MAX_DESCRIBED });
  }
  const include = new Set(input.include);
  const containerInstances: Shape<"ecs", "ContainerInstance">[] = [];
  const failures: Shape<"ecs", "Failure">[] = [];
  for (const reference of input.containerInstances) {
    const { arn, row } = findContainerInstance(sim, cluster, reference);
    if (row === undefined) failures.push({ arn, reason: failureReason("failure.missing") });
    else containerInstances.push(describeContainerInstance(sim, row, include));
  }
  return answer({ containerInstances, failures });
});

/** A container instance as the API gives it; tags and health only when asked for. */
export function describeContainerInstance(
  sim: Readable,
  row: ContainerInstanceRow,
  include: ReadonlySet<string> = new Set(),
): Shape<"ecs", "ContainerInstance"> {
  const { spec } = row;
  return {
    containerInstanceArn: row.containerInstanceArn,
    ec2InstanceId: spec.ec2InstanceId,
    version: row.version,
    versionInfo: { agentVersion: row.agentVersion, agentHash: AGENT_HASH, dockerVersion: DOCKER_VERSION },
    remainingResources: describeResources(row.remaining),
    registeredResources: describeResources(spec.registered),
    status: row.status,
    statusReason: row.statusReason,
    agentConnected: row.agentConnected,
    runningTasksCount: row.runningTasksCount,
    pendingTasksCount: row.pendingTasksCount,
    agentUpdateStatus: row.agentUpdateStatus,
    attributes: Object.entries(row.attributes).map(([name, value]) => (value === null ? { name } : { name, value })),
    registeredAt: epochSeconds(sim.tables, spec.registeredAtMs),
    attachments: [],
    tags: include.has("TAGS") ? row.tags : [],
    healthStatus: include.has("CONTAINER_INSTANCE_HEALTH") ? health(row) : undefined,
  };
}

/** Ours: any recent one. */
const AGENT_HASH = "a6b9c2d4";
/** Ours: any recent one. */
const DOCKER_VERSION = "DockerVersion: 25.0.8";

/** Ports are the ones in use, also among what remains. */
function describeResources(resources: InstanceResources): Shape<"ecs", "Resource">[] {
  const number = (name: string, integerValue: number) => ({
    name,
    type: "INTEGER",
    doubleValue: 0,
    longValue: 0,
    integerValue,
  });
  const texts = (name: string, values: readonly (string | number)[]) => ({
    name,
    type: "STRINGSET",
    doubleValue: 0,
    longValue: 0,
    integerValue: 0,
    stringSetValue: values.map(String),
  });
  return [
    number("CPU", resources.cpu),
    number("MEMORY", resources.memory),
    texts("PORTS", resources.tcpPorts),
    texts("PORTS_UDP", resources.udpPorts),
    ...(resources.gpus.length > 0 ? [texts("GPU", resources.gpus)] : []),
  ];
}

function health({ agentConnected }: ContainerInstanceRow): Shape<"ecs", "ContainerInstanceHealthStatus"> {
  return { overallStatus: agentConnected ? "OK" : "INSUFFICIENT_DATA", details: [] };
}

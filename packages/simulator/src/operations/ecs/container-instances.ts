/** ListContainerInstances and DescribeContainerInstances, and a container instance in the API's shape. */
import type { Cloud } from "../../model/cloud.ts";
import type {
  ContainerInstanceRow,
  ContainerInstanceStatus,
  InstanceResources,
} from "../../model/container-instances.ts";
import { epochSeconds } from "../../model/place.ts";
import { compileExpression } from "../../placement/query/compile.ts";
import { faultSentence, parseExpression } from "../../placement/query/parse.ts";
import { answer, invalid, type Outcome, query } from "../outcome.ts";
import { cutPage, type PageRequest } from "../pages.ts";
import { clusterNotFound, findCluster } from "./find-cluster.ts";
import { findContainerInstance } from "./find-container-instance.ts";

/** Instances that one call can name. @source API Reference, DescribeContainerInstances (checked 2026-11-21) */
const MAX_DESCRIBED = 100;

interface ListInput extends PageRequest {
  readonly cluster?: string;
  readonly filter?: string;
  readonly status?: ContainerInstanceStatus;
}

export const listContainerInstances = query((sim: Cloud, input: ListInput): Outcome => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return clusterNotFound();
  const { filter, status } = input;
  const parsed = filter === undefined ? undefined : parseExpression(filter);
  // Ours: AWS's wording for a filter that it cannot read is not confirmed.
  if (parsed?.ok === false) return invalid(`filter '${filter}' is not a valid expression. ${faultSentence(parsed)}`);
  const matches = parsed === undefined ? undefined : compileExpression(parsed.expression);
  const { containerInstances } = sim.tables;
  const keys =
    status === "INACTIVE" ? containerInstances.keys() : containerInstances.bucket("cluster", cluster.clusterArn);
  const keep = (key: string): boolean => {
    const row = containerInstances.get(key) as ContainerInstanceRow;
    const isHere = row.spec.clusterArn === cluster.clusterArn && (status === undefined || row.status === status);
    return isHere && (matches === undefined || matches(row));
  };
  const cut = cutPage([...keys], input, keep);
  return cut.ok ? answer({ containerInstanceArns: cut.page.items, nextToken: cut.page.nextToken }) : cut;
});

interface DescribeInput {
  readonly cluster?: string;
  readonly containerInstances: readonly string[];
  readonly include?: readonly string[];
}

export const describeContainerInstances = query((sim: Cloud, input: DescribeInput): Outcome => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return clusterNotFound();
  if (input.containerInstances.length === 0) return invalid("Container instances cannot be empty.");
  if (input.containerInstances.length > MAX_DESCRIBED) {
    return invalid("Container instances cannot have more than 100 elements.");
  }
  const include = new Set(input.include);
  const containerInstances: unknown[] = [];
  const failures: unknown[] = [];
  for (const reference of input.containerInstances) {
    const { arn, row } = findContainerInstance(sim, cluster, reference);
    if (row === undefined) failures.push({ arn, reason: "MISSING" });
    else containerInstances.push(describeContainerInstance(row, include));
  }
  return answer({ containerInstances, failures });
});

/** A container instance as the API gives it; tags and health only when asked for. */
export function describeContainerInstance(
  row: ContainerInstanceRow,
  include: ReadonlySet<string> = new Set(),
): Record<string, unknown> {
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
    registeredAt: epochSeconds(spec.registeredAtMs),
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
function describeResources(resources: InstanceResources): Record<string, unknown>[] {
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

function health({ agentConnected }: ContainerInstanceRow): Record<string, unknown> {
  return { overallStatus: agentConnected ? "OK" : "INSUFFICIENT_DATA", details: [] };
}

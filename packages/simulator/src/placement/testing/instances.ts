/** Container instances for tests, examples and benches: a row with everything said in one line. Not for the page. */
import type {
  ContainerInstanceRow,
  ContainerInstanceStatus,
  TaskReservation,
} from "../../model/container-instances.ts";
import type { PlacementRequest, TaskNeeds } from "../../model/placement.ts";

/** The cluster of every such instance. */
export const TEST_CLUSTER = "arn:aws:ecs:us-east-1:123456789012:cluster/placement";

/** What of an instance is worth saying; the rest is an empty m5.large in us-east-1a with its agent connected. */
export interface InstanceWish {
  /** Its place in the order of registration, and what its id is made of. */
  readonly slot: number;
  readonly zone?: string;
  readonly vpcId?: string;
  readonly type?: string;
  readonly status?: ContainerInstanceStatus;
  readonly agentConnected?: boolean;
  readonly agentVersion?: string;
  readonly registeredAtMs?: number;
  /** On top of the built-in ones. */
  readonly attributes?: Readonly<Record<string, string | null>>;
  readonly cpu?: number;
  readonly memory?: number;
  readonly tcpPorts?: readonly number[];
  readonly udpPorts?: readonly number[];
  readonly gpus?: readonly string[];
  readonly interfaces?: number;
  readonly tasksByGroup?: Readonly<Record<string, number>>;
  readonly runningTasksCount?: number;
}

/** A container instance as it stands in its table. */
export function instanceRow(wish: InstanceWish): ContainerInstanceRow {
  const { slot, zone = "us-east-1a", vpcId = "vpc-1", type = "m5.large", registeredAtMs = 0 } = wish;
  const id = slot.toString(16).padStart(32, "0");
  const containerInstanceArn = `${TEST_CLUSTER.replace(":cluster/", ":container-instance/")}/${id}`;
  const remaining = {
    cpu: wish.cpu ?? 2_048,
    memory: wish.memory ?? 7_680,
    tcpPorts: wish.tcpPorts ?? [22, 2375, 2376, 51678, 51679],
    udpPorts: wish.udpPorts ?? [],
    gpus: wish.gpus ?? [],
    interfaces: wish.interfaces ?? 2,
  };
  const tasksByGroup = wish.tasksByGroup ?? {};
  return {
    containerInstanceArn,
    slot,
    spec: {
      containerInstanceArn,
      containerInstanceId: id,
      clusterArn: TEST_CLUSTER,
      ec2InstanceId: `i-${slot.toString(16).padStart(17, "0")}`,
      availabilityZone: zone,
      subnetId: `subnet-${zone}`,
      vpcId,
      registered: remaining,
      registeredAtMs,
      agentConfiguration: {},
    },
    status: wish.status ?? "ACTIVE",
    agentConnected: wish.agentConnected ?? true,
    agentVersion: wish.agentVersion ?? "1.99.0",
    version: 1,
    attributes: {
      "ecs.availability-zone": zone,
      "ecs.instance-type": type,
      "ecs.os-type": "linux",
      "ecs.cpu-architecture": "x86_64",
      "ecs.vpc-id": vpcId,
      "ecs.capability.task-eni": null,
      ...wish.attributes,
    },
    remaining,
    hostRemaining: remaining,
    waitingTasks: [],
    tasksByGroup,
    runningTasksCount: wish.runningTasksCount ?? Object.values(tasksByGroup).reduce((sum, count) => sum + count, 0),
    pendingTasksCount: 0,
    nextHostPort: 32_768,
    nextBridgeOffset: 1,
    tags: [],
  };
}

/** The row after a task of this group was placed on it. */
export function withTask(row: ContainerInstanceRow, group: string, taken: TaskReservation): ContainerInstanceRow {
  const { remaining } = row;
  return {
    ...row,
    remaining: {
      cpu: remaining.cpu - taken.cpu,
      memory: remaining.memory - taken.memory,
      tcpPorts: [...remaining.tcpPorts, ...taken.tcpPorts].sort((left, right) => left - right),
      udpPorts: [...remaining.udpPorts, ...taken.udpPorts].sort((left, right) => left - right),
      gpus: remaining.gpus.filter((gpu) => !taken.gpus.includes(gpu)),
      interfaces: remaining.interfaces - taken.interfaces,
    },
    tasksByGroup: { ...row.tasksByGroup, [group]: (row.tasksByGroup[group] ?? 0) + 1 },
    runningTasksCount: row.runningTasksCount + 1,
  };
}

/** A request for a task of 256 CPU units and 512 MiB in the group `family:web`, random, but for what is said. */
export function placementRequest(
  wish: Partial<Omit<PlacementRequest, "needs">> & { readonly needs?: Partial<TaskNeeds> } = {},
): PlacementRequest {
  const needs: TaskNeeds = { cpu: 256, memory: 512, tcpPorts: [], udpPorts: [], gpus: 0, interfaces: 0, ...wish.needs };
  return {
    clusterArn: TEST_CLUSTER,
    group: "family:web",
    requiredAttributes: [],
    constraints: [],
    strategies: [{ type: "random" }],
    ...wish,
    needs,
  };
}

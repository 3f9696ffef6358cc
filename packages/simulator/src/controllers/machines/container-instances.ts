/**
 * What ECS does with container instances: registers what an agent announces, notices when the agent is gone, drains,
 * deregisters. Source: API Reference, RegisterContainerInstance and ContainerInstance; Developer Guide, "Amazon ECS
 * container instance draining" (checked 2026-11-21).
 */
import { hexId } from "../../kernel/ids.ts";
import { agentCapabilities } from "../../model/agent-capabilities.ts";
import { ecsArn } from "../../model/arns.ts";
import type { Cloud } from "../../model/cloud.ts";
import type {
  Attributes,
  ContainerInstanceRow,
  ContainerInstanceSpec,
  InstanceResources,
} from "../../model/container-instances.ts";
import type { Ec2InstanceRow } from "../../model/ec2.ts";
import type { ClusterRow, StopOrder, TaskRow } from "../../model/ecs.ts";
import {
  AGENT_UPDATE_STEPS_MS,
  DYNAMIC_PORTS,
  GONE_INSTANCE_KEPT_MS,
  RESERVED_TCP_PORTS,
} from "../../model/instance-timing.ts";
import { findInstanceType, type InstanceType, visibleMemory } from "../../model/instance-types.ts";
import type { SilenceFacts } from "../../model/records/machines.ts";
import type { Tag } from "../../model/tags.ts";
import { wakeQueue } from "../host/host-queue.ts";
import { replaceTask, scheduleTask } from "../rows/task-rows.ts";
import { loseHost } from "../tasks/lose-host.ts";

/** The agent of current AMIs. Ours: any recent one. */
export const AGENT_VERSION = "1.98.0";

/** What an agent announces besides what its machine is. */
export interface Registration {
  readonly machine: Ec2InstanceRow;
  readonly cluster: ClusterRow;
  /** Instead of what the instance type offers. */
  readonly registered?: InstanceResources;
  /** On top of the agent's own. */
  readonly attributes?: Attributes;
  readonly tags?: readonly Tag[];
  /** Default: that of current AMIs. */
  readonly agentVersion?: string;
}

/** A machine's agent registers: from now on tasks can be placed there. */
export function registerInstance(sim: Cloud, registration: Registration): ContainerInstanceRow {
  const { machine, cluster, attributes = {}, tags = [] } = registration;
  const type = findInstanceType(machine.instanceType);
  const containerInstanceId = hexId(sim.world.random, 32, "instances");
  const containerInstanceArn = ecsArn(sim.tables, `container-instance/${cluster.clusterName}/${containerInstanceId}`);
  const registered = registration.registered ?? offerOf(sim, type, machine);
  const spec: ContainerInstanceSpec = Object.freeze({
    containerInstanceArn,
    containerInstanceId,
    clusterArn: cluster.clusterArn,
    ec2InstanceId: machine.instanceId,
    availabilityZone: machine.availabilityZone,
    subnetId: machine.subnetId,
    vpcId: machine.vpcId,
    registered,
    registeredAtMs: sim.nowMs,
    agentConfiguration: machine.agentConfiguration,
  });
  const row: ContainerInstanceRow = {
    containerInstanceArn,
    slot: sim.tables.containerInstances.nextSlot,
    spec,
    status: "ACTIVE",
    statusReason: undefined,
    agentConnected: true,
    agentVersion: registration.agentVersion ?? AGENT_VERSION,
    agentUpdateStatus: undefined,
    version: 1,
    attributes: { ...attributesOf(machine, type), ...attributes },
    remaining: registered,
    hostRemaining: registered,
    waitingTasks: [],
    tasksByGroup: {},
    runningTasksCount: 0,
    pendingTasksCount: 0,
    nextHostPort: DYNAMIC_PORTS.low,
    nextBridgeOffset: 2,
    tags,
  };
  sim.put("containerInstances", row);
  sim.record("CONTAINER_INSTANCE_REGISTERED", containerInstanceArn, { ec2InstanceId: machine.instanceId });
  return row;
}

/** The agent is silent: no task is placed there, and what runs goes on unseen. */
export function disconnectAgent(sim: Cloud, row: ContainerInstanceRow, facts?: SilenceFacts): ContainerInstanceRow {
  const changed = { ...row, agentConnected: false, version: row.version + 1 };
  sim.put("containerInstances", changed);
  for (const task of tasksOn(sim, changed)) setConnectivity(sim, task, "DISCONNECTED");
  sim.record("AGENT_DISCONNECTED", row.containerInstanceArn, facts);
  return changed;
}

/** States of a task whose agent may have missed that it is to stop. */
const HEARS_AGAIN: ReadonlySet<string> = new Set(["PENDING", "ACTIVATING", "RUNNING", "DEACTIVATING"]);

/** The agent is back: it hears what it missed, stops first, then what waits to begin. */
export function connectAgent(sim: Cloud, row: ContainerInstanceRow): ContainerInstanceRow {
  const changed = { ...row, agentConnected: true, version: row.version + 1 };
  sim.put("containerInstances", changed);
  for (const task of tasksOn(sim, changed)) setConnectivity(sim, task, "CONNECTED");
  sim.record("AGENT_RECONNECTED", row.containerInstanceArn);
  for (const task of tasksOn(sim, changed)) {
    const heardNothing = HEARS_AGAIN.has(task.lastStatus);
    if (task.desiredStatus === "STOPPED" && heardNothing) scheduleTask(sim, task, 0, "TASK_STOP_STARTED", undefined);
  }
  wakeQueue(sim, changed);
  scheduleAgentUpdate(sim, changed);
  return changed;
}

/**
 * A task shows whether its agent is connected; one that has stopped keeps what it had at the end. Belongs to the next record.
 * @source API Reference, Task, connectivity and connectivityAt (checked 2026-11-29)
 */
function setConnectivity(sim: Cloud, task: TaskRow, connectivity: NonNullable<TaskRow["connectivity"]>): void {
  if (task.connectivity !== connectivity) replaceTask(sim, task, { connectivity, connectivityAtMs: sim.nowMs });
}

/** The next step of an update of the agent, when one is under way. */
export function scheduleAgentUpdate(sim: Cloud, row: ContainerInstanceRow): void {
  const { agentUpdateStatus: status, containerInstanceArn, slot } = row;
  if (status === undefined) return;
  const delayMs = AGENT_UPDATE_STEPS_MS[status];
  if (delayMs !== undefined) sim.schedule(delayMs, "AGENT_UPDATE_DUE", containerInstanceArn, slot, status);
}

/** ACTIVE to DRAINING and back. Standalone tasks go on; the scheduler of services moves its own. */
export function drainInstance(
  sim: Cloud,
  row: ContainerInstanceRow,
  status: "ACTIVE" | "DRAINING",
): ContainerInstanceRow {
  const changed = { ...row, status, version: row.version + 1 };
  sim.put("containerInstances", changed);
  sim.record(
    status === "DRAINING" ? "CONTAINER_INSTANCE_DRAINING" : "CONTAINER_INSTANCE_ACTIVE",
    row.containerInstanceArn,
  );
  return changed;
}

/** The instance leaves its cluster; its tasks are lost for ECS. */
export function deregisterInstance(
  sim: Cloud,
  row: ContainerInstanceRow,
  order: Omit<StopOrder, "cause">,
): ContainerInstanceRow {
  for (const task of tasksOn(sim, row)) loseHost(sim, task, order);
  const current = sim.tables.containerInstances.at(row.slot) as ContainerInstanceRow;
  const changed: ContainerInstanceRow = {
    ...current,
    status: "INACTIVE",
    agentConnected: false,
    waitingTasks: [],
    version: current.version + 1,
  };
  sim.put("containerInstances", changed);
  sim.record("CONTAINER_INSTANCE_DEREGISTERED", row.containerInstanceArn);
  sim.schedule(GONE_INSTANCE_KEPT_MS, "CONTAINER_INSTANCE_EXPIRED", row.containerInstanceArn, row.slot, undefined);
  return changed;
}

/** Tasks of an instance that have not stopped, oldest first. */
export function tasksOn(sim: Cloud, { containerInstanceArn }: ContainerInstanceRow): TaskRow[] {
  const keys = sim.tables.tasks.bucket("containerInstance", containerInstanceArn);
  return Array.from(keys, (key) => sim.tables.tasks.get(key) as TaskRow);
}

/** The container instance of a machine, unless it was deregistered. */
export function instanceOn(sim: Cloud, machine: Ec2InstanceRow): ContainerInstanceRow | undefined {
  const [key] = sim.tables.containerInstances.bucket("ec2Instance", machine.instanceId);
  return key === undefined ? undefined : sim.tables.containerInstances.get(key);
}

function offerOf(
  sim: Cloud,
  type: InstanceType | undefined,
  { agentConfiguration: configuration, trunkInterfaceId }: Ec2InstanceRow,
): InstanceResources {
  const hasTrunk = trunkInterfaceId !== undefined;
  if (type === undefined)
    return { cpu: 0, memory: 0, tcpPorts: RESERVED_TCP_PORTS, udpPorts: [], gpus: [], interfaces: 0 };
  const kept = Number(configuration.ECS_RESERVED_MEMORY ?? 0) || 0;
  const withGpus = type.gpus > 0 && configuration.ECS_ENABLE_GPU_SUPPORT === "true";
  return {
    cpu: type.vCpus * 1024,
    memory: Math.max(0, visibleMemory(type) - kept),
    tcpPorts: RESERVED_TCP_PORTS,
    udpPorts: [],
    gpus: withGpus ? Array.from({ length: type.gpus }, () => gpuId(sim)).sort() : [],
    // The primary interface is the instance's own; with a trunk AWS's table names the tasks.
    interfaces: hasTrunk ? (type.trunkedTasks ?? 0) : type.interfaces - 1,
  };
}

function gpuId(sim: Cloud): string {
  const digits = hexId(sim.world.random, 32, "instances");
  return `GPU-${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}

function attributesOf(machine: Ec2InstanceRow, type: InstanceType | undefined): Attributes {
  const { agentConfiguration } = machine;
  return {
    ...agentCapabilities(listIn(agentConfiguration.ECS_AVAILABLE_LOGGING_DRIVERS)),
    ...(machine.trunkInterfaceId === undefined
      ? {}
      : { "ecs.awsvpc-trunk-id": machine.trunkInterfaceId, "ecs.capability.task-eni-trunking": null }),
    "ecs.ami-id": machine.imageId,
    "ecs.availability-zone": machine.availabilityZone,
    "ecs.cpu-architecture": type?.architecture ?? "x86_64",
    "ecs.instance-type": machine.instanceType,
    "ecs.os-family": "LINUX",
    "ecs.os-type": "linux",
    "ecs.subnet-id": machine.subnetId,
    "ecs.vpc-id": machine.vpcId,
    ...customAttributes(agentConfiguration.ECS_INSTANCE_ATTRIBUTES),
  };
}

/** `ECS_AVAILABLE_LOGGING_DRIVERS=["json-file","awslogs"]`; undefined for anything else than a list of texts. */
function listIn(text: string | undefined): string[] | undefined {
  const value = jsonIn(text);
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : undefined;
}

/** `ECS_INSTANCE_ATTRIBUTES={"stack":"prod"}`: read at the first registration only. */
function customAttributes(text: string | undefined): Attributes {
  const value = jsonIn(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, String(each)]));
}

function jsonIn(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

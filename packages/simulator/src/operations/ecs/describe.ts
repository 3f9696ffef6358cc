/** Turns rows into the API's shapes, members in AWS's order, times in epoch seconds, members without a value absent. */
import type { ContainerRow, TaskDefinitionRow, TaskRow } from "../../model/ecs.ts";
import { EXEC_AGENT_NAME } from "../../model/exec.ts";
import { CALLER_ARN, epochSeconds, regionOf } from "../../model/place.ts";
import { privateDnsName } from "../../model/region-names.ts";
import type { CloudReaders } from "../../model/tables.ts";
import type { RegisteredContainerDefinition } from "../../model/task-definition.ts";
import { presentBinding } from "../../network/port-bindings.ts";
import type { Shape } from "../shapes.ts";

/** A cloud that is only read: now, or at a moment of its journal. */
export interface Readable {
  readonly tables: CloudReaders;
}

function seconds(sim: Readable, atMs: number | undefined): number | undefined {
  return atMs === undefined ? undefined : epochSeconds(sim.tables, atMs);
}

/** `attachments[].type` of a task's interface in DescribeTasks; events call it `eni`. */
const ENI = "ElasticNetworkInterface";

/** What an answer shows of a task. Only DescribeTasks shows its health, and not every answer its tags. */
interface Included {
  readonly tags: boolean;
  readonly health: boolean;
}

/** A task as RunTask, StopTask and DescribeTasks give it. Simplified: containers in the definition's order; AWS has no fixed one. */
export function describeTask(sim: Readable, task: TaskRow, include: Included): Shape<"ecs", "Task"> {
  const { spec } = task;
  const containers = spec.containerArns.map((containerArn) =>
    describeContainer(sim, task, sim.tables.containers.get(containerArn) as ContainerRow, include),
  );
  const storage = spec.launchType === "FARGATE" ? ephemeralStorage(sim, task) : undefined;
  const { attachmentId } = spec;
  return {
    attachments:
      attachmentId === undefined
        ? []
        : [{ id: attachmentId, type: ENI, status: task.attachmentStatus, details: attachmentDetails(sim, task) }],
    attributes: [{ name: "ecs.cpu-architecture", value: cpuArchitecture(sim, task) }],
    availabilityZone: spec.availabilityZone,
    clusterArn: spec.clusterArn,
    connectivity: task.connectivity,
    connectivityAt: seconds(sim, task.connectivityAtMs),
    containerInstanceArn: spec.placed?.containerInstanceArn,
    containers,
    cpu: spec.cpu,
    createdAt: epochSeconds(sim.tables, spec.createdAtMs),
    desiredStatus: task.desiredStatus,
    enableExecuteCommand: spec.enableExecuteCommand,
    executionStoppedAt: seconds(sim, task.executionStoppedAtMs),
    group: spec.group,
    healthStatus: include.health ? task.healthStatus : undefined,
    lastStatus: task.lastStatus,
    launchType: spec.launchType,
    memory: spec.memory,
    overrides: describeOverrides(task, containers),
    platformVersion: spec.platformVersion,
    platformFamily: spec.platformFamily,
    pullStartedAt: seconds(sim, task.pullStartedAtMs),
    pullStoppedAt: seconds(sim, task.pullStoppedAtMs),
    startedAt: seconds(sim, task.startedAtMs),
    startedBy: spec.startedBy,
    stopCode: task.stopCode,
    stoppedAt: seconds(sim, task.stoppedAtMs),
    stoppedReason: task.stoppedReason,
    stoppingAt: seconds(sim, task.stoppingAtMs),
    tags: include.tags ? task.tags : [],
    taskArn: task.taskArn,
    taskDefinitionArn: spec.taskDefinitionArn,
    version: task.version,
    ephemeralStorage: storage,
    fargateEphemeralStorage: storage,
  };
}

/** As Register and Describe give it. Simplified: one order of attributes; `previousStatus`, which AWS's model lacks, is left out. */
export function describeTaskDefinition(sim: Readable, row: TaskDefinitionRow): Shape<"ecs", "TaskDefinition"> {
  const { definition } = row;
  return {
    taskDefinitionArn: row.taskDefinitionArn,
    containerDefinitions: definition.containerDefinitions,
    family: row.family,
    taskRoleArn: definition.taskRoleArn,
    executionRoleArn: definition.executionRoleArn,
    networkMode: definition.networkMode,
    revision: row.revision,
    volumes: definition.volumes,
    status: row.status,
    requiresAttributes: definition.requiresAttributes.length === 0 ? undefined : definition.requiresAttributes,
    placementConstraints: definition.placementConstraints,
    compatibilities: definition.compatibilities,
    runtimePlatform: definition.runtimePlatform,
    requiresCompatibilities: definition.requiresCompatibilities,
    cpu: definition.cpu,
    memory: definition.memory,
    inferenceAccelerators: undefined,
    pidMode: definition.pidMode,
    ipcMode: definition.ipcMode,
    proxyConfiguration: definition.proxyConfiguration,
    registeredAt: epochSeconds(sim.tables, row.registeredAtMs),
    deregisteredAt: seconds(sim, row.deregisteredAtMs),
    registeredBy: CALLER_ARN,
    ephemeralStorage: definition.ephemeralStorage,
    enableFaultInjection: definition.enableFaultInjection,
  };
}

function describeContainer(
  sim: Readable,
  task: TaskRow,
  container: ContainerRow,
  include: Included,
): Shape<"ecs", "Container"> {
  const definition = sim.tables.taskDefinitions
    .get(task.spec.taskDefinitionArn)
    ?.definition.containerDefinitions.find((candidate) => candidate.name === container.name);
  const eni = task.networkInterface;
  return {
    containerArn: container.containerArn,
    taskArn: container.taskArn,
    name: container.name,
    image: definition?.image,
    imageDigest: container.imageDigest,
    runtimeId: container.runtimeId,
    lastStatus: container.lastStatus,
    ...(container.lastStatus === "STOPPED" ? { exitCode: container.exitCode, reason: container.reason } : {}),
    networkBindings: bindingsOf(task, container, definition),
    networkInterfaces:
      eni === undefined || task.spec.attachmentId === undefined
        ? []
        : [{ attachmentId: task.spec.attachmentId, privateIpv4Address: eni.privateIpv4Address }],
    healthStatus: include.health ? container.healthStatus : undefined,
    cpu: String(definition?.cpu ?? 0),
    memory: definition?.memory === undefined ? undefined : String(definition.memory),
    memoryReservation: definition?.memoryReservation === undefined ? undefined : String(definition.memoryReservation),
    gpuIds: gpusOf(sim, task, container),
    managedAgents: managedAgentsOf(sim, container),
  };
}

/** Only of a task that was started with `enableExecuteCommand`. */
function managedAgentsOf(sim: Readable, { containerArn }: ContainerRow): Shape<"ecs", "ManagedAgent">[] | undefined {
  const agent = sim.tables.execAgents.get(containerArn);
  if (agent === undefined) return undefined;
  const { lastStatus, lastStartedAtMs, reason } = agent;
  return [{ lastStartedAt: seconds(sim, lastStartedAtMs), name: EXEC_AGENT_NAME, reason, lastStatus }];
}

/**
 * On an interface of its own a container has no bindings, but for ranges of ports, which are the same outside.
 * @source API Reference, NetworkBinding, hostPortRange (checked 2026-11-29)
 */
function bindingsOf(
  { spec }: TaskRow,
  { networkBindings, startedAtMs }: ContainerRow,
  definition: RegisteredContainerDefinition | undefined,
): Shape<"ecs", "NetworkBinding">[] | undefined {
  if (networkBindings !== undefined) return networkBindings.map(presentBinding);
  if (startedAtMs === undefined) return undefined;
  if (spec.networkMode !== "awsvpc") return [];
  return (definition?.portMappings ?? []).flatMap(({ containerPortRange, protocol = "tcp" }) =>
    containerPortRange === undefined
      ? []
      : [{ bindIP: "0.0.0.0", protocol, containerPortRange, hostPortRange: containerPortRange }],
  );
}

/**
 * What stands in the place of an interface that was never made.
 * @source Recorded answers of a task that was stopped in PROVISIONING (checked 2026-11-29)
 */
const NEVER_MADE: readonly Shape<"ecs", "KeyValuePair">[] = [
  { name: "networkInterfaceId", value: "unset" },
  { name: "macAddress" },
];

function attachmentDetails(sim: Readable, task: TaskRow): Shape<"ecs", "KeyValuePair">[] {
  const details = [{ name: "subnetId", value: task.spec.subnetId }];
  const eni = task.networkInterface;
  if (eni === undefined) return task.attachmentStatus === "DELETED" ? [...details, ...NEVER_MADE] : details;
  details.push(
    { name: "networkInterfaceId", value: eni.networkInterfaceId },
    { name: "macAddress", value: eni.macAddress },
    { name: "privateDnsName", value: privateDnsName(regionOf(sim.tables), eni.privateIpv4Address) },
    { name: "privateIPv4Address", value: eni.privateIpv4Address },
  );
  return details;
}

function describeOverrides(
  task: TaskRow,
  containers: readonly Shape<"ecs", "Container">[],
): Shape<"ecs", "TaskOverride"> {
  const { overrides } = task.spec;
  const given = new Map(overrides.containerOverrides?.map((override) => [override.name, override]));
  const containerOverrides = containers.map(({ name }) => given.get(name) ?? { name });
  return { ...overrides, containerOverrides, inferenceAcceleratorOverrides: [] };
}

/** @source Developer Guide, Fargate task ephemeral storage: 20 GiB unless the definition or the call says more (checked 2026-11-21) */
function ephemeralStorage(sim: Readable, task: TaskRow): { readonly sizeInGiB: number } {
  const { overrides, taskDefinitionArn } = task.spec;
  const { ephemeralStorage } = sim.tables.taskDefinitions.get(taskDefinitionArn)?.definition ?? {};
  return overrides.ephemeralStorage ?? ephemeralStorage ?? { sizeInGiB: 20 };
}

function cpuArchitecture(sim: Readable, task: TaskRow): string {
  const { placed } = task.spec;
  const instance = placed && sim.tables.containerInstances.at(placed.instanceSlot);
  if (instance !== undefined) return instance.attributes["ecs.cpu-architecture"] ?? "x86_64";
  const platform = sim.tables.taskDefinitions.get(task.spec.taskDefinitionArn)?.definition.runtimePlatform;
  return platform?.cpuArchitecture === "ARM64" ? "arm64" : "x86_64";
}

/** The GPUs of a container: of those of the task, in the order of the definition. Undefined when it asks for none. */
function gpusOf(sim: Readable, task: TaskRow, container: ContainerRow): string[] | undefined {
  const gpus = task.spec.placed?.reservation.gpus ?? [];
  if (gpus.length === 0) return undefined;
  let from = 0;
  const given = new Map(task.spec.overrides.containerOverrides?.map((override) => [override.name, override]));
  for (const { name, resourceRequirements: usual = [] } of definitionsOf(sim, task)) {
    const { resourceRequirements = usual } = given.get(name) ?? {};
    const count = resourceRequirements.reduce(
      (sum, { type, value }) => sum + (type === "GPU" ? Number(value) || 0 : 0),
      0,
    );
    if (name === container.name) return count === 0 ? undefined : gpus.slice(from, from + count);
    from += count;
  }
  return undefined;
}

function definitionsOf(sim: Readable, task: TaskRow): readonly RegisteredContainerDefinition[] {
  return sim.tables.taskDefinitions.get(task.spec.taskDefinitionArn)?.definition.containerDefinitions ?? [];
}

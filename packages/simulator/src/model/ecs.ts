/**
 * Rows of the ECS area: clusters, task definitions, tasks, containers. Field names are the API's; times are simulated
 * milliseconds (`...AtMs`) and become epoch seconds only in answers. A field without a value is undefined, and JSON leaves it out.
 */

import type { Told } from "./cause.ts";
import type { StopCause } from "./causes/stops.ts";
import type { TaskReservation } from "./container-instances.ts";
import type { EcsShapes } from "./generated/ecs.ts";
import type { MemoryUse } from "./registry.ts";
import type { Tag } from "./tags.ts";
import type { RegisteredTaskDefinition } from "./task-definition.ts";
import type { Serving } from "./traffic.ts";
import type { NetworkInterfaceRow } from "./vpc.ts";

/** `lastStatus` of a task. @source Developer Guide, "Amazon ECS task lifecycle" (checked 2026-11-20) */
export type TaskStatus =
  | "PROVISIONING"
  | "PENDING"
  | "ACTIVATING"
  | "RUNNING"
  | "DEACTIVATING"
  | "STOPPING"
  | "DEPROVISIONING"
  | "STOPPED"
  | "DELETED";

/** `desiredStatus` of a task. ECS never sets PENDING, although the API lists it. */
export type DesiredStatus = "RUNNING" | "STOPPED";

export type ContainerStatus = "PENDING" | "RUNNING" | "STOPPED";
export type HealthStatus = "HEALTHY" | "UNHEALTHY" | "UNKNOWN";

/** Why a task stopped, as a code. @source API Reference, Task (checked 2026-11-20) */
export type StopCode =
  | "TaskFailedToStart"
  | "EssentialContainerExited"
  | "UserInitiated"
  | "ServiceSchedulerInitiated"
  | "SpotInterruption"
  | "TerminationNotice";

/** Why a task is to stop: the cause's words become its `stoppedReason`. */
export interface StopOrder extends Told<StopCause> {
  readonly stopCode: StopCode;
  /** Record that led to it; default: the first one of the running step. */
  readonly cause?: number;
}

/** Status of an elastic network interface attachment, in the order in which it passes. */
export type AttachmentStatus =
  | "PRECREATED"
  | "CREATED"
  | "ATTACHING"
  | "ATTACHED"
  | "DETACHING"
  | "DETACHED"
  | "DELETED"
  | "FAILED";

export type ClusterStatus = "ACTIVE" | "INACTIVE";

export interface ClusterRow {
  readonly clusterArn: string;
  readonly clusterName: string;
  readonly status: ClusterStatus;
  readonly tags: readonly Tag[];
  readonly settings: readonly EcsShapes["ClusterSetting"][];
  readonly configuration?: EcsShapes["ClusterConfiguration"];
  /** Where services connect that name no namespace. */
  readonly namespaceArn?: string | undefined;
  readonly createdAtMs: number;
}

export type TaskDefinitionStatus = "ACTIVE" | "INACTIVE" | "DELETE_IN_PROGRESS";

export interface TaskDefinitionRow {
  readonly taskDefinitionArn: string;
  readonly family: string;
  readonly revision: number;
  readonly status: TaskDefinitionStatus;
  /** What the learner registered, with AWS's defaults filled in. */
  readonly definition: RegisteredTaskDefinition;
  readonly tags: readonly Tag[];
  readonly registeredAtMs: number;
  readonly deregisteredAtMs?: number;
  readonly deleteRequestedAtMs?: number;
}

/** A change that RunTask makes to one container of the definition. */
export type ContainerOverride = EcsShapes["ContainerOverride"];

export type TaskOverride = EcsShapes["TaskOverride"];

export type LaunchType = "EC2" | "FARGATE" | "EXTERNAL";

/** @source API Reference, RegisterTaskDefinition, networkMode (checked 2026-11-21) */
export type NetworkMode = "awsvpc" | "bridge" | "host" | "none";

/** Where a task runs on EC2. */
export interface PlacedOn {
  readonly containerInstanceArn: string;
  /** Slot of the container instance in its table, and of its machine in theirs. */
  readonly instanceSlot: number;
  readonly ec2Slot: number;
  readonly reservation: TaskReservation;
}

/** One published port of a container. @source API Reference, NetworkBinding (checked 2026-11-21) */
export interface NetworkBinding {
  readonly bindIP: string;
  readonly containerPort: number;
  readonly hostPort: number;
  readonly protocol: "tcp" | "udp";
  /** Of a range of ports: how many, from these two on. */
  readonly count?: number;
}

/** What a task was asked to be: written once by RunTask, shared by all its later rows. */
export interface TaskSpec {
  readonly taskArn: string;
  readonly taskId: string;
  readonly clusterArn: string;
  readonly taskDefinitionArn: string;
  readonly launchType: LaunchType;
  readonly networkMode: NetworkMode;
  /** Only on Fargate. */
  readonly platformVersion?: string;
  readonly platformFamily?: string;
  readonly availabilityZone: string;
  /** Where its addresses come from: its own interface's subnet, or the instance's when it has none. */
  readonly subnetId: string;
  /** Of its own interface; a task without one is behind the groups of its instance. */
  readonly securityGroups: readonly string[];
  readonly assignPublicIp: boolean;
  readonly cpu: string;
  readonly memory: string;
  readonly group: string;
  /** Of a task that a service started; `startedBy` is then its deployment. */
  readonly serviceArn?: string | undefined;
  readonly startedBy?: string;
  readonly clientToken?: string;
  /** The request that the token stands for, as text: the same token with another request is a conflict. */
  readonly tokenRequest?: string;
  readonly enableExecuteCommand: boolean;
  readonly overrides: TaskOverride;
  /** Only in awsvpc mode. */
  readonly attachmentId?: string;
  /** Only on EC2: where the task was placed, and what it takes there. */
  readonly placed?: PlacedOn;
  /** Keys of the task's containers, in the order of the definition. */
  readonly containerArns: readonly string[];
  /** Slot of the first container; the others follow it. */
  readonly firstContainerSlot: number;
  readonly createdAtMs: number;
}

export interface TaskRow {
  readonly taskArn: string;
  /** Place in its table, for quick reading. */
  readonly slot: number;
  readonly spec: TaskSpec;
  readonly lastStatus: TaskStatus;
  readonly desiredStatus: DesiredStatus;
  /** Rises by one with every state change event of the task. */
  readonly version: number;
  /** Of its own interface; undefined for a task that has none. */
  readonly attachmentStatus?: AttachmentStatus;
  /** The interface that the task got, once it has one; stays readable after the interface is gone, as in AWS. */
  readonly networkInterface?: NetworkInterfaceRow;
  /** Whether its agent is connected: Fargate's own, or the one of its instance. Undefined before Fargate's has been. */
  readonly connectivity?: "CONNECTED" | "DISCONNECTED";
  /** When that changed last. */
  readonly connectivityAtMs?: number;
  readonly pullStartedAtMs?: number;
  readonly pullStoppedAtMs?: number;
  readonly startedAtMs?: number;
  readonly stoppingAtMs?: number;
  readonly executionStoppedAtMs?: number;
  readonly stoppedAtMs?: number;
  readonly stopCode?: StopCode;
  readonly stoppedReason?: string;
  readonly healthStatus: HealthStatus;
  /** On Fargate: why its agent ends it on its own, since `executionStoppedAtMs`; ECS hears of it later. */
  readonly ending?: StopOrder;
  /** On EC2: whether its agent has set aside the task's share of the host. */
  readonly holdsHost: boolean;
  readonly tags: readonly Tag[];
}

export interface ContainerRow {
  readonly containerArn: string;
  readonly taskArn: string;
  /** Places of the container and of its task in their tables, for quick reading. */
  readonly slot: number;
  readonly taskSlot: number;
  readonly name: string;
  readonly lastStatus: ContainerStatus;
  /** What the agent is doing below the status that the API shows. */
  readonly phase: ContainerPhase;
  readonly imageDigest?: string;
  readonly runtimeId?: string;
  readonly exitCode?: number;
  readonly reason?: string;
  readonly healthStatus: HealthStatus;
  readonly pullStartedAtMs?: number;
  /** When the running pull will end: lets a picture show its progress. */
  readonly pullEndsAtMs?: number;
  /** When its process last started. */
  readonly startedAtMs?: number;
  readonly stoppedAtMs?: number;
  /** Health probes in a row that failed; only containers with a health check count them. */
  readonly failedProbes: number;
  /** How often its restart policy has started it again. The API does not show it; the task metadata endpoint does. */
  readonly restartCount: number;
  /** Sequence number of the agenda entry for what the container will do next by itself, if anything. */
  readonly timer?: number;
  /** What its process takes of the memory of the task; undefined before the start, or when it is too little to count. */
  readonly memory?: MemoryUse;
  /** How its program serves requests otherwise than it began to: somebody has changed that. */
  readonly serving?: Partial<Serving> | undefined;
  /** A port that its server wanted when it started last and that another process had. */
  readonly portTaken?: number | undefined;
  /** Its process runs and answers nothing. */
  readonly hangs?: true | undefined;
  /** While it is RUNNING: when its process will end by itself, as things stand. */
  readonly endsAtMs?: number;
  /** Ports published on the instance; only in bridge and host mode. */
  readonly networkBindings?: readonly NetworkBinding[];
  /** Address on docker0; only in bridge mode. */
  readonly bridgeAddress?: string;
  /** Variables that its environment files gave, once they are read. */
  readonly fileVariables?: Readonly<Record<string, string>>;
}

/**
 * The agent's own steps of a container. NONE to STOPPED as in the public agent's state machine; WAITING (for another
 * container), PULLING, RESTARTING and STOPPING are ours, so that a learner can see what takes the time.
 */
export type ContainerPhase =
  | "NONE"
  | "WAITING"
  | "PULLING"
  | "PULLED"
  | "CREATED"
  | "RUNNING"
  | "RESTARTING"
  | "STOPPING"
  | "STOPPED";

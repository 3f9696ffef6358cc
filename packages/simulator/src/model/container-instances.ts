/**
 * Rows of container instances: what ECS knows of a machine that runs its agent, and what is left of it. Amounts are CPU
 * units (1,024 a vCPU) and MiB. Source: API Reference, ContainerInstance (checked 2026-11-21).
 */
import type { Tag } from "./tags.ts";

export type ContainerInstanceStatus =
  | "REGISTERING"
  | "REGISTRATION_FAILED"
  | "ACTIVE"
  | "DRAINING"
  | "DEREGISTERING"
  | "INACTIVE";

/** What a machine offers, or what of it is taken. Ports are the ones in use, as in the API's PORTS. */
export interface InstanceResources {
  readonly cpu: number;
  readonly memory: number;
  /** Host ports in use, sorted: reserved by the instance, then those of tasks. */
  readonly tcpPorts: readonly number[];
  readonly udpPorts: readonly number[];
  /** Ids of GPUs that are free (in `registered`: all). */
  readonly gpus: readonly string[];
  /** Tasks in awsvpc mode that still fit (in `registered`: that fit on the empty instance). */
  readonly interfaces: number;
}

/** What one task takes of its instance from placement until it begins to stop. */
export interface TaskReservation {
  readonly cpu: number;
  readonly memory: number;
  readonly tcpPorts: readonly number[];
  readonly udpPorts: readonly number[];
  readonly gpus: readonly string[];
  /** 1 for a task in awsvpc mode, else 0. */
  readonly interfaces: 0 | 1;
}

/** Values of attributes by name; null for an attribute without a value, as capabilities are. */
export type Attributes = Readonly<Record<string, string | null>>;

/** How far an update of an instance's agent has come. @source API Reference, ContainerInstance (checked 2026-11-21) */
export type AgentUpdateStatus = "PENDING" | "STAGING" | "STAGED" | "UPDATING" | "UPDATED" | "FAILED";

/** What the agent registered once: shared by all later rows of the instance. */
export interface ContainerInstanceSpec {
  readonly containerInstanceArn: string;
  readonly containerInstanceId: string;
  readonly clusterArn: string;
  readonly ec2InstanceId: string;
  readonly availabilityZone: string;
  readonly subnetId: string;
  readonly vpcId: string;
  readonly registered: InstanceResources;
  readonly registeredAtMs: number;
  readonly agentConfiguration: Readonly<Record<string, string>>;
}

export interface ContainerInstanceRow {
  readonly containerInstanceArn: string;
  readonly slot: number;
  readonly spec: ContainerInstanceSpec;
  readonly status: ContainerInstanceStatus;
  readonly statusReason?: string;
  readonly agentConnected: boolean;
  readonly agentVersion: string;
  readonly agentUpdateStatus?: AgentUpdateStatus;
  /** Rises by one with every change that ECS reports as an event. */
  readonly version: number;
  readonly attributes: Attributes;
  /** What the control plane still has to give. A task's share comes back as soon as the task is to stop. */
  readonly remaining: InstanceResources;
  /** What the agent's own view of the host has left: here the share comes back when the task's containers have stopped. */
  readonly hostRemaining: InstanceResources;
  /** Slots of tasks that wait on the host for such shares, first come first served. */
  readonly waitingTasks: readonly number[];
  /** Tasks that are meant to run here, by task group. */
  readonly tasksByGroup: Readonly<Record<string, number>>;
  readonly runningTasksCount: number;
  readonly pendingTasksCount: number;
  /** Where the agent's search for a dynamic host port goes on. */
  readonly nextHostPort: number;
  /** Last address given out on docker0, as an offset in 172.17.0.0/16. */
  readonly nextBridgeOffset: number;
  readonly tags: readonly Tag[];
}

/**
 * Everything that can be on the agenda, by kind: the table of the row that it is about, what its handler gets to know
 * besides, and what it is for those who wait. A new kind is a line in `Due`, a line in `NATURES` and a handler.
 */

import type { EntryOf, Nature } from "../kernel/agenda.ts";
import type { DueAbout } from "../kernel/simulation.ts";
import type { Told } from "./cause.ts";
import type { LogCause } from "./causes/starts.ts";
import type { AgentUpdateStatus } from "./container-instances.ts";
import type { Announcement, EventEnvelope, EventTarget } from "./event-rules.ts";
import type { LogLoss } from "./logs.ts";
import type { ProcessEnd, Resumption } from "./processes.ts";
import type { PullEnd } from "./registry.ts";
import type { SettledResource } from "./resource-results.ts";
import type { Beat } from "./service-decision.ts";
import type { TableName } from "./tables.ts";

/** A kind of entry about a row of a table, with the data of its handler. */
interface Concerning<Row extends TableName, Data = undefined> {
  readonly row: Row;
  readonly data: Data;
}

/** Every kind of agenda entry. */
export interface Due {
  ENI_CREATED: Concerning<"tasks">;
  AGENT_CONNECTED: Concerning<"tasks">;
  ENI_ATTACHED: Concerning<"tasks">;
  CONTAINERS_DUE: Concerning<"tasks">;
  RESOURCE_SETTLED: Concerning<"tasks", SettledResource>;
  EXIT_REPORTED: Concerning<"tasks">;
  STOP_ROUND: Concerning<"tasks">;
  TASK_STOP_STARTED: Concerning<"tasks">;
  TASK_DEACTIVATED: Concerning<"tasks">;
  ENI_DELETED: Concerning<"tasks">;
  TASK_EXPIRED: Concerning<"tasks">;

  /** With what the log driver's check before the pull says. */
  LOGGING_REFUSED: Concerning<"containers", Told<LogCause>>;
  PULL_STOPPED: Concerning<"containers", PullEnd>;
  CONTAINER_CREATED: Concerning<"containers">;
  CONTAINER_STARTED: Concerning<"containers">;
  CONTAINER_EXITED: Concerning<"containers", ProcessEnd>;
  /** With the end that is the last one when the task is to stop meanwhile. */
  CONTAINER_RESTARTED: Concerning<"containers", ProcessEnd>;
  SIGKILL_DUE: Concerning<"containers">;
  PROCESS_RESUMED: Concerning<"containers", Resumption>;
  EXEC_AGENT_DUE: Concerning<"containers">;
  /** With the number of the run, `restartCount`: a probe of an earlier run is out of date. */
  HEALTH_PROBED: Concerning<"containers", number>;
  START_TIMED_OUT: Concerning<"containers">;
  /** With the start of the process whose lines are lost. */
  LOG_BUFFER_FULL: Concerning<"containers", LogLoss & { readonly startedAtMs: number }>;

  SERVICE_BEAT: Concerning<"services", Beat>;
  /** A stage of a shift of traffic waits no longer. With the series in which it began to wait. */
  STAGE_DUE: Concerning<"services", number>;
  SERVICE_GONE: Concerning<"services">;
  /** With the series after which it rested. */
  SERVICE_STEADY_AGAIN: Concerning<"services", number>;
  SERVICE_EXPIRED: Concerning<"services">;

  INSTANCE_RUNNING: Concerning<"ec2Instances">;
  AGENT_STARTED: Concerning<"ec2Instances">;
  INSTANCE_GONE: Concerning<"ec2Instances">;
  AGENT_MISSED: Concerning<"ec2Instances">;
  INSTANCE_EXPIRED: Concerning<"ec2Instances">;
  /** With the status that this step ends. */
  AGENT_UPDATE_DUE: Concerning<"containerInstances", AgentUpdateStatus>;
  CONTAINER_INSTANCE_EXPIRED: Concerning<"containerInstances">;

  NAT_GATEWAY_AVAILABLE: Concerning<"natGateways">;
  NAT_GATEWAY_GONE: Concerning<"natGateways">;
  NAT_GATEWAY_EXPIRED: Concerning<"natGateways">;
  VPC_ENDPOINT_AVAILABLE: Concerning<"vpcEndpoints">;
  VPC_ENDPOINT_GONE: Concerning<"vpcEndpoints">;

  /** With the subnet in which a node of it comes up. */
  LOAD_BALANCER_NODE_DUE: Concerning<"loadBalancers", string>;
  LOAD_BALANCER_ACTIVE: Concerning<"loadBalancers">;
  TARGET_DRAINED: Concerning<"targets">;
  TARGET_HEALTH_DUE: Concerning<"targets">;
  /** With the row as it was when it changed; only while a rule looks at events. */
  EVENT_TOLD: Concerning<Announcement["about"], Announcement>;
  EVENT_RULE_DUE: Concerning<"eventRules">;
  EVENT_TARGET_DUE: Concerning<"eventRules", { readonly target: EventTarget; readonly event: EventEnvelope }>;
  /** The books of its traffic are closed. */
  FLOW_DUE: Concerning<"loadBalancers">;
}

/** Kinds of entries, of all rows or of the rows of one table. */
export type DueKind<Row extends TableName = TableName> = DueAbout<Due, Row>;

/** An entry of a kind; without one, any. */
export type CloudEntry<Kind extends DueKind = DueKind> = EntryOf<Due, Kind>;

/**
 * What an entry of each kind is, unless its scheduling says otherwise: what a container does that was started again is
 * periodic, for instance. Ours: AWS knows no agenda.
 */
export const NATURES: { readonly [Kind in DueKind]: Nature } = {
  ENI_CREATED: "progress",
  AGENT_CONNECTED: "progress",
  ENI_ATTACHED: "progress",
  CONTAINERS_DUE: "progress",
  RESOURCE_SETTLED: "progress",
  EXIT_REPORTED: "progress",
  STOP_ROUND: "progress",
  TASK_STOP_STARTED: "progress",
  TASK_DEACTIVATED: "progress",
  ENI_DELETED: "progress",
  TASK_EXPIRED: "expiry",
  LOGGING_REFUSED: "progress",
  PULL_STOPPED: "progress",
  CONTAINER_CREATED: "progress",
  CONTAINER_STARTED: "progress",
  CONTAINER_EXITED: "progress",
  CONTAINER_RESTARTED: "progress",
  SIGKILL_DUE: "progress",
  PROCESS_RESUMED: "progress",
  EXEC_AGENT_DUE: "progress",
  HEALTH_PROBED: "progress",
  START_TIMED_OUT: "progress",
  LOG_BUFFER_FULL: "progress",
  SERVICE_BEAT: "progress",
  STAGE_DUE: "progress",
  SERVICE_GONE: "progress",
  SERVICE_STEADY_AGAIN: "expiry",
  SERVICE_EXPIRED: "expiry",
  INSTANCE_RUNNING: "progress",
  AGENT_STARTED: "progress",
  INSTANCE_GONE: "progress",
  AGENT_MISSED: "progress",
  INSTANCE_EXPIRED: "expiry",
  AGENT_UPDATE_DUE: "progress",
  CONTAINER_INSTANCE_EXPIRED: "expiry",
  NAT_GATEWAY_AVAILABLE: "progress",
  NAT_GATEWAY_GONE: "progress",
  NAT_GATEWAY_EXPIRED: "expiry",
  VPC_ENDPOINT_AVAILABLE: "progress",
  VPC_ENDPOINT_GONE: "progress",
  LOAD_BALANCER_NODE_DUE: "progress",
  LOAD_BALANCER_ACTIVE: "progress",
  TARGET_DRAINED: "progress",
  TARGET_HEALTH_DUE: "progress",
  EVENT_TOLD: "progress",
  EVENT_RULE_DUE: "periodic",
  EVENT_TARGET_DUE: "progress",
  FLOW_DUE: "expiry",
};

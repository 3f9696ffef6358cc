/** Which controller answers which entry of the agenda. */

import type { CloudHandler } from "../model/cloud.ts";
import { onAgentUpdateDue } from "./agent-updates.ts";
import { onContainersDue, onResourceSettled } from "./before-containers.ts";
import {
  onAgentMissed,
  onAgentStarted,
  onContainerInstanceExpired,
  onInstanceExpired,
  onInstanceGone,
  onInstanceRunning,
} from "./machines.ts";
import {
  onEndpointAvailable,
  onEndpointGone,
  onNatGatewayAvailable,
  onNatGatewayExpired,
  onNatGatewayGone,
} from "./network-changes.ts";
import { onProcessResumed } from "./processes.ts";
import { onAgentConnected, onEniAttached, onEniCreated } from "./provision-task.ts";
import {
  onContainerExited,
  onContainerRestarted,
  onExitReported,
  onHealthProbed,
  onSigkillDue,
  onStartTimedOut,
} from "./run-container.ts";
import { onContainerCreated, onContainerStarted, onPullStopped } from "./start-containers.ts";
import { onEniDeleted, onTaskDeactivated, onTaskExpired, onTaskStopStarted } from "./stop-task.ts";

export const HANDLERS: Readonly<Record<string, CloudHandler>> = {
  ENI_CREATED: onEniCreated,
  AGENT_CONNECTED: onAgentConnected,
  ENI_ATTACHED: onEniAttached,
  CONTAINERS_DUE: onContainersDue,
  RESOURCE_SETTLED: onResourceSettled,
  PULL_STOPPED: onPullStopped,
  CONTAINER_CREATED: onContainerCreated,
  CONTAINER_STARTED: onContainerStarted,
  CONTAINER_EXITED: onContainerExited,
  CONTAINER_RESTARTED: onContainerRestarted,
  SIGKILL_DUE: onSigkillDue,
  PROCESS_RESUMED: onProcessResumed,
  EXIT_REPORTED: onExitReported,
  HEALTH_PROBED: onHealthProbed,
  START_TIMED_OUT: onStartTimedOut,
  TASK_STOP_STARTED: onTaskStopStarted,
  TASK_DEACTIVATED: onTaskDeactivated,
  ENI_DELETED: onEniDeleted,
  TASK_EXPIRED: onTaskExpired,
  INSTANCE_RUNNING: onInstanceRunning,
  AGENT_STARTED: onAgentStarted,
  INSTANCE_GONE: onInstanceGone,
  AGENT_MISSED: onAgentMissed,
  AGENT_UPDATE_DUE: onAgentUpdateDue,
  INSTANCE_EXPIRED: onInstanceExpired,
  CONTAINER_INSTANCE_EXPIRED: onContainerInstanceExpired,
  NAT_GATEWAY_AVAILABLE: onNatGatewayAvailable,
  NAT_GATEWAY_GONE: onNatGatewayGone,
  NAT_GATEWAY_EXPIRED: onNatGatewayExpired,
  VPC_ENDPOINT_AVAILABLE: onEndpointAvailable,
  VPC_ENDPOINT_GONE: onEndpointGone,
};

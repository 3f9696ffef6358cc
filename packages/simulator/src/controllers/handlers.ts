/** Which controller answers which entry of the agenda. Those that call operations are answered in operations/handlers.ts. */
import type { CloudHandlers } from "../model/cloud.ts";
import { onLoadBalancerActive, onLoadBalancerNodeDue } from "./balancing/load-balancers.ts";
import { onTargetHealthDue } from "./balancing/target-health.ts";
import { onTargetDrained } from "./balancing/targets.ts";
import { onExecAgentDue } from "./containers/exec-agents.ts";
import { onExitReported } from "./containers/hear-exits.ts";
import { onLogBufferFull } from "./containers/log-losses.ts";
import { onProcessResumed } from "./containers/processes.ts";
import {
  onContainerExited,
  onContainerRestarted,
  onHealthProbed,
  onSigkillDue,
  onStartTimedOut,
} from "./containers/run-container.ts";
import {
  onContainerCreated,
  onContainerStarted,
  onLoggingRefused,
  onPullStopped,
} from "./containers/start-containers.ts";
import { onStopRound } from "./containers/stop-containers.ts";
import { onAgentUpdateDue } from "./machines/agent-updates.ts";
import {
  onAgentMissed,
  onAgentStarted,
  onContainerInstanceExpired,
  onInstanceExpired,
  onInstanceGone,
  onInstanceRunning,
} from "./machines/machines.ts";
import {
  onEndpointAvailable,
  onEndpointGone,
  onNatGatewayAvailable,
  onNatGatewayExpired,
  onNatGatewayGone,
} from "./network/network-changes.ts";
import { onServiceBeat, onStageDue } from "./services/beat.ts";
import { onServiceExpired, onServiceGone, onSteadyAgain } from "./services/rest.ts";
import { onContainersDue, onResourceSettled } from "./tasks/before-containers.ts";
import { onAgentConnected, onEniAttached, onEniCreated } from "./tasks/provision-task.ts";
import { onEniDeleted, onTaskDeactivated, onTaskExpired, onTaskStopStarted } from "./tasks/stop-task.ts";
import { onFlowDue } from "./traffic/close-books.ts";

export const CONTROLLER_HANDLERS = {
  ENI_CREATED: onEniCreated,
  AGENT_CONNECTED: onAgentConnected,
  ENI_ATTACHED: onEniAttached,
  CONTAINERS_DUE: onContainersDue,
  RESOURCE_SETTLED: onResourceSettled,
  LOGGING_REFUSED: onLoggingRefused,
  PULL_STOPPED: onPullStopped,
  CONTAINER_CREATED: onContainerCreated,
  CONTAINER_STARTED: onContainerStarted,
  CONTAINER_EXITED: onContainerExited,
  CONTAINER_RESTARTED: onContainerRestarted,
  SIGKILL_DUE: onSigkillDue,
  PROCESS_RESUMED: onProcessResumed,
  EXEC_AGENT_DUE: onExecAgentDue,
  EXIT_REPORTED: onExitReported,
  STOP_ROUND: onStopRound,
  HEALTH_PROBED: onHealthProbed,
  START_TIMED_OUT: onStartTimedOut,
  LOG_BUFFER_FULL: onLogBufferFull,
  TASK_STOP_STARTED: onTaskStopStarted,
  TASK_DEACTIVATED: onTaskDeactivated,
  ENI_DELETED: onEniDeleted,
  TASK_EXPIRED: onTaskExpired,
  SERVICE_BEAT: onServiceBeat,
  STAGE_DUE: onStageDue,
  SERVICE_GONE: onServiceGone,
  SERVICE_STEADY_AGAIN: onSteadyAgain,
  SERVICE_EXPIRED: onServiceExpired,
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
  LOAD_BALANCER_NODE_DUE: onLoadBalancerNodeDue,
  LOAD_BALANCER_ACTIVE: onLoadBalancerActive,
  TARGET_DRAINED: onTargetDrained,
  TARGET_HEALTH_DUE: onTargetHealthDue,
  FLOW_DUE: onFlowDue,
} satisfies Partial<CloudHandlers>;

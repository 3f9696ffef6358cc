/**
 * What a service says in its events, in the form of the API: each with the service's name before it. Those about placement
 * on container instances are in events.ts. Over 300 lines because each text stands with its source.
 */
import { cause, tellerOf } from "../cause.ts";

const OBSERVED = "Event lists of services published in 2026 (checked 2026-11-29)";
const DOCUMENTED = "Developer Guide, Viewing Amazon ECS service event messages (checked 2026-11-29)";
const REBALANCING =
  "Developer Guide, Availability Zone service rebalancing service event messages (checked 2026-11-29)";

interface Service {
  readonly serviceName: string;
}
interface Tasks extends Service {
  readonly taskIds: readonly string[];
}
interface Targets extends Service {
  readonly count: number;
  readonly targetGroupArn: string;
}
interface UnhealthyTarget extends Service {
  readonly port: number;
  readonly targetGroupArn: string;
  readonly reason: string;
}
interface MissingTarget extends OfDeployment {
  readonly taskId: string;
  readonly targetGroupArn: string;
  readonly what: "TARGET" | "TARGET GROUP";
}
interface OfDeployment extends Service {
  readonly deploymentId: string;
}

/** Ours: the ids. Each row has the source of its words. */
export const SERVICE_EVENTS = {
  "service.started": cause(
    "observed",
    ({ serviceName, taskIds }: Tasks) =>
      `(service ${serviceName}) has started ${taskIds.length} tasks: ${listed(taskIds)}.`,
    OBSERVED,
  ),
  "service.replaced": cause(
    "observed",
    ({ serviceName, taskIds }: Tasks) =>
      `(service ${serviceName}) has started ${taskIds.length} tasks: ${listed(taskIds)}. Amazon ECS replaced ${taskIds.length} tasks due to an unhealthy status.`,
    OBSERVED,
  ),
  "service.stopped-running": cause(
    "observed",
    ({ serviceName, taskIds }: Tasks) =>
      `(service ${serviceName}) has stopped ${taskIds.length} running tasks: ${listed(taskIds)}.`,
    OBSERVED,
  ),
  "service.stopped-pending": cause(
    "observed",
    ({ serviceName, taskIds }: Tasks) => `(service ${serviceName}) stopped ${taskIds.length} pending tasks.`,
    OBSERVED,
  ),
  "service.container-checks": cause(
    "observed",
    ({ serviceName, taskId }: Service & { readonly taskId: string }) =>
      `(service ${serviceName}) (task ${taskId}) failed container health checks.`,
    OBSERVED,
  ),
  "service.registered": cause(
    "observed",
    ({ serviceName, count, targetGroupArn }: Targets) =>
      `(service ${serviceName}) registered ${count} targets in (target-group ${targetGroupArn})`,
    OBSERVED,
  ),
  "service.deregistered": cause(
    "observed",
    ({ serviceName, count, targetGroupArn }: Targets) =>
      `(service ${serviceName}) deregistered ${count} targets in (target-group ${targetGroupArn})`,
    OBSERVED,
  ),
  "service.drains": cause(
    "observed",
    ({ serviceName, count }: Service & { readonly count: number }) =>
      `(service ${serviceName}) has begun draining connections on ${count} tasks.`,
    OBSERVED,
  ),
  "service.target-unhealthy": cause(
    "observed",
    ({ serviceName, taskId, port, targetGroupArn, reason }: UnhealthyTarget & { readonly taskId: string }) =>
      `(service ${serviceName}) (task ${taskId}) (port ${port}) is unhealthy in (target-group ${targetGroupArn}) due to (reason ${reason}).`,
    OBSERVED,
  ),
  "service.instance-unhealthy": cause(
    "observed",
    ({ serviceName, instanceId, port, targetGroupArn, reason }: UnhealthyTarget & { readonly instanceId: string }) =>
      `(service ${serviceName}) (instance ${instanceId}) (port ${port}) is unhealthy in (target-group ${targetGroupArn}) due to (reason ${reason}).`,
    OBSERVED,
  ),
  "service.target-missing": cause(
    "documented",
    ({ serviceName, deploymentId, taskId, targetGroupArn, what }: MissingTarget) =>
      `(service ${serviceName}) task set (${deploymentId}) (task ${taskId}) is not healthy in target-group (${targetGroupArn}) due to ${what} IS NOT FOUND.`,
    DOCUMENTED,
  ),
  "service.steady": cause(
    "documented",
    ({ serviceName }: Service) => `(service ${serviceName}) has reached a steady state.`,
    DOCUMENTED,
  ),
  "service.completed": cause(
    "observed",
    ({ serviceName, deploymentId }: OfDeployment) =>
      `(service ${serviceName}) (deployment ${deploymentId}) deployment completed.`,
    OBSERVED,
  ),
  "service.failed-breaker": cause(
    "observed",
    ({ serviceName, deploymentId }: OfDeployment) =>
      `(service ${serviceName}) (deployment ${deploymentId}) deployment failed: tasks failed to start.`,
    OBSERVED,
  ),
  "service.failed-alarm": cause(
    "observed",
    ({ serviceName, deploymentId }: OfDeployment) =>
      `(service ${serviceName}) (deployment ${deploymentId}) deployment failed: alarm detected.`,
    OBSERVED,
  ),
  "service.failed-stage": cause(
    "observed",
    ({ serviceName, deploymentId, reason }: OfDeployment & { readonly reason: string }) =>
      `(service ${serviceName}) (deployment ${deploymentId}) deployment failed: ${reason}`,
    OBSERVED,
  ),
  "service.rollback-failed": cause(
    "observed",
    ({ serviceName, deploymentId }: OfDeployment) =>
      `(service ${serviceName}) Deployment ${deploymentId} rollback has failed.`,
    "A published log of a first blue/green deployment of 2025 (checked 2026-11-29)",
  ),
  "service.rolling-back": cause(
    "observed",
    ({ serviceName, deploymentId }: OfDeployment) =>
      `(service ${serviceName}) rolling back to deployment ${deploymentId}.`,
    OBSERVED,
  ),
  "service.task-set-scaled": cause(
    "observed",
    ({ serviceName, taskSetId, count }: Service & { readonly taskSetId: string; readonly count: number }) =>
      `(service ${serviceName}) updated computedDesiredCount for taskSet ${taskSetId} to ${count}.`,
    OBSERVED,
  ),
  "service.task-set-steady": cause(
    "observed",
    ({ serviceName, taskSetId }: Service & { readonly taskSetId: string }) =>
      `(service ${serviceName}, taskSet ${taskSetId}) updated state to STEADY_STATE.`,
    OBSERVED,
  ),
  "service.unable-to-place": cause(
    "observed",
    ({ serviceName, reason }: Service & { readonly reason: string }) =>
      `(service ${serviceName}) was unable to place a task. Reason: ${reason}.`,
    OBSERVED,
  ),
  "service.inconsistent": cause(
    "documented",
    ({ serviceName }: Service) =>
      `(service ${serviceName}) is unable to consistently start tasks successfully. For more information, see the Troubleshooting section.`,
    DOCUMENTED,
  ),
  "service.stuck": cause(
    "documented",
    ({ serviceName }: Service) =>
      `(service ${serviceName}) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.`,
    DOCUMENTED,
  ),
  "service.protected": cause(
    "observed",
    ({ serviceName, deploymentId, count }: OfDeployment & { readonly count: number }) =>
      `(service ${serviceName}) was unable to reach steady state because (taskSet ${deploymentId}) was unable to scale in due to (reason ${count} tasks under protection)`,
    OBSERVED,
  ),
  "service.unbalanced": cause(
    "documented",
    ({ serviceName, spread }: Service & { readonly spread: string }) =>
      `(service ${serviceName}) is not AZ balanced with ${spread}. AZ Rebalancing in progress.`,
    REBALANCING,
  ),
  "service.balanced": cause(
    "documented",
    ({ serviceName, spread }: Service & { readonly spread: string }) =>
      `(service ${serviceName}) is AZ balanced with ${spread}.`,
    REBALANCING,
  ),
  "service.started-in-zone": cause(
    "documented",
    ({ serviceName, taskIds, zone }: Tasks & { readonly zone: string }) =>
      `(service ${serviceName}) has started ${taskIds.length} tasks in ${zone} to AZ Rebalance: ${listed(taskIds)}.`,
    REBALANCING,
  ),
  "service.stopped-in-zone": cause(
    "documented",
    ({ serviceName, taskIds, zone }: Tasks & { readonly zone: string }) =>
      `(service ${serviceName}) has stopped ${taskIds.length} running tasks in ${zone} due to AZ rebalancing: ${listed(taskIds)}.`,
    REBALANCING,
  ),
  "service.no-instance-in-zone": cause(
    "documented",
    ({ serviceName, zone }: Service & { readonly zone: string }) =>
      `(service ${serviceName}) is unable to place a task in ${zone} because no container instance met all of its requirements.`,
    REBALANCING,
  ),
  "service.no-place-in-zone": cause(
    "documented",
    ({ serviceName, zone }: Service & { readonly zone: string }) =>
      `(service ${serviceName}) is unable to place a task in ${zone}.`,
    REBALANCING,
  ),
  "service.rebalancing-stopped": cause(
    "documented",
    ({ serviceName }: Service) => `(service ${serviceName}) stopped AZ Rebalancing.`,
    REBALANCING,
  ),
} as const;

export const tellServiceEvent = tellerOf(SERVICE_EVENTS);

function listed(taskIds: readonly string[]): string {
  return `(task ${taskIds.join(") (task ")})`;
}

const STATES = "Answers of DescribeServices published 2022 to 2026 (checked 2026-11-29)";

/** `rolloutStateReason`. Ours: the ids. */
export const ROLLOUT_REASONS = {
  "rollout.in-progress": cause(
    "observed",
    ({ deploymentId }: { readonly deploymentId: string }) => `ECS deployment ${deploymentId} in progress.`,
    STATES,
  ),
  "rollout.completed": cause(
    "observed",
    ({ deploymentId }: { readonly deploymentId: string }) => `ECS deployment ${deploymentId} completed.`,
    STATES,
  ),
  "rollout.failed": cause("observed", () => "ECS deployment circuit breaker: tasks failed to start.", STATES),
  "rollout.failed-alarm": cause(
    "ours",
    () => "ECS deployment failed: alarm detected.",
    "After the event of the service; its words in the API were not seen (checked 2026-11-29)",
  ),
  "rollout.rolling-back-alarm": cause(
    "ours",
    ({ deploymentId }: { readonly deploymentId: string }) =>
      `ECS deployment failed: alarm detected: rolling back to deploymentId ${deploymentId}.`,
    "After the words of the circuit breaker; its words in the API were not seen (checked 2026-11-29)",
  ),
  "rollout.rolling-back": cause(
    "observed",
    ({ deploymentId }: { readonly deploymentId: string }) =>
      `ECS deployment circuit breaker: rolling back to deploymentId ${deploymentId}.`,
    STATES,
  ),
  "rollout.rolling-back-asked": cause(
    "ours",
    ({ deploymentId }: { readonly deploymentId: string }) =>
      `ECS deployment stopped: rolling back to deploymentId ${deploymentId}.`,
    "Its words in the API were not seen (checked 2026-11-29)",
  ),
  "rollout.failed-stage": cause(
    "ours",
    ({ reason }: { readonly reason: string }) => `ECS deployment failed: ${reason}`,
    "After the event of the service; its words in the API were not seen (checked 2026-11-29)",
  ),
  "rollout.rolling-back-stage": cause(
    "ours",
    ({ deploymentId }: { readonly deploymentId: string }) =>
      `ECS deployment failed: rolling back to deploymentId ${deploymentId}.`,
    "After the words of the circuit breaker; its words in the API were not seen (checked 2026-11-29)",
  ),
  "rollout.stopped": cause(
    "ours",
    () => "ECS deployment stopped: a rollback was requested.",
    "Its words in the API were not seen (checked 2026-11-29)",
  ),
} as const;

export const tellRollout = tellerOf(ROLLOUT_REASONS);

const TROUBLESHOOTING = "Developer Guide, Troubleshooting Amazon ECS blue/green deployments (checked 2026-11-29)";

interface OfGroup {
  readonly targetGroupArn: string;
}

const NETWORK = "Service deployment rolled back because of invalid networking configuration";

interface OfStage {
  readonly stage: string;
}

/** `statusReason` of service deployments. Ours: the ids. */
export const SERVICE_DEPLOYMENT_REASONS = {
  "service-deployment.breaker": cause(
    "observed",
    () => "Service deployment rolled back because the circuit breaker threshold was exceeded.",
    "Terraform acceptance test and a published log of a canary (checked 2026-11-29)",
  ),
  "service-deployment.alarm": cause(
    "ours",
    () => "Service deployment rolled back because an alarm was detected.",
    "After the sentence of the circuit breaker; its words in the API were not seen (checked 2026-11-29)",
  ),
  "service-deployment.hook-failed": cause(
    "documented",
    ({ stage, functionArn }: OfStage & { readonly functionArn: string }) =>
      `Service deployment rolled back because ${stage} lifecycle hook(s) failed. Lifecycle hook target ${functionArn} returned FAILED status.`,
    TROUBLESHOOTING,
  ),
  "service-deployment.hook-no-status": cause(
    "documented",
    ({ stage, functionArn }: OfStage & { readonly functionArn: string }) =>
      `Service deployment rolled back because ${stage} lifecycle hook(s) failed. ECS was unable to parse the response from ${functionArn} due to HookStatus must not be null`,
    TROUBLESHOOTING,
  ),
  "service-deployment.hook-timeout": cause(
    "ours",
    ({ stage }: OfStage) => `Service deployment rolled back because ${stage} lifecycle hook(s) timed out.`,
    "After the sentence of pause hooks (checked 2026-11-29)",
  ),
  "service-deployment.pause-timeout": cause(
    "documented",
    ({ stage }: OfStage) => `Service deployment rolled back because ${stage} pause hook timed out.`,
    TROUBLESHOOTING,
  ),
  "service-deployment.pause-refused": cause(
    "ours",
    ({ stage }: OfStage) => `Service deployment rolled back because ${stage} pause hook was rolled back.`,
    "ContinueServiceDeployment with ROLLBACK; its words in the API were not seen (checked 2026-11-29)",
  ),
  "service-deployment.network-rules": cause(
    "observed",
    () => `${NETWORK}. One or more rules not found`,
    TROUBLESHOOTING,
  ),
  "service-deployment.network-group": cause(
    "documented",
    ({ targetGroupArn }: OfGroup) =>
      `${NETWORK}: Target group ${targetGroupArn} is not associated with either productionListenerRule or testListenerRule.`,
    TROUBLESHOOTING,
  ),
  "service-deployment.network-serving": cause(
    "documented",
    ({ rule, count }: { readonly rule: string; readonly count: number }) =>
      `${NETWORK}. productionListenerRule ${rule} should have exactly one target group serving traffic but found ${count} target groups which are serving traffic`,
    TROUBLESHOOTING,
  ),
  "service-deployment.network-unexpected": cause(
    "documented",
    ({ targetGroupArn, expected }: OfGroup & { readonly expected: string }) =>
      `${NETWORK}. Production listener rule is forwarding traffic to unexpected target group ${targetGroupArn}. Expected ${expected}`,
    TROUBLESHOOTING,
  ),
  "service-deployment.stage-limit": cause(
    "ours",
    ({ stage }: OfStage) => `Service deployment rolled back because ${stage} did not complete within 24 hours.`,
    "Developer Guide, blue/green deployments workflow: the limit; the sentence was not seen (checked 2026-11-29)",
  ),
  "service-deployment.no-candidate": cause(
    "observed",
    () => "No rollback candidate was found to run the rollback.",
    "A published log of a first blue/green deployment of 2025 (checked 2026-11-29)",
  ),
} as const;

export const tellServiceDeployment = tellerOf(SERVICE_DEPLOYMENT_REASONS);

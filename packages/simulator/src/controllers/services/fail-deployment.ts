/**
 * A deployment fails: by the circuit breaker, by an alarm, because a call asked for it; with rollback the one before is PRIMARY again.
 * Source: Developer Guide, deployment circuit breaker and deployment alarms; recorded services (checked 2026-11-29).
 */

import type { Told } from "../../model/cause.ts";
import { tellRollout, tellServiceDeployment, tellServiceEvent } from "../../model/causes/service-events.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { DeploymentFailure } from "../../model/records/services.ts";
import type { DeploymentRow, ServiceDeploymentRow, ServiceRow } from "../../model/services.ts";
import { breakerThreshold } from "../../services/bounds.ts";
import { goBack, shiftingOf } from "./enter-stage.ts";
import { say } from "./say.ts";
import { deploymentsOf, moveDeployment, moveServiceDeployment } from "./service-rows.ts";

/** The deployment that a rollback would go to: the one that was completed. While it is rolled back to it is none itself. */
export function rollbackCandidate(sim: Cloud, serviceArn: string): DeploymentRow | undefined {
  return deploymentsOf(sim, serviceArn)
    .slice(1)
    .find(({ rolloutState }) => rolloutState === "COMPLETED");
}

/** Why PRIMARY fails, and the alarms that are the reason. */
export interface Failure {
  readonly why: DeploymentFailure;
  readonly alarmNames: readonly string[];
  /** In the words of the service deployment, where a stage of it is the reason. */
  readonly reason?: string;
}

/** PRIMARY fails. With rollback, and when there is a deployment that was completed, that one is PRIMARY again; a rollback itself fails. */
export function failDeployment(sim: Cloud, service: ServiceRow, primary: DeploymentRow, failure: Failure): void {
  const { deploymentConfiguration, serviceName, desiredCount } = service;
  const { deploymentId, serviceDeploymentArn, failedTasks } = primary;
  const { why, alarmNames } = failure;
  const words = wordsOf(failure, { serviceName, deploymentId });
  const goesBack = rollsBack(sim, service, primary, why);
  const back = goesBack ? rollbackCandidate(sim, service.serviceArn) : undefined;
  const reason = words.rollout;
  moveDeployment(
    sim,
    primary,
    { rollout: "FAILED", ...(back === undefined ? {} : { role: "SUPERSEDED" }) },
    { rolloutStateReason: reason, startFailures: [], ...(back === undefined ? {} : { desiredCount: 0 }) },
  );
  const threshold = breakerThreshold(desiredCount, deploymentConfiguration.deploymentCircuitBreaker);
  const trigger = triggerOf(sim, primary, failure);
  if (back === undefined) {
    const status = sim.tables.serviceDeployments.get(serviceDeploymentArn)?.status;
    if (failure.reason !== undefined) {
      const statusReason = tellServiceDeployment("service-deployment.no-candidate").reason;
      moveServiceDeployment(sim, serviceDeploymentArn, "ROLLBACK_STARTED");
      const ended = { ...trigger, statusReason, finishedAtMs: sim.nowMs };
      moveServiceDeployment(sim, serviceDeploymentArn, "ROLLBACK_FAILED", ended);
    } else if (status === "IN_PROGRESS")
      moveServiceDeployment(sim, serviceDeploymentArn, "STOP_ASKED", { ...trigger, stoppedAtMs: sim.nowMs });
    else if (status === "ROLLBACK_IN_PROGRESS")
      moveServiceDeployment(sim, serviceDeploymentArn, "ROLLBACK_FAILED", { ...trigger, finishedAtMs: sim.nowMs });
  } else {
    const statusReason = words.status;
    moveServiceDeployment(sim, serviceDeploymentArn, "ROLLBACK_STARTED", {
      ...trigger,
      statusReason,
      rollback: {
        reason: statusReason ?? reason,
        startedAtMs: sim.nowMs,
        revisionArn: back.serviceRevisionArn,
      },
    });
  }
  sim.record("DEPLOYMENT_FAILED", deploymentId, {
    ...{ why, failedTasks, threshold, alarmNames },
    ...(failure.reason === undefined ? {} : { reason: failure.reason }),
  });
  if (words.event !== undefined) say(sim, service, words.event);
  const { shift } = sim.tables.serviceDeployments.get(serviceDeploymentArn) ?? {};
  if (back !== undefined) {
    rollBackTo(sim, service, back, primary, words.back);
    if (shift !== undefined) goBack(sim, shiftingOf(sim, serviceDeploymentArn));
  } else if (failure.reason !== undefined) {
    say(sim, service, tellServiceEvent("service.rollback-failed", { serviceName, deploymentId }));
  }
}

/** What a failure says: in the state of the deployment, of the one rolled back to, of the service deployment, in an event. */
interface Words {
  readonly rollout: string;
  readonly back: Parameters<typeof tellRollout>[0] & `rollout.rolling-back${string}`;
  readonly status: string | undefined;
  readonly event: Told | undefined;
}

function wordsOf({ why, reason }: Failure, of: { serviceName: string; deploymentId: string }): Words {
  if (reason !== undefined) {
    return {
      rollout: tellRollout("rollout.failed-stage", { reason }).reason,
      back: "rollout.rolling-back-stage",
      status: reason,
      event: tellServiceEvent("service.failed-stage", { ...of, reason }),
    };
  }
  const { rollout, back, status, event } = WORDS[why === "breaker" || why === "alarm" ? why : "asked"];
  return {
    rollout: tellRollout(rollout).reason,
    back,
    status: status === undefined ? undefined : tellServiceDeployment(status).reason,
    event: event === undefined ? undefined : tellServiceEvent(event, of),
  };
}

const WORDS = {
  breaker: {
    rollout: "rollout.failed",
    back: "rollout.rolling-back",
    status: "service-deployment.breaker",
    event: "service.failed-breaker",
  },
  alarm: {
    rollout: "rollout.failed-alarm",
    back: "rollout.rolling-back-alarm",
    status: "service-deployment.alarm",
    event: "service.failed-alarm",
  },
  asked: { rollout: "rollout.stopped", back: "rollout.rolling-back-asked", status: undefined, event: undefined },
} as const;

/** Whoever found the failure decides by its own setting: the first one wins. */
function rollsBack(
  sim: Cloud,
  { deploymentConfiguration }: ServiceRow,
  { serviceDeploymentArn }: DeploymentRow,
  why: DeploymentFailure,
): boolean {
  if (why === "breaker") return deploymentConfiguration.deploymentCircuitBreaker.rollback;
  if (why !== "alarm") return true;
  return sim.tables.serviceDeployments.get(serviceDeploymentArn)?.deploymentConfiguration.alarms.rollback === true;
}

/** What the service deployment shows of its monitors. Alarms do not watch a rollback. */
function triggerOf(
  sim: Cloud,
  { serviceDeploymentArn, failedTasks }: DeploymentRow,
  { why, alarmNames }: Failure,
): Partial<ServiceDeploymentRow> {
  const isWatched = sim.tables.serviceDeployments.get(serviceDeploymentArn)?.alarmsStatus === "MONITORING";
  if (why === "alarm") return { alarmsStatus: "TRIGGERED", triggeredAlarms: alarmNames };
  return {
    ...(why === "breaker" ? { breakerStatus: "TRIGGERED", failureCount: failedTasks } : {}),
    ...(isWatched ? { alarmsStatus: "MONITORING_COMPLETE" } : {}),
  };
}

function rollBackTo(
  sim: Cloud,
  service: ServiceRow,
  back: DeploymentRow,
  failed: Pick<DeploymentRow, "deploymentId" | "serviceDeploymentArn">,
  words: Words["back"],
): void {
  const { deploymentId } = back;
  moveDeployment(
    sim,
    back,
    { role: "RESTORED", rollout: "ROLLED_BACK_TO" },
    {
      serviceDeploymentArn: failed.serviceDeploymentArn,
      rolloutStateReason: tellRollout(words, { deploymentId }).reason,
      failedTasks: 0,
      failuresSeen: 0,
    },
  );
  sim.record("ROLLBACK_STARTED", deploymentId, { from: failed.deploymentId });
  say(sim, service, tellServiceEvent("service.rolling-back", { serviceName: service.serviceName, deploymentId }));
}

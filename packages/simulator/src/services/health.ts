/**
 * When a task of a service counts as healthy.
 * Source: Developer Guide, "Deploy Amazon ECS services by replacing tasks" and "Amazon ECS service definition parameters",
 * healthCheckGracePeriodSeconds; recorded services (checked 2026-11-29).
 */
import type { TaskRow } from "../model/ecs.ts";
import { UNCHECKED_HEALTHY_AFTER_MS } from "../model/service-timing.ts";
import type { DeploymentRow, ServiceRow } from "../model/services.ts";
import type { RegisteredTaskDefinition } from "../model/task-definition.ts";
import type { TaskHealth } from "./view.ts";

/** True for a definition of which an essential container has a health check: its verdict counts. */
export function isChecked({ containerDefinitions }: Pick<RegisteredTaskDefinition, "containerDefinitions">): boolean {
  return containerDefinitions.some(({ essential, healthCheck }) => essential !== false && hasCommand(healthCheck));
}

function hasCommand(healthCheck: { readonly command?: readonly string[] } | undefined): boolean {
  return healthCheck !== undefined && healthCheck.command?.[0] !== "NONE";
}

/** True for a task that the scheduler itself has told to stop. */
export function isDismissed({ desiredStatus, stopCode }: Pick<TaskRow, "desiredStatus" | "stopCode">): boolean {
  return desiredStatus === "STOPPED" && stopCode === "ServiceSchedulerInitiated";
}

/** The health of a task that is meant to run. */
export function healthOf(
  task: TaskRow,
  checked: boolean,
  deployment: Pick<DeploymentRow, "hasBeenHealthy"> | undefined,
  { healthCheckGracePeriodSeconds }: Pick<ServiceRow, "healthCheckGracePeriodSeconds">,
  nowMs: number,
): TaskHealth {
  const { lastStatus, startedAtMs, healthStatus } = task;
  if (lastStatus !== "RUNNING" || startedAtMs === undefined) return "starting";
  if (!checked) {
    const waits = deployment?.hasBeenHealthy !== true;
    return !waits || nowMs - startedAtMs >= UNCHECKED_HEALTHY_AFTER_MS ? "healthy" : "starting";
  }
  if (healthStatus === "HEALTHY") return "healthy";
  const inGrace = nowMs - startedAtMs < healthCheckGracePeriodSeconds * 1_000;
  return healthStatus === "UNHEALTHY" && !inGrace ? "unhealthy" : "starting";
}

/** Whether a task that has stopped had counted as healthy before. */
export function wasHealthy(task: TaskRow, checked: boolean, hasBeenHealthy: boolean): boolean {
  const { startedAtMs, stoppingAtMs, executionStoppedAtMs, stoppedAtMs = 0 } = task;
  if (startedAtMs === undefined) return false;
  if (checked) return task.healthStatus === "HEALTHY";
  const ranMs = (executionStoppedAtMs ?? stoppingAtMs ?? stoppedAtMs) - startedAtMs;
  return hasBeenHealthy || ranMs >= UNCHECKED_HEALTHY_AFTER_MS;
}

/**
 * When a task of a service counts as healthy.
 * Source: Developer Guide, "Deploy Amazon ECS services by replacing tasks" and "Amazon ECS service definition parameters",
 * healthCheckGracePeriodSeconds; recorded services (checked 2026-11-29).
 */
import type { TaskRow } from "../model/ecs.ts";
import type { TargetRow } from "../model/elb.ts";
import { TARGET_SEEN_AFTER_MS, UNCHECKED_HEALTHY_AFTER_MS } from "../model/service-timing.ts";
import type { DeploymentRow, ServiceRow } from "../model/services.ts";
import type { RegisteredTaskDefinition } from "../model/task-definition.ts";
import type { ServiceTask, TaskHealth } from "./view.ts";

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

/** What checks a task, and what it is measured by. */
export interface Judged {
  /** A health check of an essential container. */
  readonly isChecked: boolean;
  /** Its targets, as the scheduler sees them; undefined: it belongs to no target group. */
  readonly targets: TaskHealth | undefined;
  readonly deployment: Pick<DeploymentRow, "hasBeenHealthy"> | undefined;
  readonly service: Pick<ServiceRow, "healthCheckGracePeriodSeconds">;
}

/** The health of a task that is meant to run, and which check says that it has none. */
export function healthOf(task: TaskRow, judged: Judged, nowMs: number): Pick<ServiceTask, "health" | "illness"> {
  const { lastStatus, startedAtMs, healthStatus } = task;
  const { targets, deployment, service } = judged;
  if (lastStatus !== "RUNNING" || startedAtMs === undefined) return STARTING;
  const ranMs = nowMs - startedAtMs;
  const inGrace = ranMs < service.healthCheckGracePeriodSeconds * 1_000;
  if (targets === "unhealthy" && !inGrace) return { health: "unhealthy", illness: "target-checks" };
  if (judged.isChecked && healthStatus === "UNHEALTHY" && !inGrace) {
    return { health: "unhealthy", illness: "container-checks" };
  }
  if (judged.isChecked ? healthStatus !== "HEALTHY" : isTooYoung(ranMs, deployment)) return STARTING;
  return targets === undefined || targets === "healthy" ? { health: "healthy", illness: undefined } : STARTING;
}

const STARTING = Object.freeze({ health: "starting", illness: undefined } as const);

function isTooYoung(ranMs: number, deployment: Judged["deployment"]): boolean {
  return deployment?.hasBeenHealthy !== true && ranMs < UNCHECKED_HEALTHY_AFTER_MS;
}

/** What a task is registered as, of one target group. */
type Seen = Pick<TargetRow, "state" | "sinceMs">;

/**
 * The health of a task by its targets: all of them must be healthy, and the scheduler sees a state only when it is some seconds old.
 * Simplified: a target that no load balancer uses counts as unhealthy, whyever it does not.
 * @param targets one for each target group of the task; undefined: somebody else has taken it out
 */
export function healthByTargets(targets: readonly (Seen | undefined)[], nowMs: number): TaskHealth {
  if (targets.some((target) => target === undefined || (isIll(target) && isSeen(target, nowMs)))) return "unhealthy";
  return targets.every((target) => target?.state === "healthy" && isSeen(target, nowMs)) ? "healthy" : "starting";
}

/** Whether the state of a target is one that a task is replaced for. */
export function isIll({ state }: Pick<TargetRow, "state">): boolean {
  return state === "unhealthy" || state === "unused" || state === "draining";
}

function isSeen({ sinceMs }: Seen, nowMs: number): boolean {
  return nowMs - sinceMs >= TARGET_SEEN_AFTER_MS;
}

/** Whether a task that has stopped had counted as healthy before. */
export function wasHealthy(
  task: TaskRow,
  checked: boolean,
  hasBeenHealthy: boolean,
  targets: readonly Pick<TargetRow, "firstHealthyAtMs">[],
): boolean {
  const { startedAtMs, stoppingAtMs, executionStoppedAtMs, stoppedAtMs = 0 } = task;
  if (startedAtMs === undefined) return false;
  if (targets.some(({ firstHealthyAtMs }) => firstHealthyAtMs === undefined)) return false;
  if (checked) return task.healthStatus === "HEALTHY";
  const ranMs = (executionStoppedAtMs ?? stoppingAtMs ?? stoppedAtMs) - startedAtMs;
  return hasBeenHealthy || ranMs >= UNCHECKED_HEALTHY_AFTER_MS;
}

/**
 * What becomes of a task counts for its deployment: failures, which the circuit breaker judges, and starts that failed, after
 * which the service pauses. Belongs to the record of the task.
 * Source: Developer Guide, deployment circuit breaker; AWS in containers-roadmap issue 1206:
 * a task that ends before it was ever healthy counts, whether it ran or not (checked 2026-11-29).
 */
import type { Cloud } from "../../model/cloud.ts";
import type { TaskRow } from "../../model/ecs.ts";
import { targetsOfTask } from "../../services/balancers.ts";
import { isChecked, isDismissed, wasHealthy } from "../../services/health.ts";
import { pauseAfter } from "../../services/throttle.ts";
import { containersOf, definitionOf } from "../rows/task-rows.ts";
import { changeDeployment } from "./service-rows.ts";

/** Counts the change of a task for the deployment that started it. */
export function countTask(sim: Cloud, before: TaskRow, after: TaskRow): void {
  countForTaskSet(sim, before, after);
  const deployment = sim.tables.deployments.get(after.spec.startedBy ?? "");
  if (deployment === undefined || deployment.status === "INACTIVE" || before.lastStatus === after.lastStatus) return;
  if (after.lastStatus === "RUNNING" && deployment.failedStarts > 0) {
    changeDeployment(sim, deployment, { failedStarts: 0, startsAgainAtMs: 0 });
    return;
  }
  if (after.lastStatus !== "STOPPED" || isDismissed(after)) return;
  const checked = isChecked(definitionOf(sim, after));
  const targets = targetsOfTask(sim.tables, after.taskArn);
  const wasWell = wasHealthy(after, checked, deployment.hasBeenHealthy, targets);
  const fails = deployment.rolloutState === "IN_PROGRESS" && !wasWell ? 1 : 0;
  const failedTasks = deployment.failedTasks + fails;
  if (after.startedAtMs !== undefined || after.stopCode !== "TaskFailedToStart") {
    if (fails > 0) changeDeployment(sim, deployment, { failedTasks });
    return;
  }
  // What fails during a pause was started before it: it belongs to the same try.
  const isSameTry = sim.nowMs < deployment.startsAgainAtMs;
  const failedStarts = deployment.failedStarts + (isSameTry ? 0 : 1);
  changeDeployment(sim, deployment, {
    failedTasks,
    failedStarts,
    startsAgainAtMs: isSameTry ? deployment.startsAgainAtMs : sim.nowMs + pauseAfter(failedStarts),
    startFailures: [...deployment.startFailures, reasonOf(sim, after)],
  });
}

/** Starts of a task set that fail lengthen the pause before the next ones, too. */
function countForTaskSet(sim: Cloud, before: TaskRow, after: TaskRow): void {
  const set = sim.tables.taskSets.get(after.spec.startedBy ?? "");
  if (set === undefined || before.lastStatus === after.lastStatus) return;
  if (after.lastStatus === "RUNNING" && set.failedStarts > 0) {
    sim.change("taskSets", set, { failedStarts: 0, startsAgainAtMs: 0 });
  }
  const failed = after.lastStatus === "STOPPED" && after.stopCode === "TaskFailedToStart";
  if (!failed || sim.nowMs < set.startsAgainAtMs) return;
  const failedStarts = set.failedStarts + 1;
  sim.change("taskSets", set, { failedStarts, startsAgainAtMs: sim.nowMs + pauseAfter(failedStarts) });
}

/** On EC2 the task says only that it failed to start; the cause stands in a container. */
function reasonOf(sim: Cloud, task: TaskRow): string {
  if (task.spec.placed === undefined) return task.stoppedReason ?? "";
  const failing = containersOf(sim, task).find(({ reason }) => reason !== undefined);
  return failing?.reason ?? task.stoppedReason ?? "";
}

/**
 * Restart policies: whether the agent starts a container again that has exited, inside the same task.
 * Source: Developer Guide, "Restart individual containers in Amazon ECS tasks with container restart policies", and the
 * public agent's restart tracker (checked 2026-11-21).
 */
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import type { RestartVerdict } from "../../model/processes.ts";
import { RESTART_ATTEMPT_PERIOD } from "../../model/timing.ts";
import { containerDefinition, definitionOf, isWanted } from "../rows/task-rows.ts";

/**
 * Judges an exit. The period counts from the last start of the process, so there is one restart a period at most.
 * @returns undefined when no policy is enabled, or the task is to stop anyway
 */
export function judgeRestart(
  sim: Cloud,
  task: TaskRow,
  container: ContainerRow,
  exitCode: number,
): RestartVerdict | undefined {
  const { restartPolicy } = containerDefinition(definitionOf(sim, task), container.name);
  if (restartPolicy?.enabled !== true || !isWanted(task)) return undefined;
  const { ignoredExitCodes = [], restartAttemptPeriod = RESTART_ATTEMPT_PERIOD } = restartPolicy;
  if (ignoredExitCodes.includes(exitCode)) return { restarts: false, because: "ignored-exit-code" };
  const ranForMs = sim.nowMs - (container.startedAtMs ?? sim.nowMs);
  if (ranForMs >= 1000 * restartAttemptPeriod) return { restarts: true };
  return { restarts: false, because: "ran-too-short", ranForMs, restartAttemptPeriod };
}

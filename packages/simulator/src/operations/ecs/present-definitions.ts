/**
 * Which definitions there are. A deleted revision is gone a minute later, when no task runs it and no service is at it any
 * more; its row stays in the table for ever, so that its number is never given out again and stopped tasks can still be described.
 * Simplified: how long AWS takes to remove a revision that nothing holds is not confirmed.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { TaskDefinitionRow } from "../../model/ecs.ts";
import { findTaskDefinition } from "./find-task-definition.ts";

/** How long a revision is DELETE_IN_PROGRESS at least. Ours. */
const DELETION_TAKES_MS = 60_000;

/** The definition that a reference means, unless it was deleted and is gone. */
export function findPresentDefinition(sim: Cloud, reference: string): TaskDefinitionRow | undefined {
  const row = findTaskDefinition(sim, reference);
  return row === undefined || isGone(sim, row, () => runs(sim, row.taskDefinitionArn)) ? undefined : row;
}

/** Every definition that is not gone, in the order of registration. */
export function presentDefinitions(sim: Cloud): TaskDefinitionRow[] {
  let running: ReadonlySet<string> | undefined;
  return [...sim.tables.taskDefinitions.values()].filter((row) => {
    const isRunning = () => {
      running ??= definitionsInUse(sim);
      return running.has(row.taskDefinitionArn);
    };
    return !isGone(sim, row, isRunning);
  });
}

function isGone(sim: Cloud, row: TaskDefinitionRow, isRunning: () => boolean): boolean {
  const { deleteRequestedAtMs: sinceMs } = row;
  return sinceMs !== undefined && sim.nowMs - sinceMs >= DELETION_TAKES_MS && !isRunning();
}

function runs(sim: Cloud, taskDefinitionArn: string): boolean {
  for (const arn of arnsInUse(sim)) if (arn === taskDefinitionArn) return true;
  return false;
}

function definitionsInUse(sim: Cloud): ReadonlySet<string> {
  return new Set(arnsInUse(sim));
}

/** The definition of each task that has not stopped, of each deployment of a service and of each task set. */
function* arnsInUse(sim: Cloud): Iterable<string> {
  for (const { lastStatus, spec } of sim.tables.tasks.values()) {
    if (lastStatus !== "STOPPED" && lastStatus !== "DELETED") yield spec.taskDefinitionArn;
  }
  for (const { taskDefinitionArn } of sim.tables.taskSets.values()) yield taskDefinitionArn;
  for (const { status, serviceArn, serviceRevisionArn } of sim.tables.deployments.values()) {
    if (status === "INACTIVE" || sim.tables.services.get(serviceArn)?.status === "INACTIVE") continue;
    const revision = sim.tables.serviceRevisions.get(serviceRevisionArn);
    if (revision !== undefined) yield revision.taskDefinitionArn;
  }
}

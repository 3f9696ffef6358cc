/**
 * UpdateTaskProtection, GetTaskProtection: tasks of services that scale-in and deployments leave alone.
 * Source: API Reference, UpdateTaskProtection; Developer Guide, task scale-in protection (checked 2026-11-29).
 */

import { failureReason } from "../../../model/causes/placements.ts";
import type { Cloud } from "../../../model/cloud.ts";
import type { ClusterRow, TaskRow } from "../../../model/ecs.ts";
import { epochSeconds } from "../../../model/place.ts";
import { PROTECTED_FOR_MINUTES } from "../../../model/service-timing.ts";
import { answer, command, query } from "../../operation.ts";
import type { Shape } from "../../shapes.ts";
import { findCluster } from "../find-cluster.ts";
import { taskArn } from "../find-task.ts";
import { refuse } from "../refusals.ts";

/** Tasks that one call can name. @source API Reference (checked 2026-11-29) */
const MOST = { update: 10, get: 100 } as const;
/** @source API Reference, UpdateTaskProtection, expiresInMinutes (checked 2026-11-29) */
const MAX_MINUTES = 2_880;

interface Found {
  readonly tasks: readonly TaskRow[];
  readonly failures: readonly Shape<"ecs", "Failure">[];
}

/** A task of no service cannot be protected. */
function findTasks(sim: Cloud, cluster: ClusterRow, references: readonly string[]): Found {
  const tasks: TaskRow[] = [];
  const failures: Shape<"ecs", "Failure">[] = [];
  for (const arn of references.map((reference) => taskArn(sim, cluster, reference))) {
    const row = sim.tables.tasks.get(arn);
    if (row === undefined) failures.push({ arn, reason: failureReason("failure.missing") });
    else if (row.spec.serviceArn === undefined || row.lastStatus === "STOPPED") {
      failures.push({ arn, reason: failureReason("failure.task-not-valid") });
    } else tasks.push(row);
  }
  return { tasks, failures };
}

function present(sim: Cloud, { taskArn: arn }: TaskRow): Shape<"ecs", "ProtectedTask"> {
  const row = sim.tables.taskProtections.get(arn);
  const isOn = row !== undefined && row.expiresAtMs > sim.nowMs;
  return {
    taskArn: arn,
    protectionEnabled: isOn,
    expirationDate: isOn ? epochSeconds(sim.tables, row.expiresAtMs) : undefined,
  };
}

export const updateTaskProtection = command<"ecs", "UpdateTaskProtection">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const { expiresInMinutes = PROTECTED_FOR_MINUTES } = input;
  if (expiresInMinutes < 1 || expiresInMinutes > MAX_MINUTES) return refuse("protection.minutes");
  if (input.tasks.length > MOST.update) return refuse("protection.too-many", { most: MOST.update });
  const { tasks, failures } = findTasks(sim, cluster, input.tasks);
  for (const task of tasks) {
    const expiresAtMs = input.protectionEnabled ? sim.nowMs + expiresInMinutes * 60_000 : undefined;
    if (expiresAtMs === undefined) sim.remove("taskProtections", task.taskArn);
    else sim.put("taskProtections", { taskArn: task.taskArn, expiresAtMs });
    sim.record("TASK_PROTECTION_CHANGED", task.taskArn, { expiresAtMs });
  }
  return answer({ protectedTasks: tasks.map((task) => present(sim, task)), failures });
});

export const getTaskProtection = query<"ecs", "GetTaskProtection">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const references = input.tasks ?? [];
  if (references.length > MOST.get) return refuse("protection.too-many", { most: MOST.get });
  const { tasks, failures } = findTasks(sim, cluster, references);
  return answer({ protectedTasks: tasks.map((task) => present(sim, task)), failures });
});

/** The container that an operation of ours names: by its task and its name, which a task with one container need not say. */
import { containersOf } from "../../controllers/rows/task-rows.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import { clusterNotFound, findCluster } from "../ecs/find-cluster.ts";
import { taskArn } from "../ecs/find-task.ts";
import { invalid, type Outcome, refuse } from "../outcome.ts";

/** The container with its task, or the refusal to answer with. */
export type NamedContainer =
  | { readonly ok: true; readonly task: TaskRow; readonly container: ContainerRow }
  | { readonly ok: false; readonly refusal: Outcome };

/** Reads `task`, `container` and `cluster` of an input. The container has a process that a signal can reach. */
export function findRunning(sim: Cloud, fields: Readonly<Record<string, unknown>>, usage: string): NamedContainer {
  const { cluster: clusterName, task: reference, container: name } = fields;
  if (typeof reference !== "string" || !isTextOrAbsent(clusterName) || !isTextOrAbsent(name)) {
    return refused(invalid(usage));
  }
  const cluster = findCluster(sim, clusterName);
  if (cluster === undefined) return refused(clusterNotFound());
  const task = sim.tables.tasks.get(taskArn(cluster, reference));
  if (task === undefined) return refused(invalid("The referenced task was not found."));
  const containers = containersOf(sim, task);
  const container =
    name === undefined && containers.length === 1 ? containers[0] : containers.find((row) => row.name === name);
  if (container === undefined) {
    return refused(invalid(`Name one of the task's containers: ${containers.map((row) => row.name).join(", ")}.`));
  }
  if (container.phase !== "RUNNING" && container.phase !== "STOPPING") {
    return refused(refuse("ContainerNotRunning", `Container ${container.name} has no running process.`));
  }
  return { ok: true, task, container };
}

function refused(refusal: Outcome): NamedContainer {
  return { ok: false, refusal };
}

function isTextOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}

/** The container that an operation of ours names: by its task and its name, which a task with one container need not say. */
import { containersOf } from "../../controllers/rows/task-rows.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import type { Refusal } from "../../model/refusal.ts";
import { findCluster } from "../ecs/find-cluster.ts";
import { taskArn } from "../ecs/find-task.ts";
import { refuse as refuseOfEcs } from "../ecs/refusals.ts";
import { refuse } from "./refusals.ts";

/** The container with its task, or the refusal to answer with. */
export type NamedContainer = { readonly ok: true; readonly task: TaskRow; readonly container: ContainerRow } | Refusal;

/** Reads `task`, `container` and `cluster` of an input. The container has a process that a signal can reach. */
export function findRunning(sim: Cloud, fields: Readonly<Record<string, unknown>>, usage: string): NamedContainer {
  const { cluster: clusterName, task: reference, container: name } = fields;
  if (typeof reference !== "string" || !isTextOrAbsent(clusterName) || !isTextOrAbsent(name)) {
    return refuse("quayside.input", { usage });
  }
  const cluster = findCluster(sim, clusterName);
  if (cluster === undefined) return refuseOfEcs("cluster.not-found");
  const task = sim.tables.tasks.get(taskArn(sim, cluster, reference));
  if (task === undefined) return refuseOfEcs("task.not-found");
  const containers = containersOf(sim, task);
  const container =
    name === undefined && containers.length === 1 ? containers[0] : containers.find((row) => row.name === name);
  if (container === undefined) {
    return refuse("quayside.container", { names: containers.map((row) => row.name) });
  }
  if (container.phase !== "RUNNING" && container.phase !== "STOPPING") {
    return refuse("quayside.container-not-running", { name: container.name });
  }
  return { ok: true, task, container };
}

function isTextOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}

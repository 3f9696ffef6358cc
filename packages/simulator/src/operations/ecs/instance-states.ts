/** UpdateContainerInstancesState and DeregisterContainerInstance. */

import { deregisterInstance, drainInstance } from "../../controllers/machines/container-instances.ts";
import { failureReason } from "../../model/causes/placements.ts";
import { tellStop } from "../../model/causes/stops.ts";
import { answer, command } from "../operation.ts";
import type { Shape } from "../shapes.ts";
import { describeContainerInstance } from "./container-instances.ts";
import { findCluster } from "./find-cluster.ts";
import { findContainerInstance } from "./find-container-instance.ts";
import { refuse } from "./refusals.ts";

/** Instances that one call can change. @source API Reference, UpdateContainerInstancesState (checked 2026-11-21) */
const MAX_CHANGED = 10;

export const updateContainerInstancesState = command<"ecs", "UpdateContainerInstancesState">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const { status, containerInstances: references } = input;
  if (status !== "ACTIVE" && status !== "DRAINING") return refuse("container-instance.status");
  if (references.length === 0) return refuse("container-instances.empty");
  if (references.length > MAX_CHANGED) {
    return refuse("container-instances.too-many", { most: MAX_CHANGED });
  }
  const containerInstances: Shape<"ecs", "ContainerInstance">[] = [];
  const failures: Shape<"ecs", "Failure">[] = [];
  for (const reference of references) {
    const { arn, row } = findContainerInstance(sim, cluster, reference);
    if (row === undefined) failures.push({ arn, reason: failureReason("failure.missing") });
    else if (row.status === "INACTIVE") failures.push({ arn, reason: failureReason("failure.inactive") });
    else containerInstances.push(describeContainerInstance(sim, drainInstance(sim, row, status)));
  }
  return answer({ containerInstances, failures });
});

/**
 * Simplified: with `force` the containers go on running on a real machine, without ECS; here they are gone with their tasks.
 */
export const deregisterContainerInstance = command<"ecs", "DeregisterContainerInstance">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const { row } = findContainerInstance(sim, cluster, input.containerInstance);
  if (row === undefined || row.status === "INACTIVE") return refuse("container-instance.not-found");
  if (input.force !== true && row.runningTasksCount + row.pendingTasksCount > 0) {
    return refuse("container-instance.has-tasks");
  }
  const gone = deregisterInstance(sim, row, { stopCode: "UserInitiated", ...tellStop("stop.deregistered") });
  return answer({ containerInstance: describeContainerInstance(sim, gone) });
});

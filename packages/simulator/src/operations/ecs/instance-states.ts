/** UpdateContainerInstancesState and DeregisterContainerInstance. */
import { deregisterInstance, drainInstance } from "../../controllers/machines/container-instances.ts";
import type { Cloud } from "../../model/cloud.ts";
import { answer, command, invalid, type Outcome } from "../outcome.ts";
import { describeContainerInstance } from "./container-instances.ts";
import { clusterNotFound, findCluster } from "./find-cluster.ts";
import { findContainerInstance } from "./find-container-instance.ts";

/** Instances that one call can change. @source API Reference, UpdateContainerInstancesState (checked 2026-11-21) */
const MAX_CHANGED = 10;

interface UpdateStateInput {
  readonly cluster?: string;
  readonly containerInstances: readonly string[];
  readonly status: string;
}

export const updateContainerInstancesState = command((sim: Cloud, input: UpdateStateInput): Outcome => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return clusterNotFound();
  const { status, containerInstances: references } = input;
  // Ours: the API lists six statuses and takes two; its wording for the others is not confirmed.
  if (status !== "ACTIVE" && status !== "DRAINING")
    return invalid("Container instance status must be ACTIVE or DRAINING.");
  if (references.length === 0) return invalid("Container instances cannot be empty.");
  if (references.length > MAX_CHANGED) {
    return invalid(`Container instances cannot have more than ${MAX_CHANGED} elements.`);
  }
  const containerInstances: unknown[] = [];
  const failures: unknown[] = [];
  for (const reference of references) {
    const { arn, row } = findContainerInstance(sim, cluster, reference);
    if (row === undefined) failures.push({ arn, reason: "MISSING" });
    else if (row.status === "INACTIVE") failures.push({ arn, reason: "INACTIVE" });
    else containerInstances.push(describeContainerInstance(drainInstance(sim, row, status)));
  }
  return answer({ containerInstances, failures });
});

interface DeregisterInput {
  readonly cluster?: string;
  readonly containerInstance: string;
  readonly force?: boolean;
}

/**
 * Simplified: with `force` the containers go on running on a real machine, without ECS; here they are gone with their tasks.
 */
export const deregisterContainerInstance = command((sim: Cloud, input: DeregisterInput): Outcome => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return clusterNotFound();
  const { row } = findContainerInstance(sim, cluster, input.containerInstance);
  if (row === undefined || row.status === "INACTIVE") return invalid("Referenced container instance was not found.");
  if (input.force !== true && row.runningTasksCount + row.pendingTasksCount > 0) {
    return invalid("Found running tasks on the instance.");
  }
  const stoppedReason = "Container instance deregistration forced by user";
  const gone = deregisterInstance(sim, row, { stopCode: "UserInitiated", stoppedReason });
  return answer({ containerInstance: describeContainerInstance(gone) });
});

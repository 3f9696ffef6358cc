/**
 * StartTask: the caller names the container instances; no strategy, no constraint, no waiting. Each instance that cannot
 * take the task is an entry of `failures`.
 */

import { placeOn } from "../../controllers/tasks/place-tasks.ts";
import { failureReason } from "../../model/causes/placements.ts";
import type { TaskRow } from "../../model/ecs.ts";
import { answer, command } from "../operation.ts";
import type { Input, Shape } from "../shapes.ts";
import { networkOnInstances } from "./check-for-instances.ts";
import { refuseTaskRequest } from "./check-task-request.ts";
import { describeTask } from "./describe.ts";
import { findCluster } from "./find-cluster.ts";
import { findContainerInstance } from "./find-container-instance.ts";
import { planTask } from "./plan-task.ts";
import { refuse } from "./refusals.ts";
import { runnableDefinition } from "./runnable-definition.ts";

/** Instances that one call can name. @source API Reference, StartTask (checked 2026-11-21) */
const MAX_INSTANCES = 10;
/** @source API Reference, StartTask, startedBy (checked 2026-11-21) */
const MAX_STARTED_BY = 36;

export const startTask = command<"ecs", "StartTask">((sim, input) => {
  const runnable = runnableDefinition(sim, input.taskDefinition);
  if (!runnable.ok) return runnable;
  const definition = runnable.checked;
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  if (!definition.definition.compatibilities.includes("EC2")) {
    return refuse("task-definition.launch-type", { launchType: "EC2" });
  }
  const problem =
    limits(input) ?? refuseTaskRequest(sim, input, definition, { launchType: "EC2", mostStartedBy: MAX_STARTED_BY });
  if (problem !== undefined) return problem;
  const network = networkOnInstances(sim, input, definition);
  if (!network.ok) return network;
  const plan = planTask(input, { cluster, definition, launchType: "EC2", ...network.checked });
  const created: TaskRow[] = [];
  const failures: Shape<"ecs", "Failure">[] = [];
  for (const reference of input.containerInstances) {
    const { arn, row } = findContainerInstance(sim, cluster, reference);
    const outcome = row === undefined ? failureReason("failure.missing") : placeOn(sim, plan, row);
    if (typeof outcome === "string") failures.push({ arn, reason: outcome });
    else created.push(outcome);
  }
  return answer({ tasks: created.map((task) => describeTask(sim, task, { tags: true, health: false })), failures });
});

function limits(input: Input<"ecs", "StartTask">) {
  const { containerInstances } = input;
  if (containerInstances.length === 0) return refuse("container-instances.empty");
  if (containerInstances.length > MAX_INSTANCES) {
    return refuse("container-instances.too-many", { most: MAX_INSTANCES });
  }
  return undefined;
}

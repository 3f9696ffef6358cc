/**
 * StartTask: the caller names the container instances; no strategy, no constraint, no waiting. Each instance that cannot
 * take the task is an entry of `failures`.
 */
import { placeOn } from "../../controllers/tasks/place-tasks.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { TaskRow } from "../../model/ecs.ts";
import { answer, command, invalid, type Outcome, refuse } from "../outcome.ts";
import { networkOnInstances } from "./check-for-instances.ts";
import { describeTask } from "./describe.ts";
import { clusterNotFound, findCluster } from "./find-cluster.ts";
import { findContainerInstance } from "./find-container-instance.ts";
import { planTask } from "./plan-task.ts";
import { findPresentDefinition } from "./present-definitions.ts";
import { refuseRoles } from "./refuse-roles.ts";
import { refuseTags } from "./refuse-tags.ts";
import type { RunTaskInput } from "./task-request.ts";

interface StartTaskInput
  extends Omit<RunTaskInput, "count" | "placementConstraints" | "placementStrategy" | "launchType"> {
  readonly containerInstances: readonly string[];
}

/** Instances that one call can name. @source API Reference, StartTask (checked 2026-11-21) */
const MAX_INSTANCES = 10;
/** @source API Reference, StartTask, startedBy (checked 2026-11-21) */
const MAX_STARTED_BY = 36;

export const startTask = command((sim: Cloud, input: StartTaskInput): Outcome => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return clusterNotFound();
  const definition = findPresentDefinition(sim, input.taskDefinition);
  if (definition === undefined) return refuse("ClientException", "Unable to describe task definition.");
  if (definition.status !== "ACTIVE") return refuse("ClientException", "TaskDefinition is inactive");
  if (!definition.definition.compatibilities.includes("EC2")) {
    return invalid("Task definition does not support launch_type EC2.");
  }
  const problem = limits(input) ?? refuseTags(input.tags) ?? refuseRoles(sim, input, definition);
  if (problem !== undefined) return problem;
  const network = networkOnInstances(sim, input, definition);
  if (!network.ok) return network;
  const plan = planTask(input, { cluster, definition, launchType: "EC2", ...network.checked });
  const created: TaskRow[] = [];
  const failures: { arn: string; reason: string }[] = [];
  for (const reference of input.containerInstances) {
    const { arn, row } = findContainerInstance(sim, cluster, reference);
    const outcome = row === undefined ? "MISSING" : placeOn(sim, plan, row);
    if (typeof outcome === "string") failures.push({ arn, reason: outcome });
    else created.push(outcome);
  }
  return answer({ tasks: created.map((task) => describeTask(sim, task, { tags: true })), failures });
});

function limits(input: StartTaskInput) {
  const { containerInstances, startedBy = "" } = input;
  if (containerInstances.length === 0) return invalid("Container instances cannot be empty.");
  if (containerInstances.length > MAX_INSTANCES) {
    return invalid(`Container instances cannot have more than ${MAX_INSTANCES} elements.`);
  }
  return startedBy.length > MAX_STARTED_BY
    ? invalid(`startedBy can have at most ${MAX_STARTED_BY} characters.`)
    : undefined;
}

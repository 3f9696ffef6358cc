/** What RunTask refuses on EC2 before it looks at any container instance, in AWS's words where they are known. */
import type { TaskPlan } from "../../controllers/tasks/task-plan.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ClusterRow, TaskDefinitionRow } from "../../model/ecs.ts";
import { checkPlacement } from "../../placement/check-placement.ts";
import { networkModeOf } from "../../task-definition/reservation.ts";
import { invalid } from "../outcome.ts";
import { networkOf, type TaskNetwork } from "./check-network.ts";
import { planTask } from "./plan-task.ts";
import type { Checked, RunTaskInput } from "./task-request.ts";

/** Refuses the request, or gives the plan of its tasks. */
export function checkForInstances(
  sim: Cloud,
  input: RunTaskInput,
  cluster: ClusterRow,
  row: TaskDefinitionRow,
): Checked<TaskPlan> {
  if (!hasActiveInstance(sim, cluster)) {
    return invalid("No Container Instances were found in your cluster.");
  }
  // @source Reply of RunTask pasted in hashicorp/terraform-provider-aws issues (checked 2026-11-21)
  if (input.platformVersion !== undefined) {
    return invalid("The platform version must be null when specifying an EC2 launch type.");
  }
  const network = networkOnInstances(sim, input, row);
  if (!network.ok) return network;
  const placement = checkPlacement({
    constraints: input.placementConstraints,
    definitionConstraints: row.definition.placementConstraints,
    strategies: input.placementStrategy,
    placedBy: "task",
  });
  if (!placement.ok) return invalid(placement.message);
  const { constraints, strategies } = placement;
  const resolved = { cluster, definition: row, launchType: "EC2", ...network.checked } as const;
  return { ok: true, checked: planTask(input, { ...resolved, placement: { constraints, strategies } }) };
}

/** Ours: instances that drain count as little as none; AWS does not say so. */
function hasActiveInstance({ tables: { containerInstances } }: Cloud, { clusterArn }: ClusterRow): boolean {
  for (const arn of containerInstances.bucket("cluster", clusterArn)) {
    if (containerInstances.get(arn)?.status === "ACTIVE") return true;
  }
  return false;
}

/** The network of a task on EC2: an interface of its own in awsvpc mode, none in the others. */
export function networkOnInstances(
  sim: Cloud,
  input: Pick<RunTaskInput, "networkConfiguration">,
  { definition }: TaskDefinitionRow,
): Checked<TaskNetwork> {
  if (networkModeOf(definition) === "awsvpc") {
    const network = networkOf(sim, input);
    if (network.ok && input.networkConfiguration?.awsvpcConfiguration?.assignPublicIp === "ENABLED") {
      return invalid("Assign public IP is not supported for this launch type.");
    }
    return network;
  }
  if (input.networkConfiguration !== undefined) {
    return invalid("Network Configuration is not valid for the given networkMode of this task definition.");
  }
  return { ok: true, checked: { subnets: [], securityGroups: [] } };
}

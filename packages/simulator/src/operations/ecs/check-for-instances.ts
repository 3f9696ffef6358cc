/** What RunTask refuses on EC2 before it looks at any container instance, in AWS's words where they are known. */
import type { TaskPlan } from "../../controllers/tasks/task-plan.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ClusterRow, TaskDefinitionRow } from "../../model/ecs.ts";
import { checkPlacement } from "../../placement/check-placement.ts";
import { networkModeOf } from "../../task-definition/reservation.ts";
import { networkOf, type TaskNetwork } from "./check-network.ts";
import { planTask } from "./plan-task.ts";
import { refuse } from "./refusals.ts";
import type { Checked, RunTaskInput } from "./task-request.ts";

/** Refuses the request, or gives the plan of its tasks. */
export function checkForInstances(
  sim: Cloud,
  input: RunTaskInput,
  cluster: ClusterRow,
  row: TaskDefinitionRow,
): Checked<TaskPlan> {
  if (!hasActiveInstance(sim, cluster)) {
    return refuse("run-task.no-instances");
  }
  if (input.platformVersion !== undefined) {
    return refuse("run-task.platform-on-ec2");
  }
  const network = networkOnInstances(sim, input, row);
  if (!network.ok) return network;
  const placement = checkPlacement({
    constraints: input.placementConstraints,
    definitionConstraints: row.definition.placementConstraints,
    strategies: input.placementStrategy,
    placedBy: "task",
  });
  if (!placement.ok) return refuse("placement.invalid", { problem: placement.message });
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
      return refuse("network.public-address");
    }
    return network;
  }
  if (input.networkConfiguration !== undefined) {
    return refuse("network.unwanted");
  }
  return { ok: true, checked: { subnets: [], securityGroups: [] } };
}

/** What RunTask refuses on EC2 before it looks at any container instance, in AWS's words where they are known. */
import type { Cloud } from "../../model/cloud.ts";
import type { ClusterRow, TaskDefinitionRow } from "../../model/ecs.ts";
import type { SubnetRow } from "../../model/vpc.ts";
import { checkPlacement } from "../../placement/check-placement.ts";
import type { PlacementLocation } from "../../placement/request.ts";
import { networkModeOf, wantedResources } from "../../task-definition/reservation.ts";
import { invalid } from "../outcome.ts";
import { networkOf } from "./check-network.ts";
import { groupOf } from "./new-task.ts";
import type { Checked, CheckedRequest, RunTaskInput } from "./task-request.ts";

/** Refuses the request, or adds what placement is asked. */
export function checkForInstances(
  sim: Cloud,
  input: RunTaskInput,
  cluster: ClusterRow,
  row: TaskDefinitionRow,
): Checked<CheckedRequest> {
  const { definition } = row;
  if (!hasActiveInstance(sim, cluster)) {
    return invalid("No Container Instances were found in your cluster.");
  }
  // @source Reply of RunTask pasted in hashicorp/terraform-provider-aws issues (checked 2026-11-21)
  if (input.platformVersion !== undefined) {
    return invalid("The platform version must be null when specifying an EC2 launch type.");
  }
  const network = networkOnInstances(sim, input, row);
  if (!network.ok) return network;
  const checked = checkPlacement({
    constraints: input.placementConstraints,
    definitionConstraints: definition.placementConstraints,
    strategies: input.placementStrategy,
    placedBy: "task",
  });
  if (!checked.ok) return invalid(checked.message);
  const { subnets } = network.request;
  const location = locationOf(subnets);
  const placement = {
    clusterArn: cluster.clusterArn,
    group: groupOf(input, row),
    needs: wantedResources(definition, input.overrides),
    requiredAttributes: definition.requiresAttributes,
    ...(location === undefined ? {} : { location }),
    constraints: checked.constraints,
    strategies: checked.strategies,
  };
  return { ok: true, request: { cluster, definition: row, ...network.request, placement } };
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
): Checked<Pick<CheckedRequest, "subnets" | "securityGroups">> {
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
  return { ok: true, request: { subnets: [], securityGroups: [] } };
}

function locationOf(subnets: readonly SubnetRow[]): PlacementLocation | undefined {
  const [first] = subnets;
  if (first === undefined) return undefined;
  return { vpcId: first.vpcId, availabilityZones: [...new Set(subnets.map((subnet) => subnet.availabilityZone))] };
}

/**
 * StartTask: the caller names the container instances; no strategy, no constraint, no waiting. Each instance that cannot
 * take the task is an entry of `failures`.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerInstanceRow } from "../../model/container-instances.ts";
import type { ClusterRow, TaskRow } from "../../model/ecs.ts";
import type { SubnetRow } from "../../model/vpc.ts";
import { place, planPlacement } from "../../placement/place.ts";
import type { PlacementRequest } from "../../placement/request.ts";
import { networkModeOf, wantedResources } from "../../task-definition/reservation.ts";
import { answer, command, invalid, type Outcome, refuse } from "../outcome.ts";
import { networkOnInstances } from "./check-for-instances.ts";
import { describeTask } from "./describe.ts";
import { clusterNotFound, findCluster } from "./find-cluster.ts";
import { findContainerInstance } from "./find-container-instance.ts";
import { createTask, groupOf } from "./new-task.ts";
import { findPresentDefinition } from "./present-definitions.ts";
import { refuseRoles } from "./refuse-roles.ts";
import { refuseTags } from "./refuse-tags.ts";
import type { CheckedRequest, RunTaskInput } from "./task-request.ts";

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
  const created: TaskRow[] = [];
  const failures: { arn: string; reason: string }[] = [];
  for (const reference of input.containerInstances) {
    const found = findContainerInstance(sim, cluster, reference);
    const outcome = startOn(sim, input, { cluster, definition, ...network.request }, found.row);
    if (typeof outcome === "string") failures.push({ arn: found.arn, reason: outcome });
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

/** The task, or the reason of the failure. */
function startOn(
  sim: Cloud,
  input: StartTaskInput,
  { cluster, definition, subnets, securityGroups }: CheckedRequest,
  row: ContainerInstanceRow | undefined,
): TaskRow | string {
  if (row === undefined) return "MISSING";
  if (row.status === "INACTIVE") return "INACTIVE";
  const placement = place(
    planPlacement(requestFor(input, { cluster, definition, subnets, securityGroups })),
    // An instance that drains takes what it is told to take.
    [row.status === "DRAINING" ? { ...row, status: "ACTIVE" } : row],
    () => 0,
  );
  if (!placement.placed) return placement.failures[0]?.reason ?? row.status;
  const { reservation } = placement;
  const here = subnets.find((subnet) => subnet.availabilityZone === row.spec.availabilityZone);
  const subnet = here ?? (sim.tables.subnets.get(row.spec.subnetId) as SubnetRow);
  return createTask(sim, { input, cluster, definition, subnet, securityGroups, on: { instance: row, reservation } });
}

function requestFor(
  input: StartTaskInput,
  { cluster, definition, subnets }: { cluster: ClusterRow } & CheckedRequest,
): PlacementRequest {
  const [first] = subnets;
  const zones = [...new Set(subnets.map((subnet) => subnet.availabilityZone))];
  const isAwsvpc = networkModeOf(definition.definition) === "awsvpc" && first !== undefined;
  return {
    clusterArn: cluster.clusterArn,
    group: groupOf(input, definition),
    needs: wantedResources(definition.definition, input.overrides),
    requiredAttributes: definition.definition.requiresAttributes,
    ...(isAwsvpc ? { location: { vpcId: first.vpcId, availabilityZones: zones } } : {}),
    constraints: [],
    strategies: [{ type: "random" }],
  };
}

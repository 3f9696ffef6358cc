/**
 * Finds a place for each task of a plan and lets it begin there. On Fargate a place is a subnet; on EC2 it is a container
 * instance, and the tasks are placed one after the other, each with what the one before has taken. What was decided on
 * EC2, and from what, stands in the journal: `explainPlacement` has the whole trace from it again.
 */

import { failureReason } from "../../model/causes/placements.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerInstanceRow } from "../../model/container-instances.ts";
import type { TaskRow } from "../../model/ecs.ts";
import { placeOf } from "../../model/place.ts";
import type { PlacementRequest } from "../../model/placement.ts";
import { DEFAULT_TASK_STRATEGIES } from "../../model/placement.ts";
import type { SubnetRow } from "../../model/vpc.ts";
import { candidatesOf } from "../../placement/candidates.ts";
import { placementFacts } from "../../placement/explain-placement.ts";
import { place, planPlacement } from "../../placement/place.ts";
import { platformAttributes } from "../../task-definition/required-attributes.ts";
import { networkModeOf, wantedResources } from "../../task-definition/reservation.ts";
import { createTask } from "./create-task.ts";
import type { TaskPlan } from "./task-plan.ts";

/** What came of it: AWS gives both, and both can have entries. */
export interface PlacedTasks {
  readonly created: readonly TaskRow[];
  /** Each with the instance that did not take it; Fargate names none. */
  readonly failures: readonly { readonly arn?: string; readonly reason: string }[];
}

/** Places `count` tasks; stops at the first that finds no place. */
export function placeTasks(sim: Cloud, plan: TaskPlan, count: number): PlacedTasks {
  return plan.launchType === "FARGATE" ? placeOnFargate(sim, plan, count) : placeOnInstances(sim, plan, count);
}

/**
 * Starts a task on an instance that the caller names: no strategy, no constraint of its own, no waiting.
 * @returns the task, or the reason why the instance does not take it
 */
export function placeOn(sim: Cloud, plan: TaskPlan, instance: ContainerInstanceRow): TaskRow | string {
  const { status, spec } = instance;
  if (status === "INACTIVE") return failureReason("failure.inactive");
  const placement = place(
    planPlacement(requestOf(plan), placeOf(sim.tables).startsAtMs),
    // An instance that drains takes what it is told to take.
    [status === "DRAINING" ? { ...instance, status: "ACTIVE" } : instance],
    () => 0,
  );
  if (!placement.placed) return placement.failures[0]?.reason ?? status;
  const { reservation } = placement;
  const here = plan.subnets.find((subnet) => subnet.availabilityZone === spec.availabilityZone);
  const subnet = here ?? (sim.tables.subnets.get(spec.subnetId) as SubnetRow);
  return createTask(sim, plan, { subnet, on: { instance, reservation } });
}

/** Why there is no place for even one task of a plan; undefined when there is. Nothing is placed and nothing drawn. */
export function whyNoPlace(sim: Cloud, plan: TaskPlan): PlacedTasks["failures"] | undefined {
  if (plan.launchType === "FARGATE") return openSubnets(sim, plan).length === 0 ? NO_CAPACITY : undefined;
  const prepared = planPlacement(requestOf(plan), placeOf(sim.tables).startsAtMs);
  const placement = place(prepared, candidatesOf(sim.tables, plan.cluster.clusterArn), () => 0);
  return placement.placed ? undefined : placement.failures;
}

const NO_CAPACITY = [{ reason: failureReason("failure.no-capacity") }];

/** The subnets of a plan whose zone Fargate has room in. */
function openSubnets(sim: Cloud, plan: TaskPlan): readonly SubnetRow[] {
  return plan.subnets.filter(({ availabilityZone }) => !sim.tables.fargateShortages.has(availabilityZone));
}

/** Fargate spreads over the given subnets as well as it can; by lot here, since the real choice is undocumented. */
function placeOnFargate(sim: Cloud, plan: TaskPlan, count: number): PlacedTasks {
  const open = openSubnets(sim, plan);
  if (open.length === 0) return { created: [], failures: NO_CAPACITY };
  const created: TaskRow[] = [];
  for (let index = 0; index < count; index += 1) {
    const even = plan.serviceArn === undefined ? open : inPoorestZone(sim, plan.serviceArn, open);
    created.push(createTask(sim, plan, { subnet: even[byLot(sim, even.length)] as SubnetRow }));
  }
  return { created, failures: [] };
}

/** Fargate spreads the tasks of a service over its zones as well as it can. */
function inPoorestZone(sim: Cloud, serviceArn: string, subnets: readonly SubnetRow[]): readonly SubnetRow[] {
  const { tasks } = sim.tables;
  const counts = new Map(subnets.map(({ availabilityZone }) => [availabilityZone, 0]));
  for (const arn of tasks.bucket("service", serviceArn)) {
    const { desiredStatus, spec } = tasks.get(arn) as TaskRow;
    const count = counts.get(spec.availabilityZone);
    if (desiredStatus === "RUNNING" && count !== undefined) counts.set(spec.availabilityZone, count + 1);
  }
  const fewest = Math.min(...counts.values());
  return subnets.filter(({ availabilityZone }) => counts.get(availabilityZone) === fewest);
}

function placeOnInstances(sim: Cloud, plan: TaskPlan, count: number): PlacedTasks {
  const { clusterArn } = plan.cluster;
  const prepared = planPlacement(requestOf(plan), placeOf(sim.tables).startsAtMs);
  const created: TaskRow[] = [];
  for (let index = 0; index < count; index += 1) {
    const candidates = candidatesOf(sim.tables, clusterArn);
    const placement = place(prepared, candidates, (fitting) => sim.world.random.between("placement", 0, fitting - 1));
    const cause = sim.record("PLACEMENT_DECIDED", clusterArn, placementFacts(prepared, placement));
    if (!placement.placed) return { created, failures: placement.failures };
    const { instance, reservation } = placement;
    const subnet = subnetOn(sim, instance.spec, plan.subnets);
    created.push(createTask(sim, plan, { subnet, cause, on: { instance, reservation } }));
  }
  return { created, failures: [] };
}

/** The given subnet in the zone of the instance, by lot among several; the instance's own for a task without an interface. */
function subnetOn(
  sim: Cloud,
  { subnetId, availabilityZone }: { readonly subnetId: string; readonly availabilityZone: string },
  subnets: readonly SubnetRow[],
): SubnetRow {
  const here = subnets.filter((subnet) => subnet.availabilityZone === availabilityZone);
  return here[byLot(sim, here.length)] ?? (sim.tables.subnets.get(subnetId) as SubnetRow);
}

/** One of `count`; no lot is drawn where there is no choice. */
function byLot(sim: Cloud, count: number): number {
  return count > 1 ? sim.world.random.between("placement", 0, count - 1) : 0;
}

/** What placement is asked for a task of this plan. */
export function requestOf({
  cluster,
  definition: row,
  group,
  overrides,
  subnets,
  placement,
}: TaskPlan): PlacementRequest {
  const { definition } = row;
  const [first] = subnets;
  const availabilityZones = [...new Set(subnets.map((subnet) => subnet.availabilityZone))];
  const location =
    networkModeOf(definition) === "awsvpc" && first !== undefined
      ? { location: { vpcId: first.vpcId, availabilityZones } }
      : {};
  return {
    clusterArn: cluster.clusterArn,
    group,
    needs: wantedResources(definition, overrides),
    requiredAttributes: [...definition.requiresAttributes, ...platformAttributes(definition)],
    ...location,
    constraints: placement?.constraints ?? [],
    strategies: placement?.strategies ?? DEFAULT_TASK_STRATEGIES,
  };
}

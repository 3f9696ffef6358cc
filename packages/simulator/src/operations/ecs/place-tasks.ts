/**
 * Tasks of RunTask on container instances: placed one after the other, each with what the one before has taken. What was
 * decided, and from what, stands in the journal: `explainPlacement` has the whole trace from it again.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { TaskRow } from "../../model/ecs.ts";
import type { SubnetRow } from "../../model/vpc.ts";
import { candidatesOf } from "../../placement/candidates.ts";
import { placementFacts } from "../../placement/explain-placement.ts";
import { type PlacementFailure, place, planPlacement } from "../../placement/place.ts";
import type { PlacementRequest } from "../../placement/request.ts";
import { createTask } from "./new-task.ts";
import type { CheckedRequest, RunTaskInput } from "./task-request.ts";

/** What came of it: AWS gives both, and both can have entries. */
export interface PlacedTasks {
  readonly created: readonly TaskRow[];
  readonly failures: readonly PlacementFailure[];
}

/** Places as many tasks as the call asks for; stops at the first that finds no place. */
export function placeTasks(
  sim: Cloud,
  input: RunTaskInput,
  { cluster, definition, subnets, securityGroups }: CheckedRequest,
  request: PlacementRequest,
): PlacedTasks {
  const plan = planPlacement(request);
  const created: TaskRow[] = [];
  for (let index = 0; index < (input.count ?? 1); index += 1) {
    const candidates = candidatesOf(sim.tables, cluster.clusterArn);
    const placement = place(plan, candidates, (count) => sim.world.random.between("placement", 0, count - 1));
    const cause = sim.record("PLACEMENT_DECIDED", cluster.clusterArn, placementFacts(plan, placement));
    if (!placement.placed) return { created, failures: placement.failures };
    const { instance, reservation } = placement;
    const subnet = subnetOn(sim, instance.spec, subnets);
    created.push(
      createTask(sim, { input, cluster, definition, subnet, securityGroups, cause, on: { instance, reservation } }),
    );
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
  const index = here.length > 1 ? sim.world.random.between("placement", 0, here.length - 1) : 0;
  return here[index] ?? (sim.tables.subnets.get(subnetId) as SubnetRow);
}

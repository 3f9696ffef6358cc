/** Turns a task set into the API's shape, members in AWS's order, times in epoch seconds. */
import type { Cloud } from "../../../model/cloud.ts";
import { epochSeconds } from "../../../model/place.ts";
import type { TaskSetRow } from "../../../model/task-sets.ts";
import type { Shape } from "../../shapes.ts";
import { countsOf, platformFamily, platformVersion } from "./revision-facts.ts";

/** A task set as the operations give it. */
export function describeTaskSet(
  sim: Cloud,
  row: TaskSetRow,
  { tags }: { readonly tags: boolean },
): Shape<"ecs", "TaskSet"> {
  const own = countsOf(sim, row.serviceArn).get(row.id);
  return {
    id: row.id,
    taskSetArn: row.taskSetArn,
    serviceArn: row.serviceArn,
    clusterArn: row.clusterArn,
    externalId: row.externalId,
    status: row.status,
    taskDefinition: row.taskDefinitionArn,
    computedDesiredCount: row.computedDesiredCount,
    pendingCount: own?.pending ?? 0,
    runningCount: own?.running ?? 0,
    createdAt: epochSeconds(sim.tables, row.createdAtMs),
    updatedAt: epochSeconds(sim.tables, row.updatedAtMs),
    launchType: row.launchType,
    platformVersion: platformVersion(sim, row),
    platformFamily: platformFamily(sim, row),
    networkConfiguration: row.networkConfiguration,
    loadBalancers: row.loadBalancers,
    serviceRegistries: row.serviceRegistries,
    scale: { value: row.scale, unit: "PERCENT" },
    stabilityStatus: row.stabilityStatus,
    stabilityStatusAt: epochSeconds(sim.tables, row.stabilityStatusAtMs),
    tags: tags ? row.tags : undefined,
  };
}

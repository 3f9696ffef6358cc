/** What services and task sets show of their tasks and of where these run. */
import { definitionOfRevision } from "../../../controllers/services/service-plan.ts";
import type { Cloud } from "../../../model/cloud.ts";
import type { TaskRow } from "../../../model/ecs.ts";
import { LINUX_PLATFORM_VERSION, WINDOWS_PLATFORM_VERSION } from "../../../model/fargate-platform.ts";
import type { ServiceRevisionRow } from "../../../model/services.ts";
import { isWindows } from "../../../task-definition/rule.ts";

/** How many tasks run and are on their way; a task that is to stop counts as neither. @source Recorded answers (checked 2026-11-29) */
export interface Counts {
  running: number;
  pending: number;
}

/** Of the tasks of a service, by their deployment. */
export function countsOf(sim: Cloud, serviceArn: string): ReadonlyMap<string, Counts> {
  const { tasks } = sim.tables;
  const counts = new Map<string, Counts>();
  for (const arn of tasks.bucket("service", serviceArn)) {
    const { desiredStatus, lastStatus, spec } = tasks.get(arn) as TaskRow;
    if (desiredStatus !== "RUNNING") continue;
    const own = counts.get(spec.startedBy ?? "") ?? { running: 0, pending: 0 };
    counts.set(spec.startedBy ?? "", own);
    if (lastStatus === "RUNNING") own.running += 1;
    else own.pending += 1;
  }
  return counts;
}

/** What says where tasks run. */
type Placed = Pick<ServiceRevisionRow, "taskDefinitionArn" | "launchType" | "platformVersion">;

/** The version that a revision runs on, once it is found. */
export function platformVersion(sim: Cloud, revision: Placed): string | undefined {
  if (revision.launchType !== "FARGATE" || revision.platformVersion !== "LATEST") return revision.platformVersion;
  return platformFamily(sim, revision) === "Windows" ? WINDOWS_PLATFORM_VERSION : LINUX_PLATFORM_VERSION;
}

/** The operating system of a revision on Fargate. */
export function platformFamily(sim: Cloud, revision: Placed): string | undefined {
  if (revision.launchType !== "FARGATE") return undefined;
  return isWindows(definitionOfRevision(sim, revision).definition) ? "Windows" : "Linux";
}

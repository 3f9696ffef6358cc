/** Reads the ways to name a task definition: family, family:revision, ARN. */

import { ecsArn } from "../../model/arns.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { TaskDefinitionRow } from "../../model/ecs.ts";

/** `family:revision`, or the family alone, out of a name or an ARN. */
function shortName(reference: string): string {
  const slash = reference.indexOf(":task-definition/");
  return reference.startsWith("arn:") && slash !== -1 ? reference.slice(slash + ":task-definition/".length) : reference;
}

/** An ARN of another Region, account or kind of thing names nothing here. */
function isElsewhere(sim: Cloud, reference: string): boolean {
  return reference.startsWith("arn:") && !reference.startsWith(ecsArn(sim.tables, "task-definition/"));
}

/** The definition that a reference means: an exact revision, or the newest ACTIVE one of a family. */
export function findTaskDefinition(sim: Cloud, reference: string): TaskDefinitionRow | undefined {
  if (isElsewhere(sim, reference)) return undefined;
  const name = shortName(reference);
  const row = sim.tables.taskDefinitions.get(ecsArn(sim.tables, `task-definition/${name}`));
  if (row !== undefined || name.includes(":")) return row;
  const keys = sim.tables.taskDefinitions.bucket("activeFamily", name);
  let newest: TaskDefinitionRow | undefined;
  for (const key of keys) {
    const candidate = sim.tables.taskDefinitions.get(key) as TaskDefinitionRow;
    if (newest === undefined || candidate.revision > newest.revision) newest = candidate;
  }
  return newest;
}

/** The revision part of a reference as text, or undefined when it names a family only. */
export function revisionText(reference: string): string | undefined {
  return shortName(reference).split(":")[1];
}

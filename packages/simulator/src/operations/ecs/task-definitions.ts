/** DescribeTaskDefinition, DeregisterTaskDefinition and the two lists. */

import type { TaskDefinitionRow } from "../../model/ecs.ts";
import { answer, command, query } from "../operation.ts";
import { cutPage } from "../pages.ts";
import { describeTaskDefinition } from "./describe.ts";
import { revisionText } from "./find-task-definition.ts";
import { findPresentDefinition, presentDefinitions } from "./present-definitions.ts";
import { refuse } from "./refusals.ts";

export const describeTaskDefinitionOperation = query<"ecs", "DescribeTaskDefinition">((sim, input) => {
  const unknown = input.include?.find((value) => value !== "TAGS");
  if (unknown !== undefined) return refuse("task-definition.include", { value: unknown });
  const revision = revisionText(input.taskDefinition);
  if (revision !== undefined && !/^\d+$/.test(revision)) return refuse("task-definition.described-revision");
  const row = findPresentDefinition(sim, input.taskDefinition);
  if (row === undefined) return refuse("task-definition.not-found");
  const tags = input.include?.includes("TAGS") === true ? row.tags : undefined;
  return answer({ taskDefinition: describeTaskDefinition(sim, row), tags });
});

export const deregisterTaskDefinition = command<"ecs", "DeregisterTaskDefinition">((sim, input) => {
  const revision = revisionText(input.taskDefinition);
  if (revision === undefined) return refuse("task-definition.no-revision");
  if (!/^\d+$/.test(revision)) {
    return refuse("task-definition.revision", { revision });
  }
  const row = findPresentDefinition(sim, input.taskDefinition);
  if (row === undefined) return refuse("task-definition.not-found");
  if (row.status === "DELETE_IN_PROGRESS") return refuse("task-definition.deregistered-in-deletion");
  if (row.status === "INACTIVE") return answer({ taskDefinition: describeTaskDefinition(sim, row) });
  const inactive: TaskDefinitionRow = { ...row, status: "INACTIVE", deregisteredAtMs: sim.nowMs };
  sim.put("taskDefinitions", inactive);
  sim.record("TASK_DEFINITION_DEREGISTERED", row.taskDefinitionArn);
  // Only later answers show when it was deregistered.
  return answer({ taskDefinition: { ...describeTaskDefinition(sim, inactive), deregisteredAt: undefined } });
});

/** `familyPrefix` of this list is a whole family name, in spite of its name. */
export const listTaskDefinitions = query<"ecs", "ListTaskDefinitions">((sim, input) => {
  const { familyPrefix, status = "ACTIVE", sort = "ASC" } = input;
  const rows = presentDefinitions(sim)
    .filter((row) => row.status === status && (familyPrefix === undefined || row.family === familyPrefix))
    .sort((a, b) => (a.family === b.family ? a.revision - b.revision : a.family < b.family ? -1 : 1));
  if (sort === "DESC") rows.reverse();
  const cut = cutPage(
    "ListTaskDefinitions",
    rows.map((row) => row.taskDefinitionArn),
    input,
  );
  return cut.ok ? answer({ taskDefinitionArns: cut.page.items, nextToken: cut.page.nextToken }) : cut;
});

/** Families with and without an active revision, unless `status` says which. Here `familyPrefix` is a prefix. */
export const listTaskDefinitionFamilies = query<"ecs", "ListTaskDefinitionFamilies">((sim, input) => {
  const { familyPrefix = "", status = "ALL" } = input;
  const families = new Set<string>();
  for (const { family } of presentDefinitions(sim)) {
    if (!family.startsWith(familyPrefix) || families.has(family)) continue;
    const active = sim.tables.taskDefinitions.bucket("activeFamily", family).size > 0;
    if (status === "ALL" || (status === "ACTIVE") === active) families.add(family);
  }
  const cut = cutPage("ListTaskDefinitionFamilies", [...families].sort(), input);
  return cut.ok ? answer({ families: cut.page.items, nextToken: cut.page.nextToken }) : cut;
});

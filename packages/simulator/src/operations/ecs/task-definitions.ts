/** DescribeTaskDefinition, DeregisterTaskDefinition and the two lists. */
import type { Cloud } from "../../model/cloud.ts";
import type { TaskDefinitionRow } from "../../model/ecs.ts";
import { answer, command, type Outcome, query, refuse } from "../outcome.ts";
import { cutPage, type PageRequest } from "../pages.ts";
import { describeTaskDefinition } from "./describe.ts";
import { revisionText } from "./find-task-definition.ts";
import { findPresentDefinition, presentDefinitions } from "./present-definitions.ts";

interface DescribeInput {
  readonly taskDefinition: string;
  readonly include?: readonly string[];
}

export const describeTaskDefinitionOperation = query((sim: Cloud, input: DescribeInput): Outcome => {
  const row = findPresentDefinition(sim, input.taskDefinition);
  if (row === undefined) return unknownDefinition();
  const tags = input.include?.includes("TAGS") === true ? row.tags : undefined;
  return answer({ taskDefinition: describeTaskDefinition(row), tags });
});

export const deregisterTaskDefinition = command((sim: Cloud, input: DescribeInput): Outcome => {
  const revision = revisionText(input.taskDefinition);
  if (revision === undefined) return refuse("ClientException", "Revision is missing.");
  if (!/^\d+$/.test(revision)) {
    return refuse("InvalidParameterException", `Invalid revision number. Number: ${revision}`);
  }
  const row = findPresentDefinition(sim, input.taskDefinition);
  if (row === undefined) return unknownDefinition();
  if (row.status !== "ACTIVE") return answer({ taskDefinition: describeTaskDefinition(row) });
  const inactive: TaskDefinitionRow = { ...row, status: "INACTIVE", deregisteredAtMs: sim.nowMs };
  sim.put("taskDefinitions", inactive);
  sim.record("TASK_DEFINITION_DEREGISTERED", row.taskDefinitionArn);
  return answer({ taskDefinition: describeTaskDefinition(inactive) });
});

interface ListInput extends PageRequest {
  readonly familyPrefix?: string;
  readonly status?: string;
  readonly sort?: string;
}

/** `familyPrefix` of this list is a whole family name, in spite of its name. */
export const listTaskDefinitions = query((sim: Cloud, input: ListInput): Outcome => {
  const { familyPrefix, status = "ACTIVE", sort = "ASC" } = input;
  const problem =
    notOneOf("status", status, ["ACTIVE", "INACTIVE", "DELETE_IN_PROGRESS"]) ?? notOneOf("sort", sort, ["ASC", "DESC"]);
  if (problem !== undefined) return problem;
  const rows = presentDefinitions(sim)
    .filter((row) => row.status === status && (familyPrefix === undefined || row.family === familyPrefix))
    .sort((a, b) => (a.family === b.family ? a.revision - b.revision : a.family < b.family ? -1 : 1));
  if (sort === "DESC") rows.reverse();
  const cut = cutPage(
    rows.map((row) => row.taskDefinitionArn),
    input,
  );
  return cut.ok ? answer({ taskDefinitionArns: cut.page.items, nextToken: cut.page.nextToken }) : cut;
});

/** Families with and without an active revision, unless `status` says which. Here `familyPrefix` is a prefix. */
export const listTaskDefinitionFamilies = query((sim: Cloud, input: ListInput): Outcome => {
  const { familyPrefix = "", status = "ALL" } = input;
  const problem = notOneOf("status", status, ["ACTIVE", "INACTIVE", "ALL"]);
  if (problem !== undefined) return problem;
  const families = new Set<string>();
  for (const { family } of presentDefinitions(sim)) {
    if (!family.startsWith(familyPrefix) || families.has(family)) continue;
    const active = sim.tables.taskDefinitions.bucket("activeFamily", family).size > 0;
    if (status === "ALL" || (status === "ACTIVE") === active) families.add(family);
  }
  const cut = cutPage([...families].sort(), input);
  return cut.ok ? answer({ families: cut.page.items, nextToken: cut.page.nextToken }) : cut;
});

/** Ours: AWS's wording for a value outside of the list is not confirmed. */
function notOneOf(member: string, value: string, allowed: readonly string[]): Outcome | undefined {
  if (allowed.includes(value)) return undefined;
  return refuse("InvalidParameterException", `${member} should be one of [${allowed.join(",")}]`);
}

function unknownDefinition(): Outcome {
  return refuse("ClientException", "Unable to describe task definition.");
}

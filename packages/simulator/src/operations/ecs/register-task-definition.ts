/** RegisterTaskDefinition. */

import { ecsArn } from "../../model/arns.ts";
import type { TaskDefinitionRow } from "../../model/ecs.ts";
import { registeredForm } from "../../task-definition/register.ts";
import { firstFinding } from "../../task-definition/validate.ts";
import { answer, command } from "../operation.ts";
import { describeTaskDefinition } from "./describe.ts";
import { refuseTags } from "./refuse-tags.ts";

export const registerTaskDefinition = command<"ecs", "RegisterTaskDefinition">((sim, input) => {
  const finding = firstFinding(input);
  if (finding !== undefined) {
    return { ok: false, id: finding.ruleId, error: { code: finding.code, message: finding.message } };
  }
  const tagError = refuseTags(input.tags);
  if (tagError !== undefined) return tagError;
  const { family } = input;
  // Rows of a family never leave the table, deleted ones neither: their count is the last number given out.
  const revision = sim.tables.taskDefinitions.bucket("family", family).size + 1;
  const row: TaskDefinitionRow = {
    taskDefinitionArn: ecsArn(sim.tables, `task-definition/${family}:${revision}`),
    family,
    revision,
    status: "ACTIVE",
    definition: Object.freeze(registeredForm(input)),
    tags: input.tags ?? [],
    registeredAtMs: sim.nowMs,
  };
  sim.put("taskDefinitions", row);
  sim.record("TASK_DEFINITION_REGISTERED", row.taskDefinitionArn);
  return answer({ taskDefinition: describeTaskDefinition(sim, row), tags: input.tags });
});

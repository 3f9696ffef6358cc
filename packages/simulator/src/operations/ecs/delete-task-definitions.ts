/** DeleteTaskDefinitions: marks revisions, which are gone as soon as no task runs them any more. */
import { failureReason } from "../../model/causes/placements.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { TaskDefinitionRow } from "../../model/ecs.ts";
import { answer, command } from "../operation.ts";
import type { Shape } from "../shapes.ts";
import { describeTaskDefinition } from "./describe.ts";
import { revisionText } from "./find-task-definition.ts";
import { findPresentDefinition } from "./present-definitions.ts";
import { refuse } from "./refusals.ts";

/**
 * Revisions that one call can delete.
 * @source API Reference, DeleteTaskDefinitions (checked 2026-11-20)
 */
const MAX_DELETED = 10;

type Failure = Shape<"ecs", "Failure">;

export const deleteTaskDefinitions = command<"ecs", "DeleteTaskDefinitions">((sim, input) => {
  const { taskDefinitions: references } = input;
  if (references.length === 0) {
    return refuse("task-definition.delete-none");
  }
  if (references.length > MAX_DELETED) {
    return refuse("task-definition.delete-too-many", { most: MAX_DELETED });
  }
  // All are judged before any is marked: two names of one revision are one.
  const judged = [...new Set(references)].map((reference) => deletable(sim, reference));
  const rows = new Set(judged.filter((each): each is TaskDefinitionRow => !isFailure(each)));
  return answer({
    taskDefinitions: Array.from(rows, (row) => describeTaskDefinition(sim, markDeleted(sim, row))),
    failures: judged.filter(isFailure),
  });
});

function isFailure(judged: TaskDefinitionRow | Failure): judged is Failure {
  return "reason" in judged;
}

/** The row to delete, or why it cannot be. */
function deletable(sim: Cloud, reference: string): TaskDefinitionRow | Failure {
  const revision = revisionText(reference);
  if (revision === undefined || !/^\d+$/.test(revision))
    return { arn: reference, reason: failureReason("failure.definition-no-revision") };
  const row = findPresentDefinition(sim, reference);
  if (row === undefined) return { arn: reference, reason: failureReason("failure.definition-unknown") };
  return row.status === "ACTIVE"
    ? { arn: row.taskDefinitionArn, reason: failureReason("failure.definition-active") }
    : row;
}

/** Deleting a revision again changes nothing. */
function markDeleted(sim: Cloud, row: TaskDefinitionRow): TaskDefinitionRow {
  if (row.status === "DELETE_IN_PROGRESS") return row;
  const marked: TaskDefinitionRow = { ...row, status: "DELETE_IN_PROGRESS", deleteRequestedAtMs: sim.nowMs };
  sim.put("taskDefinitions", marked);
  sim.record("TASK_DEFINITION_DELETE_REQUESTED", row.taskDefinitionArn);
  return marked;
}

/** The definition that RunTask and StartTask are to run: looked up before the cluster. */
import type { Cloud } from "../../model/cloud.ts";
import type { TaskDefinitionRow } from "../../model/ecs.ts";
import { findPresentDefinition } from "./present-definitions.ts";
import { refuse } from "./refusals.ts";
import type { Checked } from "./task-request.ts";

/** Refuses one that is unknown, inactive or being deleted. */
export function runnableDefinition(sim: Cloud, reference: string): Checked<TaskDefinitionRow> {
  const definition = findPresentDefinition(sim, reference);
  if (definition === undefined) return refuse("task-definition.not-found-to-run");
  if (definition.status === "DELETE_IN_PROGRESS") return refuse("task-definition.being-deleted");
  return definition.status === "ACTIVE" ? { ok: true, checked: definition } : refuse("task-definition.inactive");
}

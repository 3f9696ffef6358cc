/** From the input of RunTask and StartTask, whose names have become rows, to the plan of their tasks. */
import type { TaskPlan } from "../../controllers/tasks/task-plan.ts";
import type { ClusterRow, TaskDefinitionRow } from "../../model/ecs.ts";
import { mergeTags, type Tag } from "../../model/tags.ts";
import type { RunTaskInput } from "./task-request.ts";

/** What RunTask and StartTask have in common. */
type TaskCall = Pick<
  RunTaskInput,
  | "group"
  | "startedBy"
  | "clientToken"
  | "enableExecuteCommand"
  | "enableECSManagedTags"
  | "propagateTags"
  | "tags"
  | "overrides"
  | "networkConfiguration"
>;

/** What the names of the input stand for, and what was decided from them. */
type Resolved = Pick<TaskPlan, "cluster" | "definition" | "launchType" | "subnets" | "securityGroups" | "placement">;

/** Tasks that ask for nothing special share it. */
const NOTHING: TaskPlan["overrides"] = Object.freeze({});
const NO_TAGS: readonly Tag[] = Object.freeze([]);

/** What each task of the call is to be. */
export function planTask(input: TaskCall, resolved: Resolved): TaskPlan {
  const { clientToken, overrides = NOTHING, startedBy } = input;
  const { cluster, definition } = resolved;
  return {
    ...resolved,
    assignPublicIp: input.networkConfiguration?.awsvpcConfiguration?.assignPublicIp === "ENABLED",
    group: input.group ?? `family:${definition.family}`,
    startedBy,
    token: clientToken === undefined ? undefined : { clientToken, request: requestText(input) },
    enableExecuteCommand: input.enableExecuteCommand === true,
    overrides,
    tags: tagsOf(input, definition, cluster),
  };
}

/**
 * A request as text: two calls with one token are the same call when their texts are. Clients write members in any order; what
 * a list holds, and what was left out, count.
 */
export function requestText(input: TaskCall): string {
  return JSON.stringify(input, (_, value) =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? inOrder(value) : value,
  );
}

function inOrder(members: object): object {
  return Object.fromEntries(Object.entries(members).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function tagsOf(input: TaskCall, definition: TaskDefinitionRow, { clusterName }: ClusterRow): readonly Tag[] {
  const propagated = input.propagateTags === "TASK_DEFINITION" ? definition.tags : [];
  const managed = input.enableECSManagedTags === true ? [{ key: "aws:ecs:clusterName", value: clusterName }] : [];
  const own = input.tags ?? NO_TAGS;
  return propagated.length + managed.length === 0 ? own : mergeTags(mergeTags(propagated, managed), own);
}

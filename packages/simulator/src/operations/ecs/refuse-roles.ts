/** RunTask hands roles over to ECS, which must be able to assume them: they exist and trust `ecs-tasks.amazonaws.com`. */
import type { Cloud } from "../../model/cloud.ts";
import type { TaskDefinitionRow, TaskOverride } from "../../model/ecs.ts";
import { roleArnOf } from "../../model/iam.ts";
import type { Refusal } from "../../model/refusal.ts";
import { refuse } from "./refusals.ts";

/** Whom the trust policy of execution and task role must name. @source Developer Guide, task execution IAM role (checked 2026-11-21) */
const TASKS_PRINCIPAL = "ecs-tasks.amazonaws.com";

/** Refuses when ECS could not assume the execution role or the task role; undefined when it can, or there is none. */
export function refuseRoles(
  sim: Cloud,
  { overrides = {} }: { readonly overrides?: TaskOverride },
  { definition }: TaskDefinitionRow,
): Refusal | undefined {
  const { executionRoleArn = definition.executionRoleArn, taskRoleArn = definition.taskRoleArn } = overrides;
  for (const given of [executionRoleArn, taskRoleArn]) {
    if (given === undefined) continue;
    const roleArn = roleArnOf(given);
    if (sim.tables.roles.get(roleArn)?.trustedServices.includes(TASKS_PRINCIPAL)) continue;
    return refuse("run-task.role", { roleArn });
  }
  return undefined;
}

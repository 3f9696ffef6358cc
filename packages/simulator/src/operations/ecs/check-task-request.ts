/** What RunTask and StartTask refuse alike, whatever runs the task. */
import type { Cloud } from "../../model/cloud.ts";
import type { TaskDefinitionRow } from "../../model/ecs.ts";
import type { Refusal } from "../../model/refusal.ts";
import { refuseOverrides } from "./check-overrides.ts";
import { refuse } from "./refusals.ts";
import { refuseRoles } from "./refuse-roles.ts";
import { refuseTags } from "./refuse-tags.ts";
import type { RunTaskInput } from "./task-request.ts";

/** The members that both operations have. */
type TaskRequest = Pick<
  RunTaskInput,
  "enableExecuteCommand" | "group" | "overrides" | "propagateTags" | "startedBy" | "tags" | "volumeConfigurations"
>;

/** How a request runs its tasks, as far as that decides what is refused. */
interface Running {
  readonly launchType: string;
  /** Characters that startedBy can have: fewer with StartTask. */
  readonly mostStartedBy: number;
}

/** @source API Reference, RunTask, startedBy (checked 2026-11-29) */
const STARTED_BY = /^[A-Za-z0-9_/-]*$/;

/** Refuses what no task can be started with. */
export function refuseTaskRequest(
  sim: Cloud,
  input: TaskRequest,
  row: TaskDefinitionRow,
  { launchType, mostStartedBy }: Running,
): Refusal | undefined {
  const { startedBy = "", group = "" } = input;
  if (startedBy.length > mostStartedBy) return refuse("run-task.started-by", { most: mostStartedBy });
  if (!STARTED_BY.test(startedBy)) return refuse("run-task.started-by-characters");
  if (group.startsWith("service:")) return refuse("run-task.group");
  if (input.propagateTags === "SERVICE") return refuse("run-task.propagate-tags");
  if ((input.volumeConfigurations?.length ?? 0) > 0) return refuse("run-task.volumes");
  return (
    refuseOverrides(input, launchType, row) ??
    refuseTags(input.tags) ??
    execRole(input, row) ??
    refuseRoles(sim, input, row)
  );
}

/** ECS Exec opens its session with the task role. */
function execRole({ enableExecuteCommand, overrides }: TaskRequest, { definition }: TaskDefinitionRow) {
  if (enableExecuteCommand !== true) return undefined;
  return (overrides?.taskRoleArn ?? definition.taskRoleArn) === undefined ? refuse("run-task.exec-role") : undefined;
}

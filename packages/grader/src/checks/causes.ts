/** Which cause a record tells, by its id: what checks and mistakes name in place of AWS's words. */
import { type CauseId, isRecord } from "@quayside/simulator";
import type { CheckView } from "../condition.ts";

/** One cause, or any of several. */
export type Why = CauseId | readonly CauseId[];

/** Agent and containers of a task found no way to a service or a registry that it needs. */
export const NO_WAY_OUT: readonly CauseId[] = [
  "ecr.no-route",
  "secret.no-route",
  "parameter.no-route",
  "login.no-route",
  "pull.no-route",
  "pull.layers-no-route",
  "logs.no-route",
];

/** Whether the record that brought a version of a row tells a cause that is meant. */
export function tells(view: CheckView, seq: number | undefined, why: Why): boolean {
  const record = seq === undefined ? undefined : view.journal[seq];
  if (!isRecord(record, ...TELLING)) return false;
  return record.facts.why !== undefined && [why].flat().includes(record.facts.why);
}

/** Kinds of records that end a task, a container or an agent's try to register. */
const TELLING = [
  "TASK_STOP_REQUESTED",
  "HOST_LOST",
  "PULL_FAILED",
  "START_FAILED",
  "CONTAINER_EXITED",
  "AGENT_PROBLEM",
] as const;

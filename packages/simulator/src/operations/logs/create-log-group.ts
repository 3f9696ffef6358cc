/** CreateLogGroup of Amazon CloudWatch Logs. A file of its own: scenarios of lessons call it before anything else is loaded. */
import type { Cloud } from "../../model/cloud.ts";
import { type LogGroupRow, logGroupKey } from "../../model/logs.ts";
import { REGION } from "../../model/place.ts";
import { answer, command, invalid, type Outcome, type Refusal, refuse } from "../outcome.ts";

const NAME = /^[.\-_/#A-Za-z0-9]{1,512}$/;

/** A group by its name. */
export interface NamedGroup {
  readonly logGroupName: string;
}

export const createLogGroup = command((sim: Cloud, { logGroupName }: NamedGroup): Outcome => {
  if (!NAME.test(logGroupName) || logGroupName.startsWith("aws/")) {
    return invalid(`Log group name is invalid: ${logGroupName}`);
  }
  if (findGroup(sim, logGroupName) !== undefined) {
    return refuse("ResourceAlreadyExistsException", "The specified log group already exists");
  }
  sim.put("logGroups", { region: REGION, logGroupName, createdAtMs: sim.nowMs });
  sim.record("LOG_GROUP_CREATED", logGroupName);
  return answer({});
});

/** The group of that name in the only Region that answers. */
export function findGroup(sim: Cloud, logGroupName: string): LogGroupRow | undefined {
  return sim.tables.logGroups.get(logGroupKey(REGION, logGroupName));
}

/** @source Published answers of the AWS CLI (checked 2026-11-21) */
export function groupNotFound(): Refusal {
  return refuse("ResourceNotFoundException", "The specified log group does not exist.");
}

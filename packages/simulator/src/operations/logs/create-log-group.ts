/** CreateLogGroup of Amazon CloudWatch Logs. A file of its own: scenarios of lessons call it before anything else is loaded. */
import type { Cloud } from "../../model/cloud.ts";
import { type LogGroupRow, logGroupKey } from "../../model/logs.ts";
import { regionOf } from "../../model/place.ts";
import { answer, command } from "../operation.ts";
import { refuse } from "./refusals.ts";

const NAME = /^[.\-_/#A-Za-z0-9]{1,512}$/;

export const createLogGroup = command<"logs", "CreateLogGroup">((sim, { logGroupName, logGroupClass }) => {
  if (!NAME.test(logGroupName) || logGroupName.startsWith("aws/")) {
    return refuse("log-group.name", { name: logGroupName });
  }
  if (findGroup(sim, logGroupName) !== undefined) {
    return refuse("log-group.exists");
  }
  const group = { region: regionOf(sim.tables), logGroupName, createdAtMs: sim.nowMs };
  sim.put("logGroups", { ...group, ...(logGroupClass !== undefined && { logGroupClass }) });
  sim.record("LOG_GROUP_CREATED", logGroupName);
  return answer({});
});

/** The group of that name in the Region of this world. */
export function findGroup(sim: Cloud, logGroupName: string): LogGroupRow | undefined {
  return sim.tables.logGroups.get(logGroupKey(regionOf(sim.tables), logGroupName));
}

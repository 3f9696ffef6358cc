/** DeleteLogGroup, DescribeLogGroups, PutRetentionPolicy of Amazon CloudWatch Logs. */

import { logGroupArn } from "../../model/arns.ts";
import type { Cloud } from "../../model/cloud.ts";
import { type LogGroupRow, logGroupKey } from "../../model/logs.ts";
import { epochMs, regionOf } from "../../model/place.ts";
import { answer, command, query } from "../operation.ts";
import { cutPage } from "../pages.ts";
import type { Shape } from "../shapes.ts";
import { MAX_DESCRIBED } from "./check-input.ts";
import { findGroup } from "./create-log-group.ts";
import { refuse } from "./refusals.ts";

/** @source API Reference, PutRetentionPolicy, retentionInDays (checked 2026-11-21) */
const RETENTION_DAYS = new Set([
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]);

export const deleteLogGroup = command<"logs", "DeleteLogGroup">((sim, { logGroupName }) => {
  if (findGroup(sim, logGroupName) === undefined) return refuse("log-group.not-found");
  const key = logGroupKey(regionOf(sim.tables), logGroupName);
  for (const stream of [...sim.tables.logStreams.bucket("group", key)]) sim.remove("logStreams", stream);
  sim.remove("logGroups", key);
  sim.record("LOG_GROUP_DELETED", logGroupName);
  return answer({});
});

export const putRetentionPolicy = command<"logs", "PutRetentionPolicy">((sim, { logGroupName, retentionInDays }) => {
  const group = findGroup(sim, logGroupName);
  if (group === undefined) return refuse("log-group.not-found");
  if (!RETENTION_DAYS.has(retentionInDays)) {
    return refuse("log-group.retention", { allowed: [...RETENTION_DAYS], days: retentionInDays });
  }
  sim.put("logGroups", { ...group, retentionInDays });
  sim.record("LOG_RETENTION_SET", logGroupName, { retentionInDays });
  return answer({});
});

export const describeLogGroups = query<"logs", "DescribeLogGroups">((sim, input) => {
  const { logGroupNamePrefix = "", logGroupNamePattern = "", logGroupClass, limit = MAX_DESCRIBED } = input;
  const rows = [...sim.tables.logGroups.values()].filter(
    (group) =>
      group.region === regionOf(sim.tables) &&
      group.logGroupName.startsWith(logGroupNamePrefix) &&
      (logGroupClass === undefined || logGroupClass === classOf(group)) &&
      group.logGroupName.includes(logGroupNamePattern),
  );
  const names = rows.map(({ logGroupName }) => logGroupName).sort();
  const cut = cutPage("DescribeLogGroups", names, { ...input, maxResults: limit });
  if (!cut.ok) return cut;
  const logGroups = cut.page.items.map((name) => describe(sim, findGroup(sim, name) as LogGroupRow));
  return answer({ logGroups, nextToken: cut.page.nextToken });
});

function describe(sim: Cloud, group: LogGroupRow): Shape<"logs", "LogGroup"> {
  const arn = logGroupArn(group);
  return {
    logGroupName: group.logGroupName,
    creationTime: epochMs(sim.tables, group.createdAtMs),
    retentionInDays: group.retentionInDays,
    metricFilterCount: 0,
    arn: `${arn}:*`,
    storedBytes: 0,
    logGroupClass: classOf(group),
    logGroupArn: arn,
    deletionProtectionEnabled: false,
  };
}

function classOf({ logGroupClass = "STANDARD" }: LogGroupRow): string {
  return logGroupClass;
}

/** DeleteLogGroup, DescribeLogGroups, PutRetentionPolicy of Amazon CloudWatch Logs. */
import type { Cloud } from "../../model/cloud.ts";
import { type LogGroupRow, logGroupArn, logGroupKey } from "../../model/logs.ts";
import { epochSeconds, REGION } from "../../model/place.ts";
import { answer, command, invalid, type Outcome, query } from "../outcome.ts";
import { cutPage } from "../pages.ts";
import { findGroup, groupNotFound, type NamedGroup } from "./create-log-group.ts";

/** Most groups or streams of one page. @source API Reference, DescribeLogGroups, limit (checked 2026-11-21) */
export const MAX_DESCRIBED = 50;

/** @source API Reference, PutRetentionPolicy, retentionInDays (checked 2026-11-21) */
const RETENTION_DAYS = new Set([
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]);

export const deleteLogGroup = command((sim: Cloud, { logGroupName }: NamedGroup): Outcome => {
  if (findGroup(sim, logGroupName) === undefined) return groupNotFound();
  const key = logGroupKey(REGION, logGroupName);
  for (const stream of [...sim.tables.logStreams.bucket("group", key)]) sim.remove("logStreams", stream);
  sim.remove("logGroups", key);
  sim.record("LOG_GROUP_DELETED", logGroupName);
  return answer({});
});

interface RetentionInput extends NamedGroup {
  readonly retentionInDays: number;
}

export const putRetentionPolicy = command((sim: Cloud, { logGroupName, retentionInDays }: RetentionInput): Outcome => {
  const group = findGroup(sim, logGroupName);
  if (group === undefined) return groupNotFound();
  if (!RETENTION_DAYS.has(retentionInDays)) {
    return invalid(`retentionInDays can be ${[...RETENTION_DAYS].join(", ")}; it is ${retentionInDays}.`);
  }
  sim.put("logGroups", { ...group, retentionInDays });
  sim.record("LOG_RETENTION_SET", logGroupName, { retentionInDays });
  return answer({});
});

interface DescribeGroupsInput {
  readonly logGroupNamePrefix?: string;
  readonly logGroupNamePattern?: string;
  readonly limit?: number;
  readonly nextToken?: string;
}

export const describeLogGroups = query((sim: Cloud, input: DescribeGroupsInput): Outcome => {
  const { logGroupNamePrefix = "", logGroupNamePattern = "", limit = MAX_DESCRIBED, nextToken } = input;
  const rows = [...sim.tables.logGroups.values()].filter(
    ({ region, logGroupName }) =>
      region === REGION && logGroupName.startsWith(logGroupNamePrefix) && logGroupName.includes(logGroupNamePattern),
  );
  const names = rows.map(({ logGroupName }) => logGroupName).sort();
  const cut = cutPage(names, { maxResults: limit, ...(nextToken === undefined ? {} : { nextToken }) });
  if (!cut.ok) return cut;
  const logGroups = cut.page.items.map((name) => describe(findGroup(sim, name) as LogGroupRow));
  return answer({ logGroups, nextToken: cut.page.nextToken });
});

/** A simulated moment as CloudWatch Logs writes it: milliseconds since 1970. */
export function epochMs(atMs: number): number {
  return Math.round(epochSeconds(atMs) * 1000);
}

function describe(group: LogGroupRow): Record<string, unknown> {
  const arn = logGroupArn(group);
  return {
    logGroupName: group.logGroupName,
    creationTime: epochMs(group.createdAtMs),
    retentionInDays: group.retentionInDays,
    metricFilterCount: 0,
    arn: `${arn}:*`,
    storedBytes: 0,
    logGroupClass: "STANDARD",
    logGroupArn: arn,
    deletionProtectionEnabled: false,
  };
}

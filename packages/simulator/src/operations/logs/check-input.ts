/**
 * What Amazon CloudWatch Logs looks at in every call before its operation runs: how much is asked for at once, and values
 * that its model lists.
 */
import type { Refusal } from "../../model/refusal.ts";
import { refuse } from "./refusals.ts";

/** Most groups or streams of one page. @source API Reference, DescribeLogGroups, limit (checked 2026-11-21) */
export const MAX_DESCRIBED = 50;
/** Most events of one answer. @source API Reference, GetLogEvents, limit (checked 2026-11-21) */
export const MAX_EVENTS = 10_000;

const MOST: Readonly<Record<string, number>> = {
  DescribeLogGroups: MAX_DESCRIBED,
  DescribeLogStreams: MAX_DESCRIBED,
  FilterLogEvents: MAX_EVENTS,
  GetLogEvents: MAX_EVENTS,
};

/** By member, the same in every call. @source API Reference, CreateLogGroup and DescribeLogStreams (checked 2026-11-29) */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  logGroupClass: ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"],
  orderBy: ["LogStreamName", "LastEventTime"],
};

/** The first thing that is wrong with the input of a call. */
export function inputProblem(operation: string, input: Readonly<Record<string, unknown>>): Refusal | undefined {
  const most = MOST[operation];
  const { limit } = input;
  if (typeof limit === "number" && most !== undefined && (limit < 1 || limit > most)) {
    return refuse("logs.limit", { limit, most });
  }
  for (const [member, allowed] of Object.entries(VALUES)) {
    const value = input[member];
    if (typeof value === "string" && !allowed.includes(value)) return refuse("logs.value", { member, value, allowed });
  }
  return undefined;
}

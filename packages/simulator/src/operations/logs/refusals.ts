/** Refusals of Amazon CloudWatch Logs. Source: its API Reference, and published answers of the AWS CLI (checked 2026-11-21). */
import { NO_SUCH_LOG_GROUP } from "../../model/causes/starts.ts";
import { refuserOf, row } from "../../model/refusal.ts";

/** By their ids. */
export const LOGS_REFUSALS = {
  "log-group.name": row(
    "InvalidParameterException",
    "ours",
    ({ name }: { name: string }) => `Log group name is invalid: ${name}`,
  ),
  "log-group.exists": row("ResourceAlreadyExistsException", "observed", () => "The specified log group already exists"),
  "log-group.not-found": row("ResourceNotFoundException", "observed", () => NO_SUCH_LOG_GROUP),
  "log-group.retention": row(
    "InvalidParameterException",
    "ours",
    ({ allowed, days }: { allowed: readonly number[]; days: number }) =>
      `retentionInDays can be ${allowed.join(", ")}; it is ${days}.`,
  ),
  "log-stream.not-found": row(
    "ResourceNotFoundException",
    "observed",
    () => "The specified log stream does not exist.",
  ),
  "log-streams.order": row(
    "InvalidParameterException",
    "unsourced",
    () => "Cannot order by LastEventTime with a logStreamNamePrefix.",
  ),
  "log-events.token": row("InvalidParameterException", "observed", () => "The specified nextToken is invalid."),
} as const;

/** Refuses with a row of the table of CloudWatch Logs. */
export const refuse = refuserOf(LOGS_REFUSALS);

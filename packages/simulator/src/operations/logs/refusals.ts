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
  "logs.limit": row(
    "InvalidParameterException",
    "observed",
    ({ limit, most }: { limit: number; most: number }) =>
      `1 validation error detected: Value '${limit}' at 'limit' failed to satisfy constraint: Member must have value ${limit < 1 ? "greater than or equal to 1" : `less than or equal to ${most}`}`,
    "Reply of DescribeLogStreams pasted in aws/aws-sdk-pandas issue 2684 (checked 2026-11-29)",
  ),
  "logs.value": row(
    "InvalidParameterException",
    "ours",
    ({ member, value, allowed }: { member: string; value: string; allowed: readonly string[] }) =>
      `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must satisfy enum value set: [${allowed.join(", ")}]`,
    "The frame of the service's other answers; in which order it lists the values is not known (checked 2026-11-29)",
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

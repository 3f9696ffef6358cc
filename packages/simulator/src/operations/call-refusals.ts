/** What any call can be refused for, and any list of ECS and CloudWatch Logs. */
import { RECORDED, refuserOf, row } from "../model/refusal.ts";

/** By their ids. */
export const CALL_REFUSALS = {
  "call.unknown-operation": row(
    "UnknownOperationException",
    "quayside",
    ({ operation }: { operation: string }) => `There is no operation ${operation}.`,
  ),
  "call.not-modelled": row(
    "NotModelledException",
    "quayside",
    ({ operation, reason }: { operation: string; reason: string }) =>
      `Quayside does not simulate ${operation}: ${reason}`,
  ),
  "page.size": row(
    "InvalidParameterException",
    "unsourced",
    ({ most }: { most: number }) => `maxResults must be between 1 and ${most}.`,
  ),
  "page.too-large": row(
    "InvalidParameterException",
    "observed",
    ({ most }: { most: number }) => `Max results can not be greater than ${most}`,
    `${RECORDED}, of ListServices; the other lists are taken to say the same`,
  ),
  "page.token": row("InvalidParameterException", "unsourced", () => "Invalid token."),
  "call.unreadable-input": row(
    "SerializationException",
    "quayside",
    ({ operation, problem }: { operation: string; problem: string }) =>
      `${operation} cannot read its input: ${problem}`,
  ),
} as const;

/** Refuses a call. */
export const refuseCall = refuserOf(CALL_REFUSALS);

/** Refusals of Amazon SNS. Source of the codes: its API model; the sentences were not seen in an answer (checked 2026-11-29). */
import { refuserOf, row } from "../../model/refusal.ts";

/** By their ids. */
export const SNS_REFUSALS = {
  "topic.not-found": row("NotFound", "unsourced", () => "Topic does not exist"),
  "topic.name": row("InvalidParameter", "unsourced", () => "Invalid parameter: Topic Name"),
  "topic.fifo": row(
    "NotModelledException",
    "quayside",
    () =>
      "Quayside simulates standard topics; FIFO topics and other attributes than DisplayName and Policy are not there.",
  ),
  "topic.policy": row("InvalidParameter", "unsourced", () => "Invalid parameter: Policy Error: null"),
  "subscription.not-found": row("NotFound", "unsourced", () => "Subscription does not exist"),
  "subscription.protocol": row(
    "InvalidParameter",
    "unsourced",
    ({ protocol }: { readonly protocol: string }) =>
      `Invalid parameter: Amazon SNS does not support this protocol string: ${protocol}`,
  ),
  "subscription.endpoint": row("InvalidParameter", "ours", () => "Invalid parameter: Endpoint"),
  "subscription.attributes": row(
    "NotModelledException",
    "quayside",
    () =>
      "Quayside sends every message to every endpoint as it is: attributes of subscriptions, such as FilterPolicy, do nothing here.",
  ),
  "message.empty": row("InvalidParameter", "unsourced", () => "Invalid parameter: Empty message"),
  "message.target": row(
    "NotModelledException",
    "quayside",
    () => "Quayside publishes to topics; telephones and endpoints of applications are not there.",
  ),
} as const;

/** Refuses with a row of the table of SNS. */
export const refuse = refuserOf(SNS_REFUSALS);

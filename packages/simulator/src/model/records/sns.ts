/** Records of Amazon SNS: topics, subscriptions, messages. */
import type { Delivery } from "../sns.ts";
import type { About } from "./about.ts";

export interface SnsRecords {
  TOPIC_CREATED: About<"topics">;
  TOPIC_CHANGED: About<"topics", { readonly attribute: string }>;
  TOPIC_DELETED: About<"topics">;
  SUBSCRIPTION_MADE: About<"subscriptions", { readonly protocol: string; readonly endpoint: string }>;
  SUBSCRIPTION_ENDED: About<"subscriptions">;
  /** What each endpoint got. */
  MESSAGE_PUBLISHED: About<
    "topics",
    { readonly subject: string | undefined; readonly deliveries: readonly Delivery[] }
  >;
}

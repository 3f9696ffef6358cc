/** The operations of Amazon SNS that the simulator has: topics, who is subscribed, messages. */
import type { OperationTable } from "../operation.ts";
import { listSubscriptions, listSubscriptionsByTopic, subscribe, unsubscribe } from "./subscriptions.ts";
import { createTopic, deleteTopic, getTopicAttributes, listTopics, publish, setTopicAttributes } from "./topics.ts";

/** By name: how the operation runs. */
export const snsOperations = {
  CreateTopic: createTopic,
  DeleteTopic: deleteTopic,
  GetTopicAttributes: getTopicAttributes,
  ListSubscriptions: listSubscriptions,
  ListSubscriptionsByTopic: listSubscriptionsByTopic,
  ListTopics: listTopics,
  Publish: publish,
  SetTopicAttributes: setTopicAttributes,
  Subscribe: subscribe,
  Unsubscribe: unsubscribe,
} as const satisfies OperationTable<"sns">;

/** SNS: a topic, who is subscribed, and a message. */
import { type Turn, withKey } from "./transcript.ts";

const TopicArn = "arn:aws:sns:us-east-1:123456789012:stopped";
const sns = (operation: string, input: object = {}): Turn => ["sns", operation, input];

export const TOPICS: readonly Turn[] = [
  sns("CreateTopic", { Name: "stopped" }),
  sns("GetTopicAttributes", { TopicArn }),
  sns("SetTopicAttributes", { TopicArn, AttributeName: "DisplayName", AttributeValue: "Stopped tasks" }),
  sns("Subscribe", { TopicArn, Protocol: "email", Endpoint: "ops@example.com" }),
  sns("ListTopics"),
  sns("ListSubscriptions"),
  sns("ListSubscriptionsByTopic", { TopicArn }),
  sns("Publish", { TopicArn, Subject: "Hello", Message: "A task stopped." }),
  ["sns", "Unsubscribe", withKey("subscriptions", 0, (SubscriptionArn) => ({ SubscriptionArn }))],
  sns("DeleteTopic", { TopicArn }),
];

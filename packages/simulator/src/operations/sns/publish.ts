/**
 * A message goes to everybody who is subscribed, as a row: who got what. Simplified: it arrives at once, and nobody's mailbox, queue
 * or server is there to lose it; queues get the message itself and not SNS's envelope around it.
 */
import { uuid } from "../../kernel/ids.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { SubscriptionRow, TopicRow } from "../../model/sns.ts";

/** What is sent. `byProtocol`: another text for the endpoints of a protocol. */
export interface Message {
  readonly subject?: string | undefined;
  readonly message: string;
  readonly byProtocol?: Readonly<Record<string, string>> | undefined;
}

/** Sends it. @returns its id */
export function publishTo(sim: Cloud, { topicArn }: TopicRow, { subject, message, byProtocol }: Message): string {
  const messageId = uuid(sim.world.random, "messages");
  const { subscriptions } = sim.tables;
  const deliveries = Array.from(subscriptions.bucket("topic", topicArn), (key) => {
    const { protocol, endpoint } = subscriptions.get(key) as SubscriptionRow;
    return { protocol, endpoint, text: byProtocol?.[protocol] ?? message };
  });
  sim.put("messages", { messageId, topicArn, subject, message, publishedAtMs: sim.nowMs, deliveries });
  sim.record("MESSAGE_PUBLISHED", topicArn, { subject, deliveries });
  return messageId;
}

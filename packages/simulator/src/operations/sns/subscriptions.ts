/**
 * Subscribe, Unsubscribe and the two lists. Simplified: whoever is subscribed has confirmed it at once; AWS writes to mailboxes and
 * servers first and sends nothing until they say yes.
 */
import { uuid } from "../../kernel/ids.ts";
import type { Cloud } from "../../model/cloud.ts";
import { ACCOUNT_ID } from "../../model/place.ts";
import type { SubscriptionRow } from "../../model/sns.ts";
import { answer, command, query } from "../operation.ts";
import { cutPage } from "../pages.ts";
import type { Shape } from "../shapes.ts";
import { refuse } from "./refusals.ts";

/** What an endpoint of each protocol looks like. @source SNS API Reference, Subscribe (checked 2026-11-29) */
const ENDPOINTS: Readonly<Record<string, RegExp>> = {
  email: /^[^@\s]+@[^@\s]+$/,
  "email-json": /^[^@\s]+@[^@\s]+$/,
  http: /^http:\/\//,
  https: /^https:\/\//,
  sms: /^\+?[0-9-]{5,20}$/,
  sqs: /^arn:aws:sqs:/,
  lambda: /^arn:aws:lambda:/,
};

/** Who is subscribed already is given again. */
export const subscribe = command<"sns", "Subscribe">((sim, input) => {
  const { TopicArn: topicArn, Protocol: protocol, Endpoint: endpoint = "", Attributes = {} } = input;
  if (!sim.tables.topics.has(topicArn)) return refuse("topic.not-found");
  const form = Object.hasOwn(ENDPOINTS, protocol) ? ENDPOINTS[protocol] : undefined;
  if (form === undefined) return refuse("subscription.protocol", { protocol });
  if (!form.test(endpoint)) return refuse("subscription.endpoint");
  if (Object.keys(Attributes).length > 0) return refuse("subscription.attributes");
  const known = subscriptionsOf(sim, topicArn).find((row) => row.protocol === protocol && row.endpoint === endpoint);
  if (known !== undefined) return answer({ SubscriptionArn: known.subscriptionArn });
  const subscriptionArn = `${topicArn}:${uuid(sim.world.random, "messages")}`;
  sim.put("subscriptions", { subscriptionArn, topicArn, protocol, endpoint });
  sim.record("SUBSCRIPTION_MADE", subscriptionArn, { protocol, endpoint });
  return answer({ SubscriptionArn: subscriptionArn });
});

export const unsubscribe = command<"sns", "Unsubscribe">((sim, { SubscriptionArn }) => {
  if (!sim.tables.subscriptions.has(SubscriptionArn)) return refuse("subscription.not-found");
  sim.remove("subscriptions", SubscriptionArn);
  sim.record("SUBSCRIPTION_ENDED", SubscriptionArn);
  return answer({});
});

export const listSubscriptions = query<"sns", "ListSubscriptions">((sim, { NextToken }) =>
  pageOf(sim, "ListSubscriptions", NextToken, () => true),
);

export const listSubscriptionsByTopic = query<"sns", "ListSubscriptionsByTopic">((sim, { TopicArn, NextToken }) => {
  if (!sim.tables.topics.has(TopicArn)) return refuse("topic.not-found");
  return pageOf(sim, `ListSubscriptionsByTopic ${TopicArn}`, NextToken, (row) => row.topicArn === TopicArn);
});

function pageOf(sim: Cloud, call: string, nextToken: string | undefined, keep: (row: SubscriptionRow) => boolean) {
  const { subscriptions } = sim.tables;
  const rowOf = (key: string) => subscriptions.get(key) as SubscriptionRow;
  const cut = cutPage(call, subscriptions.keys(), nextToken === undefined ? {} : { nextToken }, (key) =>
    keep(rowOf(key)),
  );
  if (!cut.ok) return cut;
  return answer({ Subscriptions: cut.page.items.map((key) => present(rowOf(key))), NextToken: cut.page.nextToken });
}

function subscriptionsOf(sim: Cloud, topicArn: string): SubscriptionRow[] {
  const { subscriptions } = sim.tables;
  return Array.from(subscriptions.bucket("topic", topicArn), (key) => subscriptions.get(key) as SubscriptionRow);
}

function present({ subscriptionArn, topicArn, protocol, endpoint }: SubscriptionRow): Shape<"sns", "Subscription"> {
  return {
    SubscriptionArn: subscriptionArn,
    Owner: ACCOUNT_ID,
    Protocol: protocol,
    Endpoint: endpoint,
    TopicArn: topicArn,
  };
}

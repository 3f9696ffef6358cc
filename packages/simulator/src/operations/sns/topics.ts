/** CreateTopic, DeleteTopic, ListTopics, GetTopicAttributes, SetTopicAttributes and Publish. Simplified: tags of topics are not kept. */
import type { Cloud } from "../../model/cloud.ts";
import { ACCOUNT_ID } from "../../model/place.ts";
import type { Refusal } from "../../model/refusal.ts";
import { statementsOf, type TopicRow, topicArnOf } from "../../model/sns.ts";
import { answer, command, query } from "../operation.ts";
import { cutPage } from "../pages.ts";
import { publishTo } from "./publish.ts";
import { refuse } from "./refusals.ts";

/** @source SNS API Reference, CreateTopic, Name (checked 2026-11-29) */
const NAME = /^[A-Za-z0-9_-]{1,256}$/;

/** A topic that is there already is given again. */
export const createTopic = command<"sns", "CreateTopic">((sim, { Name, Attributes = {} }) => {
  if (Name.endsWith(".fifo")) return refuse("topic.fifo");
  if (!NAME.test(Name)) return refuse("topic.name");
  for (const [name, value] of Object.entries(Attributes)) {
    const problem = attributeProblem(name, value);
    if (problem !== undefined) return problem;
  }
  const topicArn = topicArnOf(sim.tables, Name);
  if (!sim.tables.topics.has(topicArn)) {
    const { DisplayName: displayName = "", Policy: policy } = Attributes;
    sim.put("topics", { topicArn, topicName: Name, displayName, policy });
    sim.record("TOPIC_CREATED", topicArn);
  }
  return answer({ TopicArn: topicArn });
});

function attributeProblem(name: string, value: string | undefined): Refusal | undefined {
  if (name === "DisplayName") return undefined;
  if (name !== "Policy") return refuse("topic.fifo");
  return statementsOf(value ?? "").length > 0 ? undefined : refuse("topic.policy");
}

export const setTopicAttributes = command<"sns", "SetTopicAttributes">((sim, input) => {
  const { TopicArn, AttributeName, AttributeValue = "" } = input;
  const topic = sim.tables.topics.get(TopicArn);
  if (topic === undefined) return refuse("topic.not-found");
  const problem = attributeProblem(AttributeName, AttributeValue);
  if (problem !== undefined) return problem;
  const changed = AttributeName === "Policy" ? { policy: AttributeValue } : { displayName: AttributeValue };
  sim.put("topics", { ...topic, ...changed });
  sim.record("TOPIC_CHANGED", TopicArn, { attribute: AttributeName });
  return answer({});
});

/** A topic goes with its subscriptions; one that is not there is gone already. */
export const deleteTopic = command<"sns", "DeleteTopic">((sim, { TopicArn }) => {
  if (!sim.tables.topics.has(TopicArn)) return answer({});
  for (const key of [...sim.tables.subscriptions.bucket("topic", TopicArn)]) sim.remove("subscriptions", key);
  sim.remove("topics", TopicArn);
  sim.record("TOPIC_DELETED", TopicArn);
  return answer({});
});

export const listTopics = query<"sns", "ListTopics">((sim, { NextToken }) => {
  const page = NextToken === undefined ? {} : { nextToken: NextToken };
  const cut = cutPage("ListTopics", sim.tables.topics.keys(), page);
  if (!cut.ok) return cut;
  return answer({ Topics: cut.page.items.map((TopicArn) => ({ TopicArn })), NextToken: cut.page.nextToken });
});

export const getTopicAttributes = query<"sns", "GetTopicAttributes">((sim, { TopicArn }) => {
  const topic = sim.tables.topics.get(TopicArn);
  return topic === undefined ? refuse("topic.not-found") : answer({ Attributes: attributesOf(sim, topic) });
});

function attributesOf(sim: Cloud, topic: TopicRow): Record<string, string> {
  const { topicArn, displayName, policy = defaultPolicy(topic) } = topic;
  return {
    TopicArn: topicArn,
    Owner: ACCOUNT_ID,
    DisplayName: displayName,
    Policy: policy,
    SubscriptionsConfirmed: String(sim.tables.subscriptions.bucket("topic", topicArn).size),
    SubscriptionsPending: "0",
    SubscriptionsDeleted: "0",
  };
}

/** @source SNS Developer Guide, default access policy of a topic (checked 2026-11-29) */
function defaultPolicy({ topicArn }: TopicRow): string {
  const actions = "GetTopicAttributes SetTopicAttributes AddPermission RemovePermission DeleteTopic Subscribe";
  return JSON.stringify({
    Version: "2008-10-17",
    Id: "__default_policy_ID",
    Statement: [
      {
        Sid: "__default_statement_ID",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: `${actions} ListSubscriptionsByTopic Publish`.split(" ").map((action) => `SNS:${action}`),
        Resource: topicArn,
        Condition: { StringEquals: { "AWS:SourceOwner": ACCOUNT_ID } },
      },
    ],
  });
}

export const publish = command<"sns", "Publish">((sim, input) => {
  const { TopicArn, TargetArn = TopicArn, Subject: subject, Message, MessageStructure } = input;
  if (TargetArn === undefined || input.PhoneNumber !== undefined) return refuse("message.target");
  const topic = sim.tables.topics.get(TargetArn);
  if (topic === undefined) return refuse("topic.not-found");
  if (Message === "") return refuse("message.empty");
  const byProtocol = MessageStructure === "json" ? texts(Message) : undefined;
  const message = byProtocol?.default ?? Message;
  return answer({ MessageId: publishTo(sim, topic, { subject, message, byProtocol }) });
});

/** Texts by protocol; none when it is no JSON. */
function texts(message: string): Readonly<Record<string, string>> | undefined {
  try {
    const value = JSON.parse(message) as unknown;
    if (typeof value !== "object" || value === null) return undefined;
    return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === "string"));
  } catch {
    return undefined;
  }
}

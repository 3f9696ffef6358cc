/** Topics of SNS: who gets what, and what a rule of EventBridge needs to publish. */
import { describe, expect, test } from "vitest";
import { SNS_REFUSALS } from "./operations/sns/refusals.ts";
import type { Session } from "./session.ts";
import { beginning, met, must, toMeet, type Way } from "./testing/refusal-scenery.ts";

const ACCOUNT = "123456789012";
const TopicArn = `arn:aws:sns:us-east-1:${ACCOUNT}:stopped`;
const QUEUE = `arn:aws:sqs:us-east-1:${ACCOUNT}:work`;
const policy = (Service: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service }, Action: "sns:Publish", Resource: TopicArn }],
  });

function withTopic(Attributes: object = {}): Session {
  const session = beginning();
  must(session, "sns", "CreateTopic", { Name: "stopped", Attributes });
  must(session, "sns", "Subscribe", { TopicArn, Protocol: "email", Endpoint: "ops@example.com" });
  return session;
}

const sent = (session: Session) => [...session.tables.messages.values()];

describe("a topic", () => {
  test("sends a message to everybody who is subscribed", () => {
    const session = withTopic();
    must(session, "sns", "Subscribe", { TopicArn, Protocol: "sqs", Endpoint: QUEUE });
    must(session, "sns", "Publish", { TopicArn, Subject: "hello", Message: "a task stopped" });
    expect(sent(session)[0]?.deliveries).toEqual([
      { protocol: "email", endpoint: "ops@example.com", text: "a task stopped" },
      { protocol: "sqs", endpoint: QUEUE, text: "a task stopped" },
    ]);
  });

  test("sends other words to other protocols", () => {
    const session = withTopic();
    const Message = '{"default": "d", "email": "e"}';
    must(session, "sns", "Publish", { TopicArn, Message, MessageStructure: "json" });
    expect(sent(session)[0]).toMatchObject({ message: "d", deliveries: [{ text: "e" }] });
  });

  test("is made once, and goes with its subscriptions", () => {
    const session = withTopic();
    must(session, "sns", "CreateTopic", { Name: "stopped" });
    must(session, "sns", "Subscribe", { TopicArn, Protocol: "email", Endpoint: "ops@example.com" });
    expect(must(session, "sns", "ListTopics", {})).toEqual({ Topics: [{ TopicArn }] });
    const { Subscriptions } = must(session, "sns", "ListSubscriptionsByTopic", { TopicArn });
    expect(Subscriptions).toMatchObject([{ Protocol: "email", Endpoint: "ops@example.com", Owner: ACCOUNT }]);
    must(session, "sns", "DeleteTopic", { TopicArn });
    must(session, "sns", "DeleteTopic", { TopicArn });
    expect(must(session, "sns", "ListSubscriptions", {}).Subscriptions).toEqual([]);
  });

  test("shows its attributes, and takes others", () => {
    const session = withTopic();
    const attributes = () => must(session, "sns", "GetTopicAttributes", { TopicArn }).Attributes;
    expect(attributes()).toMatchObject({ TopicArn, Owner: ACCOUNT, SubscriptionsConfirmed: "1", DisplayName: "" });
    must(session, "sns", "SetTopicAttributes", { TopicArn, AttributeName: "DisplayName", AttributeValue: "Stopped" });
    expect(attributes()).toMatchObject({ DisplayName: "Stopped" });
  });

  test("no longer sends to who has left", () => {
    const session = withTopic();
    const [SubscriptionArn] = session.tables.subscriptions.keys();
    must(session, "sns", "Unsubscribe", { SubscriptionArn });
    must(session, "sns", "Publish", { TopicArn, Message: "x" });
    expect(sent(session)[0]?.deliveries).toEqual([]);
  });
});

describe("a rule that publishes", () => {
  const stopped = (session: Session, target: object = {}) => {
    const EventPattern = '{"source":["aws.ecs"],"detail":{"lastStatus":["STOPPED"]}}';
    must(session, "events", "PutRule", { Name: "stopped", EventPattern });
    const InputTransformer = {
      InputPathsMap: { why: "$.detail.stoppedReason" },
      InputTemplate: '"A task stopped: <why>"',
    };
    must(session, "events", "PutTargets", {
      Rule: "stopped",
      Targets: [{ Id: "mail", Arn: TopicArn, InputTransformer, ...target }],
    });
    must(session, "ecs", "StopTask", { task: [...session.tables.tasks.keys()][0], reason: "by hand" });
    session.stepUntilQuiet();
    return session;
  };
  const outcome = (session: Session) => {
    const call = session.journal.records.find((record) => record.kind === "EVENT_TARGET_CALLED");
    return call?.kind === "EVENT_TARGET_CALLED" ? call.facts.outcome : undefined;
  };

  test("is not let in by the policy that every topic begins with", () => {
    const session = stopped(withTopic());
    expect(sent(session)).toEqual([]);
    expect(outcome(session)).toMatchObject({
      ok: false,
      id: "target-call.publish-denied",
      error: {
        message: `User: events.amazonaws.com is not authorized to perform: SNS:Publish on resource: ${TopicArn} because no resource-based policy allows the SNS:Publish action`,
      },
    });
  });

  test("is let in by a policy that names EventBridge", () => {
    expect(sent(stopped(withTopic({ Policy: policy("events.amazonaws.com") })))).toMatchObject([
      { message: '"A task stopped: by hand"', deliveries: [{ endpoint: "ops@example.com" }] },
    ]);
    expect(sent(stopped(withTopic({ Policy: policy("s3.amazonaws.com") })))).toEqual([]);
  });

  test("needs sns:Publish when it comes with a role", () => {
    const RoleArn = `arn:aws:iam::${ACCOUNT}:role/ecsEventsRole`;
    expect(outcome(stopped(withTopic(), { RoleArn }))).toMatchObject({ id: "target-call.publish-denied" });
    const nobody = `arn:aws:iam::${ACCOUNT}:role/nobody`;
    expect(outcome(stopped(withTopic(), { RoleArn: nobody }))).toMatchObject({ id: "target-call.role-trust" });
  });
});

test("every refusal of SNS is met", () => {
  const inTopic =
    (operation: string, input: object): Way =>
    (session) => {
      must(session, "sns", "CreateTopic", { Name: "stopped" });
      return session.call("sns", operation, { TopicArn, ...input });
    };
  const ways: Record<string, Way> = {
    "topic.not-found": ["GetTopicAttributes", { TopicArn }],
    "topic.name": ["CreateTopic", { Name: "no blanks" }],
    "topic.fifo": ["CreateTopic", { Name: "orders.fifo" }],
    "topic.policy": inTopic("SetTopicAttributes", { AttributeName: "Policy", AttributeValue: "{}" }),
    "subscription.not-found": ["Unsubscribe", { SubscriptionArn: "nope" }],
    "subscription.protocol": inTopic("Subscribe", { Protocol: "pigeon", Endpoint: "loft" }),
    "subscription.endpoint": inTopic("Subscribe", { Protocol: "email", Endpoint: "loft" }),
    "subscription.attributes": inTopic("Subscribe", {
      ...{ Protocol: "email", Endpoint: "a@example.com" },
      Attributes: { FilterPolicy: "{}" },
    }),
    "message.empty": inTopic("Publish", { Message: "" }),
    "message.target": ["Publish", { PhoneNumber: "+15550100", Message: "x" }],
  };
  expect(met("sns", ways)).toEqual(toMeet(SNS_REFUSALS));
});

/** Commands of SNS whose output is compared with the real AWS CLI's: a topic that a rule of EventBridge publishes to. */
import type { CliScript } from "./cli-script.ts";

const TOPIC = "arn:aws:sns:us-east-1:123456789012:stopped";
const POLICY = {
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: "sns:Publish", Resource: TOPIC },
  ],
};

/** Recorded like the others, see record-golden.ts. */
export const SNS_SCRIPT: CliScript = {
  name: "sns",
  files: { "policy.json": JSON.stringify(POLICY) },
  steps: [
    "aws sns create-topic --name stopped",
    "aws sns create-topic --name other --attributes DisplayName=Other",
    "aws sns create-topic --name 'no blanks'",
    `aws sns subscribe --topic-arn ${TOPIC} --protocol email --notification-endpoint ops@example.com`,
    `aws sns subscribe --topic-arn ${TOPIC} --protocol pigeon --notification-endpoint loft`,
    "aws sns list-topics --output text",
    "aws sns list-subscriptions --query 'Subscriptions[].[Protocol,Endpoint]' --output table",
    `aws sns list-subscriptions-by-topic --topic-arn ${TOPIC} --query 'length(Subscriptions)'`,
    `aws sns set-topic-attributes --topic-arn ${TOPIC} --attribute-name Policy --attribute-value file://policy.json`,
    `aws sns get-topic-attributes --topic-arn ${TOPIC}`,
    `aws sns publish --topic-arn ${TOPIC} --subject Hello --message 'a task stopped'`,
    "aws sns publish --topic-arn arn:aws:sns:us-east-1:123456789012:nope --message x",
    `aws events put-rule --name stopped --event-pattern '{"source":["aws.ecs"]}'`,
    `aws events put-targets --rule stopped --targets Id=mail,Arn=${TOPIC}`,
    `aws sns unsubscribe --subscription-arn $(aws sns list-subscriptions --query 'Subscriptions[0].SubscriptionArn' --output text)`,
    `aws sns delete-topic --topic-arn ${TOPIC}`,
    `aws sns get-topic-attributes --topic-arn ${TOPIC}`,
  ],
};

/** Rows of Amazon SNS: topics, who is subscribed to them, and the messages that went out. */
import { arn } from "../kernel/ids.ts";
import { ACCOUNT_ID, type Placed, regionOf } from "./place.ts";

export interface TopicRow {
  readonly topicArn: string;
  readonly topicName: string;
  readonly displayName: string;
  /** The access policy as JSON; undefined for the one that every topic begins with, which lets only the account publish. */
  readonly policy?: string | undefined;
}

export interface SubscriptionRow {
  readonly subscriptionArn: string;
  readonly topicArn: string;
  readonly protocol: string;
  readonly endpoint: string;
}

/** One message, with what each endpoint got. */
export interface MessageRow {
  readonly messageId: string;
  readonly topicArn: string;
  readonly subject?: string | undefined;
  readonly message: string;
  readonly publishedAtMs: number;
  readonly deliveries: readonly Delivery[];
}

/** A message at one endpoint. */
export interface Delivery {
  readonly protocol: string;
  readonly endpoint: string;
  readonly text: string;
}

/** ARN of a topic. */
export function topicArnOf(tables: Placed, topicName: string): string {
  return arn({ service: "sns", region: regionOf(tables), account: ACCOUNT_ID, resource: topicName });
}

/** Who publishes when it is no role: the account's own users may, services only when the policy of the topic says so. */
export function allowsService({ policy, topicArn }: TopicRow, service: string): boolean {
  return policy !== undefined && statementsOf(policy).some((each) => allows(each, service, topicArn));
}

interface Statement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly Resource?: unknown;
}

/** The statements of a policy; none of a text that is no policy. */
export function statementsOf(policy: string): readonly Statement[] {
  try {
    const { Statement = [] } = JSON.parse(policy) as { Statement?: unknown };
    return [Statement].flat().filter((each): each is Statement => typeof each === "object" && each !== null);
  } catch {
    return [];
  }
}

/** Simplified: conditions of the policy are not looked at. */
function allows({ Effect, Principal, Action, Resource }: Statement, service: string, topicArn: string): boolean {
  const { Service } = (typeof Principal === "object" && Principal !== null ? Principal : {}) as { Service?: unknown };
  const isMeant = Principal === "*" || [Service].flat().includes(service);
  const actions = [Action].flat().map((each) => String(each).toLowerCase());
  const mayPublish = actions.some((each) => each === "sns:publish" || each === "sns:*" || each === "*");
  return (
    Effect === "Allow" && isMeant && mayPublish && [Resource].flat().some((each) => each === topicArn || each === "*")
  );
}

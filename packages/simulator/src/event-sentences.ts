/** What happens to rules of EventBridge, to their events and calls, and to topics of SNS, in one sentence each, by record kind. */
import type { EventRecords, TargetCallFacts } from "./model/records/events.ts";
import type { SnsRecords } from "./model/records/sns.ts";
import type { Sentences } from "./model/records.ts";

/** Kinds of records about EventBridge and SNS. */
export type EventKind = keyof EventRecords | keyof SnsRecords;

const last = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);

export const EVENT_SENTENCES: Sentences<EventKind> = {
  EVENT_RULE_PUT: ({ isNew }, { subject }) => `The rule ${last(subject)} was ${isNew ? "created" : "changed"}.`,
  EVENT_RULE_STATE_CHANGED: ({ state }, { subject }) => `The rule ${last(subject)} is ${state}.`,
  EVENT_RULE_DELETED: (_, { subject }) => `The rule ${last(subject)} was deleted.`,
  EVENT_TARGETS_PUT: ({ targetIds }, { subject }) =>
    `The rule ${last(subject)} calls the targets ${targetIds.join(", ")} from now on.`,
  EVENT_TARGETS_REMOVED: ({ targetIds }, { subject }) =>
    `The rule ${last(subject)} no longer calls the targets ${targetIds.join(", ")}.`,
  EVENT_RULE_MATCHED: ({ event }, { subject }) =>
    event.source === "aws.events"
      ? `The time of the rule ${last(subject)} has come.`
      : `An event fits the rule ${last(subject)}: ${event["detail-type"]} from ${event.source}.`,
  EVENT_TARGET_CALLED: (facts) => callSentence(facts),
  TOPIC_CREATED: (_, { subject }) => `The topic ${topicName(subject)} was created.`,
  TOPIC_CHANGED: ({ attribute }, { subject }) => `The topic ${topicName(subject)} has another ${attribute}.`,
  TOPIC_DELETED: (_, { subject }) => `The topic ${topicName(subject)} was deleted with its subscriptions.`,
  SUBSCRIPTION_MADE: ({ protocol, endpoint }) => `Messages of the topic go to ${endpoint} by ${protocol} from now on.`,
  SUBSCRIPTION_ENDED: () => "The subscription is over.",
  MESSAGE_PUBLISHED: ({ subject: about, deliveries }, { subject }) => {
    const title = about === undefined ? "" : ` "${about}"`;
    if (deliveries.length === 0)
      return `A message${title} came to the topic ${topicName(subject)}; nobody is subscribed.`;
    const [first] = deliveries;
    const who = deliveries.map(({ endpoint }) => endpoint).join(", ");
    return `The topic ${topicName(subject)} sent a message${title} to ${who}: ${shortened(first?.text ?? "")}`;
  },
};

/** What a rule called, with which role, and what came of it. */
function callSentence({ ruleName, targetId, operation, roleArn, outcome, deadLetterArn }: TargetCallFacts): string {
  const role = roleArn === undefined ? "" : ` with the role ${last(roleArn)}`;
  const call = `The rule ${ruleName} called ${operation} for its target ${targetId}${role}`;
  if (!outcome.ok) {
    const letter = deadLetterArn === undefined ? "" : ` The event went to the dead-letter queue ${deadLetterArn}.`;
    return `${call}; it was refused: ${outcome.error.code}: ${outcome.error.message}${letter}`;
  }
  const { taskArns, failures } = outcome;
  if (operation !== "RunTask") return `${call}.`;
  const started = taskArns.length === 1 ? "1 task was started" : `${taskArns.length} tasks were started`;
  const reasons = [...new Set(failures.map(({ reason }) => reason))].join(", ");
  return failures.length === 0
    ? `${call}: ${started}.`
    : `${call}: ${started}, and nobody tries again for those without a place (${reasons}).`;
}

function topicName(topicArn: string): string {
  return topicArn.slice(topicArn.lastIndexOf(":") + 1);
}

/** Ours: letters of a message that a line has room for. */
const ROOM = 200;

function shortened(text: string): string {
  return text.length > ROOM ? `${text.slice(0, ROOM)}…` : text;
}

/** What happens to rules of EventBridge, to their events and calls, and to topics of SNS, as Vietnamese sentences, by the kind of the record. */
import type { EventKind, FactsOf, Sentences } from "@quayside/simulator";

const last = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);

export const EVENT_SENTENCES: Sentences<EventKind> = {
  EVENT_RULE_PUT: ({ isNew }, { subject }) => `Rule ${last(subject)} đã được ${isNew ? "tạo" : "thay đổi"}.`,
  EVENT_RULE_STATE_CHANGED: ({ state }, { subject }) => `Rule ${last(subject)} đang ${state}.`,
  EVENT_RULE_DELETED: (_, { subject }) => `Rule ${last(subject)} đã bị xóa.`,
  EVENT_TARGETS_PUT: ({ targetIds }, { subject }) =>
    `Từ giờ rule ${last(subject)} gọi các target ${targetIds.join(", ")}.`,
  EVENT_TARGETS_REMOVED: ({ targetIds }, { subject }) =>
    `Rule ${last(subject)} không còn gọi các target ${targetIds.join(", ")}.`,
  EVENT_RULE_MATCHED: ({ event }, { subject }) =>
    event.source === "aws.events"
      ? `Đã đến giờ của rule ${last(subject)}.`
      : `Một event khớp với rule ${last(subject)}: ${event["detail-type"]} từ ${event.source}.`,
  EVENT_TARGET_CALLED: (facts) => callSentence(facts),
  TOPIC_CREATED: (_, { subject }) => `Topic ${topicName(subject)} đã được tạo.`,
  TOPIC_CHANGED: ({ attribute }, { subject }) => `Topic ${topicName(subject)} có ${attribute} mới.`,
  TOPIC_DELETED: (_, { subject }) => `Topic ${topicName(subject)} đã bị xóa cùng các subscription của nó.`,
  SUBSCRIPTION_MADE: ({ protocol, endpoint }) => `Từ giờ message của topic được gửi tới ${endpoint} qua ${protocol}.`,
  SUBSCRIPTION_ENDED: () => "Subscription đã kết thúc.",
  MESSAGE_PUBLISHED: ({ subject: about, deliveries }, { subject }) => {
    const title = about === undefined ? "" : ` "${about}"`;
    if (deliveries.length === 0) return `Một message${title} đã tới topic ${topicName(subject)}; không ai đăng ký.`;
    const [first] = deliveries;
    const who = deliveries.map(({ endpoint }) => endpoint).join(", ");
    return `Topic ${topicName(subject)} đã gửi message${title} tới ${who}: ${shortened(first?.text ?? "")}`;
  },
};

function callSentence({
  ruleName,
  targetId,
  operation,
  roleArn,
  outcome,
  deadLetterArn,
}: FactsOf<"EVENT_TARGET_CALLED">): string {
  const role = roleArn === undefined ? "" : ` với role ${last(roleArn)}`;
  const call = `Rule ${ruleName} đã gọi ${operation} cho target ${targetId}${role}`;
  if (!outcome.ok) {
    const letter = deadLetterArn === undefined ? "" : ` Event đã vào dead-letter queue ${deadLetterArn}.`;
    return `${call}; bị từ chối: ${outcome.error.code}: ${outcome.error.message}${letter}`;
  }
  const { taskArns, failures } = outcome;
  if (operation !== "RunTask") return `${call}.`;
  const reasons = [...new Set(failures.map(({ reason }) => reason))].join(", ");
  return failures.length === 0
    ? `${call}: ${taskArns.length} task đã được khởi chạy.`
    : `${call}: ${taskArns.length} task đã được khởi chạy, và không ai thử lại cho những task không có chỗ (${reasons}).`;
}

function topicName(topicArn: string): string {
  return topicArn.slice(topicArn.lastIndexOf(":") + 1);
}

/** Letters of a message that a line has room for. */
const ROOM = 200;

function shortened(text: string): string {
  return text.length > ROOM ? `${text.slice(0, ROOM)}…` : text;
}

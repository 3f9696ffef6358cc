/** What happens to traffic in Vietnamese, one sentence each; AWS's terms stay English. */
import type { Loss, Profile, Sentences, TrafficKind } from "@quayside/simulator";

export const TRAFFIC_SENTENCES: Sentences<TrafficKind> = {
  FLOW_STARTED: ({ loadBalancerArn, profile }, { subject }) =>
    `${subject} gửi yêu cầu đến ${nameIn(loadBalancerArn)}: ${rateText(profile)}.`,
  FLOW_CHANGED: ({ loadBalancerArn, profile }, { subject }) =>
    `Từ giờ ${subject} gửi yêu cầu đến ${nameIn(loadBalancerArn)} theo cách khác: ${rateText(profile)}.`,
  FLOW_STOPPED: (_, { subject }) => `${subject} không gửi yêu cầu nữa.`,
  LOSSES_BEGAN: ({ end, at }) => `Yêu cầu đến ${nameIn(at)} đang bị mất: ${LOST[end]}.`,
  LOSSES_ENDED: ({ end, at }) =>
    `Đã một phút không còn yêu cầu nào đến ${nameIn(at)} bị mất theo cách này: ${LOST[end]}.`,
  SERVING_CHANGED: ({ changes }) =>
    Object.keys(changes).length === 0
      ? "Chương trình của container lại phục vụ yêu cầu như lúc đầu."
      : `Từ giờ chương trình của container phục vụ yêu cầu theo cách khác: ${Object.entries(changes)
          .map(([what, value]) => `${what} ${value}`)
          .join(", ")}.`,
};

const LOST: Readonly<Record<Loss, string>> = {
  target5xx: "chương trình trả lời bằng lỗi của chính nó",
  rejected: "hàng đợi của chương trình đã đầy",
  refused502: "502, target đã đăng ký nhưng ở đó không có gì lắng nghe",
  cut502: "502, kết nối bị ngắt trước khi có câu trả lời",
  none503: "503, target group không có target nào",
  timeout504: "504, không có câu trả lời kịp lúc",
  unreached: "client không đến được load balancer",
};

function rateText(profile: Profile): string {
  switch (profile.kind) {
    case "constant":
      return `${profile.perSecond} yêu cầu mỗi giây`;
    case "daily":
      return `trung bình ${profile.perSecond} yêu cầu mỗi giây, ban ngày nhiều hơn ban đêm`;
    case "recorded":
      return `như đã ghi lại, nhiều nhất ${Math.max(...profile.perSecond)} yêu cầu mỗi giây`;
    case "ramp":
      return `từ ${profile.perSecond} đến ${profile.toPerSecond} yêu cầu mỗi giây`;
    case "spike":
      return `${profile.perSecond} yêu cầu mỗi giây, có lúc ${profile.toPerSecond}`;
  }
}

function nameIn(arn: string): string {
  const parts = arn.slice(arn.lastIndexOf(":") + 1).split("/");
  return parts[parts.length - 2] ?? arn;
}

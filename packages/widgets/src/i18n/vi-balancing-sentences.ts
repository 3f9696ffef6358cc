/** What happens around load balancers in Vietnamese, one sentence each; AWS's terms stay English. */
import type { BalancingKind, FactsOf, Sentences } from "@quayside/simulator";

export const BALANCING_SENTENCES: Sentences<BalancingKind> = {
  LOAD_BALANCER_CREATED: ({ type, scheme, subnetIds }, { subject }) =>
    `Load balancer ${nameIn(subject)} (${type}, ${scheme}) đang được dựng trong ${subnetIds.join(", ")}.`,
  LOAD_BALANCER_NODE_UP: ({ availabilityZone, privateIpv4Address, publicIpv4Address }, { subject }) =>
    `Một nút của ${nameIn(subject)} đã lên ở ${availabilityZone}: ${privateIpv4Address}${publicIpv4Address === undefined ? "" : `, từ bên ngoài là ${publicIpv4Address}`}.`,
  LOAD_BALANCER_NODE_FAILED: ({ subnetId }, { subject }) =>
    `Không có nút nào của ${nameIn(subject)} lên được trong ${subnetId}: subnet đã hết địa chỉ.`,
  LOAD_BALANCER_ACTIVE: (_, { subject }) => `Load balancer ${nameIn(subject)} đã active.`,
  LOAD_BALANCER_CHANGED: ({ what }, { subject }) =>
    `Load balancer ${nameIn(subject)} được thay đổi: ${what.join(", ")}.`,
  LOAD_BALANCER_DELETED: (_, { subject }) =>
    `Đã xóa load balancer ${nameIn(subject)} cùng các listener và rule của nó.`,
  LISTENER_CREATED: ({ protocol, port }, { subject }) => `${nameIn(subject)} lắng nghe trên ${protocol} ${port}.`,
  LISTENER_CHANGED: ({ what }, { subject }) => `Một listener của ${nameIn(subject)} được thay đổi: ${what.join(", ")}.`,
  LISTENER_DELETED: ({ protocol, port }, { subject }) =>
    `${nameIn(subject)} không còn lắng nghe trên ${protocol} ${port}.`,
  LISTENER_RULE_CREATED: ({ priority, action }, { subject }) =>
    `${nameIn(subject)} có rule mới với priority ${priority}: ${does(action)}.`,
  LISTENER_RULE_CHANGED: ({ priority, action }, { subject }) =>
    `Từ giờ rule priority ${priority} của ${nameIn(subject)}: ${does(action)}.`,
  LISTENER_RULE_DELETED: ({ priority }, { subject }) => `Đã xóa rule priority ${priority} của ${nameIn(subject)}.`,
  RULE_PRIORITIES_SET: ({ priorities }, { subject }) =>
    `Các rule của ${nameIn(subject)} có priority mới: ${priorities.map(({ priority }) => priority).join(", ")}.`,
  TARGET_GROUP_CREATED: ({ protocol, port, targetType }, { subject }) =>
    `Đã tạo target group ${nameIn(subject)}, cho target loại ${targetType} trên ${protocol} ${port}.`,
  TARGET_GROUP_CHANGED: ({ what }, { subject }) => `Target group ${nameIn(subject)} được thay đổi: ${what.join(", ")}.`,
  TARGET_GROUP_DELETED: (_, { subject }) => `Đã xóa target group ${nameIn(subject)}.`,
  TARGET_REGISTERED: ({ id, port, targetGroupArn }) => `${id}:${port} được đăng ký vào ${nameIn(targetGroupArn)}.`,
  TARGET_HEALTH_CHANGED: ({ id, port, targetGroupArn, state, description }) =>
    `${id}:${port} là ${state} trong ${nameIn(targetGroupArn)}${description === undefined ? "" : `: ${description}`}.`,
  TARGET_DEREGISTERED: ({ id, port, targetGroupArn, drainsForMs }) =>
    drainsForMs === 0
      ? `${id}:${port} đã được hủy đăng ký khỏi ${nameIn(targetGroupArn)}.`
      : `${id}:${port} đang được hủy đăng ký khỏi ${nameIn(targetGroupArn)}: không nhận gì mới và draining trong ${drainsForMs / 1000} s.`,
  TARGET_DRAINED: ({ id, port, targetGroupArn }) =>
    `${id}:${port} đã draining xong và không còn trong ${nameIn(targetGroupArn)}.`,
};

function nameIn(arn: string): string {
  const [kind, first, second] = arn.slice(arn.lastIndexOf(":") + 1).split("/");
  return (kind === "targetgroup" ? first : second) ?? arn;
}

function does(action: FactsOf<"LISTENER_RULE_CREATED">["action"]): string {
  if (action.type === "redirect") return `chuyển hướng (${action.statusCode})`;
  if (action.type === "fixed-response") return `trả lời ${action.statusCode}`;
  const { groups } = action;
  if (groups.length === 1) return `chuyển đến ${nameIn(groups[0]?.targetGroupArn ?? "")}`;
  return `chuyển đến ${groups.map(({ targetGroupArn, weight }) => `${nameIn(targetGroupArn)} (weight ${weight})`).join(", ")}`;
}

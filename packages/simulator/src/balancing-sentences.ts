/** What happens around load balancers, in one sentence each, by record kind. */
import type { RuleAction } from "./model/elb.ts";
import type { BalancingRecords, TargetFacts } from "./model/records/balancing.ts";
import type { Sentences } from "./model/records.ts";

/** Kinds of records about load balancing. */
export type BalancingKind = keyof BalancingRecords;

export const BALANCING_SENTENCES: Sentences<BalancingKind> = {
  LOAD_BALANCER_CREATED: ({ type, scheme, subnetIds }, { subject }) =>
    `The ${scheme} ${type} load balancer ${nameIn(subject)} is being provisioned in ${subnetIds.join(", ")}.`,
  LOAD_BALANCER_NODE_UP: ({ availabilityZone, privateIpv4Address, publicIpv4Address }, { subject }) =>
    `A node of ${nameIn(subject)} is up in ${availabilityZone}: ${privateIpv4Address}${publicIpv4Address === undefined ? "" : `, from outside ${publicIpv4Address}`}.`,
  LOAD_BALANCER_NODE_FAILED: ({ subnetId }, { subject }) =>
    `No node of ${nameIn(subject)} came up in ${subnetId}: the subnet has no free address.`,
  LOAD_BALANCER_ACTIVE: (_, { subject }) => `Load balancer ${nameIn(subject)} is active.`,
  LOAD_BALANCER_CHANGED: ({ what }, { subject }) =>
    `Of load balancer ${nameIn(subject)} was changed: ${what.join(", ")}.`,
  LOAD_BALANCER_DELETED: (_, { subject }) =>
    `Load balancer ${nameIn(subject)} was deleted, with its listeners and their rules.`,
  LISTENER_CREATED: ({ protocol, port }, { subject }) => `${nameIn(subject)} listens on ${protocol} ${port}.`,
  LISTENER_CHANGED: ({ what }, { subject }) => `Of a listener of ${nameIn(subject)} was changed: ${what.join(", ")}.`,
  LISTENER_DELETED: ({ protocol, port }, { subject }) => `${nameIn(subject)} no longer listens on ${protocol} ${port}.`,
  LISTENER_RULE_CREATED: ({ priority, action }, { subject }) =>
    `${nameIn(subject)} has a new rule with priority ${priority}: it ${does(action)}.`,
  LISTENER_RULE_CHANGED: ({ priority, action }, { subject }) =>
    `The rule with priority ${priority} of ${nameIn(subject)} ${does(action)} from now on.`,
  LISTENER_RULE_DELETED: ({ priority }, { subject }) =>
    `The rule with priority ${priority} of ${nameIn(subject)} was deleted.`,
  RULE_PRIORITIES_SET: ({ priorities }, { subject }) =>
    `Rules of ${nameIn(subject)} got new priorities: ${priorities.map(({ priority }) => priority).join(", ")}.`,
  TARGET_GROUP_CREATED: ({ protocol, port, targetType }, { subject }) =>
    `Target group ${nameIn(subject)} was created, for ${targetType} targets on ${protocol} ${port}.`,
  TARGET_GROUP_CHANGED: ({ what }, { subject }) =>
    `Of target group ${nameIn(subject)} was changed: ${what.join(", ")}.`,
  TARGET_GROUP_DELETED: (_, { subject }) => `Target group ${nameIn(subject)} was deleted.`,
  TARGET_REGISTERED: (facts) => `${target(facts)} was registered in ${nameIn(facts.targetGroupArn)}.`,
  TARGET_HEALTH_CHANGED: (facts) =>
    `${target(facts)} is ${facts.state} in ${nameIn(facts.targetGroupArn)}${facts.description === undefined ? "" : `: ${facts.description}`}.`,
  TARGET_DEREGISTERED: (facts) =>
    facts.drainsForMs === 0
      ? `${target(facts)} was deregistered from ${nameIn(facts.targetGroupArn)}.`
      : `${target(facts)} is being deregistered from ${nameIn(facts.targetGroupArn)}: it gets nothing new and drains for ${facts.drainsForMs / 1000} s.`,
  TARGET_DRAINED: (facts) => `${target(facts)} has drained and is no longer in ${nameIn(facts.targetGroupArn)}.`,
};

function target({ id, port }: TargetFacts): string {
  return `${id}:${port}`;
}

/** The name within an ARN of a load balancer, a listener, a rule or a target group. */
function nameIn(arn: string): string {
  const [kind, first, second] = arn.slice(arn.lastIndexOf(":") + 1).split("/");
  return (kind === "targetgroup" ? first : second) ?? arn;
}

function does(action: RuleAction): string {
  if (action.type === "redirect") return `redirects (${action.statusCode})`;
  if (action.type === "fixed-response") return `answers ${action.statusCode}`;
  const { groups } = action;
  if (groups.length === 1) return `forwards to ${nameIn(groups[0]?.targetGroupArn ?? "")}`;
  return `forwards to ${groups.map(({ targetGroupArn, weight }) => `${nameIn(targetGroupArn)} (weight ${weight})`).join(", ")}`;
}

/** Records of load balancing: balancers, listeners, rules, target groups, and the comings and goings of targets. */
import type { ListenerProtocol, LoadBalancerRow, RuleRow, TargetReason, TargetType } from "../elb.ts";
import type { About } from "./about.ts";

interface NodeFacts {
  readonly availabilityZone: string;
  readonly privateIpv4Address: string;
  /** Undefined: the balancer is internal. */
  readonly publicIpv4Address: string | undefined;
}

/** What of a thing was changed: attributes by their keys, or members of its input. */
interface ChangedFacts {
  readonly what: readonly string[];
}

interface ListenerFacts {
  readonly protocol: ListenerProtocol;
  readonly port: number;
}

interface RuleFactsOfBalancing {
  readonly priority: RuleRow["priority"];
  readonly action: RuleRow["action"];
}

/** A target, by what it is called in its group. */
export interface TargetFacts {
  readonly targetGroupArn: string;
  readonly id: string;
  readonly port: number;
}

export interface BalancingRecords {
  LOAD_BALANCER_CREATED: About<"loadBalancers", Pick<LoadBalancerRow, "type" | "scheme" | "subnetIds">>;
  LOAD_BALANCER_NODE_UP: About<"loadBalancers", NodeFacts>;
  /** A subnet has no address left for a node. */
  LOAD_BALANCER_NODE_FAILED: About<"loadBalancers", { readonly subnetId: string }>;
  LOAD_BALANCER_ACTIVE: About<"loadBalancers">;
  LOAD_BALANCER_CHANGED: About<"loadBalancers", ChangedFacts>;
  LOAD_BALANCER_DELETED: About<"loadBalancers">;
  LISTENER_CREATED: About<"listeners", ListenerFacts>;
  LISTENER_CHANGED: About<"listeners", ChangedFacts>;
  LISTENER_DELETED: About<"listeners", ListenerFacts>;
  LISTENER_RULE_CREATED: About<"rules", RuleFactsOfBalancing>;
  /** What the rule does from now on. */
  LISTENER_RULE_CHANGED: About<"rules", RuleFactsOfBalancing>;
  LISTENER_RULE_DELETED: About<"rules", RuleFactsOfBalancing>;
  /** The subject is the first of the rules. */
  RULE_PRIORITIES_SET: About<
    "rules",
    { readonly priorities: readonly { readonly ruleArn: string; readonly priority: number }[] }
  >;
  TARGET_GROUP_CREATED: About<"targetGroups", ListenerFacts & { readonly targetType: TargetType }>;
  TARGET_GROUP_CHANGED: About<"targetGroups", ChangedFacts>;
  TARGET_GROUP_DELETED: About<"targetGroups">;
  /** `taskArn`: whose port it is, when a service has registered it. */
  TARGET_REGISTERED: About<"targets", TargetFacts & { readonly taskArn: string | undefined }>;
  /** A check has found enough of the same in a row. */
  TARGET_HEALTH_CHANGED: About<
    "targets",
    TargetFacts & {
      readonly state: "healthy" | "unhealthy";
      readonly reason: TargetReason | undefined;
      readonly description: string | undefined;
    }
  >;
  /** It drains for so long; 0: nobody used it, so it is gone at once. */
  TARGET_DEREGISTERED: About<"targets", TargetFacts & { readonly drainsForMs: number }>;
  TARGET_DRAINED: About<"targets", TargetFacts>;
}

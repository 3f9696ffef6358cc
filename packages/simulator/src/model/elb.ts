/**
 * Rows of Elastic Load Balancing: load balancers, listeners, rules, target groups and their targets. Field names are the
 * API's where it has them; times are simulated milliseconds. What is drawn, registered, checked and routed follows from
 * these rows: services put targets into groups, the health of a target follows from its task and its network, and
 * traffic follows listeners, rules and weights.
 */
import type { Tag } from "./tags.ts";

/** @source Elastic Load Balancing API Reference 2015-12-01, LoadBalancer, Type (checked 2026-11-29) */
export type LoadBalancerType = "application" | "network";

/** @source Elastic Load Balancing API Reference 2015-12-01, LoadBalancerState (checked 2026-11-29) */
export type LoadBalancerState = "provisioning" | "active" | "active_impaired" | "failed";

export interface LoadBalancerRow {
  readonly loadBalancerArn: string;
  readonly loadBalancerName: string;
  /** Place in its table, for quick reading. */
  readonly slot: number;
  readonly type: LoadBalancerType;
  readonly scheme: "internet-facing" | "internal";
  readonly state: LoadBalancerState;
  readonly dnsName: string;
  readonly vpcId: string;
  /** Its Availability Zones follow: a node with a network interface stands in each of these. */
  readonly subnetIds: readonly string[];
  /** Empty: an NLB without security groups lets everything in. */
  readonly securityGroups: readonly string[];
  /** Attributes that were set, over the defaults of its type. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: readonly Tag[];
  readonly createdAtMs: number;
}

/** @source Elastic Load Balancing API Reference 2015-12-01, Listener, Protocol (checked 2026-11-29) */
export type ListenerProtocol = "HTTP" | "HTTPS" | "TCP" | "TLS" | "UDP" | "TCP_UDP";

export interface ListenerRow {
  readonly listenerArn: string;
  readonly loadBalancerArn: string;
  readonly protocol: ListenerProtocol;
  readonly port: number;
  readonly certificateArns: readonly string[];
  readonly sslPolicy?: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: readonly Tag[];
}

/** A target group of a forward action, with the share of requests it gets: its weight over the sum of all weights. */
export interface WeightedGroup {
  readonly targetGroupArn: string;
  /** 0 to 999. */
  readonly weight: number;
}

/** What a rule does with a request that matches. */
export type RuleAction =
  | {
      readonly type: "forward";
      readonly groups: readonly WeightedGroup[];
      /** Undefined: off. */
      readonly stickySeconds?: number | undefined;
    }
  | {
      readonly type: "redirect";
      readonly protocol: string;
      readonly host: string;
      readonly port: string;
      readonly path: string;
      readonly query: string;
      readonly statusCode: "HTTP_301" | "HTTP_302";
    }
  | {
      readonly type: "fixed-response";
      readonly statusCode: string;
      readonly contentType?: string | undefined;
      readonly messageBody?: string | undefined;
    };

/** One condition of a rule: any of its values is enough. */
export type RuleCondition =
  | { readonly field: "host-header" | "path-pattern" | "source-ip"; readonly values: readonly string[] }
  | { readonly field: "http-request-method"; readonly values: readonly string[] }
  | { readonly field: "http-header"; readonly name: string; readonly values: readonly string[] }
  | {
      readonly field: "query-string";
      readonly pairs: readonly { readonly key?: string | undefined; readonly value: string }[];
    };

export interface RuleRow {
  readonly ruleArn: string;
  readonly listenerArn: string;
  readonly loadBalancerArn: string;
  /** 1 to 50000, the smallest is asked first; the default rule comes last. */
  readonly priority: number | "default";
  /** All of them must match; none: everything matches. */
  readonly conditions: readonly RuleCondition[];
  readonly action: RuleAction;
  readonly tags: readonly Tag[];
}

/** @source Elastic Load Balancing API Reference 2015-12-01, TargetGroup, TargetType (checked 2026-11-29) */
export type TargetType = "ip" | "instance";

/** How a group asks its targets whether they are well, with the defaults of its protocol filled in. */
export interface HealthCheckSettings {
  readonly protocol: "HTTP" | "HTTPS" | "TCP";
  /** A number, or `traffic-port`: the one each target was registered with. */
  readonly port: string;
  /** Undefined for TCP. */
  readonly path?: string | undefined;
  readonly matcher?: string | undefined;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
}

export interface TargetGroupRow {
  readonly targetGroupArn: string;
  readonly targetGroupName: string;
  readonly slot: number;
  readonly protocol: ListenerProtocol;
  readonly protocolVersion?: "HTTP1" | "HTTP2" | "GRPC" | undefined;
  readonly port: number;
  readonly vpcId: string;
  readonly targetType: TargetType;
  readonly healthCheck: HealthCheckSettings;
  /** The load balancer that has a rule which forwards to it: written anew with every change of rules. Undefined: none has. */
  readonly loadBalancerArn?: string | undefined;
  /** Until when it counts as in use although no rule names it any more: its load balancer was deleted a moment ago. */
  readonly inUseUntilMs?: number | undefined;
  /** Attributes that were set, over the defaults of its protocol. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: readonly Tag[];
  readonly createdAtMs: number;
}

/** @source Elastic Load Balancing API Reference 2015-12-01, TargetHealth, State (checked 2026-11-29) */
export type TargetState = "initial" | "healthy" | "unhealthy" | "unused" | "draining" | "unavailable";

/** @source Elastic Load Balancing API Reference 2015-12-01, TargetHealth, Reason (checked 2026-11-29) */
export type TargetReason =
  | "Elb.RegistrationInProgress"
  | "Elb.InitialHealthChecking"
  | "Elb.InternalError"
  | "Target.ResponseCodeMismatch"
  | "Target.Timeout"
  | "Target.FailedHealthChecks"
  | "Target.NotRegistered"
  | "Target.NotInUse"
  | "Target.DeregistrationInProgress"
  | "Target.InvalidState"
  | "Target.IpUnusable"
  | "Target.HealthCheckDisabled";

/** What health checks of a target find from a moment on, until the next finding. */
export interface CheckFinding {
  readonly fromMs: number;
  readonly passes: boolean;
  readonly reason?: TargetReason | undefined;
  readonly description?: string | undefined;
  /** Nobody answers: the check is over when its time is. */
  readonly timesOut?: true | undefined;
}

/** A target that was registered and is not gone: draining ones are kept until their delay is over. */
export interface TargetRow {
  readonly targetGroupArn: string;
  /** An address, or the id of an instance. */
  readonly id: string;
  readonly port: number;
  readonly availabilityZone?: string | undefined;
  /** The task whose port this is, where a service has registered it; a target that a person registers has none. */
  readonly taskArn?: string | undefined;
  readonly state: TargetState;
  readonly reason?: TargetReason | undefined;
  readonly description?: string | undefined;
  readonly registeredAtMs: number;
  /** Since when it is in its state. */
  readonly sinceMs: number;
  /** When a check was passed first since it was registered; undefined: never yet. */
  readonly firstHealthyAtMs?: number | undefined;
  /** When its health checks fall: this moment and each interval after it. */
  readonly firstCheckAtMs: number;
  /** What its checks have found in a row, and will find as things stand; undefined: none are made. */
  readonly findings?: readonly CheckFinding[] | undefined;
  /** The service that has registered it. */
  readonly serviceArn?: string | undefined;
  /** Until when it drains. */
  readonly drainsUntilMs?: number | undefined;
}

/** Key of a target: its group, its address or instance, and its port. */
export function targetKey(targetGroupArn: string, id: string, port: number): string {
  return `${targetGroupArn} ${id}:${port}`;
}

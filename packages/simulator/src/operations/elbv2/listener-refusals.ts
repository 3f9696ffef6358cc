/** Refusals about listeners, their rules and what a rule does. */
import { row } from "../../model/refusal.ts";

const PASTED =
  "Replies pasted in public issues of Terraform's provider and the AWS Load Balancer Controller (checked 2026-11-29)";

/** By their ids. */
export const LISTENER_REFUSALS = {
  "listener.not-found": row("ListenerNotFound", "unsourced", () => "One or more listeners not found"),
  "listener.one-way": row(
    "ValidationError",
    "unsourced",
    () => "You must specify either listener ARNs or a load balancer ARN",
  ),
  "listener.no-port": row("ValidationError", "unsourced", () => "A listener port must be specified"),
  "listener.no-protocol": row("ValidationError", "unsourced", () => "A listener protocol must be specified"),
  "listener.protocol": row(
    "ValidationError",
    "observed",
    ({ protocol, allowed }: { protocol: string; allowed: readonly string[] }) =>
      `Listener protocol '${protocol}' must be one of '${allowed.join(", ")}'`,
    PASTED,
  ),
  "listener.duplicate": row(
    "DuplicateListener",
    "observed",
    ({ arn }: { arn: string }) => `A listener already exists on this port for this load balancer '${arn}'`,
    PASTED,
  ),
  "listener.too-many": row(
    "TooManyListeners",
    "ours",
    ({ most }: { most: number }) => `The maximum number of listeners has been reached: ${most} on a load balancer`,
  ),
  "listener.no-certificate": row(
    "ValidationError",
    "observed",
    ({ protocol }: { protocol: string }) => `A certificate must be specified for ${protocol} listeners`,
    PASTED,
  ),
  "listener.not-encrypted": row(
    "ValidationError",
    "ours",
    ({ protocol }: { protocol: string }) =>
      `Certificates and a security policy cannot be specified for ${protocol} listeners`,
  ),
  "listener.certificate": row(
    "CertificateNotFound",
    "unsourced",
    ({ arn }: { arn: string }) => `Certificate '${arn}' not found`,
  ),
  "listener.one-certificate": row(
    "ValidationError",
    "ours",
    () => "Exactly one certificate must be specified; others are added with AddListenerCertificates",
  ),
  "listener.ssl-policy": row(
    "SSLPolicyNotFound",
    "ours",
    ({ policy }: { policy: string }) => `SSL policy '${policy}' not found`,
  ),
  "listener.too-many-certificates": row(
    "TooManyCertificates",
    "ours",
    ({ most }: { most: number }) => `The maximum number of certificates has been reached: ${most} on a load balancer`,
  ),
  "listener-rule.none-found": row("RuleNotFound", "unsourced", () => "One or more rules not found"),
  "listener-rule.no-way": row(
    "ValidationError",
    "unsourced",
    () => "You must specify either listener rule ARNs or a listener ARN",
  ),
  "listener-rule.one-way": row(
    "ValidationError",
    "unsourced",
    () => "Listener rule ARNs and a listener ARN cannot be specified at the same time",
  ),
  "listener-rule.priority-in-use": row(
    "PriorityInUse",
    "observed",
    ({ priority }: { priority: number }) => `Priority '${priority}' is currently in use`,
    PASTED,
  ),
  "listener-rule.too-many": row(
    "TooManyRules",
    "ours",
    ({ most }: { most: number }) => `The maximum number of rules has been reached: ${most} on a load balancer`,
  ),
  "listener-rule.of-network": row(
    "OperationNotPermitted",
    "ours",
    ({ arn }: { arn: string }) => `Rules cannot be created for listeners of a Network Load Balancer: '${arn}'`,
  ),
  "listener-rule.default": row(
    "OperationNotPermitted",
    "unsourced",
    ({ arn }: { arn: string }) => `Default rule '${arn}' cannot be modified`,
  ),
  "listener-rule.delete-default": row(
    "OperationNotPermitted",
    "unsourced",
    ({ arn }: { arn: string }) => `Default rule '${arn}' cannot be deleted`,
  ),
  "listener-rule.no-condition": row("ValidationError", "ours", () => "A condition must be specified"),
  "condition.field": row(
    "ValidationError",
    "unsourced",
    ({ field, allowed }: { field: string; allowed: readonly string[] }) =>
      `Condition field '${field}' must be one of '[${allowed.join(", ")}]'`,
  ),
  "condition.twice": row(
    "ValidationError",
    "ours",
    ({ field }: { field: string }) => `A rule can have one condition of type '${field}'`,
  ),
  "condition.no-value": row("ValidationError", "unsourced", () => "A condition value must be specified"),
  "condition.both": row(
    "ValidationError",
    "unsourced",
    ({ field, config }: { field: string; config: string }) =>
      `You cannot provide both Values and '${config}' for a condition of type '${field}'`,
  ),
  "condition.values": row(
    "ValidationError",
    "unsourced",
    ({ field }: { field: string }) => `The 'Values' field is not compatible with '${field}'`,
  ),
  "condition.config": row(
    "ValidationError",
    "unsourced",
    ({ field, config }: { field: string; config: string }) => `A '${config}' must be specified with '${field}'`,
  ),
  "condition.too-long": row(
    "ValidationError",
    "unsourced",
    ({ what, most }: { what: string; most: number }) => `The '${what}' value is too long; the limit is '${most}'`,
  ),
  "condition.too-many": row(
    "ValidationError",
    "ours",
    ({ most }: { most: number }) => `Rules can have up to '${most}' condition values`,
    "The sentence is ours, the limit AWS's: Application Load Balancers guide, quotas (checked 2026-11-29)",
  ),
  "condition.wildcards": row(
    "ValidationError",
    "ours",
    ({ most }: { most: number }) => `Rules can have up to '${most}' wildcards`,
  ),
  "condition.method": row(
    "ValidationError",
    "unsourced",
    () => "The 'http-request-method' value is invalid; the allowed characters are A-Z, hyphen and underscore",
  ),
  "condition.source-ip": row(
    "ValidationError",
    "ours",
    ({ value }: { value: string }) => `The source IP '${value}' is not a valid CIDR block`,
  ),
  "condition.pair": row(
    "ValidationError",
    "unsourced",
    () => "A 'Value' must be specified in 'QueryStringKeyValuePair'",
  ),
  "action.none": row("ValidationError", "ours", () => "An action must be specified"),
  "action.several": row(
    "InvalidLoadBalancerAction",
    "ours",
    () => "You must specify exactly one of the following types of actions: forward, redirect, or fixed-response",
  ),
  "action.config": row(
    "InvalidLoadBalancerAction",
    "ours",
    ({ type, config }: { type: string; config: string }) => `An action of type '${type}' must have a '${config}'`,
  ),
  "action.of-network": row(
    "InvalidLoadBalancerAction",
    "ours",
    () => "Listeners of a Network Load Balancer support actions of type 'forward' only",
  ),
  "action.forward-twice": row(
    "InvalidLoadBalancerAction",
    "ours",
    () => "The target group ARN of a forward action must be the only one of its forward config",
  ),
  "action.too-many-groups": row(
    "InvalidLoadBalancerAction",
    "ours",
    ({ most }: { most: number }) => `A forward action can have up to ${most} target groups`,
  ),
  "action.weight": row(
    "InvalidLoadBalancerAction",
    "ours",
    ({ weight }: { weight: number }) => `The weight of a target group must be from 0 to 999; it is ${weight}`,
  ),
  "action.sticky-seconds": row(
    "InvalidLoadBalancerAction",
    "ours",
    () => "The stickiness duration of a forward action must be from 1 to 604800 seconds",
  ),
  "action.content-type": row(
    "InvalidLoadBalancerAction",
    "unsourced",
    () =>
      "The ContentType must be one of:'text/html', 'application/json', 'application/javascript', 'text/css', 'text/plain'",
  ),
  "action.redirect-loop": row(
    "InvalidLoadBalancerAction",
    "unsourced",
    () =>
      "The RedirectConfig is not valid because it creates a loop. At least one of the following must be changed: protocol, port, host, path",
  ),
  "action.protocols": row(
    "IncompatibleProtocols",
    "ours",
    ({ listener, group }: { listener: string; group: string }) =>
      `Listener protocol '${listener}' is not supported with a target group with the protocol '${group}'`,
  ),
  "action.protocol-version": row(
    "InvalidLoadBalancerAction",
    "observed",
    ({ listener, version }: { listener: string; version: string }) =>
      `Listener protocol '${listener}' is not supported with a target group with the protocol-version '${version}'`,
    PASTED,
  ),
  "action.other-balancer": row(
    "TargetGroupAssociationLimit",
    "observed",
    ({ arn }: { arn: string }) =>
      `The following target groups cannot be associated with more than one load balancer: ${arn}`,
    PASTED,
  ),
} as const;

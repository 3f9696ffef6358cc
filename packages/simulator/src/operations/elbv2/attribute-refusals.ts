/** Refusals about attributes, tags, and changes of what exists. */
import { row } from "../../model/refusal.ts";

/** By their ids. */
export const ATTRIBUTE_REFUSALS = {
  "elbv2-attribute.unknown": row(
    "ValidationError",
    "unsourced",
    ({ kind, key }: { kind: string; key: string }) => `${kind} attribute key '${key}' is not recognized`,
  ),
  "elbv2-attribute.range": row(
    "ValidationError",
    "unsourced",
    ({ key, value, from, to }: { key: string; value: string; from: number; to: number }) =>
      `'${key}' value '${value}' must be between '${from}-${to}' inclusive`,
  ),
  "elbv2-attribute.value": row(
    "ValidationError",
    "ours",
    ({ key, value, allowed }: { key: string; value: string; allowed: readonly string[] }) =>
      `'${key}' value '${value}' must be one of [${allowed.join(", ")}]`,
  ),
  "elbv2-attribute.cross-zone": row(
    "InvalidConfigurationRequest",
    "ours",
    () =>
      "Cross-zone load balancing of an Application Load Balancer cannot be turned off; that of its target groups can",
  ),
  "elbv2-attribute.slow-start": row(
    "InvalidConfigurationRequest",
    "ours",
    ({ algorithm }: { algorithm: string }) => `Slow start is not supported with the algorithm '${algorithm}'`,
  ),
  "elbv2-attribute.mitigation": row(
    "InvalidConfigurationRequest",
    "ours",
    () => "Anomaly mitigation is only supported with the algorithm 'weighted_random'",
  ),
  "elbv2-attribute.stickiness": row(
    "InvalidConfigurationRequest",
    "unsourced",
    ({ type, protocol }: { type: string; protocol: string }) =>
      `Stickiness type '${type}' is not supported for target groups with the ${protocol} protocol`,
  ),
  "elbv2-attribute.cookie": row(
    "InvalidConfigurationRequest",
    "unsourced",
    () => "You must set an application cookie name to enable stickiness of type 'app_cookie'",
  ),
  "elbv2-attribute.sticky-zones": row(
    "InvalidConfigurationRequest",
    "ours",
    () => "Stickiness is not supported when cross-zone load balancing of the target group is off",
  ),
  "elbv2-tag.duplicate": row(
    "DuplicateTagKeys",
    "unsourced",
    ({ key }: { key: string }) => `Tag key was specified more than once: ${key}`,
  ),
  "elbv2-tag.too-many": row(
    "TooManyTags",
    "ours",
    ({ most }: { most: number }) => `The maximum number of tags has been reached: ${most} on a resource`,
  ),
  "elbv2-tag.resource": row(
    "ValidationError",
    "ours",
    ({ arn }: { arn: string }) => `'${arn}' is not a valid resource ARN`,
  ),
  "listener-rule.nothing": row("ValidationError", "unsourced", () => "Either conditions or actions must be specified"),
  "listener-rule.priority-twice": row(
    "ValidationError",
    "unsourced",
    ({ priority }: { priority: number }) => `Priority '${priority}' was provided multiple times`,
  ),
  "listener.default-certificate": row(
    "OperationNotPermitted",
    "ours",
    ({ arn }: { arn: string }) => `The default certificate '${arn}' cannot be removed; change it with ModifyListener`,
  ),
  "listener.certificate-of-plain": row(
    "ValidationError",
    "ours",
    ({ protocol }: { protocol: string }) => `Listeners with the protocol '${protocol}' have no certificates`,
  ),
  "load-balancer.no-groups": row(
    "InvalidConfigurationRequest",
    "ours",
    () => "At least one security group must be specified",
  ),
  "load-balancer.never-groups": row(
    "InvalidConfigurationRequest",
    "ours",
    () => "Security groups cannot be set for a Network Load Balancer that was created without security groups",
  ),
  "load-balancer.keeps-zones": row(
    "InvalidConfigurationRequest",
    "ours",
    () => "Subnets cannot be removed from a Network Load Balancer",
  ),
} as const;

/** Refusals about target groups and their targets. */
import { RECORDED, row } from "../../model/refusal.ts";

const PASTED = "Replies pasted in public issues of Terraform's provider (checked 2026-11-29)";

interface Named {
  readonly name: string;
}
interface OfArn {
  readonly arn: string;
}

/** By their ids. */
export const TARGET_REFUSALS = {
  "target-group.none-found": row(
    "TargetGroupNotFound",
    "observed",
    () => "One or more target groups not found",
    RECORDED,
  ),
  "target-group.not-found": row(
    "TargetGroupNotFound",
    "observed",
    ({ arn }: OfArn) => `Target groups '${arn}' not found`,
    PASTED,
  ),
  "target-group.one-way": row(
    "ValidationError",
    "unsourced",
    () => "Target group names, target group ARNs, and a load balancer ARN cannot be specified at the same time",
  ),
  "target-group.name-too-long": row(
    "ValidationError",
    "observed",
    ({ name }: Named) => `Target group name '${name}' cannot be longer than '32' characters`,
    "hashicorp/terraform pull request 11699 (checked 2026-11-29)",
  ),
  "target-group.name-characters": row(
    "ValidationError",
    "unsourced",
    ({ name }: Named) =>
      `Target group name '${name}' can only contain characters that are alphanumeric characters or hyphens(-)`,
  ),
  "target-group.name-hyphen": row(
    "ValidationError",
    "unsourced",
    ({ name }: Named) => `Target group name '${name}' cannot begin or end with '-'`,
  ),
  "target-group.duplicate": row(
    "DuplicateTargetGroupName",
    "observed",
    ({ name }: Named) => `A target group with the same name '${name}' exists, but with different settings`,
    RECORDED,
  ),
  "target-group.too-many": row(
    "TooManyTargetGroups",
    "ours",
    ({ most }: { most: number }) => `The maximum number of target groups has been reached: ${most}`,
  ),
  "target-group.in-use": row(
    "ResourceInUse",
    "observed",
    ({ arn }: OfArn) => `Target group '${arn}' is currently in use by a listener or a rule`,
    RECORDED,
  ),
  "target-group.protocol-and-port": row(
    "ValidationError",
    "observed",
    ({ targetType }: { targetType: string }) =>
      `A target group of type '${targetType}' must have a protocol and a port`,
    PASTED,
  ),
  "target-group.no-vpc": row("ValidationError", "unsourced", () => "A VPC ID must be specified"),
  "target-group.vpc": row(
    "ValidationError",
    "unsourced",
    ({ vpcId }: { vpcId: string }) => `The VPC ID '${vpcId}' is not found`,
  ),
  "target-group.protocol-version": row(
    "ValidationError",
    "ours",
    ({ protocol }: { protocol: string }) =>
      `Protocol version cannot be specified for target groups with the protocol '${protocol}'`,
  ),
  "health-check.timeout": row(
    "ValidationError",
    "unsourced",
    ({ timeout, interval }: { timeout: number; interval: number }) =>
      `Health check timeout '${timeout}' must be smaller than the interval '${interval}'`,
  ),
  "health-check.timeout-or-equal": row(
    "ValidationError",
    "unsourced",
    ({ timeout, interval }: { timeout: number; interval: number }) =>
      `Health check timeout '${timeout}' must be smaller than or equal to the interval '${interval}'`,
  ),
  "health-check.protocol": row(
    "ValidationError",
    "ours",
    ({ protocol, group }: { protocol: string; group: string }) =>
      `Health check protocol '${protocol}' is not supported for target groups with the protocol '${group}'`,
  ),
  "health-check.port": row(
    "ValidationError",
    "ours",
    ({ port }: { port: string }) => `Health check port '${port}' must be 'traffic-port' or a number from 1 to 65535`,
  ),
  "health-check.path": row(
    "ValidationError",
    "ours",
    ({ path }: { path: string }) => `Health check path '${path}' must begin with '/'`,
  ),
  "health-check.tcp-path": row(
    "ValidationError",
    "ours",
    () => "Health check path and matcher cannot be specified for health checks with the protocol 'TCP'",
  ),
  "health-check.matcher": row(
    "ValidationError",
    "ours",
    ({ codes, from, to }: { codes: string; from: number; to: number }) =>
      `Health check matcher '${codes}' must be codes, lists or ranges within '${from}-${to}' inclusive`,
  ),
  "health-check.disabled": row(
    "ValidationError",
    "ours",
    ({ targetType }: { targetType: string }) =>
      `Health check enabled must be true for target groups with target type '${targetType}'`,
  ),
  "target.none": row("ValidationError", "ours", () => "You must specify at least one target"),
  "target.no-address": row(
    "ValidationError",
    "ours",
    ({ id }: { id: string }) => `The IP address '${id}' is not a valid IPv4 address`,
  ),
  "target.not-allowed": row(
    "ValidationError",
    "observed",
    ({ id }: { id: string }) =>
      `The IP address '${id}' is not allowed, as it must be an address from a VPC subnet, RFC1918, or RFC6598`,
    RECORDED,
  ),
  "target.no-subnet": row(
    "ValidationError",
    "observed",
    ({ id }: { id: string }) =>
      `The IP address '${id}' is within the VPC, but is not within a VPC subnet so it can't be registered`,
    RECORDED,
  ),
  "target.zone": row(
    "ValidationError",
    "observed",
    ({ id }: { id: string }) =>
      `You must specify a valid Availability Zone or select 'all' for all enabled Availability zones, since the IP address '${id}' is outside the VPC`,
    RECORDED,
  ),
  "target.zone-of-instance": row(
    "ValidationError",
    "ours",
    () => "An Availability Zone cannot be specified for targets with target type 'instance'",
  ),
  "target.instance": row(
    "InvalidTarget",
    "unsourced",
    ({ id }: { id: string }) => `The following targets are not in the target group VPC or do not exist: '${id}'`,
  ),
  "target.not-running": row(
    "InvalidTarget",
    "unsourced",
    ({ id }: { id: string }) => `The following targets are not in a running state and cannot be registered: '${id}'`,
  ),
  "target.too-many": row(
    "TooManyTargets",
    "ours",
    ({ most }: { most: number }) => `The maximum number of targets has been reached: ${most} in a target group`,
  ),
} as const;

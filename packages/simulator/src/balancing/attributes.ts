/**
 * Attributes of load balancers, listeners and target groups: what each is by default, and what it may be set to. A row keeps
 * only what was set. Source: Elastic Load Balancing API Reference, LoadBalancerAttribute, TargetGroupAttribute,
 * ListenerAttribute; the order is that of recorded answers where there is one (checked 2026-11-29).
 */
import type { ListenerRow, LoadBalancerRow, TargetGroupRow } from "../model/elb.ts";

/** What an attribute may be: one of some words, a whole number from one to another, or any text. */
export type AttributeValues =
  | { readonly oneOf: readonly string[] }
  | { readonly from: number; readonly to: number; readonly orOneOf?: readonly string[] }
  | "text";

/** An attribute of things of one kind. */
export interface AttributeRule<Row> {
  readonly key: string;
  readonly values: AttributeValues;
  /** What it is when nobody has set it; undefined where things like this row have no such attribute. */
  readonly usual: (row: Row) => string | undefined;
}

const FLAG: AttributeValues = { oneOf: ["true", "false"] };
const WEEK_SECONDS = 604_800;

type Balancer = Pick<LoadBalancerRow, "type" | "scheme">;

const onAny = (value: string) => () => value;
const onAlb =
  (value: string) =>
  ({ type }: Balancer) =>
    type === "application" ? value : undefined;
const onNlb =
  (value: string) =>
  ({ type }: Balancer) =>
    type === "network" ? value : undefined;

/** Of load balancers. */
export const LOAD_BALANCER_ATTRIBUTES: readonly AttributeRule<Balancer>[] = [
  { key: "access_logs.s3.enabled", values: FLAG, usual: onAny("false") },
  { key: "access_logs.s3.bucket", values: "text", usual: onAny("") },
  { key: "access_logs.s3.prefix", values: "text", usual: onAny("") },
  {
    key: "ipv6.deny_all_igw_traffic",
    values: FLAG,
    usual: ({ scheme }) => (scheme === "internal" ? "true" : "false"),
  },
  { key: "idle_timeout.timeout_seconds", values: { from: 1, to: 4000 }, usual: onAlb("60") },
  { key: "deletion_protection.enabled", values: FLAG, usual: onAny("false") },
  { key: "routing.http2.enabled", values: FLAG, usual: onAlb("true") },
  { key: "routing.http.drop_invalid_header_fields.enabled", values: FLAG, usual: onAlb("false") },
  { key: "routing.http.xff_client_port.enabled", values: FLAG, usual: onAlb("false") },
  { key: "routing.http.preserve_host_header.enabled", values: FLAG, usual: onAlb("false") },
  {
    key: "routing.http.xff_header_processing.mode",
    values: { oneOf: ["append", "preserve", "remove"] },
    usual: onAlb("append"),
  },
  {
    key: "load_balancing.cross_zone.enabled",
    values: FLAG,
    usual: ({ type }) => (type === "application" ? "true" : "false"),
  },
  {
    key: "routing.http.desync_mitigation_mode",
    values: { oneOf: ["monitor", "defensive", "strictest"] },
    usual: onAlb("defensive"),
  },
  { key: "client_keep_alive.seconds", values: { from: 60, to: WEEK_SECONDS }, usual: onAlb("3600") },
  { key: "waf.fail_open.enabled", values: FLAG, usual: onAlb("false") },
  { key: "routing.http.x_amzn_tls_version_and_cipher_suite.enabled", values: FLAG, usual: onAlb("false") },
  { key: "zonal_shift.config.enabled", values: FLAG, usual: onAny("false") },
  { key: "connection_logs.s3.enabled", values: FLAG, usual: onAlb("false") },
  { key: "connection_logs.s3.bucket", values: "text", usual: onAlb("") },
  { key: "connection_logs.s3.prefix", values: "text", usual: onAlb("") },
  { key: "health_check_logs.s3.enabled", values: FLAG, usual: onAlb("false") },
  { key: "health_check_logs.s3.bucket", values: "text", usual: onAlb("") },
  { key: "health_check_logs.s3.prefix", values: "text", usual: onAlb("") },
  {
    key: "dns_record.client_routing_policy",
    values: { oneOf: ["any_availability_zone", "availability_zone_affinity", "partial_availability_zone_affinity"] },
    usual: onNlb("any_availability_zone"),
  },
  { key: "secondary_ips.auto_assigned.per_subnet", values: { from: 0, to: 7 }, usual: onNlb("0") },
];

type Group = Pick<TargetGroupRow, "protocol" | "targetType">;

/** Whether a group is one of an Application Load Balancer. */
export function isOfHttp({ protocol }: Pick<TargetGroupRow, "protocol">): boolean {
  return protocol === "HTTP" || protocol === "HTTPS";
}

const isOfUdp = ({ protocol }: Group) => protocol === "UDP" || protocol === "TCP_UDP";
const inHttp = (value: string) => (group: Group) => (isOfHttp(group) ? value : undefined);
const inTcp = (value: string) => (group: Group) => (isOfHttp(group) ? undefined : value);
const SHARE: AttributeValues = { from: 1, to: 100, orOneOf: ["off"] };
const MOST_TARGETS = 1000;

/** Of target groups. */
export const TARGET_GROUP_ATTRIBUTES: readonly AttributeRule<Group>[] = [
  {
    key: "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count",
    values: { from: 1, to: MOST_TARGETS },
    usual: onAny("1"),
  },
  {
    key: "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage",
    values: SHARE,
    usual: onAny("off"),
  },
  { key: "deregistration_delay.timeout_seconds", values: { from: 0, to: 3600 }, usual: onAny("300") },
  { key: "stickiness.enabled", values: FLAG, usual: onAny("false") },
  {
    key: "stickiness.type",
    values: { oneOf: ["lb_cookie", "app_cookie", "source_ip"] },
    usual: (group) => (isOfHttp(group) ? "lb_cookie" : "source_ip"),
  },
  { key: "stickiness.lb_cookie.duration_seconds", values: { from: 1, to: WEEK_SECONDS }, usual: inHttp("86400") },
  { key: "stickiness.app_cookie.cookie_name", values: "text", usual: inHttp("") },
  { key: "stickiness.app_cookie.duration_seconds", values: { from: 1, to: WEEK_SECONDS }, usual: inHttp("86400") },
  { key: "slow_start.duration_seconds", values: { from: 30, to: 900, orOneOf: ["0"] }, usual: inHttp("0") },
  {
    key: "load_balancing.algorithm.type",
    values: { oneOf: ["round_robin", "least_outstanding_requests", "weighted_random"] },
    usual: inHttp("round_robin"),
  },
  { key: "load_balancing.algorithm.anomaly_mitigation", values: { oneOf: ["on", "off"] }, usual: inHttp("off") },
  {
    key: "load_balancing.cross_zone.enabled",
    values: { oneOf: ["true", "false", "use_load_balancer_configuration"] },
    usual: onAny("use_load_balancer_configuration"),
  },
  {
    key: "target_group_health.dns_failover.minimum_healthy_targets.count",
    values: { from: 1, to: MOST_TARGETS, orOneOf: ["off"] },
    usual: onAny("1"),
  },
  {
    key: "target_group_health.dns_failover.minimum_healthy_targets.percentage",
    values: SHARE,
    usual: onAny("off"),
  },
  {
    key: "deregistration_delay.connection_termination.enabled",
    values: FLAG,
    usual: (group) => inTcp(String(isOfUdp(group)))(group),
  },
  {
    key: "preserve_client_ip.enabled",
    values: FLAG,
    usual: (group) => inTcp(String(group.targetType !== "ip" || isOfUdp(group)))(group),
  },
  { key: "proxy_protocol_v2.enabled", values: FLAG, usual: inTcp("false") },
  {
    key: "target_health_state.unhealthy.connection_termination.enabled",
    values: FLAG,
    usual: (group) => inTcp(String(!isOfUdp(group)))(group),
  },
  {
    key: "target_health_state.unhealthy.draining_interval_seconds",
    values: { from: 0, to: 360_000 },
    usual: inTcp("0"),
  },
];

/** An attribute of a load balancer: what was set, else the default. Undefined: balancers of its type have none such. */
export function loadBalancerAttribute(row: LoadBalancerRow, key: string): string | undefined {
  return row.attributes[key] ?? LOAD_BALANCER_ATTRIBUTES.find((rule) => rule.key === key)?.usual(row);
}

/** An attribute of a target group: what was set, else the default. Undefined: groups of its protocol have none such. */
export function targetGroupAttribute(row: TargetGroupRow, key: string): string | undefined {
  return row.attributes[key] ?? TARGET_GROUP_ATTRIBUTES.find((rule) => rule.key === key)?.usual(row);
}

/** How long a target of the group drains, in milliseconds. Default 300 000, 0 to 3 600 000. */
export function deregistrationDelayMs(row: TargetGroupRow): number {
  return Number(targetGroupAttribute(row, "deregistration_delay.timeout_seconds")) * 1000;
}
type ListenerOf = Pick<ListenerRow, "protocol">;

/** Of listeners. Simplified: those that add headers to requests and answers are left out. */
export const LISTENER_ATTRIBUTES: readonly AttributeRule<ListenerOf>[] = [
  {
    key: "tcp.idle_timeout.seconds",
    values: { from: 60, to: 6000 },
    usual: ({ protocol }) => (protocol === "TCP" ? "350" : undefined),
  },
];

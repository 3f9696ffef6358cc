/** Describe and Modify of the attributes of load balancers, target groups and listeners. */
import {
  type AttributeRule,
  LISTENER_ATTRIBUTES,
  LOAD_BALANCER_ATTRIBUTES,
  TARGET_GROUP_ATTRIBUTES,
} from "../../balancing/attributes.ts";
import type { TargetGroupRow } from "../../model/elb.ts";
import type { Refusal } from "../../model/refusal.ts";
import { answer, command, query } from "../operation.ts";
import { findListener, findLoadBalancer, findTargetGroup } from "./find.ts";
import { refuse } from "./refusals.ts";

interface Attribute {
  readonly Key?: string;
  readonly Value?: string;
}
interface Attributed {
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every attribute of a thing: what was set, else the default. */
function shown<Row extends Attributed>(rules: readonly AttributeRule<Row>[], row: Row): Attribute[] {
  return rules.flatMap(({ key, usual }) => {
    const value = usual(row);
    return value === undefined ? [] : [{ Key: key, Value: row.attributes[key] ?? value }];
  });
}

type Read = { readonly ok: true; readonly attributes: Readonly<Record<string, string>> } | Refusal;

/** The attributes of a thing with those of a call, each of which it must have and take. */
function withGiven<Row extends Attributed>(
  rules: readonly AttributeRule<Row>[],
  row: Row,
  given: readonly Attribute[],
  kind: string,
): Read {
  const attributes: Record<string, string> = { ...row.attributes };
  for (const { Key: key = "", Value: value = "" } of given) {
    const rule = rules.find((each) => each.key === key && each.usual(row) !== undefined);
    if (rule === undefined) return refuse("elbv2-attribute.unknown", { kind, key });
    const problem = valueProblem(rule, value);
    if (problem !== undefined) return problem;
    attributes[key] = value;
  }
  return { ok: true, attributes };
}

function valueProblem(
  { key, values }: Pick<AttributeRule<never>, "key" | "values">,
  value: string,
): Refusal | undefined {
  if (values === "text") return undefined;
  if ("oneOf" in values) {
    return values.oneOf.includes(value)
      ? undefined
      : refuse("elbv2-attribute.value", { key, value, allowed: values.oneOf });
  }
  const { from, to, orOneOf = [] } = values;
  if (orOneOf.includes(value)) return undefined;
  const isWithin = /^\d{1,7}$/.test(value) && Number(value) >= from && Number(value) <= to;
  return isWithin ? undefined : refuse("elbv2-attribute.range", { key, value, from, to });
}

export const describeLoadBalancerAttributes = query<"elbv2", "DescribeLoadBalancerAttributes">((sim, input) => {
  const found = findLoadBalancer(sim, input.LoadBalancerArn);
  return found.ok ? answer({ Attributes: shown(LOAD_BALANCER_ATTRIBUTES, found.row) }) : found;
});

export const modifyLoadBalancerAttributes = command<"elbv2", "ModifyLoadBalancerAttributes">((sim, input) => {
  const found = findLoadBalancer(sim, input.LoadBalancerArn);
  if (!found.ok) return found;
  const { row } = found;
  const read = withGiven(LOAD_BALANCER_ATTRIBUTES, row, input.Attributes, "Load balancer");
  if (!read.ok) return read;
  if (row.type === "application" && read.attributes["load_balancing.cross_zone.enabled"] === "false") {
    return refuse("elbv2-attribute.cross-zone");
  }
  const changed = sim.change("loadBalancers", row, { attributes: read.attributes });
  sim.record("LOAD_BALANCER_CHANGED", row.loadBalancerArn, { what: keysOf(input.Attributes) });
  return answer({ Attributes: shown(LOAD_BALANCER_ATTRIBUTES, changed) });
});

export const describeTargetGroupAttributes = query<"elbv2", "DescribeTargetGroupAttributes">((sim, input) => {
  const found = findTargetGroup(sim, input.TargetGroupArn);
  return found.ok ? answer({ Attributes: shown(TARGET_GROUP_ATTRIBUTES, found.row) }) : found;
});

export const modifyTargetGroupAttributes = command<"elbv2", "ModifyTargetGroupAttributes">((sim, input) => {
  const found = findTargetGroup(sim, input.TargetGroupArn);
  if (!found.ok) return found;
  const { row } = found;
  const read = withGiven(TARGET_GROUP_ATTRIBUTES, row, input.Attributes, "Target group");
  if (!read.ok) return read;
  const problem = together({ ...row, attributes: read.attributes });
  if (problem !== undefined) return problem;
  const changed = sim.change("targetGroups", row, { attributes: read.attributes });
  sim.record("TARGET_GROUP_CHANGED", row.targetGroupArn, { what: keysOf(input.Attributes) });
  return answer({ Attributes: shown(TARGET_GROUP_ATTRIBUTES, changed) });
});

/**
 * Attributes of a target group that do not go together.
 * @source Application Load Balancers guide, "Edit target group attributes"; Elastic Load Balancing API Reference, TargetGroupAttribute (checked 2026-11-29)
 */
function together(row: TargetGroupRow): Refusal | undefined {
  const is = (key: string) =>
    row.attributes[key] ?? TARGET_GROUP_ATTRIBUTES.find((rule) => rule.key === key)?.usual(row);
  const algorithm = is("load_balancing.algorithm.type") ?? "round_robin";
  const slowStart = is("slow_start.duration_seconds") ?? "0";
  if (slowStart !== "0" && algorithm !== "round_robin") return refuse("elbv2-attribute.slow-start", { algorithm });
  if (is("load_balancing.algorithm.anomaly_mitigation") === "on" && algorithm !== "weighted_random") {
    return refuse("elbv2-attribute.mitigation");
  }
  if (is("stickiness.enabled") !== "true") return undefined;
  const type = is("stickiness.type") ?? "";
  const isOfNetwork = type === "source_ip";
  if (isOfNetwork === (row.protocol === "HTTP" || row.protocol === "HTTPS") || row.protocol === "TLS") {
    return refuse("elbv2-attribute.stickiness", { type, protocol: row.protocol });
  }
  const cookie = is("stickiness.app_cookie.cookie_name") ?? "";
  if (type === "app_cookie" && (cookie === "" || /^AWSALB/.test(cookie))) return refuse("elbv2-attribute.cookie");
  return is("load_balancing.cross_zone.enabled") === "false" ? refuse("elbv2-attribute.sticky-zones") : undefined;
}

export const describeListenerAttributes = query<"elbv2", "DescribeListenerAttributes">((sim, input) => {
  const found = findListener(sim, input.ListenerArn);
  return found.ok ? answer({ Attributes: shown(LISTENER_ATTRIBUTES, found.row) }) : found;
});

export const modifyListenerAttributes = command<"elbv2", "ModifyListenerAttributes">((sim, input) => {
  const found = findListener(sim, input.ListenerArn);
  if (!found.ok) return found;
  const read = withGiven(LISTENER_ATTRIBUTES, found.row, input.Attributes, "Listener");
  if (!read.ok) return read;
  const changed = sim.change("listeners", found.row, { attributes: read.attributes });
  sim.record("LISTENER_CHANGED", found.row.listenerArn, { what: keysOf(input.Attributes) });
  return answer({ Attributes: shown(LISTENER_ATTRIBUTES, changed) });
});

function keysOf(attributes: readonly Attribute[]): string[] {
  return attributes.map(({ Key = "" }) => Key);
}

/** The rows that ARNs name, or the refusal of ARNs that nothing has. */
import type { Cloud } from "../../model/cloud.ts";
import type { ListenerRow, LoadBalancerRow, RuleRow, TargetGroupRow } from "../../model/elb.ts";
import type { Refusal } from "../../model/refusal.ts";
import { refuse } from "./refusals.ts";

type Found<Row> = { readonly ok: true; readonly row: Row } | Refusal;

export function findLoadBalancer(sim: Cloud, arn: string): Found<LoadBalancerRow> {
  const row = sim.tables.loadBalancers.get(arn);
  return row === undefined ? refuse("load-balancer.not-found", { arn }) : { ok: true, row };
}

export function findTargetGroup(sim: Cloud, arn: string): Found<TargetGroupRow> {
  const row = sim.tables.targetGroups.get(arn);
  return row === undefined ? refuse("target-group.not-found", { arn }) : { ok: true, row };
}

export function findListener(sim: Cloud, arn: string): Found<ListenerRow> {
  const row = sim.tables.listeners.get(arn);
  return row === undefined ? refuse("listener.not-found") : { ok: true, row };
}

export function findRule(sim: Cloud, arn: string): Found<RuleRow> {
  const row = sim.tables.rules.get(arn);
  return row === undefined ? refuse("listener-rule.none-found") : { ok: true, row };
}

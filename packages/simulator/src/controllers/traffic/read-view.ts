/**
 * Makes the view of traffic from the rows of one load balancer: clients, listeners with their rules, groups with their targets.
 * Simplified: a Network Load Balancer is like an Application Load Balancer with one rule: a request is a connection, and every
 * target may get it, whatever its zone. AWS keeps the traffic of a zone in it unless cross-zone is on.
 */
import { loadBalancerAttribute, targetGroupAttribute } from "../../balancing/attributes.ts";
import { listenersOf, rulesOf, targetsOf } from "../../balancing/rows.ts";
import type { ClientFlowRow } from "../../model/client-flows.ts";
import type { Cloud } from "../../model/cloud.ts";
import { type LoadBalancerRow, type TargetGroupRow, targetKey } from "../../model/elb.ts";
import type { ClientView, GroupView, ListenerView, TargetView, TrafficView } from "../../traffic/view.ts";
import { clientAddress, reachesBalancer } from "./client-reach.ts";
import { placeOf } from "./flow-state.ts";

type Targets = ReadonlyMap<string, TargetView>;

/**
 * What traffic depends on now.
 * @param targets those of all groups, by their keys; see `readTarget`
 * @param since number of the record that brought about what is new
 */
export function readView(sim: Cloud, balancer: LoadBalancerRow, targets: Targets, since: number): TrafficView {
  const { tables } = sim;
  const { loadBalancerArn } = balancer;
  return {
    place: placeOf.loadBalancer(balancer),
    since,
    idleTimeoutMs: idleTimeoutMs(balancer),
    nodes: balancer.subnetIds.length,
    clients: clientsOf(sim, loadBalancerArn).map((row) => clientView(sim, balancer, row)),
    listeners: listenersOf(tables, loadBalancerArn).map(({ listenerArn, port }): ListenerView => {
      return { port, rules: rulesOf(tables, listenerArn) };
    }),
    groups: groupsOf(sim, loadBalancerArn).map((group) => groupView(sim, group, targets)),
  };
}

/** The groups that a load balancer uses. */
export function groupsOf({ tables }: Cloud, loadBalancerArn: string): TargetGroupRow[] {
  return [...tables.targetGroups.bucket("loadBalancer", loadBalancerArn)].flatMap(
    (arn) => tables.targetGroups.get(arn) ?? [],
  );
}

/** Who sends requests to a load balancer. */
export function clientsOf({ tables }: Cloud, loadBalancerArn: string): ClientFlowRow[] {
  return [...tables.clientFlows.bucket("loadBalancer", loadBalancerArn)].flatMap(
    (name) => tables.clientFlows.get(name) ?? [],
  );
}

/** @source Network Load Balancers guide, "Connection idle timeout", 350 s for TCP (checked 2026-11-29) */
const IDLE_SECONDS_OF_TCP = 350;

function idleTimeoutMs(balancer: LoadBalancerRow): number {
  return 1000 * Number(loadBalancerAttribute(balancer, "idle_timeout.timeout_seconds") ?? IDLE_SECONDS_OF_TCP);
}

function clientView(sim: Cloud, balancer: LoadBalancerRow, row: ClientFlowRow): ClientView {
  const { name, port, profile, host = balancer.dnsName, path, method } = row;
  const request = { host, path, method, headers: {}, query: {}, sourceIp: clientAddress(sim.tables, row) };
  return { name, port, profile, request, reaches: reachesBalancer(sim.tables, balancer, row) };
}

function groupView({ tables }: Cloud, group: TargetGroupRow, targets: Targets): GroupView {
  const algorithm = targetGroupAttribute(group, "load_balancing.algorithm.type") ?? "flow hash";
  const least = targetGroupAttribute(group, LEAST_HEALTHY) ?? "1";
  return {
    name: group.targetGroupArn,
    place: placeOf.targetGroup(group),
    choice: algorithm === "weighted_random" || algorithm === "flow hash" ? "by-lot" : "in-turn",
    leastHealthy: Number(least),
    targets: targetsOf(tables, group).flatMap(
      ({ id, port }) => targets.get(targetKey(group.targetGroupArn, id, port)) ?? [],
    ),
  };
}

const LEAST_HEALTHY = "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count";

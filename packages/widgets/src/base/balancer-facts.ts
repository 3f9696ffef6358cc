/** Load balancers at one moment as map, cards and tables tell them: who sends how much to which group, and how its targets are. Pure; rows in. */
import type { RowIn } from "@quayside/grader";
import { listenersOf, rateAt, rulesOf, targetsOf } from "@quayside/simulator";
import type { Tables } from "./cloud.ts";

export type LoadBalancerRow = RowIn<"loadBalancers">;
export type TargetGroupRow = RowIn<"targetGroups">;
export type TargetRow = RowIn<"targets">;
type ListenerRow = RowIn<"listeners">;
type RuleRow = RowIn<"rules">;

/** A rule that forwards to a group. */
export interface Way {
  readonly listener: ListenerRow;
  readonly rule: RuleRow;
  /** Of the requests that match, in percent; 0 while all of the rule's weights are. */
  readonly percent: number;
}

/** Targets of a group by their state. */
export type TargetCounts = Readonly<Record<TargetRow["state"], number>>;

export interface GroupFacts {
  readonly row: TargetGroupRow;
  /** By listener and priority; none for a group that no rule names. */
  readonly ways: readonly Way[];
  readonly targets: readonly TargetRow[];
  readonly counts: TargetCounts;
}

export interface BalancerFacts {
  readonly row: LoadBalancerRow;
  readonly listeners: readonly ListenerRow[];
  /** Groups that its rules name, in that order. */
  readonly groups: readonly GroupFacts[];
}

/** Every load balancer, in the order in which they were made. */
export function balancersOf(tables: Tables): BalancerFacts[] {
  return [...tables.loadBalancers.values()].map((row) => balancerFacts(tables, row));
}

/** What there is to say of a load balancer. */
export function balancerFacts(tables: Tables, row: LoadBalancerRow): BalancerFacts {
  const listeners = listenersOf(tables, row.loadBalancerArn);
  const ways = new Map<string, Way[]>();
  for (const listener of listeners)
    for (const rule of rulesOf(tables, listener.listenerArn))
      for (const [arn, percent] of sharesOf(rule))
        ways.set(arn, [...(ways.get(arn) ?? []), { listener, rule, percent }]);
  const groups = [...ways].flatMap(([arn, own]) => {
    const group = tables.targetGroups.get(arn);
    return group === undefined ? [] : [groupFacts(tables, group, own)];
  });
  return { row, listeners, groups };
}

/** What there is to say of a target group. */
export function groupFacts(tables: Tables, row: TargetGroupRow, ways: readonly Way[]): GroupFacts {
  const targets = targetsOf(tables, row);
  const counts = { healthy: 0, initial: 0, unhealthy: 0, draining: 0, unused: 0, unavailable: 0 };
  for (const { state } of targets) counts[state] += 1;
  return { row, ways, targets, counts };
}

/** How many requests clients send to a load balancer, a second. */
export function rateOf({ clientFlows }: Tables, loadBalancerArn: string, atMs: number): number {
  const flows = [...clientFlows.bucket("loadBalancer", loadBalancerArn)].flatMap((name) => clientFlows.get(name) ?? []);
  return flows.reduce((sum, { profile }) => sum + rateAt(profile, atMs), 0);
}

/** A rate with as many places as say something. */
export function rateText(perSecond: number): string {
  return perSecond >= 10 ? Math.round(perSecond).toLocaleString("en") : String(Number(perSecond.toFixed(1)));
}

/** Whose targets a group's are: rules of load balancers that forward to it. */
export function waysTo(
  tables: Tables,
  targetGroupArn: string,
): { readonly balancer: BalancerFacts; readonly group: GroupFacts }[] {
  return balancersOf(tables).flatMap((balancer) =>
    balancer.groups.flatMap((group) => (group.row.targetGroupArn === targetGroupArn ? [{ balancer, group }] : [])),
  );
}

/** Groups that a rule forwards to, with what each gets, in percent. */
function sharesOf({ action }: RuleRow): [string, number][] {
  if (action.type !== "forward") return [];
  const all = action.groups.reduce((sum, { weight }) => sum + weight, 0);
  return action.groups.map(({ targetGroupArn, weight }) => [targetGroupArn, all === 0 ? 0 : (weight / all) * 100]);
}

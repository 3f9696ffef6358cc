/** The tabs of load balancers and target groups as the EC2 console groups them: listeners with their rules, targets with their health, attributes. */
import { listenersOf, rulesOf } from "@quayside/simulator";
import {
  balancerFacts,
  groupFacts,
  type LoadBalancerRow,
  type TargetGroupRow,
  waysTo,
} from "../base/balancer-facts.ts";
import { clockText } from "../base/clock.ts";
import type { Moment, Selection } from "../base/cloud.ts";
import { actionText, conditionText } from "../base/rule-text.ts";
import { type FactGroup, fact, type Pane, plainFacts, tagFacts } from "./fact.ts";
import type { TabName } from "./tabs.ts";
import type { InspectorTexts } from "./texts/index.ts";

/** What stands above the tabs of a load balancer. */
export function balancerOverview(row: LoadBalancerRow, t: InspectorTexts): FactGroup {
  return {
    title: t.overview,
    facts: [
      { name: "State", value: row.state },
      { name: "Type", value: row.type },
      { name: "Scheme", value: row.scheme },
      { name: "DNSName", value: row.dnsName },
      ...fact("SecurityGroups", row.securityGroups.join(", ")),
      ...fact("Subnets", row.subnetIds.join(", ")),
    ],
  };
}

/** What a tab of a load balancer shows; undefined for JSON. */
export function balancerPane(
  { tables }: Moment,
  row: LoadBalancerRow,
  tab: TabName,
  t: InspectorTexts,
): Pane | undefined {
  if (tab !== "listeners") return general(tables, row, tab, t);
  const rows = listenersOf(tables, row.loadBalancerArn).flatMap(({ listenerArn, protocol, port }) =>
    rulesOf(tables, listenerArn).map((rule) => [
      `${protocol}:${port}`,
      String(rule.priority),
      conditionText(rule),
      actionText(tables, rule),
    ]),
  );
  if (rows.length === 0) return { note: t.noListeners };
  return { table: { caption: t.tabs.listeners, columns: t.ruleColumns, rows } };
}

/** What stands above the tabs of a target group. */
export function groupOverview({ tables }: Moment, row: TargetGroupRow, t: InspectorTexts): FactGroup {
  const ways = waysTo(tables, row.targetGroupArn);
  const { counts } = groupFacts(tables, row, []);
  return {
    title: t.overview,
    facts: [
      { name: "Protocol", value: `${row.protocol}:${row.port}` },
      { name: "TargetType", value: row.targetType },
      ...ways.map(({ balancer }) => ({
        name: "LoadBalancer",
        value: balancer.row.loadBalancerName,
        to: { table: "loadBalancers" as const, key: balancer.row.loadBalancerArn },
      })),
      ...Object.entries(counts).flatMap(([state, count]) => (count === 0 ? [] : fact(state, count))),
    ],
  };
}

/** What a tab of a target group shows; undefined for JSON. */
export function groupPane({ tables }: Moment, row: TargetGroupRow, tab: TabName, t: InspectorTexts): Pane | undefined {
  if (tab !== "targets") return general(tables, row, tab, t);
  const { targets } = groupFacts(tables, row, []);
  if (targets.length === 0) return { note: t.noTargets };
  const rows = targets.map(({ id, port, availabilityZone, state, reason, description, sinceMs }) => [
    `${id}:${port}`,
    state,
    [reason, description].filter(Boolean).join(": "),
    availabilityZone ?? "",
    clockText(sinceMs),
  ]);
  return { table: { caption: t.tabs.targets, columns: t.targetColumns, rows } };
}

/** Whose requests the traffic of a thing is: of a load balancer also those that its groups get. */
export function trafficArns(tables: Moment["tables"], { table, key }: Selection): ReadonlySet<string> {
  const row = table === "loadBalancers" ? tables.loadBalancers.get(key) : undefined;
  const groups = row === undefined ? [] : balancerFacts(tables, row).groups;
  return new Set([key, ...groups.map((group) => group.row.targetGroupArn)]);
}

function general(
  tables: Moment["tables"],
  { slot: _slot, tags, ...rest }: LoadBalancerRow | TargetGroupRow,
  tab: TabName,
  t: InspectorTexts,
): Pane | undefined {
  if (tab === "configuration") return { groups: [{ title: t.general, facts: plainFacts(tables, rest) }] };
  if (tab !== "tags") return undefined;
  return tags.length === 0 ? { note: t.noTags } : { groups: [{ title: t.tabs.tags, facts: tagFacts(tags) }] };
}

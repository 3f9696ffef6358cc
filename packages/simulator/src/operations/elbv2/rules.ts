/** CreateRule, DescribeRules, DeleteRule. */
import { rulesOf } from "../../balancing/rows.ts";
import { hexId } from "../../kernel/ids.ts";
import type { ListenerRow, RuleRow } from "../../model/elb.ts";
import { answer, command, query } from "../operation.ts";
import { cutPage } from "./listing.ts";
import { presentRule } from "./present.ts";
import { isOfNetwork, readActions } from "./read-actions.ts";
import { readConditions } from "./read-conditions.ts";
import { refuse } from "./refusals.ts";
import { readTags, tagProblem } from "./tags.ts";

/** Rules of a load balancer, default rules left out. @source Application Load Balancers guide, quotas (checked 2026-11-29) */
const MOST_RULES = 100;

export const createRule = command<"elbv2", "CreateRule">((sim, input) => {
  const { ListenerArn: listenerArn, Priority: priority } = input;
  const listener = sim.tables.listeners.get(listenerArn);
  if (listener === undefined) return refuse("listener.not-found");
  if (isOfNetwork(listener.protocol)) return refuse("listener-rule.of-network", { arn: listenerArn });
  if (input.Transforms !== undefined && input.Transforms.length > 0) {
    return refuse("elbv2.not-simulated", { what: "transforms of rules" });
  }
  const problem = tagProblem(input.Tags);
  if (problem !== undefined) return problem;
  const when = readConditions(input.Conditions);
  if (!when.ok) return when;
  const what = readActions(sim, input.Actions, listener);
  if (!what.ok) return what;
  const { loadBalancerArn } = listener;
  if (rulesOf(sim.tables, listenerArn).some((row) => row.priority === priority)) {
    return refuse("listener-rule.priority-in-use", { priority });
  }
  const siblings = [...sim.tables.rules.bucket("loadBalancer", loadBalancerArn)];
  if (siblings.filter((key) => sim.tables.rules.get(key)?.priority !== "default").length >= MOST_RULES) {
    return refuse("listener-rule.too-many", { most: MOST_RULES });
  }
  const row: RuleRow = {
    ruleArn: newRuleArn(listener, hexId(sim.world.random, 16)),
    listenerArn,
    loadBalancerArn,
    priority,
    conditions: when.conditions,
    action: what.action,
    tags: readTags(input.Tags),
  };
  sim.put("rules", row);
  sim.record("LISTENER_RULE_CREATED", row.ruleArn, { priority, action: row.action });
  return answer({ Rules: [presentRule(row)] });
});

/** ARN of a rule of a listener. */
export function newRuleArn({ listenerArn }: Pick<ListenerRow, "listenerArn">, id: string): string {
  return `${listenerArn.replace(":listener/", ":listener-rule/")}/${id}`;
}

export const describeRules = query<"elbv2", "DescribeRules">((sim, input) => {
  const { ListenerArn, RuleArns = [] } = input;
  if (ListenerArn === undefined && RuleArns.length === 0) return refuse("listener-rule.no-way");
  if (ListenerArn !== undefined && RuleArns.length > 0) return refuse("listener-rule.one-way");
  if (ListenerArn !== undefined && !sim.tables.listeners.has(ListenerArn)) return refuse("listener.not-found");
  const rows =
    ListenerArn === undefined
      ? [...new Set(RuleArns)].map((key) => sim.tables.rules.get(key))
      : rulesOf(sim.tables, ListenerArn);
  const found = rows.filter((row) => row !== undefined);
  if (found.length < rows.length) return refuse("listener-rule.none-found");
  const page = cutPage(found, input);
  return page.ok ? answer({ Rules: page.rows.map(presentRule), ...page.next }) : page;
});

export const deleteRule = command<"elbv2", "DeleteRule">((sim, { RuleArn }) => {
  const row = sim.tables.rules.get(RuleArn);
  if (row === undefined) return refuse("listener-rule.none-found");
  if (row.priority === "default") return refuse("listener-rule.delete-default", { arn: RuleArn });
  sim.remove("rules", RuleArn);
  sim.record("LISTENER_RULE_DELETED", RuleArn, { priority: row.priority, action: row.action });
  return answer({});
});

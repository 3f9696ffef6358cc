/** ModifyRule, SetRulePriorities, ModifyTargetGroup. */
import { rulesOf } from "../../balancing/rows.ts";
import type { ListenerRow, RuleRow } from "../../model/elb.ts";
import { answer, command } from "../operation.ts";
import { findRule, findTargetGroup } from "./find.ts";
import { readHealthCheck } from "./health-check.ts";
import { presentRule, presentTargetGroup } from "./present.ts";
import { readActions } from "./read-actions.ts";
import { readConditions } from "./read-conditions.ts";
import { refuse } from "./refusals.ts";

export const modifyRule = command<"elbv2", "ModifyRule">((sim, input) => {
  const found = findRule(sim, input.RuleArn);
  if (!found.ok) return found;
  const { row } = found;
  if (row.priority === "default") return refuse("listener-rule.default", { arn: row.ruleArn });
  if (input.Transforms !== undefined && input.Transforms.length > 0) {
    return refuse("elbv2.not-simulated", { what: "transforms of rules" });
  }
  const { Conditions, Actions } = input;
  if (Conditions === undefined && Actions === undefined) return refuse("listener-rule.nothing");
  const when =
    Conditions === undefined ? { ok: true as const, conditions: row.conditions } : readConditions(Conditions);
  if (!when.ok) return when;
  const listener = sim.tables.listeners.get(row.listenerArn) as ListenerRow;
  const what = Actions === undefined ? { ok: true as const, action: row.action } : readActions(sim, Actions, listener);
  if (!what.ok) return what;
  const changed = sim.change("rules", row, { conditions: when.conditions, action: what.action });
  sim.record("LISTENER_RULE_CHANGED", row.ruleArn, { priority: row.priority, action: what.action });
  return answer({ Rules: [presentRule(changed)] });
});

export const setRulePriorities = command<"elbv2", "SetRulePriorities">((sim, { RulePriorities }) => {
  const wanted = new Map<RuleRow, number>();
  const taken = new Set<number>();
  for (const { RuleArn = "", Priority: priority = 0 } of RulePriorities) {
    const found = findRule(sim, RuleArn);
    if (!found.ok) return found;
    if (found.row.priority === "default") return refuse("listener-rule.default", { arn: RuleArn });
    if (taken.has(priority)) return refuse("listener-rule.priority-twice", { priority });
    taken.add(priority);
    wanted.set(found.row, priority);
  }
  for (const [row, priority] of wanted) {
    const holder = rulesOf(sim.tables, row.listenerArn).find((each) => each.priority === priority);
    if (holder !== undefined && !wanted.has(holder)) return refuse("listener-rule.priority-in-use", { priority });
  }
  const changed = Array.from(wanted, ([row, priority]) => sim.change("rules", row, { priority }));
  const priorities = Array.from(wanted, ([{ ruleArn }, priority]) => ({ ruleArn, priority }));
  const [first] = priorities;
  if (first !== undefined) sim.record("RULE_PRIORITIES_SET", first.ruleArn, { priorities });
  return answer({ Rules: changed.map(presentRule) });
});

export const modifyTargetGroup = command<"elbv2", "ModifyTargetGroup">((sim, input) => {
  const found = findTargetGroup(sim, input.TargetGroupArn);
  if (!found.ok) return found;
  const { row } = found;
  const read = readHealthCheck(input, row, row.healthCheck);
  if (!read.ok) return read;
  const changed = sim.change("targetGroups", row, { healthCheck: read.check });
  const what = Object.keys(input).filter((member) => member !== "TargetGroupArn");
  sim.record("TARGET_GROUP_CHANGED", row.targetGroupArn, { what });
  return answer({ TargetGroups: [presentTargetGroup(changed)] });
});

/**
 * PutRule, DeleteRule, EnableRule, DisableRule, DescribeRule, ListRules, and the buses. Simplified: tags of rules are not kept; rules of
 * AWS's own (`ManagedBy`) are not there.
 */
import { compilePattern } from "../../events/pattern.ts";
import { nextMoment, readSchedule } from "../../events/schedule.ts";
import { ZONES, type Zone } from "../../events/zones.ts";
import type { Cloud } from "../../model/cloud.ts";
import {
  busArnOf,
  DEFAULT_BUS,
  EVENTS_PRINCIPAL,
  type EventRuleRow,
  isEnabled,
  type RuleState,
  ruleArnOf,
} from "../../model/event-rules.ts";
import { ACCOUNT_ID, epochMs } from "../../model/place.ts";
import type { Refusal } from "../../model/refusal.ts";
import { answer, command, query } from "../operation.ts";
import { cutPage } from "../pages.ts";
import type { Input, Shape } from "../shapes.ts";
import { busProblem, findRule } from "./find-rule.ts";
import { refuse } from "./refusals.ts";

const UTC = ZONES.UTC as Zone;

/** A rule that is there is replaced: what is left out is gone, its targets stay. */
export const putRule = command<"events", "PutRule">((sim, input) => {
  const problem = busProblem(sim, input.EventBusName) ?? ruleProblem(sim, input);
  if (problem !== undefined) return problem;
  const ruleArn = ruleArnOf(sim.tables, input.Name);
  const former = sim.tables.eventRules.get(ruleArn);
  const isSameSchedule = former !== undefined && former.scheduleExpression === input.ScheduleExpression;
  const row: EventRuleRow = {
    ruleArn,
    ruleName: input.Name,
    description: input.Description,
    eventPattern: input.EventPattern,
    scheduleExpression: input.ScheduleExpression,
    state: (input.State ?? "ENABLED") as RuleState,
    roleArn: input.RoleArn,
    targets: former?.targets ?? [],
    countsFromMs: isSameSchedule ? former.countsFromMs : sim.nowMs,
    timer: former?.timer,
  };
  putWithTimer(sim, row);
  sim.record("EVENT_RULE_PUT", ruleArn, { isNew: former === undefined });
  return answer({ RuleArn: ruleArn });
});

function ruleProblem(sim: Cloud, input: Input<"events", "PutRule">): Refusal | undefined {
  const { EventPattern, ScheduleExpression, RoleArn } = input;
  if (EventPattern === undefined && ScheduleExpression === undefined) return refuse("event-rule.neither");
  if (ScheduleExpression !== undefined && readSchedule(ScheduleExpression) === undefined)
    return refuse("event-rule.schedule");
  const pattern = EventPattern === undefined ? undefined : compilePattern(EventPattern);
  if (pattern?.ok === false) return refuse("event-rule.pattern", { reason: pattern.reason });
  if (RoleArn === undefined || sim.tables.roles.get(RoleArn)?.trustedServices.includes(EVENTS_PRINCIPAL)) {
    return undefined;
  }
  return refuse("event-rule.role", { roleArn: RoleArn });
}

/** Writes a rule with the time at which it comes next, if it has a schedule and is switched on. Belongs to the next record. */
export function putWithTimer(sim: Cloud, row: EventRuleRow): void {
  if (row.timer !== undefined) sim.cancel(row.timer);
  sim.put("eventRules", { ...row, timer: nextTimer(sim, row) });
}

/** Puts the next time of a rule on the agenda. @param cause record that gave it its schedule */
export function nextTimer(sim: Cloud, row: EventRuleRow, cause = sim.nextRecord): number | undefined {
  const { scheduleExpression, countsFromMs, ruleArn } = row;
  const schedule = scheduleExpression === undefined || !isEnabled(row) ? undefined : readSchedule(scheduleExpression);
  if (schedule === undefined) return undefined;
  const nowMs = epochMs(sim.tables, sim.nowMs);
  const next = nextMoment(schedule, nowMs, { anchorMs: epochMs(sim.tables, countsFromMs), zone: UTC });
  if (next === undefined) return undefined;
  return sim.schedule(next - nowMs, "EVENT_RULE_DUE", ruleArn, 0, undefined, { cause });
}

export const deleteRule = command<"events", "DeleteRule">((sim, input) => {
  const problem = busProblem(sim, input.EventBusName);
  if (problem !== undefined) return problem;
  const rule = sim.tables.eventRules.get(ruleArnOf(sim.tables, input.Name));
  // A rule that is not there is gone already.
  if (rule === undefined) return answer({});
  if (rule.targets.length > 0) return refuse("event-rule.has-targets");
  if (rule.timer !== undefined) sim.cancel(rule.timer);
  sim.remove("eventRules", rule.ruleArn);
  sim.record("EVENT_RULE_DELETED", rule.ruleArn);
  return answer({});
});

function changeState(sim: Cloud, rule: EventRuleRow, state: RuleState): void {
  if (rule.state === state) return;
  putWithTimer(sim, { ...rule, state, countsFromMs: sim.nowMs });
  sim.record("EVENT_RULE_STATE_CHANGED", rule.ruleArn, { state });
}

export const enableRule = command<"events", "EnableRule">((sim, input) => {
  const found = findRule(sim, input.Name, input.EventBusName);
  if (!found.ok) return found;
  changeState(sim, found.rule, "ENABLED");
  return answer({});
});

export const disableRule = command<"events", "DisableRule">((sim, input) => {
  const found = findRule(sim, input.Name, input.EventBusName);
  if (!found.ok) return found;
  changeState(sim, found.rule, "DISABLED");
  return answer({});
});

export const describeRule = query<"events", "DescribeRule">((sim, input) => {
  const found = findRule(sim, input.Name, input.EventBusName);
  return found.ok ? answer({ ...presentRule(found.rule), CreatedBy: ACCOUNT_ID }) : found;
});

export const listRules = query<"events", "ListRules">((sim, input) => {
  const problem = busProblem(sim, input.EventBusName);
  if (problem !== undefined) return problem;
  const cut = cutPage("ListRules", sorted(sim), pageOf(input), (key) =>
    ruleOf(sim, key).ruleName.startsWith(input.NamePrefix ?? ""),
  );
  if (!cut.ok) return cut;
  const { items, nextToken } = cut.page;
  return answer({ Rules: items.map((key) => presentRule(ruleOf(sim, key))), NextToken: nextToken });
});

export const listRuleNamesByTarget = query<"events", "ListRuleNamesByTarget">((sim, input) => {
  const problem = busProblem(sim, input.EventBusName);
  if (problem !== undefined) return problem;
  const calls = (key: string) => ruleOf(sim, key).targets.some(({ Arn }) => Arn === input.TargetArn);
  const cut = cutPage("ListRuleNamesByTarget", sorted(sim), pageOf(input), calls);
  if (!cut.ok) return cut;
  const { items, nextToken } = cut.page;
  return answer({ RuleNames: items.map((key) => ruleOf(sim, key).ruleName), NextToken: nextToken });
});

/** A page as EventBridge asks for it. */
export function pageOf(input: { readonly Limit?: number; readonly NextToken?: string }) {
  const { Limit: maxResults, NextToken: nextToken, ...asked } = input;
  return {
    ...asked,
    ...(maxResults === undefined ? {} : { maxResults }),
    ...(nextToken === undefined ? {} : { nextToken }),
  };
}

function ruleOf(sim: Cloud, key: string): EventRuleRow {
  return sim.tables.eventRules.get(key) as EventRuleRow;
}

/** AWS lists rules by their names. */
function sorted(sim: Cloud): string[] {
  return [...sim.tables.eventRules.keys()].sort();
}

function presentRule(rule: EventRuleRow): Shape<"events", "Rule"> {
  return {
    Name: rule.ruleName,
    Arn: rule.ruleArn,
    EventPattern: rule.eventPattern,
    State: rule.state,
    Description: rule.description,
    ScheduleExpression: rule.scheduleExpression,
    RoleArn: rule.roleArn,
    EventBusName: DEFAULT_BUS,
  };
}

export const describeEventBus = query<"events", "DescribeEventBus">((sim, input) => {
  return busProblem(sim, input.Name) ?? answer({ Name: DEFAULT_BUS, Arn: busArnOf(sim.tables) });
});

export const listEventBuses = query<"events", "ListEventBuses">((sim, { NamePrefix = "" }) => {
  const bus = { Name: DEFAULT_BUS, Arn: busArnOf(sim.tables) };
  return answer({ EventBuses: DEFAULT_BUS.startsWith(NamePrefix) ? [bus] : [] });
});

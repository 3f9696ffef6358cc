/**
 * The default bus: events come, rules are asked, targets are called. Source: EventBridge User Guide, rules and targets (checked
 * 2026-11-29). Simplified: schedules of rules come at their minute to the second; AWS promises the minute alone.
 */
import type { Json } from "../../events/matchers.ts";
import { compilePattern, type EventPattern } from "../../events/pattern.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import {
  DELIVERED_AFTER,
  type EventEnvelope,
  type EventRuleRow,
  isEnabled,
  WATCHING,
} from "../../model/event-rules.ts";
import { callTarget } from "./call-target.ts";
import { ecsEvent, envelope } from "./ecs-event.ts";
import { nextTimer } from "./rules.ts";

/** Something of ECS has changed: its event is made, and goes over the bus. */
export function onEventTold(sim: Cloud, { data }: CloudEntry<"EVENT_TOLD">): void {
  const event = ecsEvent(sim, data, sim.nowMs);
  if (event !== undefined) publish(sim, event);
}

/** Asks every rule that looks at events, and has the targets of those that say yes called. */
export function publish(sim: Cloud, event: EventEnvelope): void {
  const { eventRules: rules } = sim.tables;
  for (const key of [...rules.bucket("watching", WATCHING)]) {
    const rule = rules.get(key) as EventRuleRow;
    if (patternOf(rule)(event as unknown as Json)) match(sim, rule, event);
  }
}

/** The time of a rule has come. */
export function onRuleDue(sim: Cloud, { target: ruleArn, cause }: CloudEntry<"EVENT_RULE_DUE">): void {
  const rule = sim.tables.eventRules.get(ruleArn);
  if (rule === undefined || !isEnabled(rule)) return;
  sim.put("eventRules", { ...rule, timer: nextTimer(sim, rule, cause) });
  const draft = {
    key: `${ruleArn} ${sim.nowMs}`,
    source: "aws.events",
    detailType: "Scheduled Event",
    resources: [ruleArn],
    detail: {},
  };
  match(sim, rule, envelope(sim, draft, sim.nowMs));
}

function match(sim: Cloud, { ruleArn, targets }: EventRuleRow, event: EventEnvelope): void {
  const cause = sim.record("EVENT_RULE_MATCHED", ruleArn, { event });
  const { lowMs, highMs } = DELIVERED_AFTER;
  for (const target of targets) {
    const delayMs = sim.world.random.between("event bus", lowMs, highMs);
    sim.schedule(delayMs, "EVENT_TARGET_DUE", ruleArn, 0, { target, event }, { cause });
  }
}

/** A target is called; what was removed meanwhile is called all the same. */
export function onTargetDue(sim: Cloud, { target: ruleArn, data }: CloudEntry<"EVENT_TARGET_DUE">): void {
  const rule = sim.tables.eventRules.get(ruleArn);
  if (rule !== undefined) callTarget(sim, rule, data.target, data.event);
}

const patterns = new Map<string, EventPattern>();
/** Patterns that are remembered at most: a page has few rules. */
const MOST_PATTERNS = 200;

/** The pattern of a rule, read once. */
function patternOf({ eventPattern = "" }: EventRuleRow): EventPattern {
  const known = patterns.get(eventPattern);
  if (known !== undefined) return known;
  const compiled = compilePattern(eventPattern);
  const pattern: EventPattern = compiled.ok ? compiled.matches : () => false;
  if (patterns.size >= MOST_PATTERNS) patterns.clear();
  patterns.set(eventPattern, pattern);
  return pattern;
}

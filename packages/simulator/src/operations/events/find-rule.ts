/** Rules by their names, on a bus by its name or ARN. */
import type { Cloud } from "../../model/cloud.ts";
import { busArnOf, DEFAULT_BUS, type EventRuleRow, ruleArnOf } from "../../model/event-rules.ts";
import type { Refusal } from "../../model/refusal.ts";
import { refuse } from "./refusals.ts";

/** Refuses a bus that is not there; undefined for the default one. */
export function busProblem(sim: Cloud, bus: string = DEFAULT_BUS): Refusal | undefined {
  return bus === DEFAULT_BUS || bus === busArnOf(sim.tables) ? undefined : refuse("event-bus.not-found", { name: bus });
}

/** A rule, or why it cannot be had. */
export function findRule(
  sim: Cloud,
  name: string,
  bus: string | undefined,
): { readonly ok: true; readonly rule: EventRuleRow } | Refusal {
  const problem = busProblem(sim, bus);
  if (problem !== undefined) return problem;
  const rule = sim.tables.eventRules.get(ruleArnOf(sim.tables, name));
  return rule === undefined ? refuse("event-rule.not-found", { name }) : { ok: true, rule };
}

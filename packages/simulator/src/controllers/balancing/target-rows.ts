/** Reads and replaces rows of targets: every change of a target's state passes through its chart here. */
import { type TargetEvent, targetChart } from "../../charts/balancing-charts.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { TargetRow } from "../../model/elb.ts";
import { FIRST_CHECK_AFTER } from "../../model/elb-timing.ts";
import { draw } from "../rows/task-rows.ts";

/** Random numbers of load balancers come from a stream of their own. */
export const BALANCING_STREAM = "balancing";

/**
 * What a target is from its registration until its first check has been passed or enough of them have failed.
 * @source Recorded answers: `Elb.InitialHealthChecking` was never seen (checked 2026-11-29)
 */
export const REGISTERING = {
  reason: "Elb.RegistrationInProgress",
  description: "Target registration is in progress",
} as const;

/** Moves a target along its chart. The change belongs to the next record. */
export function moveTarget(
  sim: Cloud,
  target: TargetRow,
  event: TargetEvent,
  why: Partial<Pick<TargetRow, "reason" | "description" | "firstCheckAtMs" | "drainsUntilMs">>,
): TargetRow {
  const state = targetChart.after(target.state, event);
  const cleared = { reason: undefined, description: undefined, drainsUntilMs: undefined };
  return sim.change("targets", target, { ...cleared, ...why, state, sinceMs: sim.nowMs });
}

/** When the first check of a target that is asked from now on falls. */
export function firstCheckAtMs(sim: Cloud): number {
  return sim.nowMs + draw(sim, BALANCING_STREAM, FIRST_CHECK_AFTER);
}

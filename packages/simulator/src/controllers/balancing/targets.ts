/**
 * Targets come and go: RegisterTargets and DeregisterTargets, and services for the ports of their tasks. How well a target
 * is, its health checks find out.
 * Source: Application Load Balancers guide, "Register targets", "Deregistration delay" (checked 2026-11-29).
 */
import { deregistrationDelayMs } from "../../balancing/attributes.ts";
import { whyUnusable } from "../../balancing/usable.ts";
import { targetChart } from "../../charts/balancing-charts.ts";
import { assert } from "../../kernel/assert.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import { type TargetGroupRow, type TargetRow, targetKey } from "../../model/elb.ts";
import { firstCheckAtMs, moveTarget, REGISTERING } from "./target-rows.ts";

/** Whom to register: an address or the id of an instance, and a port. */
export interface WantedTarget {
  readonly targetGroupArn: string;
  readonly id: string;
  readonly port: number;
  /** Where it is; undefined: from everywhere, whatever zones the balancer has. */
  readonly availabilityZone?: string | undefined;
  /** The task whose port it is, and the service that registers it. */
  readonly taskArn?: string | undefined;
  readonly serviceArn?: string | undefined;
}

/**
 * Registers a target, and writes it down. One that is there stays as it is; one that drains is taken back.
 * @returns the key of its row
 */
export function registerTarget(sim: Cloud, wanted: WantedTarget): string {
  const { targetGroupArn, id, port, taskArn, serviceArn } = wanted;
  const group = groupOf(sim, targetGroupArn);
  const key = targetKey(targetGroupArn, id, port);
  const known = sim.tables.targets.get(key);
  if (known !== undefined && known.state !== "draining") return key;
  if (known !== undefined) {
    const anew = { taskArn, serviceArn, registeredAtMs: sim.nowMs, firstHealthyAtMs: undefined };
    const taken = sim.change("targets", known, anew);
    moveTarget(sim, taken, "REGISTERED", { ...REGISTERING, firstCheckAtMs: firstCheckAtMs(sim) });
  } else sim.put("targets", newTarget(sim, group, wanted));
  sim.record("TARGET_REGISTERED", key, { targetGroupArn, id, port, taskArn });
  return key;
}

function newTarget(sim: Cloud, group: TargetGroupRow, wanted: WantedTarget): TargetRow {
  const unusable = whyUnusable(sim.tables, group, wanted);
  const state = unusable === undefined ? targetChart.initial : targetChart.after(targetChart.initial, "UNUSABLE");
  const { nowMs } = sim;
  return {
    ...wanted,
    state,
    ...(unusable ?? REGISTERING),
    registeredAtMs: nowMs,
    sinceMs: nowMs,
    firstCheckAtMs: firstCheckAtMs(sim),
  };
}

/**
 * Deregisters a target, and writes it down: it gets no new requests and drains; one that nobody uses is gone at once. One
 * that is not there, or drains already, stays as it is.
 * @source Recorded answers: a target of a group that is not in use vanishes at once (checked 2026-11-29)
 */
export function deregisterTarget(
  sim: Cloud,
  { targetGroupArn, id, port }: Pick<WantedTarget, "targetGroupArn" | "id" | "port">,
): void {
  const key = targetKey(targetGroupArn, id, port);
  const target = sim.tables.targets.get(key);
  if (target === undefined || target.state === "draining") return;
  const drainsForMs = target.state === "unused" ? 0 : deregistrationDelayMs(groupOf(sim, targetGroupArn));
  if (drainsForMs === 0) sim.remove("targets", key);
  else {
    moveTarget(sim, target, "DEREGISTERED", {
      reason: "Target.DeregistrationInProgress",
      description: "Target deregistration is in progress",
      drainsUntilMs: sim.nowMs + drainsForMs,
    });
  }
  sim.record("TARGET_DEREGISTERED", key, { targetGroupArn, id, port, drainsForMs });
  if (drainsForMs > 0) sim.schedule(drainsForMs, "TARGET_DRAINED", key, 0, undefined);
}

/** The delay is over: the group no longer knows the target, even if connections are left. */
export function onTargetDrained(sim: Cloud, { target: key }: CloudEntry<"TARGET_DRAINED">): void {
  const target = sim.tables.targets.get(key);
  if (target?.state !== "draining" || target.drainsUntilMs !== sim.nowMs) return;
  const { targetGroupArn, id, port } = target;
  sim.remove("targets", key);
  sim.record("TARGET_DRAINED", key, { targetGroupArn, id, port });
}

function groupOf(sim: Cloud, targetGroupArn: string): TargetGroupRow {
  const group = sim.tables.targetGroups.get(targetGroupArn);
  assert(group !== undefined, () => `there is no target group ${targetGroupArn}`);
  return group;
}

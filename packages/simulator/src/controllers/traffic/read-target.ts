/**
 * A target as traffic sees it: whether new requests may go to it, what becomes of a connection, and how the program behind it
 * serves. It may change by itself, when a program says that it is ready or has warmed up.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { TaskRow } from "../../model/ecs.ts";
import type { LoadBalancerRow, TargetRow } from "../../model/elb.ts";
import { targetKey } from "../../model/elb.ts";
import type { Serving } from "../../model/traffic.ts";
import { servedWith } from "../../traffic/station.ts";
import type { TargetView } from "../../traffic/view.ts";
import { answersFromMs } from "../../workloads/listening-ports.ts";
import { servingAt, USUAL_SERVING } from "../../workloads/serving.ts";
import { containerBehind, isReached } from "../../workloads/way-to-target.ts";

/**
 * Undefined: the target is not used, so it has no requests.
 * @param since the record that has brought it into its state, if that is another one
 */
export function readTarget(
  sim: Cloud,
  balancer: LoadBalancerRow,
  target: TargetRow,
  since: number,
): TargetView | undefined {
  const { targetGroupArn, id, port, state } = target;
  if (state === "unused") return undefined;
  const name = targetKey(targetGroupArn, id, port);
  const isHealthy = state === "healthy" || state === "unavailable";
  const seen = { name, isRegistered: state !== "draining", isHealthy, serving: USUAL_SERVING, since };
  if (!isReached(sim.tables, balancer, target)) return { ...seen, connects: "lost" };
  const behind = containerBehind(sim.tables, target);
  const fromMs = behind && answersFromMs(sim.tables, behind.task, behind.container);
  if (behind === undefined || fromMs === undefined) return { ...seen, connects: "refused" };
  const { task, container } = behind;
  if (fromMs > sim.nowMs) return { ...seen, connects: "refused", untilMs: Math.ceil(fromMs) };
  const { serving, untilMs } = servingAt(sim.tables, task, container, fromMs, sim.nowMs);
  return {
    ...seen,
    connects: "taken",
    serving: shared(servedWith(serving, vcpuOf(task))),
    ...(untilMs !== undefined && { untilMs: Math.ceil(untilMs) }),
  };
}

/** Two targets that look alike, but perhaps for the record that made them so. */
export function looksAlike(one: TargetView | undefined, other: TargetView | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const fields = ["isRegistered", "isHealthy", "connects", "serving", "untilMs"] as const;
  return fields.every((field) => one[field] === other[field]);
}

/** Ways of serving that have been seen, by their text: targets that serve alike share one object. */
const SEEN = new Map<string, Serving>();
const MOST_KEPT = 1000;

function shared(serving: Serving): Serving {
  const text = JSON.stringify(serving);
  const known = SEEN.get(text);
  if (known !== undefined) return known;
  if (SEEN.size === MOST_KEPT) SEEN.clear();
  SEEN.set(text, serving);
  return serving;
}

/**
 * Processors of a task.
 * Simplified: a task without a limit of its own has one processor; on EC2 it may use what others leave.
 */
function vcpuOf({ spec }: TaskRow): number {
  const units = Number(spec.cpu);
  return units > 0 ? units / 1024 : 1;
}

/**
 * Evens out the Availability Zones of a service that is in a steady state: one task more in the poorest zone, and when that one is
 * healthy one less in the richest.
 * Source: Developer Guide, "Balancing an Amazon ECS service across Availability Zones" (checked 2026-11-29).
 * Simplified: one task at a time; AWS does not say how many it moves at once.
 */
import type { Draft } from "./draft.ts";
import type { ServiceTask, ServiceView } from "./view.ts";

/** Tasks by zone, every zone that the service can use among them. */
function countsOf(zones: readonly string[], tasks: readonly ServiceTask[]): Map<string, number> {
  const counts = new Map(zones.map((zone) => [zone, 0]));
  for (const { availabilityZone: zone } of tasks) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  return counts;
}

/** The richest and the poorest zone, the first of those that are equal. */
function extremes(
  counts: ReadonlyMap<string, number>,
): { richest: string; poorest: string; apart: number } | undefined {
  const entries = [...counts].sort(([, one], [, other]) => other - one);
  const [first] = entries;
  const last = entries.toReversed().find(([, count]) => count === entries.at(-1)?.[1]);
  if (first === undefined || last === undefined) return undefined;
  return { richest: first[0], poorest: last[0], apart: first[1] - last[1] };
}

/** The zones of a service that AWS would even out: those that are two tasks apart; undefined when there is nothing to even out. */
export function unevenZones({ service, zones, tasks, deployments }: ServiceView) {
  if (service.availabilityZoneRebalancing === "DISABLED" || service.status !== "ACTIVE") return undefined;
  // A service that is told its zones is not evened out.
  if (
    service.placementConstraints.some(
      (each) => each.type === "memberOf" && /ecs\.availability-zone/i.test(each.expression),
    )
  )
    return undefined;
  const own = tasks.filter(({ isWanted, deploymentId }) => isWanted && deploymentId === deployments[0].deploymentId);
  const found = extremes(countsOf(zones, own));
  return found === undefined || found.apart < 2 ? undefined : found;
}

/** In a steady state: begins when two zones are two tasks apart, ends when they no longer are. */
export function rebalance(draft: Draft): void {
  const { primary, view } = draft;
  if (primary.rolloutState !== "COMPLETED") return;
  const found = unevenZones(view);
  if (found === undefined) {
    if (view.service.isRebalancing) draft.balance = "even";
    return;
  }
  if (draft.room === 0) return;
  draft.balance = "uneven";
  draft.start(primary, 1, "rebalance", { zone: found.poorest });
}

/**
 * While a service is rebalanced it has a task too many: it goes from the richest zone once all are healthy.
 * @returns whether the surplus belongs to it
 */
export function endOfRebalancing(draft: Draft, tasks: readonly ServiceTask[]): boolean {
  const { primary, view, desired } = draft;
  if (!view.service.isRebalancing || tasks.length !== desired + 1) return false;
  if (tasks.some(({ health }) => health !== "healthy")) return true;
  const richest = extremes(countsOf(view.zones, tasks))?.richest ?? "";
  const chosen = draft.choose(
    tasks.filter(({ availabilityZone }) => availabilityZone === richest),
    1,
  );
  if (chosen.length === 0) {
    draft.keptByProtection += 1;
    draft.bind("protection");
    return true;
  }
  draft.stop(primary, chosen, { motive: "rebalance", why: "rebalance", zone: richest });
  return true;
}

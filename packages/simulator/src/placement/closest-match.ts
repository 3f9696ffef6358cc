/**
 * What a service says in its events when no instance can take its task: of all instances the one that came closest, in
 * AWS's sentences.
 * Source: Developer Guide, "Viewing Amazon ECS service event messages" (checked 2026-11-21).
 */
import { tellEvent } from "../model/causes/events.ts";
import {
  PLACEMENT_CAUSES,
  type PlacementCause,
  type PlacementReason,
  placementCause,
} from "../model/causes/placements.ts";
import type { PlacementFailure } from "../model/placement.ts";

/** The later a stage that an instance fails, the closer it came. */
const ORDER: readonly PlacementReason[] = Object.values(PLACEMENT_CAUSES).map(({ text }) => text());

/** Reasons that have words of their own. */
const EVENTS = {
  "placement.attribute": "event.attribute",
  "placement.cpu": "event.cpu",
  "placement.memory": "event.memory",
  "placement.ports": "event.ports",
} as const satisfies Partial<Record<PlacementCause, string>>;

/**
 * The instance that came closest: it failed the latest stage; the first to register wins a tie. Undefined without any.
 * Ours: AWS does not say what "closest" means.
 */
export function closestMatch(failures: readonly PlacementFailure[]): PlacementFailure | undefined {
  let closest: PlacementFailure | undefined;
  let furthest = -1;
  for (const failure of failures) {
    const stage = ORDER.indexOf(failure.reason);
    if (stage <= furthest) continue;
    furthest = stage;
    closest = failure;
  }
  return closest;
}

/** The whole event message of a service that could not place a task, for the failures of that placement. */
export function unableToPlace(serviceName: string, failures: readonly PlacementFailure[]): string {
  const closest = closestMatch(failures);
  if (closest === undefined) return tellEvent("event.no-instances", { serviceName }).reason;
  const { arn, reason } = closest;
  const which = { serviceName, id: arn.slice(arn.lastIndexOf("/") + 1) };
  const why = placementCause(reason);
  if (!hasWords(why)) return tellEvent("event.quoted", { ...which, reason }).reason;
  return tellEvent(EVENTS[why], which).reason;
}

function hasWords(why: PlacementCause): why is keyof typeof EVENTS {
  return why in EVENTS;
}

/**
 * What a service says in its events when no instance can take its task: of all instances the one that came closest, in
 * AWS's sentences.
 * Source: Developer Guide, "Viewing Amazon ECS service event messages" (checked 2026-11-21).
 */
import type { PlacementFailure, PlacementReason } from "../model/placement.ts";

/** The later a stage that an instance fails, the closer it came. */
const ORDER: readonly PlacementReason[] = [
  "AGENT",
  "ATTRIBUTE",
  "LOCATION",
  "RESOURCE:CPU",
  "RESOURCE:MEMORY",
  "RESOURCE:PORTS",
  "RESOURCE:GPU",
  "RESOURCE:ENI",
  "DistinctInstance placement constraint unsatisfied.",
  "MemberOf placement constraint unsatisfied.",
];

/** Reasons that have words of their own; the others are quoted as they are. */
const WORDS: Readonly<Partial<Record<PlacementReason, string>>> = {
  ATTRIBUTE: "is missing an attribute required by your task",
  "RESOURCE:CPU": "has insufficient CPU units available",
  "RESOURCE:MEMORY": "has insufficient memory available",
  "RESOURCE:PORTS": "is already using a port required by your task",
};

const TAIL = "For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.";

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
  const lament = `(service ${serviceName}) was unable to place a task because no container instance met all of its requirements.`;
  const closest = closestMatch(failures);
  if (closest === undefined) return `${lament} Reason: No Container Instances were found in your cluster. ${TAIL}`;
  const id = closest.arn.slice(closest.arn.lastIndexOf("/") + 1);
  const words = WORDS[closest.reason] ?? `encountered error "${closest.reason}"`;
  return `${lament} The closest matching (container-instance ${id}) ${words}. ${TAIL}`;
}

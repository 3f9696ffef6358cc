/**
 * Why an instance is no candidate for a task, and the other reasons of `failures` in answers. AWS's own words are as good as
 * ids: none has values, so records and answers hold the words, and `placementCause` has the id of them.
 */
import { type CauseTable, cause } from "../cause.ts";

const SOURCE = "Developer Guide, API failures messages (checked 2026-11-21)";
const MOCKED = "moto, an open-source mock that repeats the service's replies (checked 2026-11-20)";

/** Stages that an instance failed, in their order. Ours: the ids, and the order inside of RESOURCE. */
export const PLACEMENT_CAUSES = {
  "placement.agent": cause("documented", () => "AGENT" as const, SOURCE),
  "placement.attribute": cause("documented", () => "ATTRIBUTE" as const, SOURCE),
  "placement.location": cause("documented", () => "LOCATION" as const, SOURCE),
  "placement.cpu": cause("documented", () => "RESOURCE:CPU" as const, SOURCE),
  "placement.memory": cause("documented", () => "RESOURCE:MEMORY" as const, SOURCE),
  "placement.ports": cause("documented", () => "RESOURCE:PORTS" as const, SOURCE),
  "placement.gpu": cause("documented", () => "RESOURCE:GPU" as const, SOURCE),
  "placement.interfaces": cause("documented", () => "RESOURCE:ENI" as const, SOURCE),
  "placement.distinct-instance": cause(
    "documented",
    () => "DistinctInstance placement constraint unsatisfied." as const,
    SOURCE,
  ),
  "placement.member-of": cause("documented", () => "MemberOf placement constraint unsatisfied." as const, SOURCE),
} as const;

/** What an instance lacks for a task. */
export type PlacementCause = keyof typeof PLACEMENT_CAUSES;

/** Why an instance is no candidate, in AWS's words. */
export type PlacementReason = ReturnType<(typeof PLACEMENT_CAUSES)[PlacementCause]["text"]>;

/** AWS's words for what an instance lacks. */
export function placementReason<Why extends PlacementCause>(
  why: Why,
): ReturnType<(typeof PLACEMENT_CAUSES)[Why]["text"]> {
  return PLACEMENT_CAUSES[why].text() as ReturnType<(typeof PLACEMENT_CAUSES)[Why]["text"]>;
}

/** The id behind AWS's words. */
export function placementCause(reason: PlacementReason): PlacementCause {
  return BY_REASON.get(reason) as PlacementCause;
}

const BY_REASON: ReadonlyMap<PlacementReason, PlacementCause> = new Map(
  (Object.keys(PLACEMENT_CAUSES) as PlacementCause[]).map((why) => [placementReason(why), why]),
);

/** Other reasons of `failures`: the thing is not there, or not in a state for the call. Ours: the ids. */
export const FAILURE_CAUSES = {
  "failure.missing": cause("documented", () => "MISSING", SOURCE),
  "failure.inactive": cause("documented", () => "INACTIVE", SOURCE),
  /** Of a task that belongs to no service. */
  "failure.task-not-valid": cause(
    "documented",
    () => "TASK_NOT_VALID",
    "API Reference, UpdateTaskProtection (checked 2026-11-29)",
  ),
  "failure.no-capacity": cause(
    "documented",
    () => "Capacity is unavailable at this time. Please try again later or in a different availability zone",
    SOURCE,
  ),
  "failure.definition-active": cause(
    "observed",
    () => "The specified task definition is still in ACTIVE status. Please deregister the target and try again.",
    MOCKED,
  ),
  "failure.definition-no-revision": cause(
    "observed",
    () => "The specified task definition identifier is invalid. Specify a valid name or ARN and try again.",
    MOCKED,
  ),
  "failure.definition-unknown": cause(
    "observed",
    () => "The specified task definition does not exist. Specify a valid account, family, revision and try again.",
    MOCKED,
  ),
} as const satisfies CauseTable;

/** The words of a failure. */
export function failureReason(why: keyof typeof FAILURE_CAUSES): string {
  return FAILURE_CAUSES[why].text();
}

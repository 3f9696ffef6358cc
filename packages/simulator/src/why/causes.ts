/**
 * What a record is an example of, as ids: the cause that it tells, its kind and turn, its kind, the refusal of a call. A
 * lesson, a catalogue or a search names these; the simulator knows nothing of them.
 */
import { CAUSE_TABLES } from "../model/causes/all.ts";
import { placementCause } from "../model/causes/placements.ts";
import { RECORD_TRAITS } from "../model/record-traits.ts";
import type { JournalRecord } from "../model/records.ts";

/** What tells records of a kind apart that tell no cause: `KIND turn` is an id of its own. */
const TURNS = ["CONTAINER_EXITED restart", "PLACEMENT_DECIDED unplaced", "TASK_CREATED instance"] as const;

/** Every id that `causesOf` gives, but those of refusals and rules. */
export const CAUSES: readonly string[] = [
  ...Object.keys(RECORD_TRAITS),
  ...TURNS,
  ...CAUSE_TABLES.flatMap((table) => Object.keys(table)),
];

/** What a record is an example of, the most precise id first. Of a call: its refusal, then the operation. */
export function causesOf(record: JournalRecord): readonly string[] {
  if (record.kind === "CALL") {
    const { outcome } = record.facts;
    return outcome.ok ? [] : [outcome.id, record.subject];
  }
  return [...toldBy(record), ...turnOf(record), record.kind];
}

/** Ids of the causes that a record tells; placement tells one for each thing that instances lack. */
function toldBy(record: JournalRecord): readonly string[] {
  switch (record.kind) {
    case "PLACEMENT_DECIDED":
      return record.facts.placed ? [] : [...new Set(record.facts.failures.map(({ reason }) => placementCause(reason)))];
    case "CONTAINER_EXITED":
      return record.facts.why === undefined ? [] : [record.facts.why];
    case "EVENT_TARGET_CALLED":
      return record.facts.outcome.ok ? [] : [record.facts.outcome.id];
    case "ENI_FAILED":
    case "PULL_FAILED":
    case "RESOURCE_FAILED":
    case "START_FAILED":
    case "TASK_STOP_REQUESTED":
    case "HOST_LOST":
    case "AGENT_PROBLEM":
      return [record.facts.why];
    default:
      return [];
  }
}

function turnOf(record: JournalRecord): readonly (typeof TURNS)[number][] {
  switch (record.kind) {
    case "CONTAINER_EXITED":
      return record.facts.restart === undefined ? [] : ["CONTAINER_EXITED restart"];
    case "PLACEMENT_DECIDED":
      return record.facts.placed ? [] : ["PLACEMENT_DECIDED unplaced"];
    case "TASK_CREATED":
      return record.facts.containerInstanceArn === undefined ? [] : ["TASK_CREATED instance"];
    default:
      return [];
  }
}

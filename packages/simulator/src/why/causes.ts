/**
 * What a record is an example of, as ids: its kind, its kind and turn, the refusal of a call. A lesson, a catalogue or a
 * search names these; the simulator knows nothing of them.
 */
import { RECORD_TRAITS } from "../model/record-traits.ts";
import type { JournalRecord } from "../model/records.ts";

/** What tells records of a kind apart: `KIND turn` is an id of its own. */
const TURNS = {
  CONTAINER_EXITED: ["memory", "restart"],
  PLACEMENT_DECIDED: ["unplaced"],
  PULL_FAILED: [
    "no-route",
    "not-found",
    "wrong-architecture",
    "denied",
    "no-credentials",
    "unreachable",
    "server-error",
    "rate-limit",
  ],
  RESOURCE_FAILED: [
    "no-route",
    "no-role",
    "denied",
    "malformed-arn",
    "not-found",
    "not-json",
    "json-key-missing",
    "unusable",
    "no-mount-target",
    "no-directory",
  ],
  START_FAILED: ["logs"],
  TASK_CREATED: ["instance"],
} as const;

type Turn<Kind extends keyof typeof TURNS> = (typeof TURNS)[Kind][number];
type AnyTurn = { readonly [Kind in keyof typeof TURNS]: Turn<Kind> }[keyof typeof TURNS];

/** Every id that `causesOf` gives, but those of refusals and rules. */
export const CAUSES: readonly string[] = [
  ...Object.keys(RECORD_TRAITS),
  ...Object.entries(TURNS).flatMap(([kind, turns]) => turns.map((turn) => `${kind} ${turn}`)),
];

/** What a record is an example of, the most precise id first. Of a call: its refusal, then the operation. */
export function causesOf(record: JournalRecord): readonly string[] {
  if (record.kind === "CALL") {
    const { outcome } = record.facts;
    return outcome.ok ? [] : [outcome.id, record.subject];
  }
  const turn = turnOf(record);
  return turn === undefined ? [record.kind] : [`${record.kind} ${turn}`, record.kind];
}

function turnOf(record: JournalRecord): AnyTurn | undefined {
  switch (record.kind) {
    case "CONTAINER_EXITED":
      if (record.facts.memory !== undefined) return "memory";
      return record.facts.restart === undefined ? undefined : "restart";
    case "START_FAILED":
      return record.facts.reason.includes("logger") ? "logs" : undefined;
    case "TASK_CREATED":
      return record.facts.containerInstanceArn === undefined ? undefined : "instance";
    case "PLACEMENT_DECIDED":
      return record.facts.placed ? undefined : "unplaced";
    case "PULL_FAILED":
      return record.facts.why satisfies Turn<"PULL_FAILED">;
    case "RESOURCE_FAILED":
      return record.facts.why satisfies Turn<"RESOURCE_FAILED">;
    default:
      return undefined;
  }
}

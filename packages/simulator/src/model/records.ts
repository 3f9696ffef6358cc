/**
 * Every kind of record in the journal: the table that its subject is a key of, and the facts that it states besides the
 * rows that it changed. Whoever writes or reads a record takes its types from here. A new kind is a line in its area's
 * file; the sentences of both languages then ask for theirs.
 */
import type { RecordOf } from "../kernel/journal.ts";
import type { BalancingRecords } from "./records/balancing.ts";
import type { CallRecords } from "./records/calls.ts";
import type { ContainerRecords } from "./records/containers.ts";
import type { EventRecords } from "./records/events.ts";
import type { MachineRecords } from "./records/machines.ts";
import type { NetworkRecords } from "./records/network.ts";
import type { ServiceRecords } from "./records/services.ts";
import type { SnsRecords } from "./records/sns.ts";
import type { TaskRecords } from "./records/tasks.ts";
import type { TrafficRecords } from "./records/traffic.ts";

export interface Records
  extends CallRecords,
    TaskRecords,
    ContainerRecords,
    ServiceRecords,
    EventRecords,
    SnsRecords,
    MachineRecords,
    NetworkRecords,
    BalancingRecords,
    TrafficRecords {}

export type RecordKind = keyof Records;

/** A record of a kind; without one, any: `record.kind === "CALL"` tells which facts it has. */
export type JournalRecord<Kind extends RecordKind = RecordKind> = RecordOf<Records, Kind>;

/** What a kind of record says besides the rows that it changed; undefined when it says nothing. */
export type FactsOf<Kind extends RecordKind> = Records[Kind]["facts"];

/** One sentence about a record of a kind, from its facts. */
export type Sentence<Kind extends RecordKind> = (facts: FactsOf<Kind>, record: JournalRecord<Kind>) => string;

/** A sentence for every kind of record: the table that each language fills in. */
export type Sentences<Kind extends RecordKind = RecordKind> = { readonly [K in Kind]: Sentence<K> };

/** The sentence about a record, from a table that has one for its kind. */
export function sentenceFrom<Kind extends RecordKind>(sentences: Sentences<Kind>, record: JournalRecord<Kind>): string {
  const write: Sentence<Kind> = sentences[record.kind];
  return write(record.facts, record);
}

/** Whether a record is of one of these kinds. */
export function isRecord<Kind extends RecordKind>(
  record: JournalRecord | undefined,
  ...kinds: readonly Kind[]
): record is Extract<JournalRecord, { readonly kind: Kind }> {
  return record !== undefined && kinds.some((kind) => kind === record.kind);
}

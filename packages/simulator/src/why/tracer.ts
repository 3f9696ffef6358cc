/** What a tracer is given, and the small pieces that tables are made of. */
import type { JournalRecord, RecordKind } from "../model/records.ts";
import type { Past } from "./past.ts";
import type { Words } from "./phrases.ts";
import type { TraceCell, TraceRow, TraceTable, Verdict } from "./trace-table.ts";

/** One record whose decision is to be told. */
export interface TraceRequest<Kind extends RecordKind = RecordKind> {
  readonly record: JournalRecord<Kind>;
  /** The cloud just after the record. */
  readonly past: Past;
  /** The cloud at the moment of asking: for what goes on, such as a wait or a stop. */
  readonly now: Past;
}

/** Tells the decision behind a record; undefined when nothing was decided. */
export type Tracer<Kind extends RecordKind> = (request: TraceRequest<Kind>) => TraceTable | undefined;

/** A cell. */
export function cell(verdict: Verdict, words?: Words): TraceCell {
  return words === undefined ? { verdict } : { verdict, words };
}

/** One check of a list of checks: what was looked at, in one cell. */
export interface Check {
  readonly id: string;
  readonly name: Words;
  readonly found: Words;
}

/**
 * Checks that were made one after the other as rows: those before the failed one passed, those after it were never made.
 * @param failed id of the check that failed; undefined when all passed
 * @param settled false while nobody knows how they go
 */
export function checkRows(checks: readonly Check[], failed: string | undefined, settled: boolean): TraceRow[] {
  const at = failed === undefined ? checks.length : checks.findIndex(({ id }) => id === failed);
  return checks.map(({ id, name, found }, index) => {
    const verdict = verdictAt(index, at, settled);
    return { id, name, verdict, cells: [cell(verdict, found)] };
  });
}

function verdictAt(index: number, failedAt: number, settled: boolean): Verdict {
  if (!settled) return "waiting";
  if (index === failedAt) return "failed";
  return index < failedAt ? "passed" : "untried";
}

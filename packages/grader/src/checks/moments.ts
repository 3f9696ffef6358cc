/**
 * Conditions over time: what was so at some moment, and what was so at every moment. A moment lies after each record
 * that changed rows; the tables of that moment are folded from the journal, anew for each verdict: for labs with some
 * hundred records, not for thousands of tasks.
 */

import type { CheckView, Condition } from "../condition.ts";
import type { RowIn, TableName } from "../history.ts";
import type { Text } from "../text.ts";
import { failed, passed } from "./verdict.ts";

/** The cloud right after one record. Do not keep it: the next moment reuses its tables. */
export interface Moment {
  readonly seq: number;
  /** Simulated milliseconds since the world began. */
  readonly atMs: number;
  /** Every row of a table at that moment. */
  rows<Name extends TableName>(table: Name): RowIn<Name>[];
}

/** Passes at the first moment for which `holds` gives evidence, which is then its sentence. */
export function eventually(options: {
  /** A sentence when the moment is the one, undefined when it is not. */
  readonly holds: (moment: Moment) => Text | undefined;
  /** What to say as long as there was no such moment. */
  readonly otherwise: Text;
}): Condition {
  return (view) => {
    for (const moment of momentsOf(view)) {
      const observed = options.holds(moment);
      if (observed !== undefined) return passed(observed, [moment.seq]);
    }
    return failed(options.otherwise);
  };
}

/** Passes as long as no moment breaks it; once broken it stays broken. */
export function always(options: {
  /** A sentence when the moment breaks the rule, undefined when it keeps it. */
  readonly broken: (moment: Moment) => Text | undefined;
  /** What to say as long as it holds. */
  readonly kept: Text;
}): Condition {
  return (view) => {
    for (const moment of momentsOf(view)) {
      const observed = options.broken(moment);
      if (observed !== undefined) return failed(observed, [moment.seq]);
    }
    return passed(options.kept, []);
  };
}

function* momentsOf(view: CheckView): Generator<Moment> {
  const tables = new Map<string, Map<string, object>>();
  const rows = <Name extends TableName>(table: Name) => [...(tables.get(table)?.values() ?? [])] as RowIn<Name>[];
  for (const record of view.journal) {
    if (record.changes.length === 0) continue;
    for (const { table, key, after } of record.changes) {
      const kept = tables.get(table) ?? new Map<string, object>();
      tables.set(table, kept);
      if (after === undefined) kept.delete(key);
      else kept.set(key, after);
    }
    yield { seq: record.seq, atMs: record.atMs, rows };
  }
}

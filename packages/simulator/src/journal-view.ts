/**
 * The tables as they stood at any moment, folded from the journal alone, forwards and backwards. Pictures read these:
 * what a picture shows is a function of (journal, time), whatever the session is doing.
 */

import type { ReadonlyTable, Table } from "./kernel/table.ts";
import type { Journal } from "./model/cloud.ts";
import { type CloudTables, createTables, type RowOf, type TableName } from "./model/tables.ts";

/** Tables that can be moved to any moment of a journal. They are read like the session's own. */
export class JournalView {
  readonly #journal: Journal;
  readonly #tables = createTables();
  /** Records folded in so far. */
  #position = 0;
  #atMs = 0;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** The moment shown, in simulated milliseconds since the world began. */
  get atMs(): number {
    return this.#atMs;
  }

  /** Number of records that have happened by the moment shown. */
  get position(): number {
    return this.#position;
  }

  /** The tables at the moment shown. Rows are the very rows of the journal: their identity tells what changed. */
  get tables(): { readonly [Name in TableName]: ReadonlyTable<RowOf<Name>> } {
    return this.#tables as unknown as { readonly [Name in TableName]: ReadonlyTable<RowOf<Name>> };
  }

  /** Shows another moment, earlier or later. Costs as many records as lie between. */
  moveTo(atMs: number): void {
    this.moveToRecord(this.#journal.countUntil(atMs));
    this.#atMs = atMs;
  }

  /** Shows the moment just after the first `position` records. */
  moveToRecord(position: number): void {
    const goal = Math.max(0, Math.min(position, this.#journal.length));
    while (this.#position < goal) this.#apply(this.#position++, "after");
    while (this.#position > goal) this.#apply(--this.#position, "before");
    this.#atMs = this.#journal.at(goal - 1)?.atMs ?? 0;
  }

  #apply(seq: number, side: "before" | "after"): void {
    const changes = this.#journal.at(seq)?.changes ?? [];
    for (let index = 0; index < changes.length; index += 1) {
      const change = changes[side === "after" ? index : changes.length - 1 - index];
      if (change === undefined) continue;
      const table = this.#tables[change.table as keyof CloudTables] as Table<object>;
      const row = change[side];
      if (row === undefined) table.remove(change.key);
      else table.put(row);
    }
  }
}

/**
 * A run as plain data, to be looked at again without the simulation: which rows changed when. It is taken where the whole
 * simulator is there (while a site is built). Like a picture it holds only the tables that are drawn; nobody can act in it.
 */
import { createTables } from "./model/tables.ts";
import { type PicturedChange, picturedChanges, putChange } from "./pictured.ts";
import type { RunView } from "./run-view.ts";

/** What was to be seen of one record. */
interface Recorded {
  readonly atMs: number;
  readonly changes: readonly PicturedChange[];
}

/** A run from its beginning until `toMs`, in simulated milliseconds. */
export interface Recording {
  readonly toMs: number;
  readonly records: readonly Recorded[];
}

/** Everything that was to be seen of a run so far. */
export function recordingOf({ journal, nowMs }: Pick<RunView, "journal" | "nowMs">): Recording {
  const records = journal.records.map(({ atMs, changes }) => ({ atMs, changes: picturedChanges(changes) }));
  return { toMs: nowMs, records: records.filter(({ changes }) => changes.length > 0) };
}

/** A recording that is looked at: its tables at any moment of it. */
export class Replay {
  readonly #recording: Recording;
  #tables = createTables();
  #position = 0;
  #atMs = 0;

  constructor(recording: Recording) {
    this.#recording = recording;
  }

  /** The moment shown. */
  get atMs(): number {
    return this.#atMs;
  }

  /** How many of the records have happened by the moment shown. */
  get position(): number {
    return this.#position;
  }

  /** The tables at the moment shown; others after it went back. */
  get tables(): RunView["tables"] {
    return this.#tables as unknown as RunView["tables"];
  }

  /** Shows another moment. Back costs as much as from the beginning. */
  moveTo(atMs: number): void {
    if (atMs < this.#atMs) {
      this.#tables = createTables();
      this.#position = 0;
    }
    const { records } = this.#recording;
    let next = records[this.#position];
    while (next !== undefined && next.atMs <= atMs) {
      for (const change of next.changes) putChange(this.#tables, change);
      this.#position += 1;
      next = records[this.#position];
    }
    this.#atMs = atMs;
  }
}

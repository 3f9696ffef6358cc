/**
 * The first moment of a run as plain data, and the picture that it makes: what an untouched page shows. It is worked out where
 * the whole simulator is there (while a site is built) and needs none of it to be drawn. It leaves out the tables that nobody
 * draws (images, roles, routes ...) and all that only the future needs: nothing can happen in a picture, a session begins anew.
 */
import { assert } from "./kernel/assert.ts";
import { Journal } from "./kernel/journal.ts";
import type { JournalRecord, Records } from "./model/records.ts";
import { createTables } from "./model/tables.ts";
import { type PicturedChange, picturedChanges, putChange } from "./pictured.ts";
import type { RunView } from "./run-view.ts";
import type { Scenario } from "./scenario.ts";

export { JournalView } from "./journal-view.ts";
export { Replay } from "./recording.ts";
export type { RunView } from "./run-view.ts";
export { defaultScenario, type Scenario } from "./scenario.ts";

/** What can be seen of the world after its scenario's calls: plain data, in which members may be undefined. */
export interface Beginning {
  /** The journal's records with the changes of the tables in `PICTURED`; their places and the rows before follow. */
  readonly records: readonly (Omit<JournalRecord, "seq" | "atMs" | "changes"> & {
    readonly changes: readonly PicturedChange[];
  })[];
  /** The clock: when something happens next, and whether it is waited for. */
  readonly nextDueMs: number | undefined;
  readonly settled: boolean;
  readonly quiet: boolean;
}

/** Whose first moment it is: `beginning` is what the scenario's calls leave behind with this seed. */
export interface PictureSource {
  readonly seed: number;
  readonly scenario: Scenario;
  readonly beginning: Beginning;
}

/** A run to look at before anything happens in it. `Session.start(picture)` is the run itself. */
export class Picture implements RunView {
  readonly seed: number;
  readonly scenario: Scenario;
  readonly tables: RunView["tables"];
  readonly journal = new Journal<Records>();
  readonly nowMs = 0;
  readonly nextDueMs: number | undefined;
  readonly settled: boolean;
  readonly quiet: boolean;
  /** Before anything has happened, nothing has come twice. */
  readonly repeating: RunView["repeating"] = [];

  /** Rows never change, so every picture of a beginning shares them. */
  constructor({ seed, scenario, beginning }: PictureSource) {
    const tables = createTables();
    for (const { changes, ...record } of beginning.records) {
      for (const change of changes) {
        const { before, after } = putChange(tables, change);
        this.journal.addChange(change.table, change.key, before, after);
      }
      this.journal.append({ ...record, atMs: 0 });
    }
    this.tables = tables as unknown as RunView["tables"];
    this.seed = seed;
    this.scenario = scenario;
    this.nextDueMs = beginning.nextDueMs;
    this.settled = beginning.settled;
    this.quiet = beginning.quiet;
  }
}

/** The first moment of a session in which no time has passed. */
export function beginningOf({ nowMs, journal, nextDueMs, settled, quiet }: RunView): Beginning {
  assert(nowMs === 0, "a beginning is taken before time passes");
  const records = journal.records.map(({ seq: _seq, atMs: _atMs, changes, ...record }) => ({
    ...record,
    changes: picturedChanges(changes),
  }));
  return { records, nextDueMs, settled, quiet };
}

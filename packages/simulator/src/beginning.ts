/**
 * What the calls of a scenario left behind at time 0, as plain data. It is worked out where the whole simulator is there
 * (while a site is built), so that a page can show the first moment before any operation has been loaded. The default
 * world is left out: every world writes it by itself.
 */
import type { AgendaEntry } from "./kernel/agenda.ts";
import { assert } from "./kernel/assert.ts";
import type { JournalRecord, RowChange } from "./kernel/journal.ts";
import { type RandomState, RandomStreams } from "./kernel/random.ts";
import type { Cloud } from "./model/cloud.ts";
import type { CloudTables } from "./model/tables.ts";

/** A record of time 0. Its place and the rows before it follow from the records before it. */
type FirstRecord = Omit<JournalRecord, "seq" | "atMs" | "changes"> & {
  readonly changes: readonly Omit<RowChange, "before">[];
};

/** The world after its scenario's calls, beside the default world: plain data, in which members may be undefined. */
export interface Beginning {
  readonly records: readonly FirstRecord[];
  readonly agenda: readonly AgendaEntry[];
  readonly random: RandomState;
  readonly scheduled: number;
  readonly major: number;
  readonly minor: number;
}

/** Records that the default world writes. */
const DEFAULT_RECORDS = 1;

/** What a scenario's calls left in a world in which no time has passed. */
export function beginningOf({ world, journal }: Pick<Cloud, "world" | "journal">): Beginning {
  assert(world.nowMs === 0 && world.steps === 0, "a beginning is taken before time passes");
  const records = journal.records.slice(DEFAULT_RECORDS).map(({ seq: _seq, atMs: _atMs, changes, ...record }) => ({
    ...record,
    changes: changes.map(({ table, key, after }) => ({ table, key, after })),
  }));
  const { scheduled, major, minor } = world;
  return { records, agenda: world.agenda.list(), random: world.random.state(), scheduled, major, minor };
}

/**
 * Brings a default world to where the scenario's calls brought it, without making them. Rows and entries never change, so
 * every world with the same beginning shares them.
 */
export function resumeBeginning(sim: Cloud, beginning: Beginning): void {
  const { world, journal } = sim;
  for (const { changes, ...record } of beginning.records) {
    for (const { table, key, after } of changes) {
      if (after === undefined) sim.remove(table as keyof CloudTables, key);
      else sim.put(table as keyof CloudTables, after as never);
    }
    journal.append({ ...record, atMs: world.nowMs });
  }
  for (const entry of beginning.agenda) world.agenda.push(entry);
  world.random = new RandomStreams(world.random.seed, Object.entries(beginning.random));
  world.scheduled = beginning.scheduled;
  world.major = beginning.major;
  world.minor = beginning.minor;
}

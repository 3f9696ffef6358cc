/**
 * The first moment of a run as plain data: what of it can be seen. It is worked out where the whole simulator is there
 * (while a site is built), so that a page can show a lab before the engine has been loaded. It leaves out the tables that
 * nobody draws (images, roles, routes ...) and all that only the future needs: a session begins anew with the engine.
 */

import { HANDLER_BOOK } from "./controllers/handler-book.ts";
import type { AgendaEntry } from "./kernel/agenda.ts";
import { assert } from "./kernel/assert.ts";
import { type Cloud, emptyCloud } from "./model/cloud.ts";
import type { CloudEntry } from "./model/due.ts";
import type { JournalRecord } from "./model/records.ts";
import type { TableName } from "./model/tables.ts";

/** The tables of a picture. */
export const PICTURED: readonly TableName[] = [
  "clusters",
  "taskDefinitions",
  "tasks",
  "containers",
  "ec2Instances",
  "containerInstances",
  "vpcs",
  "subnets",
];

/** What can be seen of the world after its scenario's calls: plain data, in which members may be undefined. */
export interface Beginning {
  /** The journal's records with the changes of the tables in `PICTURED`; their places and the rows before follow. */
  readonly records: readonly (Omit<JournalRecord, "seq" | "atMs" | "changes"> & {
    readonly changes: readonly { readonly table: string; readonly key: string; readonly after: object | undefined }[];
  })[];
  /** What is due, for the clock that says when something happens next. */
  readonly agenda: readonly Omit<AgendaEntry, "data">[];
}

/** The first moment of a session in which no time has passed. */
export function beginningOf({ world, journal }: Pick<Cloud, "world" | "journal">): Beginning {
  assert(world.nowMs === 0 && world.steps === 0, "a beginning is taken before time passes");
  const records = journal.records.map(({ seq: _seq, atMs: _atMs, changes, ...record }) => ({
    ...record,
    changes: changes
      .filter(({ table }) => PICTURED.includes(table as TableName))
      .map(({ table, key, after }) => ({ table, key, after })),
  }));
  return { records, agenda: world.agenda.list().map(({ data: _data, ...entry }) => entry) };
}

/** A world to look at. Nothing can happen in it. Rows never change, so every picture of a beginning shares them. */
export function pictureOf(seed: number, { records, agenda }: Beginning): Cloud {
  const sim = emptyCloud(seed, HANDLER_BOOK);
  for (const { changes, ...record } of records) {
    for (const { table, key, after } of changes) {
      if (after === undefined) sim.remove(table as TableName, key);
      else sim.put(table as TableName, after as never);
    }
    sim.journal.append({ ...record, atMs: 0 });
  }
  for (const entry of agenda) sim.world.agenda.push({ ...entry, data: undefined } as CloudEntry);
  return sim;
}

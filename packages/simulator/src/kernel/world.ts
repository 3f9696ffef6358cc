/** The whole state of a simulation as plain data: clock, counters, random streams, tables, agenda. Knows nothing of ECS. */
import { Agenda, type DueShapes } from "./agenda.ts";
import { RandomStreams } from "./random.ts";
import type { Table } from "./table.ts";

/** Tables by name. */
// biome-ignore lint/suspicious/noExplicitAny: the kernel holds tables of any row type; the model gives each its own.
export type Tables = { readonly [name: string]: Table<any> };

export interface World<T extends Tables, D extends DueShapes<D>> {
  /** Simulated milliseconds since the world began. */
  nowMs: number;
  /** Agenda entries scheduled so far. */
  scheduled: number;
  /** Agenda entries that have happened so far. */
  steps: number;
  /** Chains of entries so far that turned out to lead to themselves for ever. */
  endless: number;
  /** Calls of the user so far, and what followed from the latest one. */
  major: number;
  minor: number;
  random: RandomStreams;
  tables: T;
  agenda: Agenda<D>;
  /** What flows, by name: values that never change and are replaced as wholes. As rows they would be a change a second. */
  flows: Map<string, object>;
}

export function createWorld<T extends Tables, D extends DueShapes<D>>(options: {
  seed: number;
  tables: T;
}): World<T, D> {
  return {
    nowMs: 0,
    scheduled: 0,
    steps: 0,
    endless: 0,
    major: 0,
    minor: 0,
    random: new RandomStreams(options.seed),
    tables: options.tables,
    agenda: new Agenda(),
    flows: new Map(),
  };
}

/** An independent copy. Rows and agenda entries are shared because they never change. */
export function forkWorld<T extends Tables, D extends DueShapes<D>>(world: World<T, D>): World<T, D> {
  const tables = Object.fromEntries(Object.entries(world.tables).map(([name, table]) => [name, table.fork()])) as T;
  return { ...world, random: world.random.fork(), tables, agenda: world.agenda.fork(), flows: new Map(world.flows) };
}

/** A world as one JSON-able value, for comparison and for people. */
export function describeWorld<T extends Tables, D extends DueShapes<D>>(world: World<T, D>): Record<string, unknown> {
  const tables = Object.fromEntries(Object.entries(world.tables).map(([name, table]) => [name, [...table.values()]]));
  const { nowMs, scheduled, steps, major, minor } = world;
  const flows = Object.fromEntries(world.flows);
  const random = world.random.state();
  return { nowMs, scheduled, steps, major, minor, random, tables, agenda: world.agenda.list(), flows };
}

/**
 * The next-event engine: pops what is due, runs its handler, writes the journal. Handlers and operations change the
 * world only through this class, which is how every change gets a cause. What kinds of records and of entries there are
 * is the model's: the engine only hands their types through.
 */
import type { AgendaEntry, DueShapes, EntryOf, Nature } from "./agenda.ts";
import { assert } from "./assert.ts";
import { Journal, type RecordShapes, type Version } from "./journal.ts";
import { Ledger } from "./ledger.ts";
import { depthAfter, ENDLESS_DEPTH } from "./loops.ts";
import { Reactions, type TableReactor } from "./reactions.ts";
import type { ReadonlyTable, Table } from "./table.ts";
import { forkWorld, type Tables, type World } from "./world.ts";

/** What runs when an entry is due, by its kind. */
export type Handlers<T extends Tables, R extends RecordShapes<R>, D extends DueShapes<D>> = {
  readonly [Kind in keyof D]: (sim: Simulation<T, R, D>, entry: EntryOf<D, Kind>) => void;
};

/** What the model tells the engine about its agenda. */
export interface Laws<T extends Tables, R extends RecordShapes<R>, D extends DueShapes<D>> {
  /** Empty while nothing can happen, as in a picture. */
  readonly handlers: Partial<Handlers<T, R, D>>;
  /** What the entries of each kind are unless their scheduling says otherwise. */
  readonly natures: { readonly [Kind in keyof D]: Nature };
  /** Who answers the changes of rows; see `Reactions`. */
  readonly reactors?: readonly Reactor<T, R, D>[];
  /** Columns of the ledger. */
  readonly columns?: readonly string[];
}

type RowOf<X> = X extends Table<infer Row> ? Row : never;

/** Answers every change of a table's rows; see `Reactions`. */
export type Reactor<T extends Tables, R extends RecordShapes<R>, D extends DueShapes<D>> = {
  [Name in keyof T & string]: TableReactor<Simulation<T, R, D>, Name, RowOf<T[Name]>>;
}[keyof T & string];

/** Kinds of records that state no facts, and those that do. */
type SilentKind<R extends RecordShapes<R>> = {
  [Kind in keyof R]: undefined extends R[Kind]["facts"] ? Kind : never;
}[keyof R];

/** Kinds of entries about a row of this table. */
export type DueAbout<D extends DueShapes<D>, Row extends string> = {
  [Kind in keyof D]: D[Kind]["row"] extends Row ? Kind : never;
}[keyof D] &
  string;

/** What may be said of an entry besides its kind, its row and its data. */
export interface ScheduleOptions {
  /** Instead of what is usual for its kind. */
  readonly nature?: Nature;
  /** Record that led to it; the latest one of the step by default. */
  readonly cause?: number;
}

/** How far an advance may go. */
export interface AdvanceLimits {
  /** Stop at this moment; the clock ends there even when nothing is due. Default: as far as `maxSteps` allows. */
  readonly untilMs?: number;
  /** Stop after so many steps. Default 1,000,000. */
  readonly maxSteps?: number;
  /** Stop as soon as this holds; asked before every step. */
  readonly until?: (() => boolean) | undefined;
}

export const DEFAULT_MAX_STEPS = 1_000_000;

export class Simulation<T extends Tables, R extends RecordShapes<R>, D extends DueShapes<D>> {
  readonly world: World<T, D>;
  readonly journal: Journal<R>;
  /** What flowed, beside the journal. */
  readonly ledger: Ledger<string>;
  readonly #laws: Laws<T, R, D>;
  readonly #reactions: Reactions<Simulation<T, R, D>>;
  /** The first record of the running step or call: the cause of what follows in it. */
  #origin = -1;
  #cause = -1;
  /** Of the running step's entry; 0 in a call. */
  #depth = 0;

  constructor(
    world: World<T, D>,
    laws: Laws<T, R, D>,
    journal = new Journal<R>(),
    ledger = new Ledger(laws.columns ?? []),
  ) {
    this.world = world;
    this.journal = journal;
    this.ledger = ledger;
    this.#laws = laws;
    this.#reactions = new Reactions((laws.reactors ?? []) as never);
  }

  get nowMs(): number {
    return this.world.nowMs;
  }

  get tables(): { readonly [Name in keyof T]: ReadonlyTable<RowOf<T[Name]>> } {
    return this.world.tables as never;
  }

  /** Inserts or replaces a row. The change, and what reactors make of it, belongs to the next record. */
  put<Name extends keyof T & string>(name: Name, row: RowOf<T[Name]>): void {
    const table = this.world.tables[name] as Table<RowOf<T[Name]> & object>;
    const key = table.shape.key(row as never);
    const record = table.recordOf(row as RowOf<T[Name]> & object);
    const before = table.put(row as RowOf<T[Name]> & object, key, this.journal.length);
    this.journal.addChange(name, key, this.#versionOf(before, record), row as object);
    this.#reactions.tell(this, name, before, row as object);
  }

  /**
   * Changes fields of a row, which must be the one that stands in its table. The journal keeps these fields alone.
   * @param copyOf a copy that is not frozen
   * @returns the row afterwards
   */
  change<Name extends keyof T & string>(
    name: Name,
    row: RowOf<T[Name]> & object,
    fields: Partial<RowOf<T[Name]>>,
    copyOf: (row: RowOf<T[Name]> & object) => RowOf<T[Name]> & object = spread,
  ): RowOf<T[Name]> & object {
    const table = this.world.tables[name] as Table<RowOf<T[Name]> & object>;
    // Two steps, because one literal with two spreads is three times slower.
    const after = Object.assign(copyOf(row), fields);
    const key = table.shape.key(after as never);
    const record = table.recordOf(row);
    const before = table.put(after, key, this.journal.length);
    assert(before === row, () => `${name} ${key} was changed from a row that it no longer is`);
    const version = this.#versionOf(before, record);
    if (typeof version === "number") this.journal.addDifference(name, key, version, row, fields);
    else this.journal.addChange(name, key, version, after);
    this.#reactions.tell(this, name, before, after);
    return after;
  }

  /** Removes a row; nothing happens when there is none. */
  remove<Name extends keyof T & string>(name: Name, key: string): void {
    const table = this.world.tables[name] as Table<object>;
    const before = table.get(key);
    if (before === undefined) return;
    const version = this.#versionOf(before, table.recordOf(before));
    table.remove(key);
    this.journal.addChange(name, key, version, undefined);
    this.#reactions.tell(this, name, before, undefined);
  }

  /**
   * Writes down what has just happened, with the rows changed since the previous record. The first record of a step
   * is caused by whatever scheduled the step; the others by the first one unless a cause is given.
   * @param subject key of the row that it is about, in the table that its kind names
   * @returns the sequence number of the record
   */
  record<Kind extends SilentKind<R>>(kind: Kind, subject: string, facts?: R[Kind]["facts"], cause?: number): number;
  record<Kind extends keyof R>(kind: Kind, subject: string, facts: R[Kind]["facts"], cause?: number): number;
  record(kind: keyof R & string, subject: string, facts?: unknown, cause?: number): number {
    const seq = this.journal.length;
    const { nowMs: atMs, major, minor } = this.world;
    const from = cause ?? (this.#origin === -1 ? this.#cause : this.#origin);
    this.journal.append({ atMs, major, minor, kind, subject, cause: from, facts });
    this.world.minor += 1;
    if (this.#origin === -1) this.#origin = seq;
    return seq;
  }

  /** Sequence number that the next record will have: the cause of what is scheduled just before it is written. */
  get nextRecord(): number {
    return this.journal.length;
  }

  /**
   * Puts something on the agenda. Progress that leads to itself over and over becomes periodic: nobody can wait for
   * its end.
   * @param delayMs simulated milliseconds from now, at least 0
   * @param target key of the row concerned
   * @param slot slot of that row in its table
   * @returns the number of the entry, with which `cancel` takes it back
   */
  schedule<Kind extends keyof D & string>(
    delayMs: number,
    kind: Kind,
    target: string,
    slot: number,
    data: D[Kind]["data"],
    options?: ScheduleOptions,
  ): number {
    assert(delayMs >= 0, () => `${kind} for ${target} was scheduled ${delayMs} ms from now`);
    this.world.scheduled += 1;
    const seq = this.world.scheduled;
    const cause = options?.cause ?? this.#lastRecord();
    let nature = options?.nature ?? this.#laws.natures[kind];
    // What nobody waits for begins anew: books are closed for as long as something flows.
    const depth = nature === "expiry" ? 0 : depthAfter(this.journal, this.#depth, cause);
    if (depth === ENDLESS_DEPTH) {
      if (this.#depth < ENDLESS_DEPTH) this.world.endless += 1;
      if (nature === "progress") nature = "periodic";
    }
    const atMs = this.world.nowMs + Math.round(delayMs);
    const entry: AgendaEntry = { seq, atMs, kind, target, slot, data, cause, nature, depth };
    this.world.agenda.push(entry as EntryOf<D>);
    return seq;
  }

  /** Takes back an entry that is still due. */
  cancel(seq: number): void {
    this.world.agenda.cancel(seq);
  }

  /** Runs something that the user asked for: a new major number, no cause. */
  command<Result>(run: () => Result): Result {
    this.world.major += 1;
    this.world.minor = 0;
    this.#begin(-1, 0);
    const result = run();
    this.#end("call");
    return result;
  }

  /**
   * Lets time pass.
   * @returns how many steps were taken
   */
  advance({ untilMs = Number.POSITIVE_INFINITY, maxSteps = DEFAULT_MAX_STEPS, until }: AdvanceLimits): number {
    const { world } = this;
    let taken = 0;
    while (taken < maxSteps && until?.() !== true) {
      const atMs = world.agenda.nextAtMs();
      if (atMs === undefined || atMs > untilMs) {
        if (untilMs !== Number.POSITIVE_INFINITY) world.nowMs = Math.max(world.nowMs, untilMs);
        return taken;
      }
      this.#step(world.agenda.pop() as EntryOf<D>);
      taken += 1;
    }
    return taken;
  }

  /** An independent copy. `journal` and `ledger` are the copy's own; by default the records and the rows so far. */
  fork(
    journal: Journal<R> = this.journal.prefix(this.journal.length),
    ledger: Ledger<string> = this.ledger.prefix(this.ledger.length),
  ): Simulation<T, R, D> {
    return new Simulation(forkWorld(this.world), this.#laws, journal, ledger);
  }

  #step(entry: EntryOf<D>): void {
    // An entry goes to the handler of its own kind: the compiler does not see that the two belong together.
    const handler = this.#laws.handlers[entry.kind] as ((sim: this, entry: EntryOf<D>) => void) | undefined;
    assert(handler !== undefined, () => `nothing handles ${String(entry.kind)} (for ${entry.target})`);
    this.world.nowMs = entry.atMs;
    this.world.steps += 1;
    this.#begin(entry.cause, entry.depth);
    handler(this, entry);
    this.#end(String(entry.kind));
  }

  #begin(cause: number, depth: number): void {
    this.#cause = cause;
    this.#origin = -1;
    this.#depth = depth;
  }

  #end(kind: string): void {
    assert(this.journal.pendingChanges === 0, () => `${kind} changed rows without writing a record`);
    this.#begin(-1, 0);
  }

  /** What the journal keeps of a row that is replaced. */
  #versionOf(before: object | undefined, record: number): Version {
    return before === undefined || record < this.journal.first ? before : record;
  }

  #lastRecord(): number {
    return this.#origin === -1 ? this.#cause : this.journal.length - 1;
  }
}

function spread<Row extends object>(row: Row): Row {
  return { ...row };
}

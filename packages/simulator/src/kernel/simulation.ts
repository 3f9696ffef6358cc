/**
 * The next-event engine: pops what is due, runs its handler, writes the journal. Handlers and operations change the
 * world only through this class, which is how every change gets a cause.
 */
import type { AgendaEntry } from "./agenda.ts";
import { assert } from "./assert.ts";
import { Journal } from "./journal.ts";
import { Reactions, type TableReactor } from "./reactions.ts";
import type { ReadonlyTable, Table } from "./table.ts";
import { forkWorld, type Tables, type World } from "./world.ts";

/** Runs when an agenda entry of its kind is due. */
export type Handler<T extends Tables> = (sim: Simulation<T>, entry: AgendaEntry) => void;
export type Handlers<T extends Tables> = Readonly<Record<string, Handler<T>>>;

type RowOf<X> = X extends Table<infer Row> ? Row : never;

/** Answers every change of a table's rows; see `Reactions`. */
export type Reactor<T extends Tables> = {
  [Name in keyof T & string]: TableReactor<Simulation<T>, Name, RowOf<T[Name]>>;
}[keyof T & string];

/** How far an advance may go. */
export interface AdvanceLimits {
  /** Stop at this moment; the clock ends there even when nothing is due. Default: as far as `maxSteps` allows. */
  readonly untilMs?: number;
  /** Stop after so many steps. Default 1,000,000. */
  readonly maxSteps?: number;
  /** Stop as soon as only background work (health probes, expiry) is due. */
  readonly untilQuiet?: boolean;
}

export const DEFAULT_MAX_STEPS = 1_000_000;

export class Simulation<T extends Tables> {
  readonly world: World<T>;
  readonly journal: Journal;
  readonly #handlers: Handlers<T>;
  readonly #reactors: readonly Reactor<T>[];
  readonly #reactions: Reactions<Simulation<T>>;
  /** The first record of the running step or call: the cause of what follows in it. */
  #origin = -1;
  #cause = -1;

  constructor(world: World<T>, handlers: Handlers<T>, journal = new Journal(), reactors: readonly Reactor<T>[] = []) {
    this.world = world;
    this.journal = journal;
    this.#handlers = handlers;
    this.#reactors = reactors;
    this.#reactions = new Reactions(reactors as never);
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
    const before = table.put(row as RowOf<T[Name]> & object);
    this.journal.addChange(name, table.shape.key(row as never), before, row as object);
    this.#reactions.tell(this, name, before, row as object);
  }

  /** Removes a row; nothing happens when there is none. */
  remove<Name extends keyof T & string>(name: Name, key: string): void {
    const before = (this.world.tables[name] as Table<object>).remove(key);
    if (before === undefined) return;
    this.journal.addChange(name, key, before, undefined);
    this.#reactions.tell(this, name, before, undefined);
  }

  /**
   * Writes down what has just happened, with the rows changed since the previous record. The first record of a step
   * is caused by whatever scheduled the step; the others by the first one unless a cause is given.
   * @returns the sequence number of the record
   */
  record(kind: string, subject: string, facts?: unknown, cause?: number): number {
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
   * Puts something on the agenda. Its cause is the latest record of the step unless another is given.
   * @param delayMs simulated milliseconds from now, at least 0
   * @param target key of the row concerned
   * @param slot slot of that row in its table
   * @returns the number of the entry, with which `cancel` takes it back
   */
  schedule(
    delayMs: number,
    kind: string,
    target: string,
    slot: number,
    data?: unknown,
    options?: { readonly background?: boolean; readonly cause?: number },
  ): number {
    assert(delayMs >= 0, () => `${kind} for ${target} was scheduled ${delayMs} ms from now`);
    this.world.scheduled += 1;
    const seq = this.world.scheduled;
    this.world.agenda.push({
      seq,
      atMs: this.world.nowMs + Math.round(delayMs),
      kind,
      target,
      slot,
      data,
      cause: options?.cause ?? this.#lastRecord(),
      background: options?.background === true,
    });
    return seq;
  }

  /** Takes back a foreground entry that is still due. */
  cancel(seq: number): void {
    this.world.agenda.cancel(seq);
  }

  /** Runs something that the user asked for: a new major number, no cause. */
  command<Result>(run: () => Result): Result {
    this.world.major += 1;
    this.world.minor = 0;
    this.#begin(-1);
    const result = run();
    this.#end("call");
    return result;
  }

  /**
   * Lets time pass.
   * @returns how many steps were taken
   */
  advance(limits: AdvanceLimits): number {
    const { untilMs = Number.POSITIVE_INFINITY, maxSteps = DEFAULT_MAX_STEPS, untilQuiet = false } = limits;
    const { world } = this;
    let taken = 0;
    while (taken < maxSteps && !(untilQuiet && world.agenda.foreground === 0)) {
      const atMs = world.agenda.nextAtMs();
      if (atMs === undefined || atMs > untilMs) {
        if (untilMs !== Number.POSITIVE_INFINITY && !untilQuiet) world.nowMs = Math.max(world.nowMs, untilMs);
        return taken;
      }
      this.#step(world.agenda.pop() as AgendaEntry);
      taken += 1;
    }
    return taken;
  }

  /** An independent copy. `journal` is the copy's own; by default the records so far. */
  fork(journal: Journal = this.journal.prefix(this.journal.length)): Simulation<T> {
    return new Simulation(forkWorld(this.world), this.#handlers, journal, this.#reactors);
  }

  #step(entry: AgendaEntry): void {
    const handler = this.#handlers[entry.kind];
    assert(handler !== undefined, () => `nothing handles ${entry.kind} (for ${entry.target})`);
    this.world.nowMs = entry.atMs;
    this.world.steps += 1;
    this.#begin(entry.cause);
    handler(this, entry);
    this.#end(entry.kind);
  }

  #begin(cause: number): void {
    this.#cause = cause;
    this.#origin = -1;
  }

  #end(kind: string): void {
    assert(this.journal.pendingChanges === 0, () => `${kind} changed rows without writing a record`);
    this.#begin(-1);
  }

  #lastRecord(): number {
    return this.#origin === -1 ? this.#cause : this.journal.length - 1;
  }
}

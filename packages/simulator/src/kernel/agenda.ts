/**
 * What is due, and when: a stable binary heap ordered by (atMs, seq). Entries are data, never closures, so that a
 * world can be copied, compared and replayed. Times live in typed arrays because the heap is the engine's hottest place.
 */
import { assert } from "./assert.ts";

/**
 * What an entry is for those who wait: `progress` is on its way to an end; `periodic` comes again and again, and nobody
 * can wait for its end; `expiry` forgets what is over.
 */
export type Nature = "progress" | "periodic" | "expiry";

/** What a kind of entry is about: the table of its row, and the data that its handler gets. */
export interface DueShape {
  readonly row: string;
  readonly data: unknown;
}

/** The kinds of entries by name. The kernel knows none of them: the model names its own. */
export type DueShapes<D> = { readonly [Kind in keyof D]: DueShape };

/** One thing of a kind that will happen by itself; without a kind, any: comparing `kind` tells which data it has. */
export type EntryOf<D extends DueShapes<D>, Kind extends keyof D = keyof D> = {
  readonly [K in Kind]: AgendaEntry & {
    readonly kind: K;
    /** Plain data for the handler. */
    readonly data: D[K]["data"];
  };
}[Kind];

/** One thing that will happen by itself, whatever its kind. */
export interface AgendaEntry {
  /** Order of scheduling; breaks ties between entries due at the same moment. */
  readonly seq: number;
  /** Simulated milliseconds since the world began. */
  readonly atMs: number;
  /** Names the handler that will run. */
  readonly kind: string;
  /** Key of the row concerned. */
  readonly target: string;
  /** Slot of that row in its table. */
  readonly slot: number;
  readonly data: unknown;
  /** Sequence number of the journal record that scheduled the entry. */
  readonly cause: number;
  readonly nature: Nature;
  /** How many entries stand behind it, each scheduled by the one before, since a call began it: 1 for the first. */
  readonly depth: number;
}

const INITIAL_CAPACITY = 64;

export class Agenda<D extends DueShapes<D>> {
  #size = 0;
  #times = new Float64Array(INITIAL_CAPACITY);
  #seqs = new Float64Array(INITIAL_CAPACITY);
  #entries: (EntryOf<D> | undefined)[] = [];
  #cancelled = new Set<number>();
  #progress = 0;
  /** Numbers of the periodic ones: they are few, and with them a cancelled entry tells its nature. */
  #periodic = new Set<number>();

  /** Entries still due, cancelled ones excluded. */
  get size(): number {
    return this.#size - this.#cancelled.size;
  }

  /** Entries in progress that are still due. */
  get inProgress(): number {
    return this.#progress;
  }

  /** Periodic entries that are still due. */
  get periodic(): number {
    return this.#periodic.size;
  }

  /** Adds an entry. `seq` must be larger than that of every entry added before. */
  push(entry: EntryOf<D>): void {
    if (this.#size === this.#times.length) this.#grow();
    if (entry.nature === "progress") this.#progress += 1;
    else if (entry.nature === "periodic") this.#periodic.add(entry.seq);
    let hole = this.#size;
    this.#size += 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      // A new entry has the highest seq, so at equal times it stays below its parent.
      if ((this.#times[parent] as number) <= entry.atMs) break;
      this.#move(parent, hole);
      hole = parent;
    }
    this.#place(hole, entry);
  }

  /** Time of the next entry, or undefined when nothing is due. */
  nextAtMs(): number | undefined {
    this.#dropCancelled();
    return this.#size === 0 ? undefined : this.#times[0];
  }

  /** Removes and returns the next entry, or undefined when nothing is due. */
  pop(): EntryOf<D> | undefined {
    this.#dropCancelled();
    if (this.#size === 0) return undefined;
    const entry = this.#removeTop();
    if (entry.nature === "progress") this.#progress -= 1;
    else if (entry.nature === "periodic") this.#periodic.delete(entry.seq);
    return entry;
  }

  /** Takes back an entry that has not happened and is no expiry. The caller must know that it is still due. */
  cancel(seq: number): void {
    if (this.#cancelled.has(seq)) return;
    this.#cancelled.add(seq);
    if (!this.#periodic.delete(seq)) this.#progress -= 1;
  }

  /** An independent copy; the entries themselves are shared because they never change. */
  fork(): Agenda<D> {
    const copy = new Agenda<D>();
    copy.#size = this.#size;
    copy.#times = this.#times.slice();
    copy.#seqs = this.#seqs.slice();
    copy.#entries = this.#entries.slice();
    copy.#cancelled = new Set(this.#cancelled);
    copy.#progress = this.#progress;
    copy.#periodic = new Set(this.#periodic);
    return copy;
  }

  /** The due entries, all or those of a nature, in the order in which they will happen. Sorting cost; for inspection and tests. */
  list(nature?: Nature): EntryOf<D>[] {
    const due: EntryOf<D>[] = [];
    for (let at = 0; at < this.#size; at += 1) {
      const entry = this.#entries[at];
      if (entry === undefined || this.#cancelled.has(entry.seq)) continue;
      if (nature === undefined || entry.nature === nature) due.push(entry);
    }
    return due.sort((a, b) => a.atMs - b.atMs || a.seq - b.seq);
  }

  #dropCancelled(): void {
    while (this.#cancelled.size > 0 && this.#size > 0 && this.#cancelled.delete(this.#seqs[0] as number)) {
      this.#removeTop();
    }
  }

  #removeTop(): EntryOf<D> {
    const top = this.#entries[0];
    assert(top !== undefined, "the agenda's heap lost its first entry");
    this.#size -= 1;
    const last = this.#entries[this.#size] as EntryOf<D>;
    this.#entries[this.#size] = undefined;
    if (this.#size > 0) this.#sink(last);
    return top;
  }

  #sink(entry: EntryOf<D>): void {
    const half = this.#size >> 1;
    let hole = 0;
    while (hole < half) {
      let child = 2 * hole + 1;
      if (child + 1 < this.#size && this.#isBefore(child + 1, child)) child += 1;
      const time = this.#times[child] as number;
      if (time > entry.atMs || (time === entry.atMs && (this.#seqs[child] as number) > entry.seq)) break;
      this.#move(child, hole);
      hole = child;
    }
    this.#place(hole, entry);
  }

  #isBefore(a: number, b: number): boolean {
    const timeA = this.#times[a] as number;
    const timeB = this.#times[b] as number;
    return timeA < timeB || (timeA === timeB && (this.#seqs[a] as number) < (this.#seqs[b] as number));
  }

  #move(from: number, to: number): void {
    this.#times[to] = this.#times[from] as number;
    this.#seqs[to] = this.#seqs[from] as number;
    this.#entries[to] = this.#entries[from];
  }

  #place(at: number, entry: EntryOf<D>): void {
    this.#times[at] = entry.atMs;
    this.#seqs[at] = entry.seq;
    this.#entries[at] = entry;
  }

  #grow(): void {
    const times = new Float64Array(this.#times.length * 2);
    times.set(this.#times);
    const seqs = new Float64Array(this.#seqs.length * 2);
    seqs.set(this.#seqs);
    this.#times = times;
    this.#seqs = seqs;
  }
}

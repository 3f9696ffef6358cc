/**
 * What is due, and when: a stable heap ordered by (atMs, seq). Entries are data, never closures, so that a world can be
 * copied, compared and replayed. The heap is the engine's hottest place: its times lie in typed arrays, it has four branches
 * at each fork (whose times are read together, and half as many forks), and entries themselves do not move.
 */
import { assert } from "./assert.ts";

/**
 * What an entry is for those who wait: `progress` is on its way to an end; `periodic` comes again and again, and nobody
 * can wait for its end; `expiry` forgets what is over, says
 * again what is known, or keeps the books of what flows, and is never waited for.
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
  /** How many entries stand behind it, each scheduled by the one before, since a call began it: 1 for the first. 0: nobody waits for it. */
  readonly depth: number;
}

const INITIAL_CAPACITY = 64;

export class Agenda<D extends DueShapes<D>> {
  #size = 0;
  #times = new Float64Array(INITIAL_CAPACITY);
  #seqs = new Float64Array(INITIAL_CAPACITY);
  /** Where in `#entries` each entry of the heap lies. */
  #places = new Int32Array(INITIAL_CAPACITY);
  #entries: (EntryOf<D> | undefined)[] = [];
  /** Places in `#entries` that are free again. */
  #free: number[] = [];
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
    const place = this.#free.pop() ?? this.#entries.length;
    this.#entries[place] = entry;
    let hole = this.#size;
    this.#size += 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 2;
      // A new entry has the highest seq, so at equal times it stays below its parent.
      if ((this.#times[parent] as number) <= entry.atMs) break;
      this.#move(parent, hole);
      hole = parent;
    }
    this.#put(hole, entry.atMs, entry.seq, place);
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
    copy.#places = this.#places.slice();
    copy.#entries = this.#entries.slice();
    copy.#free = this.#free.slice();
    copy.#cancelled = new Set(this.#cancelled);
    copy.#progress = this.#progress;
    copy.#periodic = new Set(this.#periodic);
    return copy;
  }

  /** The due entries, all or those of a nature, in the order in which they will happen. Sorting cost; for inspection and tests. */
  list(nature?: Nature): EntryOf<D>[] {
    const due: EntryOf<D>[] = [];
    for (const entry of this.#entries) {
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
    const place = this.#places[0] as number;
    const top = this.#entries[place];
    assert(top !== undefined, "the agenda's heap lost its first entry");
    this.#entries[place] = undefined;
    this.#free.push(place);
    this.#size -= 1;
    if (this.#size > 0) this.#sink(this.#size);
    return top;
  }

  /** Finds a new place for what stands at `from`, which is the end, beginning at the top. */
  #sink(from: number): void {
    const atMs = this.#times[from] as number;
    const seq = this.#seqs[from] as number;
    let hole = 0;
    for (;;) {
      const child = this.#firstOf(4 * hole + 1);
      if (child === -1) break;
      const time = this.#times[child] as number;
      if (time > atMs || (time === atMs && (this.#seqs[child] as number) > seq)) break;
      this.#move(child, hole);
      hole = child;
    }
    this.#put(hole, atMs, seq, this.#places[from] as number);
  }

  /** Of four neighbours the one that is due first; -1 when there is none. */
  #firstOf(first: number): number {
    const end = Math.min(first + 4, this.#size);
    if (first >= end) return -1;
    let best = first;
    let bestTime = this.#times[first] as number;
    for (let at = first + 1; at < end; at += 1) {
      const time = this.#times[at] as number;
      if (time > bestTime || (time === bestTime && (this.#seqs[at] as number) > (this.#seqs[best] as number))) continue;
      best = at;
      bestTime = time;
    }
    return best;
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#times[from] as number, this.#seqs[from] as number, this.#places[from] as number);
  }

  #put(at: number, atMs: number, seq: number, place: number): void {
    this.#times[at] = atMs;
    this.#seqs[at] = seq;
    this.#places[at] = place;
  }

  #grow(): void {
    const capacity = this.#times.length * 2;
    const [times, seqs, places] = [new Float64Array(capacity), new Float64Array(capacity), new Int32Array(capacity)];
    times.set(this.#times);
    seqs.set(this.#seqs);
    places.set(this.#places);
    this.#times = times;
    this.#seqs = seqs;
    this.#places = places;
  }
}

/**
 * What is due, and when: a stable binary heap ordered by (atMs, seq). Entries are data, never closures, so that a
 * world can be copied, compared and replayed. Times live in typed arrays because the heap is the engine's hottest place.
 */
import { assert } from "./assert.ts";

/** One thing that will happen by itself. */
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
  /** Plain data for the handler. */
  readonly data: unknown;
  /** Sequence number of the journal record that scheduled the entry. */
  readonly cause: number;
  /** Housekeeping (health probes, expiry) that `stepUntilQuiet` does not wait for. */
  readonly background: boolean;
}

const INITIAL_CAPACITY = 64;

export class Agenda {
  #size = 0;
  #times = new Float64Array(INITIAL_CAPACITY);
  #seqs = new Float64Array(INITIAL_CAPACITY);
  #entries: (AgendaEntry | undefined)[] = [];
  #cancelled = new Set<number>();
  #foreground = 0;

  /** Entries still due, cancelled ones excluded. */
  get size(): number {
    return this.#size - this.#cancelled.size;
  }

  /** Entries that are not background work. */
  get foreground(): number {
    return this.#foreground;
  }

  /** Adds an entry. `seq` must be larger than that of every entry added before. */
  push(entry: AgendaEntry): void {
    if (this.#size === this.#times.length) this.#grow();
    if (!entry.background) this.#foreground += 1;
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
  pop(): AgendaEntry | undefined {
    this.#dropCancelled();
    if (this.#size === 0) return undefined;
    const entry = this.#removeTop();
    if (!entry.background) this.#foreground -= 1;
    return entry;
  }

  /** Takes back a foreground entry that has not happened. The caller must know that it is still due. */
  cancel(seq: number): void {
    if (this.#cancelled.has(seq)) return;
    this.#cancelled.add(seq);
    this.#foreground -= 1;
  }

  /** An independent copy; the entries themselves are shared because they never change. */
  fork(): Agenda {
    const copy = new Agenda();
    copy.#size = this.#size;
    copy.#times = this.#times.slice();
    copy.#seqs = this.#seqs.slice();
    copy.#entries = this.#entries.slice();
    copy.#cancelled = new Set(this.#cancelled);
    copy.#foreground = this.#foreground;
    return copy;
  }

  /** The due entries in the order in which they will happen. Sorting cost; for inspection and tests. */
  list(): AgendaEntry[] {
    const due = this.#entries
      .slice(0, this.#size)
      .filter((entry): entry is AgendaEntry => entry !== undefined && !this.#cancelled.has(entry.seq));
    return due.sort((a, b) => a.atMs - b.atMs || a.seq - b.seq);
  }

  #dropCancelled(): void {
    while (this.#cancelled.size > 0 && this.#size > 0 && this.#cancelled.delete(this.#seqs[0] as number)) {
      this.#removeTop();
    }
  }

  #removeTop(): AgendaEntry {
    const top = this.#entries[0];
    assert(top !== undefined, "the agenda's heap lost its first entry");
    this.#size -= 1;
    const last = this.#entries[this.#size] as AgendaEntry;
    this.#entries[this.#size] = undefined;
    if (this.#size > 0) this.#sink(last);
    return top;
  }

  #sink(entry: AgendaEntry): void {
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

  #place(at: number, entry: AgendaEntry): void {
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

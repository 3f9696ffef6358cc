/**
 * Everything that happened, in order, each record with its cause and with the rows that it replaced. The journal lies
 * outside the world: a picture of any moment is folded from it, and "why?" walks its causes.
 */

/** One row replaced: `before` is undefined for a new row, `after` for a removed one. */
export interface RowChange {
  readonly table: string;
  readonly key: string;
  readonly before: object | undefined;
  readonly after: object | undefined;
}

/** One thing that happened. */
export interface JournalRecord {
  /** Position in the journal, from 0 without gaps. */
  readonly seq: number;
  /** Simulated milliseconds since the world began. */
  readonly atMs: number;
  /** Number of the user's call that stands behind it; 0 for the scenario's beginning. */
  readonly major: number;
  /** What the controllers did since that call, from 0 (the call itself). */
  readonly minor: number;
  readonly kind: string;
  /** Key of the row that the record is about. */
  readonly subject: string;
  /** Sequence number of the record that led to this one; -1 for a call of the user. */
  readonly cause: number;
  /** Plain data that the rows do not hold: reasons, candidates, durations. */
  readonly facts: unknown;
  readonly changes: readonly RowChange[];
}

/**
 * Changes as they are kept: table, key, before, after, table, key ... One array instead of an object for each change,
 * because a long run keeps millions of them.
 */
export type PackedChanges = readonly unknown[];

const WIDTH = 4;

/** A record as the journal keeps it. */
export class StoredRecord implements JournalRecord {
  readonly seq: number;
  readonly atMs: number;
  readonly major: number;
  readonly minor: number;
  readonly kind: string;
  readonly subject: string;
  readonly cause: number;
  readonly facts: unknown;
  readonly packed: PackedChanges;

  constructor(record: Omit<JournalRecord, "changes">, packed: PackedChanges) {
    this.seq = record.seq;
    this.atMs = record.atMs;
    this.major = record.major;
    this.minor = record.minor;
    this.kind = record.kind;
    this.subject = record.subject;
    this.cause = record.cause;
    this.facts = record.facts;
    this.packed = packed;
  }

  get changes(): readonly RowChange[] {
    const changes: RowChange[] = [];
    for (let at = 0; at < this.packed.length; at += WIDTH) {
      const [table, key, before, after] = this.packed.slice(at, at + WIDTH) as [string, string, object, object];
      changes.push({ table, key, before, after });
    }
    return changes;
  }
}

/** The records of one run, oldest first. */
export class Journal {
  #records: JournalRecord[];

  constructor(records: JournalRecord[] = []) {
    this.#records = records;
  }

  get length(): number {
    return this.#records.length;
  }

  at(seq: number): JournalRecord | undefined {
    return this.#records[seq];
  }

  /** Every record, oldest first. Readers must not change the array. */
  get records(): readonly JournalRecord[] {
    return this.#records;
  }

  append(record: JournalRecord): void {
    this.#records.push(record);
  }

  /** Forgets every record from position `length` on: the run went back in time. */
  truncate(length: number): void {
    this.#records.length = Math.min(this.#records.length, length);
  }

  fork(): Journal {
    return new Journal(this.#records.slice());
  }

  /** Number of records up to and including the moment `atMs`; found by halving. */
  countUntil(atMs: number): number {
    let low = 0;
    let high = this.#records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#records[middle] as JournalRecord).atMs <= atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The chain of causes of a record, nearest first, itself included. */
  causesOf(seq: number): JournalRecord[] {
    const chain: JournalRecord[] = [];
    for (let at = this.at(seq); at !== undefined; at = this.at(at.cause)) chain.push(at);
    return chain;
  }
}

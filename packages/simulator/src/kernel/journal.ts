/**
 * Everything that happened, in order, each record with its cause and with the rows that it replaced. The journal lies
 * outside the world: a picture of any moment is folded from it, and "why?" walks its causes. It is kept in columns,
 * and records become objects when somebody reads them: a long run writes millions that nobody ever looks at.
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

/** What a record says besides its place and the rows changed. */
export type RecordEntry = Omit<JournalRecord, "seq" | "changes">;

const INITIAL_CAPACITY = 256;

/** The records of one run, oldest first. */
export class Journal {
  #length = 0;
  #times = new Float64Array(INITIAL_CAPACITY);
  #majors = new Int32Array(INITIAL_CAPACITY);
  #minors = new Int32Array(INITIAL_CAPACITY);
  #causes = new Int32Array(INITIAL_CAPACITY);
  /** Where the changes after each record begin: those of a record end there. */
  #ends = new Int32Array(INITIAL_CAPACITY);
  #kinds: string[] = [];
  #subjects: string[] = [];
  #facts: unknown[] = [];
  #tables: string[] = [];
  #keys: string[] = [];
  #befores: (object | undefined)[] = [];
  #afters: (object | undefined)[] = [];
  /** Records that have been read, as objects: the same object every time. */
  #read: JournalRecord[] = [];

  get length(): number {
    return this.#length;
  }

  /** Rows changed since the last record. */
  get pendingChanges(): number {
    return this.#tables.length - this.#endOf(this.#length - 1);
  }

  at(seq: number): JournalRecord | undefined {
    if (seq < 0 || seq >= this.#length) return undefined;
    return this.#read[seq] ?? this.records[seq];
  }

  /** Every record, oldest first. Readers must not change the array. */
  get records(): readonly JournalRecord[] {
    for (let seq = this.#read.length; seq < this.#length; seq += 1) this.#read.push(this.#record(seq));
    return this.#read;
  }

  /** Writes down a row that was replaced; it belongs to the next record. */
  addChange(table: string, key: string, before: object | undefined, after: object | undefined): void {
    this.#tables.push(table);
    this.#keys.push(key);
    this.#befores.push(before);
    this.#afters.push(after);
  }

  append(entry: RecordEntry): void {
    const seq = this.#length;
    if (seq === this.#times.length) this.#grow();
    this.#times[seq] = entry.atMs;
    this.#majors[seq] = entry.major;
    this.#minors[seq] = entry.minor;
    this.#causes[seq] = entry.cause;
    this.#ends[seq] = this.#tables.length;
    this.#kinds.push(entry.kind);
    this.#subjects.push(entry.subject);
    this.#facts.push(entry.facts);
    this.#length = seq + 1;
  }

  /** A journal of its own that holds the first `length` records of this one. */
  prefix(length: number): Journal {
    const copy = new Journal();
    const records = Math.min(length, this.#length);
    const changes = this.#endOf(records - 1);
    copy.#length = records;
    copy.#times = this.#times.slice();
    copy.#majors = this.#majors.slice();
    copy.#minors = this.#minors.slice();
    copy.#causes = this.#causes.slice();
    copy.#ends = this.#ends.slice();
    copy.#kinds = this.#kinds.slice(0, records);
    copy.#subjects = this.#subjects.slice(0, records);
    copy.#facts = this.#facts.slice(0, records);
    copy.#tables = this.#tables.slice(0, changes);
    copy.#keys = this.#keys.slice(0, changes);
    copy.#befores = this.#befores.slice(0, changes);
    copy.#afters = this.#afters.slice(0, changes);
    copy.#read = this.#read.slice(0, records);
    return copy;
  }

  /** Number of records up to and including the moment `atMs`; found by halving. */
  countUntil(atMs: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#times[middle] as number) <= atMs) low = middle + 1;
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

  #record(seq: number): JournalRecord {
    const changes: RowChange[] = [];
    for (let at = this.#endOf(seq - 1); at < this.#endOf(seq); at += 1) {
      changes.push({
        table: this.#tables[at] as string,
        key: this.#keys[at] as string,
        before: this.#befores[at],
        after: this.#afters[at],
      });
    }
    return {
      seq,
      atMs: this.#times[seq] as number,
      major: this.#majors[seq] as number,
      minor: this.#minors[seq] as number,
      kind: this.#kinds[seq] as string,
      subject: this.#subjects[seq] as string,
      cause: this.#causes[seq] as number,
      facts: this.#facts[seq],
      changes,
    };
  }

  #endOf(seq: number): number {
    return seq < 0 ? 0 : (this.#ends[seq] as number);
  }

  #grow(): void {
    const capacity = this.#times.length * 2;
    this.#times = copyInto(new Float64Array(capacity), this.#times);
    this.#majors = copyInto(new Int32Array(capacity), this.#majors);
    this.#minors = copyInto(new Int32Array(capacity), this.#minors);
    this.#causes = copyInto(new Int32Array(capacity), this.#causes);
    this.#ends = copyInto(new Int32Array(capacity), this.#ends);
  }
}

function copyInto<Column extends { set(from: ArrayLike<number>): void }>(to: Column, from: ArrayLike<number>): Column {
  to.set(from);
  return to;
}

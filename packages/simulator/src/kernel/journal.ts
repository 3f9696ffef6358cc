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

/** What a kind of record is about: the table that its subject is a key of, and the facts that it states. */
export interface RecordShape {
  readonly subject: string;
  readonly facts: unknown;
}

/** The kinds of records by name. The kernel knows none of them: the model names its own. */
export type RecordShapes<R> = { readonly [Kind in keyof R]: RecordShape };

/** Where a record stands, and what happened. */
interface RecordPlace {
  /** Position in the journal, from 0 without gaps. */
  readonly seq: number;
  /** Simulated milliseconds since the world began. */
  readonly atMs: number;
  /** Number of the user's call that stands behind it; 0 for the scenario's beginning. */
  readonly major: number;
  /** What the controllers did since that call, from 0 (the call itself). */
  readonly minor: number;
  /** Key of the row that the record is about. */
  readonly subject: string;
  /** Sequence number of the record that led to this one; -1 for a call of the user. */
  readonly cause: number;
  readonly changes: readonly RowChange[];
}

/** One record of a kind; without a kind, any record: comparing `kind` tells which facts it has. */
export type RecordOf<R extends RecordShapes<R>, Kind extends keyof R = keyof R> = {
  readonly [K in Kind]: RecordPlace & {
    readonly kind: K;
    /** Plain data that the rows do not hold: reasons, candidates, durations. */
    readonly facts: R[K]["facts"];
  };
}[Kind];

/** What a record says besides its place and the rows changed. */
export interface RecordEntry extends Omit<RecordPlace, "seq" | "changes"> {
  readonly kind: string;
  readonly facts: unknown;
}

const INITIAL_CAPACITY = 256;

/** The records of one run, oldest first. */
export class Journal<R extends RecordShapes<R>> {
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
  #read: RecordOf<R>[] = [];

  get length(): number {
    return this.#length;
  }

  /** Rows changed since the last record. */
  get pendingChanges(): number {
    return this.#tables.length - this.#endOf(this.#length - 1);
  }

  at(seq: number): RecordOf<R> | undefined {
    if (seq < 0 || seq >= this.#length) return undefined;
    return this.#read[seq] ?? this.records[seq];
  }

  /** Every record, oldest first. Readers must not change the array. */
  get records(): readonly RecordOf<R>[] {
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
  prefix(length: number): Journal<R> {
    const copy = new Journal<R>();
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
  causesOf(seq: number): RecordOf<R>[] {
    const chain: RecordOf<R>[] = [];
    for (let at = this.at(seq); at !== undefined; at = this.at(at.cause)) chain.push(at);
    return chain;
  }

  /** How often the commonest thing (a kind of record about one row) has happened in the chain of causes of a record. */
  mostRounds(from: number): number {
    const rounds = new Map<string, number>();
    let most = 0;
    for (let seq = from; seq >= 0 && seq < this.#length; seq = this.#causes[seq] as number) {
      const what = `${this.#kinds[seq]} ${this.#subjects[seq]}`;
      const count = (rounds.get(what) ?? 0) + 1;
      rounds.set(what, count);
      most = Math.max(most, count);
    }
    return most;
  }

  #record(seq: number): RecordOf<R> {
    const changes: RowChange[] = [];
    for (let at = this.#endOf(seq - 1); at < this.#endOf(seq); at += 1) {
      changes.push({
        table: this.#tables[at] as string,
        key: this.#keys[at] as string,
        before: this.#befores[at],
        after: this.#afters[at],
      });
    }
    const record: RecordPlace & Pick<RecordEntry, "kind" | "facts"> = {
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
    // Only `Simulation.record` appends, and it takes no facts but those of the kind.
    return record as RecordOf<R>;
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

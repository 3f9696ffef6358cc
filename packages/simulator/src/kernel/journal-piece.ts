/** Some hundred records of a journal in columns: what a record is made of, without an object for each. */
import { PIECE_SIZE, type Piece } from "./pieces.ts";

/** One row replaced: `before` is undefined for a new row, `after` for a removed one. */
export interface RowChange {
  readonly table: string;
  readonly key: string;
  readonly before: object | undefined;
  readonly after: object | undefined;
}

/** What stands in the columns of one record. */
export interface RecordColumns {
  readonly atMs: number;
  readonly major: number;
  readonly minor: number;
  readonly kind: string;
  readonly subject: string;
  readonly cause: number;
  readonly facts: unknown;
}

export class JournalPiece implements Piece<JournalPiece> {
  size = 0;
  times = new Float64Array(PIECE_SIZE);
  causes = new Int32Array(PIECE_SIZE);
  kinds: string[] = [];
  subjects: string[] = [];
  #majors = new Int32Array(PIECE_SIZE);
  #minors = new Int32Array(PIECE_SIZE);
  /** Where the changes after each record begin: those of a record end there. */
  #ends = new Int32Array(PIECE_SIZE);
  #facts: unknown[] = [];
  #tables: string[] = [];
  #keys: string[] = [];
  #befores: (object | undefined)[] = [];
  #afters: (object | undefined)[] = [];
  /** Records that have been read, as objects: the same object every time. */
  #read: (object | undefined)[] = [];

  copy(size: number): JournalPiece {
    const copy = new JournalPiece();
    const changes = this.#endOf(size - 1);
    copy.size = size;
    copy.times.set(this.times);
    copy.causes.set(this.causes);
    copy.kinds = this.kinds.slice(0, size);
    copy.subjects = this.subjects.slice(0, size);
    copy.#majors.set(this.#majors);
    copy.#minors.set(this.#minors);
    copy.#ends.set(this.#ends);
    copy.#facts = this.#facts.slice(0, size);
    copy.#tables = this.#tables.slice(0, changes);
    copy.#keys = this.#keys.slice(0, changes);
    copy.#befores = this.#befores.slice(0, changes);
    copy.#afters = this.#afters.slice(0, changes);
    copy.#read = this.#read.slice(0, size);
    return copy;
  }

  /** When, what, about what and why: without facts and rows, which are what a record weighs. */
  outline(): JournalPiece {
    const outline = new JournalPiece();
    Object.assign(outline, { size: this.size, times: this.times, causes: this.causes });
    Object.assign(outline, { kinds: this.kinds, subjects: this.subjects });
    outline.#majors = this.#majors;
    outline.#minors = this.#minors;
    outline.#ends = this.#ends;
    return outline;
  }

  /** Rows changed behind the last record. */
  get pending(): number {
    return this.#tables.length - this.#endOf(this.size - 1);
  }

  addChange(table: string, key: string, before: object | undefined, after: object | undefined): void {
    this.#tables.push(table);
    this.#keys.push(key);
    this.#befores.push(before);
    this.#afters.push(after);
  }

  append(record: RecordColumns): void {
    const at = this.size;
    this.times[at] = record.atMs;
    this.#majors[at] = record.major;
    this.#minors[at] = record.minor;
    this.causes[at] = record.cause;
    this.#ends[at] = this.#tables.length;
    this.kinds.push(record.kind);
    this.subjects.push(record.subject);
    this.#facts.push(record.facts);
    this.size = at + 1;
  }

  /** Whether the record at a place is this one, as far as its place in the run and its rows can tell. */
  isSame(at: number, record: RecordColumns, changes: number): boolean {
    return (
      this.times[at] === record.atMs &&
      this.#majors[at] === record.major &&
      this.#minors[at] === record.minor &&
      this.kinds[at] === record.kind &&
      this.subjects[at] === record.subject &&
      this.#endOf(at) - this.#endOf(at - 1) === changes
    );
  }

  /** The record at a place as an object. @param seq its number in the journal */
  read(at: number, seq: number): object {
    const known = this.#read[at];
    if (known !== undefined) return known;
    const record = {
      seq,
      atMs: this.times[at] as number,
      major: this.#majors[at] as number,
      minor: this.#minors[at] as number,
      kind: this.kinds[at] as string,
      subject: this.subjects[at] as string,
      cause: this.causes[at] as number,
      facts: this.#facts[at],
      changes: this.#changesOf(at),
    };
    // Filled up from the front: a list with holes would be a hash table.
    while (this.#read.length <= at) this.#read.push(undefined);
    this.#read[at] = record;
    return record;
  }

  #changesOf(at: number): RowChange[] {
    const changes: RowChange[] = [];
    for (let change = this.#endOf(at - 1); change < this.#endOf(at); change += 1) {
      changes.push({
        table: this.#tables[change] as string,
        key: this.#keys[change] as string,
        before: this.#befores[change],
        after: this.#afters[change],
      });
    }
    return changes;
  }

  #endOf(at: number): number {
    return at < 0 ? 0 : (this.#ends[at] as number);
  }
}

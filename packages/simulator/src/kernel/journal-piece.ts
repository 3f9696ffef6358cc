/**
 * Some hundred records of a journal in columns: what a record is made of, without an object for each. Of a row that was
 * changed in part it keeps what was changed; when somebody reads the record the row becomes whole, and stays so.
 */
import { assert } from "./assert.ts";
import { FieldNames } from "./field-names.ts";
import { PIECE_SIZE, type Piece } from "./pieces.ts";

/** One row replaced: `before` is undefined for a new row, `after` for a removed one. */
export interface RowChange {
  readonly table: string;
  readonly key: string;
  readonly before: object | undefined;
  readonly after: object | undefined;
}

/** A row before a change: itself, or the number of the record that left it so; undefined when there was none. */
export type Version = object | number | undefined;

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
  /** Of each change. */
  tables: string[] = [];
  keys: string[] = [];
  #majors = new Int32Array(PIECE_SIZE);
  #minors = new Int32Array(PIECE_SIZE);
  /** Where the changes after each record begin: those of a record end there. */
  #ends = new Int32Array(PIECE_SIZE);
  #facts: unknown[] = [];
  #befores: Version[] = [];
  /** A number stands for a row changed in part: where in `#differences` that begins. */
  #afters: (object | number | undefined)[] = [];
  /** Which fields were changed, as `FieldNames`, then the value of each. */
  #differences: unknown[] = [];
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
    copy.tables = this.tables.slice(0, changes);
    copy.keys = this.keys.slice(0, changes);
    copy.#befores = this.#befores.slice(0, changes);
    copy.#afters = this.#afters.slice(0, changes);
    copy.#differences = this.#differences.slice();
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
    return this.tables.length - this.#endOf(this.size - 1);
  }

  /** @param after a number: where its difference begins, see `addDifference` */
  addChange(table: string, key: string, before: Version, after: object | number | undefined): void {
    this.tables.push(table);
    this.keys.push(key);
    this.#befores.push(before);
    this.#afters.push(after);
  }

  /** Keeps in what `fields` differ from a row. @returns what stands for the row afterwards */
  addDifference(row: object, fields: object): number {
    const differences = this.#differences;
    const start = differences.length;
    let names = FieldNames.NONE;
    differences.push(names);
    for (const name in fields) {
      const value = fields[name as never];
      if (value === row[name as never]) continue;
      names = names.with(name);
      differences.push(value);
    }
    differences[start] = names;
    return start;
  }

  append(record: RecordColumns): void {
    const at = this.size;
    this.times[at] = record.atMs;
    this.#majors[at] = record.major;
    this.#minors[at] = record.minor;
    this.causes[at] = record.cause;
    this.#ends[at] = this.tables.length;
    this.kinds.push(record.kind);
    this.subjects.push(record.subject);
    this.#facts.push(record.facts);
    this.size = at + 1;
    if (this.size === PIECE_SIZE) this.#trim();
  }

  /** Gives back the room that lists which grow keep for more: a quarter of what they hold. */
  #trim(): void {
    this.kinds = this.kinds.slice();
    this.subjects = this.subjects.slice();
    this.tables = this.tables.slice();
    this.keys = this.keys.slice();
    this.#facts = this.#facts.slice();
    this.#befores = this.#befores.slice();
    this.#afters = this.#afters.slice();
    this.#differences = this.#differences.slice();
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

  /** Where the changes of the record at a place begin; they end where those of the next one begin. */
  changesFrom(at: number): number {
    return this.#endOf(at - 1);
  }

  /** The last change of a row in the record at a place. @param until a change of the record that it stands before */
  changeOf(at: number, table: string, key: string, until = this.#endOf(at)): number {
    let change = until - 1;
    while (change >= 0 && (this.keys[change] !== key || this.tables[change] !== table)) change -= 1;
    assert(
      change >= this.#endOf(at - 1),
      () => `${table} ${key} did not change in the record that is to have left it so`,
    );
    return change;
  }

  beforeOf(change: number): Version {
    return this.#befores[change];
  }

  /** The row after a change; a number when it is not whole. */
  afterOf(change: number): object | number | undefined {
    return this.#afters[change];
  }

  /** Makes the rows of a change whole. @returns the row afterwards */
  complete(change: number, before: object | undefined): object | undefined {
    this.#befores[change] = before;
    const start = this.#afters[change];
    if (typeof start !== "number") return start;
    const row: Record<string, unknown> = { ...before };
    const { names } = this.#differences[start] as FieldNames;
    for (const [at, name] of names.entries()) row[name] = this.#differences[start + 1 + at];
    this.#afters[change] = Object.freeze(row);
    return row;
  }

  /** Whether the record at a place has been read: its rows are whole. */
  isRead(at: number): boolean {
    return this.#read[at] !== undefined;
  }

  /** The record at a place as an object; its rows must be whole. @param seq its number in the journal */
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
        table: this.tables[change] as string,
        key: this.keys[change] as string,
        before: this.#befores[change] as object | undefined,
        after: this.#afters[change] as object | undefined,
      });
    }
    return changes;
  }

  #endOf(at: number): number {
    return at < 0 ? 0 : (this.#ends[at] as number);
  }
}

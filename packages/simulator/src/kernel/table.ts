/**
 * Rows of one kind, frozen and replaced, never edited: the identity of a row is the change signal for every reader.
 * Secondary indexes are kept with each write, so that no read ever walks a whole table.
 */
import { assert } from "./assert.ts";

/** One secondary index. */
export interface IndexShape<Row> {
  /** The bucket of a row, or undefined when the row is not in this index. */
  readonly key: (row: Row) => string | undefined;
  /** The fields that the bucket is made of: as long as they stay the same, so does the bucket. */
  readonly fields: readonly (keyof Row)[];
}

/** The row was written outside of a run. */
export const NO_RECORD = -1;

const NOTHING: ReadonlySet<string> = new Set();

/** Members of a bucket. Most have one, which is kept bare: a Set for each would be the largest part of the table. */
type Bucket = string | Set<string>;

/** How a table is keyed and indexed: code, shared by all copies of the table. */
export interface TableShape<Row> {
  readonly name: string;
  readonly key: (row: Row) => string;
  /**
   * The row's slot, for tables whose rows know theirs. Reading by slot touches one array instead of a hash table,
   * which is most of the engine's time when hundreds of thousands of rows are alive.
   */
  readonly slot?: (row: Row) => number;
  readonly indexes: Readonly<Record<string, IndexShape<Row>>>;
}

/** What readers see of a table. */
export interface ReadonlyTable<Row> {
  readonly size: number;
  get(key: string): Row | undefined;
  has(key: string): boolean;
  values(): IterableIterator<Row>;
  keys(): IterableIterator<string>;
  /** The row in a slot, or undefined when it was removed. Slots are never given out twice. */
  at(slot: number): Row | undefined;
  /** The slot that the next new row will have. */
  readonly nextSlot: number;
  /** Keys of the rows in a bucket, oldest membership first. Empty when the bucket does not exist. */
  bucket(index: string, key: string): ReadonlySet<string>;
}

export class Table<Row extends object> implements ReadonlyTable<Row> {
  readonly shape: TableShape<Row>;
  /** Slots by key, in the order of insertion. */
  #slots = new Map<string, number>();
  #rows: (Row | undefined)[] = [];
  /** For each row the number of the record that wrote it. */
  #records: number[] = [];
  #indexes: Index<Row>[];

  constructor(shape: TableShape<Row>) {
    this.shape = shape;
    this.#indexes = Object.entries(shape.indexes).map(([name, index]) => ({ name, ...index, buckets: new Map() }));
  }

  get size(): number {
    return this.#slots.size;
  }

  get nextSlot(): number {
    return this.#rows.length;
  }

  get(key: string): Row | undefined {
    const slot = this.#slots.get(key);
    return slot === undefined ? undefined : this.#rows[slot];
  }

  at(slot: number): Row | undefined {
    return this.#rows[slot];
  }

  has(key: string): boolean {
    return this.#slots.has(key);
  }

  *values(): IterableIterator<Row> {
    for (const slot of this.#slots.values()) yield this.#rows[slot] as Row;
  }

  keys(): IterableIterator<string> {
    return this.#slots.keys();
  }

  bucket(index: string, key: string): ReadonlySet<string> {
    const found = this.#indexes.find((candidate) => candidate.name === index);
    assert(found !== undefined, () => `table ${this.shape.name} has no index ${index}`);
    const members = found.buckets.get(key);
    return typeof members === "string" ? new Set([members]) : (members ?? NOTHING);
  }

  /** The number of the record that wrote a row of this table, as `put` was told; `NO_RECORD` when it was not. */
  recordOf(row: Row): number {
    const slot = this.shape.slot?.(row) ?? this.#slots.get(this.shape.key(row));
    return slot === undefined ? NO_RECORD : (this.#records[slot] as number);
  }

  /**
   * Inserts a row or replaces the one with the same key; gives back the row that stood there before.
   * @param key that of the row, for callers that have it already
   * @param record number of the record that the change belongs to
   */
  put(row: Row, key: string = this.shape.key(row), record: number = NO_RECORD): Row | undefined {
    const slot = this.shape.slot?.(row) ?? this.#slots.get(key) ?? this.#rows.length;
    const before = this.#rows[slot];
    if (before === undefined) this.#take(key, slot);
    this.#rows[slot] = Object.freeze(row);
    this.#records[slot] = record;
    for (const index of this.#indexes) reindex(index, key, before, row);
    return before;
  }

  /** Removes a row; gives back the row that stood there, or undefined. */
  remove(key: string): Row | undefined {
    const slot = this.#slots.get(key);
    if (slot === undefined) return undefined;
    const before = this.#rows[slot];
    this.#slots.delete(key);
    this.#rows[slot] = undefined;
    for (const index of this.#indexes) reindex(index, key, before, undefined);
    return before;
  }

  /** An independent copy that shares the (frozen) rows. */
  fork(): Table<Row> {
    const copy = new Table(this.shape);
    copy.#slots = new Map(this.#slots);
    copy.#rows = this.#rows.slice();
    copy.#records = this.#records.slice();
    copy.#indexes = this.#indexes.map((index) => ({
      ...index,
      buckets: new Map(Array.from(index.buckets, ([key, members]) => [key, copyBucket(members)])),
    }));
    return copy;
  }

  /** Slots in between stay empty: a picture of the past may see a later row first. */
  #take(key: string, slot: number): void {
    while (this.#rows.length <= slot) {
      this.#rows.push(undefined);
      this.#records.push(NO_RECORD);
    }
    this.#slots.set(key, slot);
  }
}

interface Index<Row> extends IndexShape<Row> {
  readonly name: string;
  readonly buckets: Map<string, Bucket>;
}

function copyBucket(members: Bucket): Bucket {
  return typeof members === "string" ? members : new Set(members);
}

function reindex<Row>(index: Index<Row>, key: string, before: Row | undefined, after: Row | undefined): void {
  if (before !== undefined && after !== undefined && isSame(index.fields, before, after)) return;
  const from = before === undefined ? undefined : index.key(before);
  const to = after === undefined ? undefined : index.key(after);
  if (from === to) return;
  if (from !== undefined) leave(index.buckets, from, key);
  if (to !== undefined) join(index.buckets, to, key);
}

function join(buckets: Map<string, Bucket>, name: string, key: string): void {
  const members = buckets.get(name);
  if (members === undefined) buckets.set(name, key);
  else if (typeof members === "string") buckets.set(name, new Set([members, key]));
  else members.add(key);
}

function leave(buckets: Map<string, Bucket>, name: string, key: string): void {
  const members = buckets.get(name);
  if (members === undefined) return;
  if (typeof members !== "string") members.delete(key);
  if (typeof members === "string" || members.size === 0) buckets.delete(name);
}

function isSame<Row>(fields: readonly (keyof Row)[], before: Row, after: Row): boolean {
  for (const field of fields) if (before[field] !== after[field]) return false;
  return true;
}

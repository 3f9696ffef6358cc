/**
 * Rows of one kind, frozen and replaced, never edited: the identity of a row is the change signal for every reader.
 * Secondary indexes are kept with each write, so that no read ever walks a whole table.
 */
import { assert } from "./assert.ts";

/** Gives the bucket of a row in an index, or undefined when the row is not in that index. */
export type IndexKey<Row> = (row: Row) => string | undefined;

const NOTHING: ReadonlySet<string> = new Set();

/** How a table is keyed and indexed: code, shared by all copies of the table. */
export interface TableShape<Row> {
  readonly name: string;
  readonly key: (row: Row) => string;
  readonly indexes: Readonly<Record<string, IndexKey<Row>>>;
}

/** What readers see of a table. */
export interface ReadonlyTable<Row> {
  readonly size: number;
  get(key: string): Row | undefined;
  has(key: string): boolean;
  values(): IterableIterator<Row>;
  keys(): IterableIterator<string>;
  /** Keys of the rows in a bucket, oldest membership first. Empty when the bucket does not exist. */
  bucket(index: string, key: string): ReadonlySet<string>;
}

export class Table<Row extends object> implements ReadonlyTable<Row> {
  readonly shape: TableShape<Row>;
  #rows: Map<string, Row>;
  #indexes: { readonly name: string; readonly keyOf: IndexKey<Row>; readonly buckets: Map<string, Set<string>> }[];

  constructor(shape: TableShape<Row>) {
    this.shape = shape;
    this.#rows = new Map();
    this.#indexes = Object.entries(shape.indexes).map(([name, keyOf]) => ({ name, keyOf, buckets: new Map() }));
  }

  get size(): number {
    return this.#rows.size;
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  has(key: string): boolean {
    return this.#rows.has(key);
  }

  values(): IterableIterator<Row> {
    return this.#rows.values();
  }

  keys(): IterableIterator<string> {
    return this.#rows.keys();
  }

  bucket(index: string, key: string): ReadonlySet<string> {
    const found = this.#indexes.find((candidate) => candidate.name === index);
    assert(found !== undefined, () => `table ${this.shape.name} has no index ${index}`);
    return found.buckets.get(key) ?? NOTHING;
  }

  /** Inserts a row or replaces the one with the same key; gives back the row that stood there before. */
  put(row: Row): Row | undefined {
    const key = this.shape.key(row);
    const before = this.#rows.get(key);
    this.#rows.set(key, Object.freeze(row));
    for (const index of this.#indexes) this.#reindex(index, key, before, row);
    return before;
  }

  /** Removes a row; gives back the row that stood there, or undefined. */
  remove(key: string): Row | undefined {
    const before = this.#rows.get(key);
    if (before === undefined) return undefined;
    this.#rows.delete(key);
    for (const index of this.#indexes) this.#reindex(index, key, before, undefined);
    return before;
  }

  /** An independent copy that shares the (frozen) rows. */
  fork(): Table<Row> {
    const copy = new Table(this.shape);
    copy.#rows = new Map(this.#rows);
    copy.#indexes = this.#indexes.map((index) => ({
      ...index,
      buckets: new Map(Array.from(index.buckets, ([key, members]) => [key, new Set(members)])),
    }));
    return copy;
  }

  #reindex(
    index: { keyOf: IndexKey<Row>; buckets: Map<string, Set<string>> },
    key: string,
    before: Row | undefined,
    after: Row | undefined,
  ): void {
    const from = before === undefined ? undefined : index.keyOf(before);
    const to = after === undefined ? undefined : index.keyOf(after);
    if (from === to) return;
    if (from !== undefined) {
      const members = index.buckets.get(from);
      members?.delete(key);
      if (members?.size === 0) index.buckets.delete(from);
    }
    if (to === undefined) return;
    const members = index.buckets.get(to);
    if (members === undefined) index.buckets.set(to, new Set([key]));
    else members.add(key);
  }
}

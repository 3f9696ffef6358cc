/**
 * The journal arranged by row: which states each task, container, cluster ... passed, with the record that set each.
 * Checks read this instead of the tables because ECS forgets stopped tasks and a check must not.
 */
import type { JournalRecord, Session } from "@quayside/simulator";

/** Names of the tables and the row type of each, as the session shows them. */
export type TableName = keyof Session["tables"] & string;
export type RowIn<Name extends TableName> =
  ReturnType<Session["tables"][Name]["values"]> extends Iterable<infer Row> ? Row : never;

/** A state of a row and the record that brought it. */
export interface RowVersion<Row> {
  /** Position of the record in the journal. */
  readonly seq: number;
  /** Simulated milliseconds since the world began. */
  readonly atMs: number;
  readonly row: Row;
}

/** Everything that one row was, oldest first; at least one version. */
export interface RowStory<Row> {
  readonly key: string;
  readonly versions: readonly RowVersion<Row>[];
  /** The newest version. It stays here after the row was removed. */
  readonly latest: RowVersion<Row>;
  /** The row is gone from its table. */
  readonly removed: boolean;
}

interface GrowingStory {
  key: string;
  versions: RowVersion<object>[];
  latest: RowVersion<object>;
  removed: boolean;
}

/** Grows with its journal, and starts again when the journal went back in time. */
export class History {
  #stories = new Map<string, Map<string, GrowingStory>>();
  /** Groupings asked for since the journal last grew. */
  #groupings = new Map<string, Map<unknown, ReadonlyMap<string, readonly RowStory<object>[]>>>();
  #read = 0;
  #last: JournalRecord | undefined;

  /** Arranges a whole journal. */
  static of(records: readonly JournalRecord[]): History {
    const history = new History();
    history.follow(records);
    return history;
  }

  /**
   * Takes in what the journal holds beyond the last call.
   * @returns whether anything changed
   */
  follow(records: readonly JournalRecord[]): boolean {
    const rewound = this.#read > records.length || (this.#read > 0 && records[this.#read - 1] !== this.#last);
    if (rewound) this.#forget();
    if (!rewound && this.#read === records.length) return false;
    this.#groupings.clear();
    for (; this.#read < records.length; this.#read += 1) this.#take(records[this.#read] as JournalRecord);
    this.#last = records[this.#read - 1];
    return true;
  }

  /** The stories of a table, in the order in which its rows first appeared. */
  stories<Name extends TableName>(table: Name): RowStory<RowIn<Name>>[] {
    return [...(this.#stories.get(table)?.values() ?? [])] as unknown as RowStory<RowIn<Name>>[];
  }

  /** The story of one row, or undefined when there never was one. */
  story<Name extends TableName>(table: Name, key: string): RowStory<RowIn<Name>> | undefined {
    return this.#stories.get(table)?.get(key) as unknown as RowStory<RowIn<Name>> | undefined;
  }

  /**
   * The stories of a table by what `keyOf` gives for their latest rows, computed once between two changes of the journal.
   * @param keyOf a function that lives as long as the program: the grouping is remembered under it and the table
   */
  grouped<Name extends TableName>(
    table: Name,
    keyOf: (row: RowIn<Name>) => string,
  ): ReadonlyMap<string, readonly RowStory<RowIn<Name>>[]> {
    const ofTable = this.#groupings.get(table) ?? new Map();
    this.#groupings.set(table, ofTable);
    const known = ofTable.get(keyOf);
    if (known !== undefined) return known;
    const groups = Map.groupBy(this.stories(table), (story) => keyOf(story.latest.row));
    ofTable.set(keyOf, groups);
    return groups;
  }

  #forget(): void {
    this.#stories = new Map();
    this.#read = 0;
    this.#last = undefined;
  }

  #take(record: JournalRecord): void {
    for (const change of record.changes) {
      let table = this.#stories.get(change.table);
      if (table === undefined) {
        table = new Map();
        this.#stories.set(change.table, table);
      }
      const story = table.get(change.key);
      if (change.after === undefined) {
        if (story !== undefined) story.removed = true;
        continue;
      }
      const version = { seq: record.seq, atMs: record.atMs, row: change.after };
      if (story === undefined) {
        table.set(change.key, { key: change.key, versions: [version], latest: version, removed: false });
        continue;
      }
      story.versions.push(version);
      story.latest = version;
      story.removed = false;
    }
  }
}

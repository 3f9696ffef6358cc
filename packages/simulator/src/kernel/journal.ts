/**
 * Everything that happened, in order, each record with its cause and with the rows that it replaced. The journal lies
 * outside the world: a picture of any moment is folded from it, and "why?" walks its causes. It is kept in columns,
 * and records become objects when somebody reads them: a long run writes millions that nobody ever looks at. Copies share
 * what they have in common (pieces.ts), so that going to another moment of a run costs nothing by the record.
 */
import { assert } from "./assert.ts";
import { JournalPiece, type RowChange, type Version } from "./journal-piece.ts";
import { PIECE_MASK, Pieces } from "./pieces.ts";

export type { RowChange, Version } from "./journal-piece.ts";

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

/** The records of one run, oldest first. */
export class Journal<R extends RecordShapes<R>> {
  #pieces = new Pieces(() => new JournalPiece());
  /** Rows changed since the last record. */
  #pending = 0;
  /** The records read as a list, as far as somebody has asked for it. */
  #read: RecordOf<R>[] = [];
  /** The first record that can be read: those before it were forgotten. */
  #first = 0;

  get length(): number {
    return this.#pieces.length;
  }

  /** Records up to the end of the run that lies ahead; `length` when the journal did not go back. */
  get knownLength(): number {
    return this.#pieces.known;
  }

  /** Rows changed since the last record. */
  get pendingChanges(): number {
    return this.#pending;
  }

  /** The number of the first record that can be read; those before it were forgotten. */
  get first(): number {
    return this.#first;
  }

  at(seq: number): RecordOf<R> | undefined {
    return seq < this.#first || seq >= this.length ? undefined : this.#record(seq);
  }

  /** Every record that can be read, oldest first. Readers must not change the array. */
  get records(): readonly RecordOf<R>[] {
    for (let seq = this.#first + this.#read.length; seq < this.length; seq += 1) this.#read.push(this.#record(seq));
    return this.#read;
  }

  /**
   * Forgets what older records say; the last ones, at most a piece, stay. Their times, subjects and causes are kept, because
   * the run is told by them from one that never ends: it goes on as if nothing had been forgotten.
   */
  forgetBehind(): void {
    // Those that stay are read before what their rows were made of goes.
    for (let seq = this.length - (this.length & PIECE_MASK); seq < this.length; seq += 1) this.#record(seq);
    this.#first = this.#pieces.forgetBehind();
    this.#read = [];
  }

  /** Writes down a row that was replaced; it belongs to the next record. */
  addChange(table: string, key: string, before: Version, after: object | undefined): void {
    if (!this.#isAhead) this.#pieces.open(this.#pending).addChange(table, key, before, after);
    this.#pending += 1;
  }

  /**
   * Writes down that fields of a row were changed, and keeps these alone.
   * @param before number of the record that wrote the row
   */
  addDifference(table: string, key: string, before: number, row: object, fields: object): void {
    if (!this.#isAhead) {
      const piece = this.#pieces.open(this.#pending);
      piece.addChange(table, key, before, piece.addDifference(row, fields));
    }
    this.#pending += 1;
  }

  /** Writes the next record; when it is known already, looks whether the run comes to the same one again. */
  append(entry: RecordEntry): void {
    const seq = this.length;
    if (this.#isAhead) {
      const isSame = this.#pieces.of(seq).isSame(seq & PIECE_MASK, entry, this.#pending);
      assert(isSame, () => `the run went on differently: ${entry.kind} of ${entry.subject} as record ${seq}`);
    } else this.#pieces.open(this.#pending).append(entry);
    this.#pieces.grow();
    this.#pending = 0;
  }

  /** A journal of its own that holds the first `length` records of this one. */
  prefix(length: number): Journal<R> {
    return this.#with(this.#pieces.prefix(Math.min(length, this.length)));
  }

  /**
   * The journal of the same run at another moment: it holds the first `length` records, at most `knownLength`, and comes
   * to those that follow again until `forgetAhead`.
   */
  rewound(length: number): Journal<R> {
    return this.#with(this.#pieces.rewound(length));
  }

  /** The run goes on differently from here: what lies ahead will not come. */
  forgetAhead(): void {
    this.#pieces.forgetAhead();
  }

  /** Number of records up to and including the moment `atMs`; found by halving. */
  countUntil(atMs: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces.of(middle).times[middle & PIECE_MASK] as number) <= atMs) low = middle + 1;
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
    for (let seq = from; seq >= 0 && seq < this.length; ) {
      const piece = this.#pieces.of(seq);
      const at = seq & PIECE_MASK;
      const what = `${piece.kinds[at]} ${piece.subjects[at]}`;
      const count = (rounds.get(what) ?? 0) + 1;
      rounds.set(what, count);
      most = Math.max(most, count);
      seq = piece.causes[at] as number;
    }
    return most;
  }

  #record(seq: number): RecordOf<R> {
    const piece = this.#pieces.of(seq);
    const at = seq & PIECE_MASK;
    if (!piece.isRead(at)) {
      const end = piece.changesFrom(at + 1);
      for (let change = piece.changesFrom(at); change < end; change += 1) {
        piece.complete(change, this.#rowBefore(seq, piece, change));
      }
    }
    // Only `Simulation.record` appends, and it takes no facts but those of the kind.
    return piece.read(at, seq) as RecordOf<R>;
  }

  /** The row before a change of a record: back to a version that is whole, and from there on again. */
  #rowBefore(seq: number, piece: JournalPiece, change: number): object | undefined {
    const [table, key] = [piece.tables[change] as string, piece.keys[change] as string];
    const inPart: (() => void)[] = [];
    let row: Version = piece.beforeOf(change);
    let [from, at] = [seq, change];
    while (typeof row === "number") {
      const of = this.#pieces.of(row);
      const found = of.changeOf(row & PIECE_MASK, table, key, row === from ? at : undefined);
      [from, at, row] = [row, found, of.afterOf(found)];
      if (typeof row !== "number") break;
      inPart.push(() => (row = of.complete(found, row as object)));
      row = of.beforeOf(found);
    }
    for (const complete of inPart.reverse()) complete();
    return row as object | undefined;
  }

  /** The next record has been written already, by this run before it went back. */
  get #isAhead(): boolean {
    return this.#pieces.length < this.#pieces.known;
  }

  #with(pieces: Pieces<JournalPiece>): Journal<R> {
    const copy = new Journal<R>();
    copy.#pieces = pieces;
    copy.#first = this.#first;
    return copy;
  }
}

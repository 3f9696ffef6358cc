/**
 * What flowed, as numbers in columns beside the journal: rows are only ever appended, and copies share what they have in
 * common (pieces.ts). A run that went back comes to the same rows again, as it comes to the same records.
 */
import { assert } from "./assert.ts";
import { PIECE_MASK, PIECE_SIZE, type Piece, Pieces } from "./pieces.ts";

/** A number for each column. */
export type LedgerRow<Column extends string> = { readonly [Name in Column]: number };

export class Ledger<Column extends string> {
  readonly columns: readonly Column[];
  readonly #places: ReadonlyMap<Column, number>;
  #pieces: Pieces<LedgerPiece>;

  /** @param columns names, each once */
  constructor(columns: readonly Column[]) {
    this.columns = columns;
    this.#places = new Map(columns.map((column, place) => [column, place]));
    this.#pieces = new Pieces(() => new LedgerPiece(columns.length));
  }

  get length(): number {
    return this.#pieces.length;
  }

  /** Rows up to the end of the run that lies ahead; `length` when the ledger did not go back. */
  get knownLength(): number {
    return this.#pieces.known;
  }

  /** Writes the next row; when it is known already, looks whether the run comes to the same one again. */
  append(row: LedgerRow<Column>): void {
    const at = this.length & PIECE_MASK;
    if (this.length < this.knownLength) {
      const piece = this.#pieces.of(this.length);
      const other = this.columns.find((column, place) => piece.read(place, at) !== row[column]);
      assert(other === undefined, () => `the run went on differently: ${other} of ledger row ${this.length}`);
    } else {
      const piece = this.#pieces.open(0);
      for (let place = 0; place < this.columns.length; place += 1)
        piece.write(place, at, row[this.columns[place] as Column]);
      piece.size = at + 1;
    }
    this.#pieces.grow();
  }

  /** One number of a row, which must exist. */
  get(row: number, column: Column): number {
    assert(row >= 0 && row < this.length, () => `the ledger has ${this.length} rows and none with number ${row}`);
    return this.#pieces.of(row).read(this.#places.get(column) as number, row & PIECE_MASK);
  }

  /** A whole row, for people and tests. */
  row(row: number): LedgerRow<Column> {
    return Object.fromEntries(this.columns.map((column) => [column, this.get(row, column)])) as LedgerRow<Column>;
  }

  /** The first row whose number in a column that never falls is greater than `value`; `length` when there is none. */
  firstAbove(column: Column, value: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.get(middle, column) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A ledger of its own that holds the first `length` rows of this one. */
  prefix(length: number): Ledger<Column> {
    return this.#with(this.#pieces.prefix(Math.min(length, this.length)));
  }

  /** The ledger of the same run at another moment: it comes to the rows that follow again until `forgetAhead`. */
  rewound(length: number): Ledger<Column> {
    return this.#with(this.#pieces.rewound(length));
  }

  /** The run goes on differently from here: what lies ahead will not come. */
  forgetAhead(): void {
    this.#pieces.forgetAhead();
  }

  /** An empty one with the same columns. */
  empty(): Ledger<Column> {
    return new Ledger(this.columns);
  }

  #with(pieces: Pieces<LedgerPiece>): Ledger<Column> {
    const copy = new Ledger(this.columns);
    copy.#pieces = pieces;
    return copy;
  }
}

/** Some hundred rows, one column after the other. */
class LedgerPiece implements Piece<LedgerPiece> {
  size = 0;
  readonly pending = 0;
  readonly #numbers: Float64Array;

  constructor(columns: number, numbers = new Float64Array(columns * PIECE_SIZE)) {
    this.#numbers = numbers;
  }

  read(place: number, at: number): number {
    return this.#numbers[place * PIECE_SIZE + at] as number;
  }

  write(place: number, at: number, value: number): void {
    this.#numbers[place * PIECE_SIZE + at] = value;
  }

  copy(size: number): LedgerPiece {
    const copy = new LedgerPiece(0, this.#numbers.slice());
    copy.size = size;
    return copy;
  }

  /** Numbers are all that a row is. */
  outline(): LedgerPiece {
    return this;
  }
}

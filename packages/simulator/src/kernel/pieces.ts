/**
 * A list that only grows, kept in pieces of a fixed number of entries, which copies of the list share. A copy costs a pointer a
 * piece. Whoever goes on first from a shared end goes on in the shared piece; whoever comes second takes a copy of that one
 * piece. A list that went back still has what lies ahead: as long as it is known, the same entries are come to again, not written.
 */
import { assert } from "./assert.ts";

/** Entries of a piece: as a shift and a mask, because every entry that is read or written is found with them. */
const SHIFT = 9;
export const PIECE_SIZE = 1 << SHIFT;
export const PIECE_MASK = PIECE_SIZE - 1;

/** A run of entries in columns. */
export interface Piece<Self> {
  /** Entries written, at most `PIECE_SIZE`. */
  readonly size: number;
  /** What was begun behind the last entry, such as changes that the next one will hold. */
  readonly pending: number;
  /** A piece of its own with the first `size` entries of this one, and nothing that was begun after them. */
  copy(size: number): Self;
  /** The same entries with no more than what the list itself needs of them. */
  outline(): Self;
}

export class Pieces<P extends Piece<P>> {
  readonly #create: () => P;
  #pieces: P[] = [];
  #length = 0;
  #known = 0;

  constructor(create: () => P) {
    this.#create = create;
  }

  /** Entries of this list. */
  get length(): number {
    return this.#length;
  }

  /** Entries up to the end of what lies ahead; `length` when nothing does. */
  get known(): number {
    return this.#known;
  }

  /** The piece that holds an entry; it must exist. Inside of the piece it stands at `index & PIECE_MASK`. */
  of(index: number): P {
    return this.#pieces[index >> SHIFT] as P;
  }

  /**
   * The piece into which the next entry is written. Nothing may be known ahead.
   * @param pending what this list itself has begun behind its last entry
   */
  open(pending: number): P {
    const at = this.#length >> SHIFT;
    const offset = this.#length & PIECE_MASK;
    let piece = this.#pieces[at];
    if (piece === undefined) piece = this.#create();
    else if (piece.size === offset && piece.pending === pending) return piece;
    else piece = piece.copy(offset);
    this.#pieces[at] = piece;
    return piece;
  }

  /** The next entry is there: it was written, or come to again. */
  grow(): void {
    this.#length += 1;
    if (this.#known < this.#length) this.#known = this.#length;
  }

  /** A list that holds the first `length` entries, and goes on in its own way. */
  prefix(length: number): Pieces<P> {
    return this.rewound(length).forgetAhead();
  }

  /** A list that holds the first `length` entries and comes to the others again: for the same run, sent back or ahead. */
  rewound(length: number): Pieces<P> {
    assert(length <= this.#known, () => `only ${this.#known} entries are known, not ${length}`);
    const copy = new Pieces(this.#create);
    copy.#pieces = this.#pieces.slice();
    copy.#length = length;
    copy.#known = this.#known;
    return copy;
  }

  /** Keeps of every piece before the present one its outline alone. @returns the first entry that is still whole */
  forgetBehind(): number {
    const present = this.#length >> SHIFT;
    for (let at = 0; at < present; at += 1) this.#pieces[at] = (this.#pieces[at] as P).outline();
    return present << SHIFT;
  }

  /** What lies ahead will not come: the list goes on in its own way. */
  forgetAhead(): this {
    this.#known = this.#length;
    this.#pieces.length = (this.#length + PIECE_MASK) >> SHIFT;
    return this;
  }
}

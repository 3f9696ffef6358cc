/** Turns offsets into lines and columns and back. Line ends are \n, \r\n or \r, as in the editors that show the text. */

/** Both from 1; columns count UTF-16 units, as Monaco and textareas do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The line ends of a text, found once; lines and columns from 1. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 13 && text.charCodeAt(at + 1) === 10) continue;
      if (code === 10 || code === 13) this.#starts.push(at + 1);
    }
  }

  /** Number of lines; an empty text has one. */
  get count(): number {
    return this.#starts.length;
  }

  /** Position of an offset; offsets outside of the text are moved to its ends. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.#starts[low] ?? 0) + 1 };
  }

  /** Offset of a position; lines and columns outside of the text are moved to its ends. */
  offsetAt(position: Position): number {
    const line = Math.max(1, Math.min(position.line, this.count));
    const start = this.#starts[line - 1] ?? 0;
    const next = this.#starts[line] ?? this.#length;
    return Math.max(start, Math.min(start + position.column - 1, next));
  }
}

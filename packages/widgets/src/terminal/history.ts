/** What was typed before, walked with the arrow keys. The line that was being typed comes back at the lower end. */

/** Lines that are kept at most; the oldest go first. */
export const LONGEST_HISTORY = 200;

export class CommandHistory {
  #lines: string[];
  /** Place in the list; its length stands for the line being typed. */
  #at: number;
  #draft = "";

  constructor(lines: readonly string[] = []) {
    this.#lines = lines.slice(-LONGEST_HISTORY);
    this.#at = this.#lines.length;
  }

  /** Oldest first. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Adds a line that was run; the same line twice in a row is kept once. */
  add(line: string): void {
    if (line !== "" && this.#lines.at(-1) !== line) this.#lines = [...this.#lines, line].slice(-LONGEST_HISTORY);
    this.#at = this.#lines.length;
    this.#draft = "";
  }

  /** The line before the present one, or undefined at the oldest. `current` is kept when it is the line being typed. */
  older(current: string): string | undefined {
    if (this.#at === 0) return undefined;
    if (this.#at === this.#lines.length) this.#draft = current;
    this.#at -= 1;
    return this.#lines[this.#at];
  }

  /** The line after the present one, at the end the line that was being typed; undefined when already there. */
  newer(): string | undefined {
    if (this.#at === this.#lines.length) return undefined;
    this.#at += 1;
    return this.#at === this.#lines.length ? this.#draft : this.#lines[this.#at];
  }
}

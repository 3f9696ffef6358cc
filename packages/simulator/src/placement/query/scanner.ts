/**
 * Reads the words of an expression. What counts as a word depends on the place: a subject ends before an operator, a
 * value before a comma or a parenthesis, a pattern takes parentheses and brackets that are balanced.
 */
import type { ExpressionFault } from "./expression.ts";

const SUBJECT = /[A-Za-z0-9_.:/\\-]+/y;
const OPERATOR_WORD = /[a-z_]+/y;
const VALUE = /[^\s()[\],'"=!<>~&|]+/y;
const WORD_LIKE = /[A-Za-z0-9_.:/\\-]/;

/** A place in the text, and the first fault found. Reading goes on nowhere after a fault. */
export class Scanner {
  readonly text: string;
  at = 0;
  fault: ExpressionFault | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Notes what was expected at a place, by default the present one, beside what stands there. Always undefined. */
  expected(what: string, at = this.#afterSpace()): undefined {
    this.fault ??= { at, message: `${what} was expected here, ${this.#standsAt(at)}.` };
    return undefined;
  }

  /** Notes a fault in words of its own. Always undefined. */
  wrong(message: string, at: number): undefined {
    this.fault ??= { at, message };
    return undefined;
  }

  /** True at the end of the text, spaces left out. */
  get ended(): boolean {
    return this.#afterSpace() >= this.text.length;
  }

  /** Where the next word begins. */
  get next(): number {
    return this.#afterSpace();
  }

  /** Takes the sign when it stands here. */
  takeSign(sign: string): boolean {
    const at = this.#afterSpace();
    if (!this.text.startsWith(sign, at)) return false;
    this.at = at + sign.length;
    return true;
  }

  /** Takes the word when it stands here and is not the beginning of a longer one. */
  takeWord(word: string): boolean {
    const at = this.#afterSpace();
    const end = at + word.length;
    if (!this.text.startsWith(word, at) || WORD_LIKE.test(this.text.charAt(end))) return false;
    this.at = end;
    return true;
  }

  /** The word of a subject, or an empty text. */
  takeSubject(): string {
    return this.#take(SUBJECT);
  }

  /** A word of small letters, or an empty text. */
  takeOperatorWord(): string {
    return this.#take(OPERATOR_WORD);
  }

  /** A value, quoted or bare. */
  takeValue(): string | undefined {
    const quoted = this.#takeQuoted();
    if (quoted !== undefined || this.fault !== undefined) return quoted;
    const value = this.#take(VALUE);
    return value === "" ? this.expected("A value") : value;
  }

  /** A regular expression: quoted, or everything up to a space, `&&`, `||` or a parenthesis that closes an earlier one. */
  takePattern(): string | undefined {
    const quoted = this.#takeQuoted();
    if (quoted !== undefined || this.fault !== undefined) return quoted;
    const from = this.#afterSpace();
    const end = endOfPattern(this.text, from);
    if (end === from) return this.expected("A regular expression");
    this.at = end;
    return this.text.slice(from, end);
  }

  /** Between quotes a backslash stands for itself, but for `\\`, `\'` and `\"`. */
  #takeQuoted(): string | undefined {
    const from = this.#afterSpace();
    const quote = this.text.charAt(from);
    if (quote !== "'" && quote !== '"') return undefined;
    let value = "";
    for (let at = from + 1; at < this.text.length; at += 1) {
      const letter = this.text.charAt(at);
      if (letter === quote) {
        this.at = at + 1;
        return value;
      }
      const following = this.text.charAt(at + 1);
      const escaped = letter === "\\" && (following === "\\" || following === "'" || following === '"');
      value += escaped ? following : letter;
      if (escaped) at += 1;
    }
    return this.wrong(`The quote ${quote} that begins here is not closed.`, from);
  }

  #take(pattern: RegExp): string {
    const from = this.#afterSpace();
    pattern.lastIndex = from;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.at = from + found.length;
    return found;
  }

  #afterSpace(): number {
    let at = this.at;
    while (at < this.text.length && /\s/.test(this.text.charAt(at))) at += 1;
    return at;
  }

  #standsAt(at: number): string {
    if (at >= this.text.length) return "but the text ends";
    const rest = /^(?:[A-Za-z0-9_.:/\\-]+|[=!<>~&|]+|.)/s.exec(this.text.slice(at, at + 40))?.[0] ?? "";
    return `not ${rest}`;
  }
}

/** Where an unquoted pattern ends. */
function endOfPattern(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (/\s/.test(letter)) return at;
    if (letter === "\\") at += 1;
    else if (letter === "(" || letter === "[") depth += 1;
    else if (letter === ")" || letter === "]") {
      if (depth === 0) return at;
      depth -= 1;
    } else if ((letter === "&" || letter === "|") && text.charAt(at + 1) === letter) return at;
  }
  return text.length;
}

/**
 * Reads JSON and says what is wrong with it in the words of Python's json module, which the AWS CLI prints. Browsers
 * word the same mistake differently; these sentences carry line, column and position and are the same everywhere.
 */

/** JSON that cannot be read; the message is Python's. */
export class JsonProblem extends Error {}

const WHITESPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

/** Walks a text that JSON.parse refused until it finds the place. */
class Finder {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): void {
    if (this.#text.startsWith("\ufeff")) this.#fail("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0);
    this.#space();
    this.#value();
    this.#space();
    if (this.#at < this.#text.length) this.#fail("Extra data", this.#at);
  }

  #fail(what: string, at: number): never {
    const before = this.#text.slice(0, at);
    const line = before.split("\n").length;
    throw new JsonProblem(`${what}: line ${line} column ${at - before.lastIndexOf("\n")} (char ${at})`);
  }

  #space(): void {
    WHITESPACE.lastIndex = this.#at;
    WHITESPACE.exec(this.#text);
    this.#at = WHITESPACE.lastIndex;
  }

  #value(): void {
    const char = this.#text[this.#at];
    if (char === '"') this.#string();
    else if (char === "{") this.#object();
    else if (char === "[") this.#array();
    else this.#plain();
  }

  #plain(): void {
    for (const word of ["null", "true", "false", "NaN", "Infinity", "-Infinity"]) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return;
    }
    NUMBER.lastIndex = this.#at;
    const number = NUMBER.exec(this.#text);
    if (number === null) this.#fail("Expecting value", this.#at);
    this.#at += number[0].length;
  }

  #object(): void {
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] === "}") {
      this.#at += 1;
      return;
    }
    for (;;) {
      if (this.#text[this.#at] !== '"') this.#fail("Expecting property name enclosed in double quotes", this.#at);
      this.#string();
      this.#space();
      if (this.#text[this.#at] !== ":") this.#fail("Expecting ':' delimiter", this.#at);
      this.#at += 1;
      this.#space();
      this.#value();
      this.#space();
      const char = this.#text[this.#at];
      this.#at += 1;
      if (char === "}") return;
      if (char !== ",") this.#fail("Expecting ',' delimiter", this.#at - 1);
      this.#space();
    }
  }

  #array(): void {
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] === "]") {
      this.#at += 1;
      return;
    }
    for (;;) {
      this.#value();
      this.#space();
      const char = this.#text[this.#at];
      this.#at += 1;
      if (char === "]") return;
      if (char !== ",") this.#fail("Expecting ',' delimiter", this.#at - 1);
      this.#space();
    }
  }

  #string(): void {
    const start = this.#at;
    this.#at += 1;
    for (;;) {
      const char = this.#text[this.#at];
      if (char === undefined) this.#fail("Unterminated string starting at", start);
      if (char === '"') {
        this.#at += 1;
        return;
      }
      if (char < " ") this.#fail("Invalid control character at", this.#at);
      if (char === "\\") this.#escape(start);
      else this.#at += 1;
    }
  }

  #escape(start: number): void {
    const next = this.#text[this.#at + 1];
    if (next === undefined) this.#fail("Unterminated string starting at", start);
    if (next === "u") {
      if (!/^[0-9a-fA-F]{4}$/.test(this.#text.slice(this.#at + 2, this.#at + 6))) {
        this.#fail("Invalid \\uXXXX escape", this.#at + 1);
      }
      this.#at += 6;
    } else if ('"\\/bfnrt'.includes(next)) this.#at += 2;
    else this.#fail("Invalid \\escape", this.#at);
  }
}

/**
 * Parses JSON.
 * @throws JsonProblem with Python's sentence
 */
export function parsePythonJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    new Finder(text).run();
    // Python reads NaN and Infinity; no member of the API takes them.
    throw new JsonProblem("NaN and Infinity are not JSON");
  }
}

/**
 * The AWS CLI's shorthand syntax: `name=web,portMappings=[{containerPort=80}],command=sh,-c,ls`. First the text alone
 * (parseShorthand), then the shape decides what is a number, a boolean or a list (applyShape).
 * @source AWS CLI User Guide, "Using shorthand syntax", and aws-cli 1.45.11, run side by side (checked 2026-11-21)
 */
import type { Shape } from "../model.ts";
import { isRecord } from "../validate.ts";
import { CliFailure } from "./failure.ts";

/** A value in shorthand before the shape is known. */
export type ShorthandValue = string | ShorthandValue[] | { [key: string]: ShorthandValue };

/** A shorthand text that cannot be read; the message shows the place. */
export class ShorthandProblem extends Error {
  /** Whether a shorter reading of a comma list may be tried instead. */
  readonly syntax: boolean;

  constructor(what: string, input: string, at: number, syntax: boolean) {
    super(`${what}\n${place(input, at)}`);
    this.syntax = syntax;
  }
}

/** The input with a caret below the position. */
function place(input: string, at: number): string {
  const column = at - (input.lastIndexOf("\n", at - 1) + 1);
  const next = input.indexOf("\n", at);
  const [shown, rest] = next === -1 ? [input, ""] : [input.slice(0, next), input.slice(next)];
  return `${shown}\n${" ".repeat(column)}^${rest}`;
}

// The characters that may begin a value, and those that may follow: in the first value of a pair and in later ones.
// `\,` stands for a comma inside a value.
const START = "!#-&(-+\\--<>-Z\\\\-z\\u007c-\\uffff";
const FIRST = new RegExp(`(?:\\\\,|[${START}])(?:\\\\,|[\\s!#-&(-+\\--\\\\\\^-|~-\\uffff])*`, "y");
const LATER = new RegExp(`(?:\\\\,|[${START}])(?:\\\\,|[\\s!#-&(-+\\--<>-\\uffff])*`, "y");
const SINGLE = /'(?:\\'|[^'])*'/y;
const DOUBLE = /"(?:\\"|[^"])*"/y;
const KEY = /[A-Za-z0-9\-_.#/:]*/y;
const SPACE = /[ \t\n\r\v\f]*/y;

class Parser {
  readonly #input: string;
  readonly #loadFile: (path: string) => string | undefined;
  #at = 0;
  #isFile = false;

  constructor(input: string, loadFile: (path: string) => string | undefined) {
    this.#input = input;
    this.#loadFile = loadFile;
  }

  pairs(): Record<string, ShorthandValue> {
    const pairs: [string, ShorthandValue][] = [];
    const seen = new Set<string>();
    let from = 0;
    do {
      if (pairs.length > 0) this.#expect(",", true);
      const key = this.#key();
      const value = this.#values();
      if (seen.has(key)) {
        const hint = 'This is often because there is a preceding "," instead of a space.';
        const problem = new ShorthandProblem(
          `Second instance of key "${key}" encountered for input:`,
          this.#input,
          from,
          false,
        );
        problem.message += `\n${hint}`;
        throw problem;
      }
      seen.add(key);
      pairs.push([key, value]);
      from = this.#at + 1;
    } while (this.#at < this.#input.length);
    return Object.fromEntries(pairs);
  }

  #key(): string {
    const key = this.#match(KEY) ?? "";
    this.#isFile = false;
    this.#space();
    if (this.#input[this.#at] === "@") {
      this.#isFile = true;
      this.#at += 1;
    }
    this.#expect("=", true);
    return key;
  }

  #values(): ShorthandValue {
    const char = this.#input[this.#at];
    if (char === undefined) return "";
    if (char === "[") return this.#list();
    if (char === "{") return this.#map();
    return this.#commaList();
  }

  /** `a` or `a,b,c`; in `a,b,c=d` the list ends before `c`, because that is the next key. */
  #commaList(): ShorthandValue {
    const first = this.#single();
    this.#space();
    if (this.#input[this.#at] !== ",") return first;
    this.#expect(",", true);
    const items = [first];
    for (;;) {
      try {
        const item = this.#later();
        this.#space();
        if (this.#at >= this.#input.length) {
          items.push(item);
          break;
        }
        this.#expect(",", true);
        items.push(item);
      } catch (problem) {
        if (!(problem instanceof ShorthandProblem) || !problem.syntax || this.#at >= this.#input.length) throw problem;
        this.#at = this.#input.lastIndexOf(",", this.#at);
        break;
      }
    }
    return items.length === 1 ? first : items;
  }

  #list(): ShorthandValue[] {
    this.#expect("[", true);
    const items: ShorthandValue[] = [];
    while (this.#input[this.#at] !== "]") {
      items.push(this.#inner());
      this.#space();
      if (this.#input[this.#at] !== "]") {
        this.#expect(",", false);
        this.#space();
      }
    }
    this.#at += 1;
    return items;
  }

  #map(): Record<string, ShorthandValue> {
    this.#expect("{", true);
    const pairs: [string, ShorthandValue][] = [];
    while (this.#input[this.#at] !== "}") {
      const key = this.#key();
      pairs.push([key, this.#inner()]);
      this.#space();
      if (this.#input[this.#at] !== "}") {
        this.#expect(",", false);
        this.#space();
      }
    }
    this.#at += 1;
    return Object.fromEntries(pairs);
  }

  #inner(): ShorthandValue {
    const char = this.#input[this.#at];
    if (char === "[") return this.#list();
    return char === "{" ? this.#map() : this.#single();
  }

  #single(): string {
    const quoted = this.#quoted();
    if (quoted !== undefined) return quoted;
    const text = this.#match(FIRST);
    return text === undefined ? "" : this.#resolve(text.replaceAll("\\,", ",").trimEnd());
  }

  #later(): string {
    const quoted = this.#quoted();
    if (quoted !== undefined) return quoted;
    const text = this.#match(LATER);
    if (text === undefined) this.#fail("<second>", "<none>");
    return this.#resolve(text.replaceAll("\\,", ",").trimEnd());
  }

  #quoted(): string | undefined {
    const quote = this.#input[this.#at];
    if (quote !== "'" && quote !== '"') return undefined;
    const text = this.#match(quote === "'" ? SINGLE : DOUBLE);
    if (text === undefined) this.#fail(quote === "'" ? "<singled quoted>" : "<double quoted>", "<none>");
    return this.#resolve(text.slice(1, -1).replaceAll(`\\${quote}`, quote).replaceAll("\\\\", "\\"));
  }

  #resolve(text: string): string {
    return (this.#isFile ? this.#loadFile(text) : undefined) ?? text;
  }

  #space(): void {
    this.#match(SPACE);
  }

  #expect(char: string, spaces: boolean): void {
    if (spaces) this.#space();
    const actual = this.#input[this.#at];
    if (actual !== char) this.#fail(char, actual ?? "EOF");
    this.#at += 1;
    if (spaces) this.#space();
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#input)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #fail(expected: string, actual: string): never {
    throw new ShorthandProblem(
      `Expected: '${expected}', received: '${actual}' for input:`,
      this.#input,
      this.#at,
      true,
    );
  }
}

/**
 * Reads one shorthand text.
 * @param loadFile gives the text behind `file://...` for a `key@=file://...` pair, undefined when it is not a file
 * @throws ShorthandProblem
 */
export function parseShorthand(
  input: string,
  loadFile: (path: string) => string | undefined,
): Record<string, ShorthandValue> {
  return new Parser(input, loadFile).pairs();
}

/**
 * A whole number as Python's int() reads it.
 * @throws CliFailure in Python's words
 */
export function pythonInt(text: unknown): number {
  if (typeof text !== "string") {
    const type = Array.isArray(text) ? "list" : "dict";
    const message = `int() argument must be a string, a bytes-like object or a real number, not '${type}'`;
    throw new CliFailure("general", message);
  }
  if (/^\s*[+-]?\d+(_\d+)*\s*$/.test(text)) return Number(text.replaceAll("_", ""));
  throw new CliFailure("general", `invalid literal for int() with base 10: '${text}'`);
}

function scalar(shape: Shape, value: ShorthandValue): unknown {
  if (shape.type === "integer" || shape.type === "long") return pythonInt(value);
  if (shape.type === "double") return typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (shape.type === "boolean" && typeof value === "string") {
    const lower = value.toLowerCase();
    if (lower === "true" || lower === "false") return lower === "true";
  }
  return value;
}

/**
 * Turns shorthand into the types of the shape. A single value where a list belongs becomes a list of one, unread: that
 * is what the AWS CLI does, and its next step then complains about it.
 */
export function applyShape(shape: Shape, value: ShorthandValue): unknown {
  switch (shape.type) {
    case "structure": {
      if (!isRecord(value)) return value;
      const entries = Object.entries(value as Record<string, ShorthandValue>).map(([key, item]) => {
        const member = shape.members.get(key);
        return [key, member === undefined ? item : applyShape(member, item)] as const;
      });
      return Object.fromEntries(entries);
    }
    case "map": {
      if (!isRecord(value)) return value;
      const entries = Object.entries(value as Record<string, ShorthandValue>);
      return Object.fromEntries(entries.map(([key, item]) => [key, applyShape(shape.element as Shape, item)]));
    }
    case "list":
      return Array.isArray(value) ? value.map((item) => applyShape(shape.element as Shape, item)) : [value];
    default:
      return scalar(shape, value);
  }
}

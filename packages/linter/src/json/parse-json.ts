/**
 * Parses JSON into a tree with positions and goes on after faults, so that a half-typed definition still has places to
 * point at. Works with an explicit stack (deep nesting cannot overflow) and gives up, saying so, past the bounds below. Long
 * because each step of the one state machine touches the same stack.
 */
import { type Dialect, type JsonProblem, type JsonProblemCode, nextToken, PURE_JSON, type Token } from "./scan-json.ts";

/** Longest text that is analysed, in UTF-16 units: as much as the API takes in one request body. */
export const LONGEST_TEXT = 1_048_576;
/** Deepest nesting that is followed; AWS's shapes need 8 levels. */
export const DEEPEST_NESTING = 200;
/** Faults that are reported at most: the first ones are the ones worth reading. */
export const MOST_PROBLEMS = 50;

/** `unknown` is a value that a later step fills in. */
export type JsonKind = "object" | "array" | "string" | "number" | "boolean" | "null" | "unknown";

/** A key in the text; `written` is what stands there when `text` is the API's name for it. */
export interface JsonKey {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly written?: string;
}

/** A value in the text. `key` is set inside objects, `index` inside arrays; offsets in UTF-16 units, `end` exclusive. */
export interface JsonNode {
  kind: JsonKind;
  /** Of a string, number, boolean or null; undefined for the others. */
  readonly value: string | number | boolean | null | undefined;
  readonly start: number;
  end: number;
  readonly parent: JsonNode | undefined;
  readonly key: JsonKey | undefined;
  readonly index: number;
  readonly children: JsonNode[];
}

/** `root` is undefined when there is no value at all. `problems` come in the order of the text. */
export interface JsonDocument {
  readonly text: string;
  readonly root: JsonNode | undefined;
  readonly problems: readonly JsonProblem[];
  /** Comments and last commas that the dialect allows, in the order of the text. */
  readonly extras: readonly JsonProblem[];
}

type Expect = "firstItem" | "item" | "colon" | "value" | "comma";
interface Frame {
  readonly node: JsonNode;
  readonly opened: "object" | "array";
  /** A template makes something between its items: which there are, and where commas stand, is not known. */
  isLoose: boolean;
  /** It makes the last value, too: what follows up to the comma is one of several. */
  isSteered: boolean;
  readonly keys: Set<string>;
  expect: Expect;
  key: JsonKey | undefined;
  commaAt: number;
}

/** Parses `text`; never throws. The tree holds whatever could be understood. */
export function parseJson(text: string, dialect: Dialect = PURE_JSON): JsonDocument {
  if (text.length > LONGEST_TEXT) {
    return { text, root: undefined, problems: [{ code: "tooLarge", start: 0, end: 1 }], extras: [] };
  }
  return new Parser(text, dialect).parse();
}

class Parser {
  readonly #text: string;
  readonly #dialect: Dialect;
  readonly #problems: JsonProblem[] = [];
  readonly #extras: JsonProblem[] = [];
  readonly #stack: Frame[] = [];
  #root: JsonNode | undefined;
  #lastEnd = 0;
  /** The last token was itself at fault: what is missing after it is not worth a second sentence. */
  #lastBroken = false;
  #done = false;

  constructor(text: string, dialect: Dialect) {
    this.#text = text;
    this.#dialect = dialect;
  }

  parse(): JsonDocument {
    const report = (problem: JsonProblem): void => this.#report(problem);
    let at = 0;
    while (!this.#done) {
      const known = this.#problems.length;
      const token = nextToken(this.#text, at, report, this.#dialect);
      if (token.kind === "end") break;
      const broken = this.#problems.slice(known).some((problem) => problem.end === token.end);
      this.#take(token);
      this.#lastEnd = token.end;
      this.#lastBroken = broken;
      at = token.end;
    }
    this.#finish();
    const problems = this.#problems.sort((a, b) => a.start - b.start);
    return { text: this.#text, root: this.#root, problems, extras: this.#extras };
  }

  #report(problem: JsonProblem): void {
    const isAllowed = problem.code === "comment" || problem.code === "trailingComma";
    if (this.#dialect.comments === true && isAllowed) this.#extras.push(problem);
    else if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(problem);
  }

  #fault(code: JsonProblemCode, start: number, end: number, detail?: string): void {
    this.#report(detail === undefined ? { code, start, end } : { code, start, end, detail });
  }

  #faultIn(frame: Frame, code: JsonProblemCode, start: number, end: number, detail?: string): void {
    if (!frame.isLoose) this.#fault(code, start, end, detail);
  }

  /** A template decides what the object or list holds; behind a colon, which of several values the member has. */
  #steer(frame: Frame | undefined, token: Token): void {
    if (frame === undefined) return;
    frame.node.kind = "unknown";
    frame.isLoose = true;
    if (frame.expect !== "value") return;
    this.#value(frame, { ...token, kind: "placeholder" });
    frame.isSteered = true;
  }

  #take(token: Token): void {
    const frame = this.#stack.at(-1);
    if (token.kind === "steering") this.#steer(frame, token);
    else if (frame === undefined) this.#takeAtRoot(token);
    else if (token.kind === "}" || token.kind === "]") this.#close(frame, token);
    else if (token.kind === ",") this.#comma(frame, token);
    else if (frame.expect === "colon") this.#colon(frame, token);
    else this.#item(frame, token);
  }

  #takeAtRoot(token: Token): void {
    if (this.#root !== undefined) {
      this.#fault("extraText", token.start, token.end);
      this.#done = true;
    } else if (isPunctuation(token)) this.#fault("expectedValue", token.start, token.end);
    else this.#value(undefined, token);
  }

  #comma(frame: Frame, token: Token): void {
    if (frame.expect === "firstItem" || frame.expect === "item") {
      this.#faultIn(frame, frame.opened === "object" ? "expectedKey" : "expectedValue", token.start, token.end);
    } else if (frame.expect === "colon") this.#faultIn(frame, "expectedColon", token.start, token.end);
    else if (frame.expect === "value") this.#faultIn(frame, "expectedValue", token.start, token.end);
    frame.expect = "item";
    frame.isSteered = false;
    frame.commaAt = token.start;
  }

  /** A string on another line than the key that waits for its colon is the next key, not this one's value. */
  #colon(frame: Frame, token: Token): void {
    frame.expect = "value";
    if (token.kind === ":") return;
    if (!this.#lastBroken) this.#fault("expectedColon", frame.key?.start ?? token.start, this.#lastEnd);
    if (token.kind === "string" && this.#text.slice(this.#lastEnd, token.start).includes("\n")) {
      this.#key(frame, token);
    } else this.#value(frame, token);
  }

  #item(frame: Frame, token: Token): void {
    if (frame.expect === "comma" && token.kind === ":" && this.#takeBackKey(frame)) return;
    if (frame.expect === "comma" && frame.isSteered) return;
    if (frame.expect === "comma" && !this.#lastBroken) {
      this.#faultIn(frame, "expectedComma", Math.max(0, this.#lastEnd - 1), this.#lastEnd);
    }
    if (frame.expect === "value") {
      if (token.kind === ":") this.#fault("expectedValue", token.start, token.end);
      else this.#value(frame, token);
    } else if (frame.opened === "array") {
      if (token.kind === ":") this.#fault("expectedComma", token.start, token.end);
      else this.#value(frame, token);
    } else this.#key(frame, token);
  }

  /** `"a":` at the end of a line takes the next key for its value; the colon after that one shows the mistake. */
  #takeBackKey(frame: Frame): boolean {
    const last = frame.node.children.at(-1);
    if (frame.node.kind !== "object" || last?.kind !== "string" || last.key === undefined) return false;
    frame.node.children.pop();
    this.#fault("expectedValue", last.key.start, last.key.end);
    frame.key = { text: stringAt(this.#text, last), start: last.start, end: last.end };
    frame.keys.add(frame.key.text);
    frame.expect = "value";
    return true;
  }

  #key(frame: Frame, token: Token): void {
    if (token.kind === "placeholder") {
      // Members that a later step fills in: what the object holds is not known.
      frame.node.kind = "unknown";
      frame.expect = "comma";
      return;
    }
    if (token.kind !== "string" && token.kind !== "word") {
      this.#faultIn(frame, "expectedKey", token.start, token.end);
      if (token.kind === "{" || token.kind === "[") this.#value(frame, token);
      return;
    }
    const text = token.kind === "string" ? stringAt(this.#text, token) : this.#text.slice(token.start, token.end);
    if (frame.keys.has(text)) this.#faultIn(frame, "duplicateKey", token.start, token.end, text);
    frame.keys.add(text);
    frame.key = { text, start: token.start, end: token.end };
    frame.expect = "colon";
  }

  #value(frame: Frame | undefined, token: Token): void {
    if (token.kind !== "word") this.#add(frame, token);
    else if (frame === undefined) this.#done = true;
    if (frame !== undefined) {
      frame.expect = "comma";
      frame.key = undefined;
    }
  }

  #add(frame: Frame | undefined, token: Token): void {
    const parent = frame?.node;
    const index = frame?.opened === "array" ? frame.node.children.length : -1;
    const node: JsonNode = {
      kind: kindOf(token),
      value: scalarOf(this.#text, token),
      start: token.start,
      end: token.end,
      parent,
      key: frame?.key,
      index,
      children: [],
    };
    if (parent === undefined) this.#root = node;
    else parent.children.push(node);
    if (node.kind !== "object" && node.kind !== "array") return;
    this.#stack.push({
      node,
      opened: node.kind,
      isLoose: false,
      isSteered: false,
      keys: new Set(),
      expect: "firstItem",
      key: undefined,
      commaAt: -1,
    });
    if (this.#stack.length <= DEEPEST_NESTING) return;
    this.#fault("tooDeep", token.start, token.end);
    this.#done = true;
  }

  #close(frame: Frame, token: Token): void {
    const kind = token.kind === "}" ? "object" : "array";
    if (frame.opened !== kind) {
      if (!this.#stack.some(({ opened }) => opened === kind)) {
        this.#fault("strayCloser", token.start, token.end);
        return;
      }
      this.#fault("unclosed", frame.node.start, frame.node.start + 1);
      for (let open = this.#stack.at(-1); open !== undefined && open.opened !== kind; open = this.#stack.at(-1)) {
        this.#pop(token.start);
      }
    }
    const closing = this.#stack.at(-1);
    if (closing !== undefined) this.#checkEnd(closing, token);
    this.#pop(token.end);
  }

  #checkEnd(frame: Frame, token: Token): void {
    if (frame.expect === "item") this.#faultIn(frame, "trailingComma", frame.commaAt, frame.commaAt + 1);
    else if (frame.expect === "colon") this.#faultIn(frame, "expectedColon", token.start, token.end);
    else if (frame.expect === "value") this.#faultIn(frame, "expectedValue", token.start, token.end);
  }

  #pop(end: number): void {
    const frame = this.#stack.pop();
    if (frame !== undefined) frame.node.end = end;
  }

  #finish(): void {
    const open = this.#stack.at(-1);
    if (open !== undefined && !this.#done) this.#fault("unclosed", open.node.start, open.node.start + 1);
    while (this.#stack.length > 0) this.#pop(this.#text.length);
    if (this.#root === undefined && this.#problems.length === 0) {
      this.#fault("empty", 0, Math.min(1, this.#text.length));
    }
  }
}

function isPunctuation(token: Token): boolean {
  return token.kind === "}" || token.kind === "]" || token.kind === ":" || token.kind === ",";
}

function kindOf(token: Token): JsonKind {
  if (token.kind === "{") return "object";
  if (token.kind === "[") return "array";
  if (token.kind === "number" || token.kind === "boolean" || token.kind === "null") return token.kind;
  return token.kind === "placeholder" ? "unknown" : "string";
}

function scalarOf(text: string, token: Token): JsonNode["value"] {
  if (token.kind === "string") return stringAt(text, token);
  if (token.kind === "null") return null;
  if (token.kind === "boolean") return text.charCodeAt(token.start) === 116;
  return token.kind === "number" ? Number(text.slice(token.start, token.end)) : undefined;
}

/** The text of a string token; its raw text when the escapes or the closing quote are broken. */
function stringAt(text: string, place: { readonly start: number; readonly end: number }): string {
  const raw = text.slice(place.start, place.end);
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === "string" ? value : raw;
  } catch {
    return raw.replace(/^["']|["']$/g, "");
  }
}

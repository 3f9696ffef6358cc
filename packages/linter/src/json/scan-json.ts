/**
 * Cuts JSON text into tokens, whatever state the text is in: what is wrong inside a token is reported, never thrown.
 * Comments are reported like faults: whoever asked decides whether they are.
 */
export type JsonProblemCode =
  | "badControlCharacter"
  | "badEscape"
  | "badNumber"
  | "badWord"
  | "comment"
  | "duplicateKey"
  | "empty"
  | "expectedColon"
  | "expectedComma"
  | "expectedKey"
  | "expectedValue"
  | "extraText"
  | "singleQuotes"
  | "strayCloser"
  | "tooDeep"
  | "tooLarge"
  | "trailingComma"
  | "unclosed"
  | "unterminatedString";

/** A fault of the text: offsets in UTF-16 units, `end` exclusive; `detail` is the word or key that it is about. */
export interface JsonProblem {
  readonly code: JsonProblemCode;
  readonly start: number;
  readonly end: number;
  readonly detail?: string;
}

/** Punctuation is its own kind; `word` is anything that is no JSON at all. */
export type TokenKind =
  | "{"
  | "}"
  | "["
  | "]"
  | ":"
  | ","
  | "string"
  | "number"
  | "boolean"
  | "null"
  | "placeholder"
  | "steering"
  | "word"
  | "end";

/** What else the text may hold. */
export interface Dialect {
  /** Values that a later step fills in: `${PORT}`, `$PORT`, `%PORT%`, `{{ port }}`, `<PORT>`, `<+port>`. */
  readonly placeholders: boolean;
  /** Comments, and a comma behind the last item, as files called .jsonc have them. */
  readonly comments?: boolean;
}

export const PURE_JSON: Dialect = { placeholders: false };

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

type Report = (problem: JsonProblem) => void;

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const WORD_END = /[\s{}[\]:,"'/]/g;
const PLACEHOLDER =
  /\$\{[^}\n]*\}|\$[A-Za-z_]\w*|%[A-Za-z_]\w*%|\{\{[^}\n]*\}\}|#\{[^}\n]*\}#?|<%=[^\n]*?%>|<[A-Za-z][\w.-]*>|<\+[^<>\n]+>|@@?[A-Za-z]\w*@@?|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![\w.-])/y;
/** What steers a template and leaves no value: `{% if %}`, `{# #}`, `%{ for }`, `<% %>`, `{{- range }}`, `{{#each}}`. */
const STEERING =
  /\{%[^\n]*?%\}|\{#[\s\S]*?#\}|%\{[^}\n]*\}|<%(?!=)[^\n]*?%>|\{\{[-~]?\s*(?:[#/!^]|(?:if|else|end|range|with|define|template|block|break|continue)\b)[^}\n]*\}\}/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Reads the token at or after `from`; the kind is `end` when nothing is left. */
export function nextToken(text: string, from: number, report: Report, dialect: Dialect = PURE_JSON): Token {
  const start = skipBlank(text, from, report);
  if (start >= text.length) return { kind: "end", start: text.length, end: text.length };
  if (dialect.placeholders) {
    for (const [kind, form] of [["steering", STEERING] as const, ["placeholder", PLACEHOLDER] as const]) {
      form.lastIndex = start;
      const found = form.exec(text);
      if (found !== null) return { kind, start, end: start + found[0].length };
    }
  }
  const first = text.charAt(start);
  switch (first) {
    case "{":
    case "}":
    case "[":
    case "]":
    case ":":
    case ",":
      return { kind: first, start, end: start + 1 };
    case '"':
    case "'":
      return readString(text, start, first, report);
    default:
      return readWord(text, start, report);
  }
}

function skipBlank(text: string, from: number, report: Report): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 10 || code === 13 || code === 9 || code === 0xfeff) at += 1;
    else if (code === 47 && (text.charCodeAt(at + 1) === 47 || text.charCodeAt(at + 1) === 42)) {
      const end = commentEnd(text, at);
      report({ code: "comment", start: at, end });
      at = end;
    } else return at;
  }
  return at;
}

function commentEnd(text: string, start: number): number {
  const block = text.charCodeAt(start + 1) === 42;
  const close = text.indexOf(block ? "*/" : "\n", start + 2);
  if (close < 0) return text.length;
  return block ? close + 2 : close;
}

/** A string ends at its quote or, when that is missing, at the end of the line: one fault must not swallow the file. */
function readString(text: string, start: number, quote: string, report: Report): Token {
  if (quote === "'") report({ code: "singleQuotes", start, end: start + 1 });
  let at = start + 1;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === quote) return { kind: "string", start, end: at + 1 };
    if (char === "\n" || char === "\r") break;
    if (char === "\\") at = readEscape(text, at, report);
    else {
      if (char < " ") report({ code: "badControlCharacter", start: at, end: at + 1 });
      at += 1;
    }
  }
  report({ code: "unterminatedString", start, end: at });
  return { kind: "string", start, end: at };
}

function readEscape(text: string, at: number, report: Report): number {
  ESCAPE.lastIndex = at;
  const match = ESCAPE.exec(text);
  if (match !== null) return at + match[0].length;
  const next = text.charAt(at + 1);
  const end = next === "\n" || next === "\r" ? at + 1 : Math.min(at + 2, text.length);
  report({ code: "badEscape", start: at, end, detail: text.slice(at, end) });
  return end;
}

function readWord(text: string, start: number, report: Report): Token {
  WORD_END.lastIndex = start + 1;
  const end = WORD_END.exec(text)?.index ?? text.length;
  const word = text.slice(start, end);
  if (word === "true" || word === "false") return { kind: "boolean", start, end };
  if (word === "null") return { kind: "null", start, end };
  if (/^[-+.\d]/.test(word)) {
    if (!NUMBER.test(word)) report({ code: "badNumber", start, end, detail: shorten(word) });
    return { kind: "number", start, end };
  }
  report({ code: "badWord", start, end, detail: shorten(word) });
  return { kind: "word", start, end };
}

function shorten(word: string): string {
  return word.length > 40 ? `${word.slice(0, 39)}…` : word;
}

/** Fixes of texts that are no JSON yet: only where there is little doubt what was meant. */
import type { TextEdit } from "../json/edit-json.ts";
import type { JsonProblem } from "../json/scan-json.ts";
import { type Fix, type FixTitle, guess } from "./fix.ts";

/** The fixes of a fault; none where only its author knows what was meant. */
export function jsonFixes(text: string, fault: JsonProblem): readonly Fix[] {
  const { start, end } = fault;
  const found = text.slice(start, end);
  const fix = (title: FixTitle, edit: Partial<TextEdit>): Fix[] => [
    { title, edits: [{ start, end, text: "", ...edit }] },
  ];
  switch (fault.code) {
    case "expectedComma":
      return fix({ kind: "insert", subject: "," }, { start: end, text: "," });
    case "expectedColon":
      return colonFixes(text, fault);
    case "trailingComma":
      return fix({ kind: "remove", subject: "," }, {});
    case "strayCloser":
    case "comment":
      return guess(fix({ kind: "remove", subject: shorten(found) }, {}));
    case "singleQuotes":
      return quoteFixes(text, start);
    case "badWord":
      return wordFixes(text, fault);
    case "unterminatedString":
      return guess(fix({ kind: "insert", subject: '"' }, { start: end, text: '"' }));
    case "badEscape":
      return fix({ kind: "set", subject: found, value: `\\${found}` }, { text: `\\${found}` });
    default:
      return [];
  }
}

/** `key = value`, as HCL writes it, or no sign at all. */
function colonFixes(text: string, { end }: JsonProblem): Fix[] {
  const sign = /^\s*=(?!=)/.exec(text.slice(end, end + 40));
  const place = sign === null ? end : end + sign[0].length - 1;
  const title: FixTitle = sign === null ? { kind: "insert", subject: ":" } : { kind: "set", subject: "=", value: ":" };
  return [{ title, edits: [{ start: place, end: sign === null ? place : place + 1, text: ":" }] }];
}

function quoteFixes(text: string, start: number): Fix[] {
  const match = /^'((?:[^'\\\n]|\\.)*)'/.exec(text.slice(start, start + 4_096));
  if (match === null) return [];
  const value = JSON.stringify((match[1] ?? "").replaceAll("\\'", "'"));
  return [
    {
      title: { kind: "quote", subject: shorten(match[0]) },
      edits: [{ start, end: start + match[0].length, text: value }],
    },
  ];
}

const WORDS: Readonly<Record<string, string>> = { True: "true", False: "false", None: "null", nil: "null", "=": ":" };

function wordFixes(text: string, { start, end }: JsonProblem): Fix[] {
  const word = text.slice(start, end);
  const known = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (known !== undefined)
    return [{ title: { kind: "set", subject: word, value: known }, edits: [{ start, end, text: known }] }];
  if (!/^[\w.:@-]+$/.test(word)) return [];
  // A later step may look for just this word.
  return guess([
    { title: { kind: "quote", subject: shorten(word) }, edits: [{ start, end, text: JSON.stringify(word) }] },
  ]);
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}

/** What is wrong with a text that is no JSON, in English. */
import type { JsonProblem, JsonProblemCode } from "./scan-json.ts";

/** A sentence for each fault; `detail` is the word or key that it is about. */
export const FAULT_TEXTS: Readonly<Record<JsonProblemCode, (detail: string) => string>> = {
  badControlCharacter: () => "A string cannot hold a raw tab or control character: write \\t or \\u....",
  badEscape: (detail) => `“${detail}” is no escape of JSON. For a backslash write two: \\\\`,
  badNumber: (detail) => `“${detail}” is no number of JSON.`,
  badWord: (detail) => `“${detail}” is no value of JSON. Text needs double quotes.`,
  comment: () => "JSON has no comments.",
  duplicateKey: (detail) => `“${detail}” stands here twice: only the last one counts.`,
  empty: () => "The file is empty: a definition starts with {",
  expectedColon: () => "A colon is missing between the key and its value.",
  expectedComma: () => "A comma is missing after this.",
  expectedKey: () => "A key in double quotes is missing here.",
  expectedValue: () => "A value is missing here.",
  extraText: () => "There is text after the end of the JSON.",
  singleQuotes: () => "JSON uses double quotes.",
  strayCloser: () => "This bracket closes nothing.",
  tooDeep: () => "This is nested too deeply to be checked.",
  tooLarge: () => "The file is larger than 1 MiB and is not checked.",
  trailingComma: () => "No comma after the last item.",
  unclosed: () => "This bracket is never closed.",
  unterminatedString: () => "The closing quote is missing.",
};

/** The id of a fault, as rules have ids: `json-trailing-comma`. */
export function faultId(code: string): string {
  return `json-${code.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The sentence for a fault. */
export function faultText({ code, detail = "" }: JsonProblem): string {
  return FAULT_TEXTS[code](detail);
}

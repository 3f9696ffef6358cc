/**
 * Comments that disable a rule: for the next line, for their own, for the file. `quayside-disable-next-line RULE -- reason`.
 * In YAML and in .jsonc; JSON has no comments.
 */
import { Lexer } from "yaml";
import { LINT_RULES, lintRule } from "../catalogue.ts";
import { closest } from "../json/closest.ts";
import type { LineIndex } from "../json/lines.ts";
import type { Place } from "../json/locate.ts";

/** What one comment disables. */
export interface DisableComment {
  readonly place: Place;
  readonly rules: readonly string[];
  /** The line of the findings; undefined for all of the file. */
  readonly line: number | undefined;
  readonly reason: string | undefined;
}

/** A comment that is for us and cannot be followed, with a sentence. */
export interface WrongComment {
  readonly place: Place;
  readonly message: string;
}

/** The comments of a text that are for the linter. */
export interface DisableComments {
  readonly disabling: readonly DisableComment[];
  readonly wrong: readonly WrongComment[];
}

const WORDS = ["quayside-disable-next-line", "quayside-disable-line", "quayside-disable-file", "quayside-disable"];

/** Reads the comments that stand at these places. */
export function readDisableComments(text: string, places: readonly Place[], lines: LineIndex): DisableComments {
  const disabling: DisableComment[] = [];
  const wrong: WrongComment[] = [];
  for (const place of places) {
    const words = bodyOf(text.slice(place.start, place.end));
    if (!/^quayside-/i.test(words)) continue;
    const read = readOne(words, place, text, lines);
    if ("message" in read) wrong.push(read);
    else disabling.push(read);
  }
  return { disabling, wrong };
}

function readOne(words: string, place: Place, text: string, lines: LineIndex): DisableComment | WrongComment {
  const [, what = "", rest = ""] = /^(\S+)\s*(.*)$/s.exec(words) ?? [];
  if (!WORDS.includes(what)) return { place, message: `"${what}" is no word of quayside.${didYouMean(what, WORDS)}` };
  const [list = "", reason] = rest.split(/(?:^|\s)--(?:\s|$)(.*)/s);
  const rules = list.split(/[\s,]+/).filter((each) => each !== "");
  if (rules.length === 0) return { place, message: `Say which rule is disabled: ${what} RULE -- reason.` };
  const unknown = rules.find((rule) => lintRule(rule) === undefined);
  if (unknown !== undefined) {
    const ids = LINT_RULES.map(({ id }) => id);
    return { place, message: `There is no rule "${unknown}".${didYouMean(unknown, ids)} quayside rules lists them.` };
  }
  return { place, rules, reason: reason?.trim() || undefined, line: lineOf(what, place, text, lines) };
}

function didYouMean(word: string, words: readonly string[]): string {
  const meant = closest(word, words);
  return meant === undefined ? "" : ` Did you mean "${meant}"?`;
}

/** Blanks and further comments, which do not count as the next line. */
const NOTHING = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*/y;

function lineOf(what: string, { start, end }: Place, text: string, lines: LineIndex): number | undefined {
  if (what === "quayside-disable-line") return lines.positionAt(start).line;
  if (what !== "quayside-disable-next-line") return undefined;
  let at = end;
  for (;;) {
    NOTHING.lastIndex = at;
    const length = NOTHING.exec(text)?.[0].length ?? 0;
    if (length === 0) return lines.positionAt(at).line;
    at += length;
  }
}

function bodyOf(comment: string): string {
  return comment
    .replace(/^(?:\/\/|\/\*+|#+)/, "")
    .replace(/\*\/$/, "")
    .trim();
}

/** Where the comments of a YAML text stand. */
export function yamlComments(text: string): readonly Place[] {
  const places: Place[] = [];
  let at = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    const isMark = token === "\u0002" || token === "\u0018" || token === "\u001f";
    if (!isMark) {
      if (token.startsWith("#") && !isScalar) places.push({ start: at, end: at + token.length });
      at += token.length;
    }
    isScalar = token === "\u001f";
  }
  return places;
}

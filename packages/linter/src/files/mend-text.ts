/**
 * Makes the changes that findings offer, one after the other, and keeps each only when the file is better for it: what it
 * was about is gone, and nothing is refused that was not. Left out: guesses unless they are asked for, YAML and templates.
 */
import { applyEdits } from "../json/edit-json.ts";
import type { LintFinding } from "./finding.ts";
import { type LintedText, type LintOptions, lintText } from "./lint-text.ts";

/** A text after its changes. */
export interface MendedText {
  readonly text: string;
  /** What was mended, in the order in which it was. */
  readonly mended: readonly LintFinding[];
  /** What is left. */
  readonly linted: LintedText;
}

/** Which changes are made. */
export interface MendOptions extends LintOptions {
  /** Also those that make up a value: a size, a role, a name. */
  readonly guesses?: boolean;
}

/** Changes of one file at most. */
const MOST_CHANGES = 200;

/** Mends what can be mended without asking. The text comes back as it is when nothing can. */
export function mendText(text: string, name: string, options: MendOptions = {}): MendedText {
  let now: MendedText = { text, mended: [], linted: lintText(text, name, options) };
  const refused = new Set<string>();
  while (now.mended.length < MOST_CHANGES) {
    const finding = now.linted.findings.find((each) => isMendable(each, options) && !refused.has(keyOf(each)));
    if (finding === undefined) return now;
    const next = applyEdits(now.text, finding.edits ?? []);
    const linted = lintText(next, name, options);
    if (isBetter(now.linted, linted, finding)) now = { text: next, mended: [...now.mended, finding], linted };
    else refused.add(keyOf(finding));
  }
  return now;
}

/** Notes are no faults: what a file for another tool holds is left alone. */
function isMendable({ edits, isGuess, severity }: LintFinding, { guesses = false }: MendOptions): boolean {
  return edits !== undefined && severity !== "info" && (guesses || !isGuess);
}

function keyOf({ ruleId, path, line, column }: LintFinding): string {
  return JSON.stringify([ruleId, path, line, column]);
}

function isBetter(before: LintedText, after: LintedText, { ruleId, path, source }: LintFinding): boolean {
  const faults = countOf(before, "json") - countOf(after, "json");
  // While a text is no JSON, nothing else is known of it.
  if (source === "json") return faults > 0;
  const isThere = (each: LintFinding): boolean => each.ruleId === ruleId && each.path === path;
  const times = (linted: LintedText): number => linted.findings.filter(isThere).length;
  return faults >= 0 && times(after) < times(before) && errorsIn(after) <= errorsIn(before);
}

function countOf({ findings }: LintedText, source: LintFinding["source"]): number {
  return findings.filter((each) => each.source === source).length;
}

function errorsIn({ findings }: LintedText): number {
  return findings.filter(({ severity }) => severity === "error").length;
}

// The rules of `quayside lint` as their pages show them: what the linter says of an example, and which lesson is about it.
// Only while the site is built: no page loads the linter for this.

import { LINT_RULES, type LintRule, lintRule } from "@quayside/linter";
import { exampleOf, type RuleExample } from "@quayside/linter/examples";
import { type LintFinding, lintText } from "@quayside/linter/files";
import { validateTaskDefinition } from "@quayside/simulator/task-definition";
import { hintInVietnamese } from "@quayside/widgets/rule-texts";
import taught from "../../content/taught.json";
import type { SiteLanguage } from "../i18n/texts.ts";
import { type CourseLesson, course } from "./course.ts";

/** The order of the index: who says it. */
export const RULE_SOURCES = ["service", "client", "practice", "note", "json"] as const satisfies LintRule["source"][];

/** What a page is made of. */
export interface RulePage {
  readonly rule: LintRule;
  readonly example: RuleExample;
  /** What is found in the file that fails: AWS's words where the rule is AWS's. */
  readonly message: string;
  /** Place and change; undefined for a rule that the linter alone cannot judge. */
  readonly finding: LintFinding | undefined;
  readonly lesson: CourseLesson | undefined;
}

/** Every rule of one source, in its order. */
export function rulesOf(source: LintRule["source"]): readonly LintRule[] {
  return LINT_RULES.filter((rule) => rule.source === source);
}

/** What the page of a rule is made of. @throws when there is no such rule */
export function rulePage(id: string): RulePage {
  const rule = lintRule(id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  const example = exampleOf(id);
  const finding = lintText(example.fails, example.name).findings.find(({ ruleId }) => ruleId === id);
  return { rule, example, finding, message: finding?.message ?? messageOf(id, example), lesson: lessonOf(rule) };
}

/** What to do, in a language. */
export function hintOf({ id, hint }: LintRule, lang: SiteLanguage): string {
  return (lang === "vi" ? hintInVietnamese(id) : undefined) ?? hint;
}

/** Rules about the account need one: the service has it, a file has not. */
function messageOf(id: string, { fails }: RuleExample): string {
  const found = validateTaskDefinition(JSON.parse(fails)).find(({ ruleId }) => ruleId === id);
  if (found === undefined) throw new Error(`the example of ${id} does not fail`);
  return found.message;
}

function lessonOf({ id, source }: LintRule): CourseLesson | undefined {
  const ids: Readonly<Record<string, readonly string[]>> = taught;
  const [lesson] = ids[id] ?? ids[source] ?? [];
  return course.flatMap(({ lessons }) => lessons).find((each) => each.id === lesson);
}

/** Longest piece of a text without a blank, and most lines, that an example shows; the rest is counted. */
const LONGEST_WORD = 96;
const MOST_LINES = 48;

/** A line of an example, as it is shown. */
export interface ExampleLine {
  readonly text: string;
  readonly isMarked: boolean;
}

/** The lines of a file, long ones cut; those of the finding are marked, and lines far from it may be left out. */
export function exampleLines(text: string, finding?: Pick<LintFinding, "line" | "endLine">): readonly ExampleLine[] {
  const lines = text.trimEnd().split("\n");
  // What is missing at the end is said of the line behind it.
  const marked = Math.min(finding?.line ?? 1, lines.length);
  const from = Math.max(0, Math.min(marked - MOST_LINES / 2, lines.length - MOST_LINES));
  const shown = lines.slice(from, from + MOST_LINES).map((line, index): ExampleLine => {
    const number = from + index + 1;
    return { text: cut(line), isMarked: finding !== undefined && number >= marked && number <= finding.endLine };
  });
  const rest = { text: "…", isMarked: false };
  return [...(from > 0 ? [rest] : []), ...shown, ...(from + MOST_LINES < lines.length ? [rest] : [])];
}

function cut(line: string): string {
  return line.replaceAll(/\S{97,}/g, (word) => `${word.slice(0, LONGEST_WORD / 2)}… (${word.length})`);
}

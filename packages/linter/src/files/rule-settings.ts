/** What people want of the rules: severities from a configuration, and comments that disable a rule at a place. */

import type { LineIndex } from "../json/lines.ts";
import { NOTES } from "../notes.ts";
import type { DisableComment, DisableComments } from "./disable-comments.ts";
import { type LintFinding, noteOf } from "./finding.ts";

/** What a finding of a rule is: `off` is none. */
export const RULE_SEVERITIES = ["error", "warning", "info", "off"] as const;
export type RuleSeverity = (typeof RULE_SEVERITIES)[number];

/** Severities by the id of the rule; the rule's own for the others. */
export interface RuleSettings {
  readonly rules?: ReadonlyMap<string, RuleSeverity>;
}

/** A finding that a comment of the file disables. */
export interface DisabledFinding {
  readonly finding: LintFinding;
  /** What stands behind `--`. */
  readonly reason: string | undefined;
}

/** The findings that are left, each of its severity, and those that comments disable. Comments without use are found, too. */
export function applySettings(
  found: readonly LintFinding[],
  comments: DisableComments,
  { rules }: RuleSettings,
  lines: LineIndex,
): { readonly findings: readonly LintFinding[]; readonly disabled: readonly DisabledFinding[] } {
  const used = new Set<string>();
  const disabled: DisabledFinding[] = [];
  const findings: LintFinding[] = [];
  for (const finding of found) {
    const comment = comments.disabling.find((each) => isMeant(each, finding));
    if (comment === undefined) findings.push(finding);
    else {
      used.add(keyOf(comment, finding.ruleId));
      disabled.push({ finding, reason: comment.reason });
    }
  }
  // A text that cannot be read to its end hides what the comments are for.
  const isRead = !found.some(isUnreadable);
  const unused = isRead ? comments.disabling.flatMap((comment) => unusedOf(comment, used, lines)) : [];
  const wrong = comments.wrong.map(({ place, message }) => ofComment("disable-comment", message, place, lines));
  const all = [...findings, ...wrong, ...unused].flatMap((finding) => withSeverity(finding, rules));
  all.sort((a, b) => a.line - b.line || a.column - b.column);
  return { findings: all, disabled };
}

function withSeverity(finding: LintFinding, rules: RuleSettings["rules"]): LintFinding[] {
  const severity = isUnreadable(finding) ? undefined : rules?.get(finding.ruleId);
  if (severity === undefined) return [finding];
  return severity === "off" ? [] : [{ ...finding, severity }];
}

/** Nothing else is checked in such a text: who does not see this would believe that nothing was found. */
function isUnreadable({ source, severity }: LintFinding): boolean {
  return source === "json" && severity === "error";
}

function isMeant({ rules, line }: DisableComment, finding: LintFinding): boolean {
  return rules.includes(finding.ruleId) && !isUnreadable(finding) && (line === undefined || line === finding.line);
}

function keyOf({ place }: DisableComment, rule: string): string {
  return `${place.start} ${rule}`;
}

function unusedOf(comment: DisableComment, used: ReadonlySet<string>, lines: LineIndex): LintFinding[] {
  const rules = comment.rules.filter((rule) => !used.has(keyOf(comment, rule)));
  if (rules.length === 0) return [];
  const where = comment.line === undefined ? "in this file" : `in line ${comment.line}`;
  const message = `${rules.join(", ")}: nothing is found ${where} that this comment could disable.`;
  return [ofComment("unused-disable", message, comment.place, lines)];
}

function ofComment(
  code: "disable-comment" | "unused-disable",
  message: string,
  place: DisableComment["place"],
  lines: LineIndex,
): LintFinding {
  const { severity, hint } = NOTES[code];
  return { ...noteOf(code, message, "", place, lines), severity, fix: hint };
}

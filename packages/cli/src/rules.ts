/** `quayside rules`: every rule of the linter in a line, or one of them with all that is known of it. */
import { LINT_RULES, type LintRule, lintRule } from "@quayside/linter";
import { closest } from "@quayside/linter/json";
import { readFlags } from "./flags.ts";
import { rulePage } from "./lint/rule-page.ts";
import type { Streams } from "./streams.ts";
import { UsageProblem } from "./usage-problem.ts";

/** Runs `quayside rules`. @returns 0 */
export async function rules(words: readonly string[], streams: Streams): Promise<number> {
  const { values, words: ids } = readFlags(words, { json: { type: "boolean" } });
  const shown = ids.length === 0 ? LINT_RULES : ids.map(ruleOf);
  if (values.json === true) streams.out(`${JSON.stringify(shown.map(withPage), null, 2)}\n`);
  else streams.out(ids.length === 0 ? list(shown) : shown.map(details).join("\n"));
  return 0;
}

function ruleOf(id: string): LintRule {
  const rule = lintRule(id);
  if (rule !== undefined) return rule;
  const ids = LINT_RULES.map((each) => each.id);
  const meant = closest(id, ids);
  throw new UsageProblem(`there is no rule "${id}"${meant === undefined ? "" : `: did you mean "${meant}"?`}`);
}

function withPage(rule: LintRule) {
  return { ...rule, page: rulePage(rule.id) };
}

function list(shown: readonly LintRule[]): string {
  const width = Math.max(...shown.map(({ id }) => id.length));
  const lines = shown.map(({ id, source, severity, hint }) => {
    return `${id.padEnd(width)}  ${source.padEnd(8)}  ${severity.padEnd(7)}  ${hint}\n`;
  });
  return `${lines.join("")}\n${shown.length} rules; quayside rules ID says more of one\n`;
}

/** How well AWS's words are known. */
const EVIDENCE = {
  exact: "AWS's words, as they were seen in its replies",
  near: "AWS's words, perhaps shortened",
  ours: "our words: AWS's are not known",
} as const;

const SOURCES = {
  json: "the file is no JSON or YAML",
  client: "the AWS CLI and the SDKs refuse before they send",
  service: "Amazon ECS refuses at RegisterTaskDefinition",
  practice: "AWS takes it, people regret it",
  note: "about the file or the linter itself",
} as const;

function details({ id, source, severity, evidence, reference, hint }: LintRule): string {
  const rows = [
    ["found by", SOURCES[source]],
    ["severity", severity],
    ["what to do", hint],
    ["evidence", evidence === undefined ? undefined : EVIDENCE[evidence]],
    ["source", reference],
    ["page", rulePage(id)],
  ];
  const lines = rows.flatMap(([name = "", value]) => (value === undefined ? [] : [`  ${name.padEnd(10)}  ${value}\n`]));
  return `${id}\n${lines.join("")}`;
}

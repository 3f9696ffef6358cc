/** @quayside/linter/files: files of somebody's repository: JSON, YAML, templates. */
export type { LintFinding } from "./finding.ts";
export { type FileKind, type LintedText, type LintOptions, lintText } from "./lint-text.ts";
export { type MendedText, type MendOptions, mendText } from "./mend-text.ts";
export { type DisabledFinding, RULE_SEVERITIES, type RuleSeverity } from "./rule-settings.ts";

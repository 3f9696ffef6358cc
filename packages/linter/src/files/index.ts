/** @quayside/linter/files: files of somebody's repository: JSON, YAML, templates. */
export { type FileKind, type LintedText, type LintFinding, type LintOptions, lintText } from "./lint-text.ts";
export { type MendedText, type MendOptions, mendText } from "./mend-text.ts";

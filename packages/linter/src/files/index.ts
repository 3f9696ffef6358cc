/** @quayside/linter/files: files of somebody's repository: JSON, YAML, templates. */
export { type FileKind, type LintedText, type LintFinding, lintText } from "./lint-text.ts";

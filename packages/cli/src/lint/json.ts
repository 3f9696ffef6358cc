/** Findings for programs: everything that is known of each, in the linter's own shape. */
import type { LintReport } from "./report.ts";
import { rulePage } from "./rule-page.ts";

/** The report as JSON: `{ version, files: [{ file, unknownValues, findings, disabled }] }`. */
export function asJson({ files }: LintReport): string {
  const shown = files.map(({ file, unknownValues, findings, disabled, config }) => ({
    file,
    unknownValues,
    findings: findings.map((finding) => ({ ...finding, helpUri: rulePage(finding.ruleId, config.site) })),
    disabled: disabled.map(({ finding, reason }) => ({ ...finding, reason })),
  }));
  return `${JSON.stringify({ version: 1, files: shown }, null, 2)}\n`;
}

/** Findings for programs: everything that is known of each, in the linter's own shape. */
import type { LintReport } from "./report.ts";

/** The report as JSON: `{ version, files: [{ file, unknownValues, findings }] }`. */
export function asJson({ files }: LintReport): string {
  return `${JSON.stringify({ version: 1, files }, null, 2)}\n`;
}

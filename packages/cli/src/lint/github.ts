/** Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request. */
import type { LintReport } from "./report.ts";

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const;

/**
 * The report as `::error file=...::...` lines.
 * @source GitHub documentation, Workflow commands for GitHub Actions (checked 2026-11-21)
 */
export function asGithub({ files }: LintReport): string {
  return files
    .flatMap(({ file, findings }) =>
      findings.map(({ severity, ruleId, message, fix, line, column, endLine, endColumn }) => {
        const place = { file, line, col: column, endLine, endColumn, title: ruleId };
        const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`);
        const text = fix === undefined ? message : `${message}\n${fix}`;
        return `::${COMMANDS[severity]} ${properties.join(",")}::${data(text)}\n`;
      }),
    )
    .join("");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Findings for people: a block a file, a line or two a finding, a sum at the end. */
import type { LintFinding } from "@quayside/linter/files";
import type { LintedFile, LintReport } from "./report.ts";

const SEVERITIES = ["error", "warning", "info"] as const;

/** The report as text. */
export function asPretty({ files }: LintReport): string {
  const blocks = files.filter(({ findings }) => findings.length > 0).map(block);
  return [...blocks, summary(files)].join("\n");
}

function block({ file, findings }: LintedFile): string {
  const rows = findings.map((finding) => [`${finding.line}:${finding.column}`, finding.severity, finding.ruleId]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = findings.map((finding, index) => {
    const cells = rows[index]?.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ") ?? "";
    return `  ${cells}  ${details(finding, " ".repeat(cells.length + 4))}`;
  });
  return `${file}\n${lines.join("\n")}\n`;
}

function details({ message, path, fix }: LintFinding, indent: string): string {
  const more = [path, fix === undefined ? "" : `→ ${fix}`].filter((part) => part !== "").join("  ");
  return more === "" ? message : `${message}\n${indent}${more}`;
}

function summary(files: readonly LintedFile[]): string {
  const all = files.flatMap(({ findings }) => findings);
  const names = { error: "error", warning: "warning", info: "note" } as const;
  const counts = SEVERITIES.flatMap((severity) => {
    const count = all.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [plural(count, names[severity])];
  });
  const unknown = files.reduce((sum, { unknownValues }) => sum + unknownValues, 0);
  const skipped = unknown === 0 ? "" : `; ${plural(unknown, "value")} that a later step fills in not checked`;
  const found = counts.length === 0 ? "no problems" : counts.join(", ");
  return `${found} in ${plural(files.length, "file")}${skipped}\n`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

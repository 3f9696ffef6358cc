/** Findings for people: a block a file, a line or two a finding, a sum at the end. */
import type { LintFinding } from "@quayside/linter/files";
import { visibleLine } from "../visible.ts";
import type { LintedFile, LintReport } from "./report.ts";
import { rulePage } from "./rule-page.ts";

const SEVERITIES = ["error", "warning", "info"] as const;

/** The report as text. */
export function asText({ files }: LintReport): string {
  const blocks = files.filter(({ findings }) => findings.length > 0).map(block);
  return [...blocks, ...pages(files), summary(files)].join("\n");
}

/** Where each rule that found something to mend is explained. */
function pages(files: readonly LintedFile[]): string[] {
  const found = files.flatMap(({ findings, config }) =>
    findings
      .filter(({ severity }) => severity !== "info")
      .map(({ ruleId }): [string, string] => [ruleId, rulePage(ruleId, config.site)]),
  );
  const lines = [...new Map(found)].map(([, page]) => `  ${page}\n`);
  return lines.length === 0 ? [] : [`What each rule says (or quayside rules ID):\n${lines.join("")}`];
}

function block({ file, findings }: LintedFile): string {
  const rows = findings.map((finding) => [`${finding.line}:${finding.column}`, finding.severity, finding.ruleId]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = findings.map((finding, index) => {
    const cells = rows[index]?.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ") ?? "";
    return `  ${cells}  ${details(finding, " ".repeat(cells.length + 4))}`;
  });
  return `${visibleLine(file)}\n${lines.join("\n")}\n`;
}

function details({ message, path, fix }: LintFinding, indent: string): string {
  const more = [path, fix === undefined ? "" : `→ ${fix}`].filter((part) => part !== "").join("  ");
  return more === "" ? visibleLine(message) : `${visibleLine(message)}\n${indent}${visibleLine(more)}`;
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
  const disabled = files.reduce((sum, each) => sum + each.disabled.length, 0);
  const hidden = disabled === 0 ? "" : `; ${disabled} disabled by comments`;
  const found = counts.length === 0 ? "no problems" : counts.join(", ");
  return `${found} in ${plural(files.length, "file")}${hidden}${skipped}\n`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

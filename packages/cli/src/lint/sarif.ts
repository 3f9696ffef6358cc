/**
 * Findings as SARIF 2.1.0, which code scanning services read. Left out: related locations and code flows.
 * Source: OASIS, Static Analysis Results Interchange Format 2.1.0 (checked 2026-11-21).
 */
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { PRACTICES } from "@quayside/linter";
import type { LintFinding } from "@quayside/linter/files";
import { TASK_DEFINITION_RULES } from "@quayside/simulator/task-definition";
import type { LintedFile, LintReport } from "./report.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/** The report as one SARIF run. */
export function asSarif({ files }: LintReport): string {
  const ruleIds = [...new Set(files.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId)))].sort();
  const driver = { name: "quayside", semanticVersion: "0.1.0", rules: ruleIds.map((id) => descriptorOf(id, files)) };
  const results = files.flatMap((file) => file.findings.map((finding) => resultOf(file, finding, ruleIds)));
  const run = { tool: { driver }, columnKind: "utf16CodeUnits", results };
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

const RULES = new Map([...TASK_DEFINITION_RULES, ...PRACTICES].map((rule) => [rule.id, rule]));

/** What a scanner shows of a rule: AWS's words of one of its findings stand for those that have no text of their own. */
function descriptorOf(id: string, files: readonly LintedFile[]) {
  const rule = RULES.get(id);
  const first = files.flatMap(({ findings }) => findings).find(({ ruleId }) => ruleId === id);
  const text = rule?.hint ?? first?.fix ?? first?.message ?? id;
  const lesson = first?.lesson === undefined ? "" : ` Lesson ${first.lesson} of the course is about it.`;
  return {
    id,
    shortDescription: { text },
    ...(rule === undefined ? {} : { fullDescription: { text: `${rule.hint} Source: ${rule.source}.` } }),
    help: { text: `${text}${lesson}` },
  };
}

function resultOf({ file }: LintedFile, finding: LintFinding, ruleIds: readonly string[]) {
  const { ruleId, severity, message, path, fix, edits } = finding;
  const artifactLocation = { uri: uriOf(file) };
  const { line: startLine, column: startColumn, endLine, endColumn } = finding;
  const physicalLocation = { artifactLocation, region: { startLine, startColumn, endLine, endColumn } };
  const logicalLocations = path === "" ? [] : [{ fullyQualifiedName: path }];
  const replacements = (edits ?? []).map(({ start, end, text }) => ({
    deletedRegion: { charOffset: start, charLength: end - start },
    insertedContent: { text },
  }));
  const fixes = [{ description: { text: fix ?? "" }, artifactChanges: [{ artifactLocation, replacements }] }];
  return {
    ruleId,
    ruleIndex: ruleIds.indexOf(ruleId),
    level: LEVELS[severity],
    message: { text: fix === undefined ? message : `${message} ${fix}` },
    locations: [{ physicalLocation, ...(logicalLocations.length === 0 ? {} : { logicalLocations }) }],
    ...(replacements.length === 0 ? {} : { fixes }),
  };
}

/** Relative as it was given, so that a scanner finds it in its own copy of the repository. */
function uriOf(file: string): string {
  return isAbsolute(file) ? pathToFileURL(file).href : file.split(/[\\/]/).map(encodeURIComponent).join("/");
}

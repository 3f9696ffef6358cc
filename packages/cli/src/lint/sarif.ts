/**
 * Findings as SARIF 2.1.0, which code scanning services read. Left out: related locations and code flows.
 * Source: OASIS, Static Analysis Results Interchange Format 2.1.0 (checked 2026-11-21).
 */
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { lintRule } from "@quayside/linter";
import type { LintFinding } from "@quayside/linter/files";
import type { LintedFile, LintReport } from "./report.ts";
import { rulePage } from "./rule-page.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/** The report as one SARIF run. */
export function asSarif({ files }: LintReport): string {
  const ids = files.flatMap(({ findings, disabled }) => [...findings, ...disabled.map(({ finding }) => finding)]);
  const ruleIds = [...new Set(ids.map(({ ruleId }) => ruleId))].sort();
  const rules = ruleIds.map((id) => descriptorOf(id, files));
  const driver = { name: "quayside", semanticVersion: "0.1.0", rules };
  const results = files.flatMap((file) => [
    ...file.findings.map((finding) => resultOf(file, finding, ruleIds)),
    ...file.disabled.map(({ finding, reason }) => {
      const suppression = { kind: "inSource", ...(reason === undefined ? {} : { justification: reason }) };
      return { ...resultOf(file, finding, ruleIds), suppressions: [suppression] };
    }),
  ]);
  const run = { tool: { driver }, columnKind: "utf16CodeUnits", results };
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

/** What a scanner shows of a rule. */
function descriptorOf(id: string, files: readonly LintedFile[]) {
  const { hint: text = id, reference, severity = "error" } = lintRule(id) ?? {};
  const file = files.find(({ findings }) => findings.some(({ ruleId }) => ruleId === id));
  const lesson = file?.findings.find(({ ruleId }) => ruleId === id)?.lesson;
  const taught = lesson === undefined ? "" : ` Lesson ${lesson} of the course is about it.`;
  return {
    id,
    shortDescription: { text },
    fullDescription: { text: reference === undefined ? text : `${text} Source: ${reference}.` },
    help: { text: `${text}${taught}` },
    helpUri: rulePage(id, (file ?? files[0])?.config.site),
    defaultConfiguration: { level: LEVELS[severity] },
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

/**
 * One list of what is wrong with a file, whoever noticed it: the JSON itself, the API's schema, the rules of ECS.
 * The same list feeds the squiggles, the marks beside the lines and the list below the text.
 */
import { checkSchema, type JsonSchema } from "./json/check-schema.ts";
import { type JsonPath, pathText, placeOf } from "./json/locate.ts";
import type { JsonDocument } from "./json/parse-json.ts";
import { LineIndex } from "./lines.ts";
import type { EditorTexts } from "./texts.ts";

/** What a rule found, as the simulator's validateTaskDefinition gives it. `path` leads from the root of the file. */
export interface Finding {
  readonly ruleId: string;
  readonly path: JsonPath;
  readonly message: string;
  readonly code?: string;
  readonly severity: string;
  readonly hint?: string;
}

/** Something to show at a place. Offsets in UTF-16 units; line and column from 1. */
export interface Problem {
  readonly source: "json" | "schema" | "rule";
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly hint: string | undefined;
  readonly code: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** Monaco's IMarkerData without the dependency: severity 8 error, 4 warning, 2 info. */
export interface Marker {
  readonly severity: 8 | 4 | 2;
  readonly message: string;
  readonly source: string;
  readonly code: string;
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

export interface ProblemSources {
  readonly document: JsonDocument;
  readonly schema: JsonSchema | undefined;
  readonly findings: readonly Finding[];
  readonly texts: EditorTexts;
}

/** All problems, in the order of the text, errors first at one place. */
export function findProblems(sources: ProblemSources): readonly Problem[] {
  const { document, findings, texts } = sources;
  const lines = new LineIndex(document.text);
  const broken = document.problems.some((problem) => problem.code !== "duplicateKey");
  const rules = findings.map((finding) => ruleProblem(finding, document, lines));
  const ruled = new Set(rules.map((problem) => problem.path));
  const json = document.problems.map((problem): Problem => {
    const severity = problem.code === "duplicateKey" ? "warning" : "error";
    const message = texts.json[problem.code](problem.detail ?? "");
    return { source: "json", severity, message, hint: undefined, code: problem.code, path: "", ...at(lines, problem) };
  });
  // A half-written file lacks fields because it is half written: saying so as well would only bury the real fault.
  const schema = broken ? [] : schemaProblems(sources, lines).filter((problem) => !ruled.has(problem.path));
  return [...json, ...schema, ...rules].sort((a, b) => a.start - b.start || rank(a) - rank(b));
}

function ruleProblem(finding: Finding, document: JsonDocument, lines: LineIndex): Problem {
  return {
    source: "rule",
    severity: severityOf(finding.severity),
    message: finding.message,
    hint: finding.hint,
    code: finding.ruleId,
    path: pathText(finding.path),
    ...at(lines, placeOf(document.root, finding.path) ?? { start: 0, end: Math.min(1, document.text.length) }),
  };
}

function schemaProblems({ document, schema, texts }: ProblemSources, lines: LineIndex): readonly Problem[] {
  if (schema === undefined) return [];
  return checkSchema(document, schema).map((found) => ({
    source: "schema",
    severity: "error",
    message: texts.schema[found.code](found.name, found.expected),
    hint: found.suggestion === undefined ? undefined : texts.didYouMean(found.suggestion),
    code: found.code,
    path: pathText(found.path),
    ...at(lines, found),
  }));
}

function at(lines: LineIndex, place: { readonly start: number; readonly end: number }) {
  return { start: place.start, end: place.end, ...lines.positionAt(place.start) };
}

function severityOf(severity: string): Problem["severity"] {
  const word = severity.toLowerCase();
  return word === "warning" || word === "info" ? word : "error";
}

function rank(problem: Problem): number {
  return ["error", "warning", "info"].indexOf(problem.severity);
}

/** The list in a few words, to show and to say aloud: `2 errors, 1 warning`. */
export function verdictOf(problems: readonly Problem[], texts: EditorTexts): string {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  return problems.length === 0 ? texts.noProblems : texts.count(errors, problems.length - errors);
}

/** The problems as Monaco's markers; an empty place is widened to one character, so that there is something to see. */
export function toMarkers(problems: readonly Problem[], text: string): readonly Marker[] {
  const lines = new LineIndex(text);
  return problems.map((problem) => {
    const end = lines.positionAt(Math.max(problem.end, problem.start + 1));
    return {
      severity: problem.severity === "error" ? 8 : problem.severity === "warning" ? 4 : 2,
      message: problem.hint === undefined ? problem.message : `${problem.message}\n${problem.hint}`,
      source: problem.source === "rule" ? "ECS" : "JSON",
      code: problem.code,
      startLineNumber: problem.line,
      startColumn: problem.column,
      endLineNumber: end.line,
      endColumn: end.column,
    };
  });
}

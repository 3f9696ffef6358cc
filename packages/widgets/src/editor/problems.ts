/**
 * What the linter finds in a file, in the words of the page: the same list feeds the squiggles, the marks beside the
 * lines and the list below the text.
 */
import { checkDefinition, type Fix, type Problem as Found, fixesFor } from "@quayside/linter";
import { closest, type JsonDocument, LineIndex, pathText } from "@quayside/linter/json";
import { ACCOUNT_ID } from "@quayside/simulator";
import type { EditorTexts } from "./texts/index.ts";

/** Something to show at a place. Offsets in UTF-16 units; line and column from 1. */
export interface Problem {
  readonly source: Found["source"];
  readonly severity: Found["severity"];
  readonly message: string;
  /** The message is AWS's, in English on every page. */
  readonly isAws?: true;
  readonly hint: string | undefined;
  readonly code: string;
  /** As people write it: `containerDefinitions[0].image`; empty for the whole file. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  /** Changes that mend it, the likeliest first. */
  readonly fixes: readonly Fix[];
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

/** Problems that are given fixes: nobody mends more in one go, and each fix may look at the whole text. */
const MOST_FIXED = 50;

/** Of good practice, what is a slip and no matter of habit: said also where practices are not. */
const SLIPS: ReadonlySet<string> = new Set(["image-misspelt"]);

/** All problems, in the order of the text, errors first at one place. */
export function findProblems(document: JsonDocument, texts: EditorTexts, practices: boolean): readonly Problem[] {
  const all = checkDefinition(document, { accountId: ACCOUNT_ID, practices: true, placeholders: "none" });
  const found = all.filter(({ source, code }) => practices || source !== "practice" || SLIPS.has(code));
  return found.map((problem, index) => ({
    ...wordsOf(problem, document.text, texts),
    source: problem.source,
    severity: problem.severity,
    code: problem.code,
    path: pathText(problem.path),
    start: problem.start,
    end: problem.end,
    line: problem.line,
    column: problem.column,
    fixes: index < MOST_FIXED ? fixesFor(document, problem) : [],
  }));
}

/** AWS's messages stay AWS's; what the JSON and its fields lack is said in the language of the page. */
function wordsOf(
  found: Found,
  text: string,
  texts: EditorTexts,
): Pick<Problem, "message" | "hint"> & Partial<Pick<Problem, "isAws">> {
  const { fault, input, code, message } = found;
  const hint = found.hint === undefined ? undefined : texts.hint(code, found.hint);
  if (fault !== undefined) return { message: texts.json[fault.code](fault.detail ?? ""), hint };
  if (code === "describe-output") return { message: texts.answer, hint: texts.answerHint };
  if (found.source === "practice")
    return { message: texts.practice(code, message, text.slice(found.start, found.end)), hint };
  if (input === undefined) return { message, hint, isAws: true };
  const name = String(input.path.at(-1) ?? "");
  const meant = input.kind === "unknown" ? closest(name, input.expected) : undefined;
  const subject = input.kind === "type" ? text.slice(found.start, found.end) : name;
  return {
    message: texts.input[input.kind](subject, input.expected.join(" | ")),
    hint: meant === undefined ? hint : texts.didYouMean(meant),
  };
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
      source: problem.source === "json" || problem.source === "client" ? "JSON" : "ECS",
      code: problem.code,
      startLineNumber: problem.line,
      startColumn: problem.column,
      endLineNumber: end.line,
      endColumn: end.column,
    };
  });
}

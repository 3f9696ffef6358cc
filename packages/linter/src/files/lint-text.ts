/**
 * Checks a file of somebody's repository: finds out what it is, takes the task definitions out of it, and gives the
 * findings with places and fixes. Values that a later step fills in are never judged.
 */
import type { InputProblem } from "@quayside/api";
import { type CheckOptions, checkDefinition, definitionShape } from "../check.ts";
import { shapeAt } from "../choices.ts";
import { unwrap } from "../describe-output.ts";
import { fixText } from "../fixes/fix.ts";
import { fixesFor } from "../fixes/index.ts";
import { closest } from "../json/closest.ts";
import { LineIndex } from "../json/lines.ts";
import { headOf, type JsonPath, nearestNode, type Place, pathOf, pathText } from "../json/locate.ts";
import { type JsonDocument, type JsonNode, parseJson } from "../json/parse-json.ts";
import { NOTES } from "../notes.ts";
import type { Problem } from "../problem.ts";
import { absent } from "./absent.ts";
import { asDeployActionTakesIt } from "./deploy-action.ts";
import { readDisableComments, yamlComments } from "./disable-comments.ts";
import { type LintFinding, NO_EDITS, noteOf } from "./finding.ts";
import { applySettings, type DisabledFinding, type RuleSettings } from "./rule-settings.ts";
import { inTemplateWords, isTemplate, loopsIn, propertyName, taskDefinitionsIn, type WrongCase } from "./template.ts";
import { parseYaml } from "./yaml-document.ts";

/** What a file is. `none`: no task definition is in it. */
export type FileKind = "definition" | "answer" | "containers" | "template" | "none";

export interface LintedText extends Checked {
  /** What comments of the file disable. */
  readonly disabled: readonly DisabledFinding[];
}

/** A file before anybody's wishes are heard. */
interface Checked {
  readonly kind: FileKind;
  readonly findings: readonly LintFinding[];
  /** Values that a later step fills in. */
  readonly unknownValues: number;
  /** Whether texts of this kind are ever changed. */
  readonly isFixable: boolean;
}

/** A definition inside a file. */
interface Target {
  readonly document: JsonDocument;
  readonly options: CheckOptions;
  readonly written: (path: JsonPath) => string;
  /** The definition as its text has it; undefined where the text is not changed. */
  readonly fixable: JsonNode | undefined;
  readonly wrongCase?: readonly WrongCase[];
  /** What is said of the file as a whole. */
  readonly notes?: readonly {
    readonly code: string;
    readonly message: string;
    readonly place: Place;
    readonly fix: string;
  }[];
}

const OPTIONS: CheckOptions = { accountId: undefined, practices: true, placeholders: "noted" };

/** How a file is checked. */
export interface LintOptions extends RuleSettings {
  /** No step fills anything in any more: what is left of a template is an error. */
  readonly strict?: boolean;
}

/** Checks the text of a file. Never throws. @param name decides between JSON and YAML; the text decides when it does not */
export function lintText(text: string, name: string, options: LintOptions = {}): LintedText {
  if (isYaml(text, name)) return governed(text, lintYaml(text, options), () => yamlComments(text), options);
  const document = parseJson(text, { placeholders: true, comments: /\.jsonc$/i.test(name) });
  const linted = lintDocument(document, true, options);
  const { extras } = document;
  const findings = extras.length === 0 ? linted.findings : [COMMENTS, ...linted.findings];
  const comments = extras.filter(({ code }) => code === "comment");
  return governed(text, { ...linted, findings }, () => comments, options);
}

/** What is found, by the severities that are set and without what comments disable. */
function governed(
  text: string,
  linted: Checked,
  commentsOf: () => readonly Place[],
  settings: RuleSettings,
): LintedText {
  if (linted.kind === "none") return { ...linted, findings: [], disabled: [] };
  const lines = new LineIndex(text);
  // Most files have no such comment, and need not be read again for it.
  const places = text.includes("quayside-") ? commentsOf() : [];
  return { ...linted, ...applySettings(linted.findings, readDisableComments(text, places, lines), settings, lines) };
}

const COMMENTS: LintFinding = {
  ruleId: "comments",
  severity: "info",
  source: "note",
  message: NOTES.comments.message,
  path: "",
  ...{ line: 1, column: 1, endLine: 1, endColumn: 2 },
  fix: undefined,
  ...NO_EDITS,
};

function isYaml(text: string, name: string): boolean {
  if (/\.ya?ml$/i.test(name)) return true;
  return !/\.jsonc?$/i.test(name) && !/^[\s\ufeff]*([{[]|\/[/*])/.test(text);
}

function lintYaml(text: string, options: LintOptions): Checked {
  const parts = parseYaml(text).map((part): Checked => {
    if (part.ok) return lintDocument(part.document, false, options);
    const place = new LineIndex(text).positionAt(part.start);
    const where = { ...place, endLine: place.line, endColumn: place.column + 1, path: "" };
    const finding = { ruleId: "yaml", severity: "error", source: "json", message: part.message, ...where } as const;
    return {
      kind: "definition",
      findings: [{ ...finding, fix: undefined, ...NO_EDITS }],
      unknownValues: 0,
      isFixable: false,
    };
  });
  const kind = parts.find((part) => part.kind !== "none")?.kind ?? "none";
  const unknownValues = parts.reduce((sum, part) => sum + part.unknownValues, 0);
  return { kind, findings: parts.flatMap((part) => part.findings), unknownValues, isFixable: false };
}

function lintDocument(document: JsonDocument, isJson: boolean, { strict = false }: LintOptions): Checked {
  const { kind, targets } = targetsIn(document, isJson, strict);
  const lines = new LineIndex(document.text);
  const unread = kind === "template" && document.root !== undefined ? loopsIn(document.root) : [];
  const findings = [
    ...unread.map((loop) => noteOf("for-each", NOTES["for-each"].message, pathText(pathOf(loop)), headOf(loop), lines)),
    ...targets.flatMap((target) => [
      ...(target.notes ?? []).map(({ code, message, place, fix }) => ({
        ...noteOf(code, message, "", place, lines),
        fix,
      })),
      ...(target.wrongCase ?? []).map((each) => wrongCaseFinding(target, each, lines)),
      ...checkDefinition(target.document, target.options).map((problem) => findingOf(target, problem, lines)),
    ]),
  ];
  findings.sort((a, b) => a.line - b.line || a.column - b.column);
  const unknownValues = targets.reduce((sum, { options, document: { root } }) => {
    return sum + unknownsIn(options.node ?? root);
  }, 0);
  return { kind, findings, unknownValues, isFixable: isJson && kind !== "template" };
}

function wrongCaseFinding(
  { written: pathOfFile }: Target,
  { path, written, meant, place }: WrongCase,
  lines: LineIndex,
): LintFinding {
  const message = `extraneous key [${written}] is not permitted`;
  const found = noteOf("unknown-parameter", message, pathOfFile(path), place, lines);
  return { ...found, severity: "error", source: "client", fix: `Write ${meant}.` };
}

/** The definition without what the deploy action drops, and a note when that is something. */
function forDeployAction(target: Target, definition: JsonNode, isNoted: boolean): Target {
  const { definition: kept, first } = asDeployActionTakesIt(definition);
  if (first === undefined) return target;
  const options = { ...target.options, node: kept };
  if (!isNoted) return { ...target, options };
  const fix = fixText({ kind: "cleanUp", subject: "" });
  return {
    ...target,
    options,
    notes: [{ code: "deploy-action", message: NOTES["deploy-action"].message, place: headOf(first), fix }],
  };
}

function targetsIn(document: JsonDocument, isJson: boolean, strict: boolean): { kind: FileKind; targets: Target[] } {
  const { root } = document;
  const options: CheckOptions = strict ? { ...OPTIONS, placeholders: "refused" } : OPTIONS;
  const plain: Target = { document, options, written: pathText, fixable: isJson ? root && unwrap(root) : undefined };
  const broken = document.problems.some(({ code }) => code !== "duplicateKey");
  if (broken || root === undefined) return { kind: "definition", targets: [plain] };
  if (root.kind === "object" && isTemplate(root)) return { kind: "template", targets: templateTargets(document, root) };
  if (isContainerList(root)) return { kind: "containers", targets: [containersTarget(plain, root)] };
  if (root.kind === "unknown") return { kind: "definition", targets: partlyKnown(plain, root) };
  const node = unwrap(root);
  const isDefinition = node.kind === "unknown" || node.children.some(({ key }) => isMark(key?.text ?? ""));
  if (root.kind !== "object" || !isDefinition) return { kind: "none", targets: [] };
  if (node === root) return { kind: "definition", targets: [forDeployAction(plain, node, true)] };
  const written = (path: JsonPath) => pathText(["taskDefinition", ...path]);
  // The note about the answer says what to do with all of it.
  return { kind: "answer", targets: [{ ...plain, written }] };
}

/** A template decides which members there are: those that stand once are judged, others may be there or not. */
function partlyKnown(plain: Target, root: JsonNode): Target[] {
  const names = root.children.map(({ key }) => key?.text ?? "");
  const once = root.children.filter(({ key }) => names.filter((name) => name === key?.text).length === 1);
  const definition: JsonNode = { ...root, kind: "object", children: [] };
  const known = new Set(once.map(({ key }) => key?.text));
  const others = definitionShape().memberNames.filter((name) => !known.has(name));
  definition.children.push(...once, ...others.map((name) => absent(definition, name)));
  return [{ ...plain, fixable: undefined, options: { ...plain.options, node: definition } }];
}

/** Members that only a task definition has. */
const MARKS = new Set(["containerDefinitions", "requiresCompatibilities", "taskDefinitionArn", "executionRoleArn"]);
/** Of these, those that nothing else is nearly called. */
const UNLIKE_OTHERS = ["containerDefinitions", "requiresCompatibilities"];

/** A mark, or one that is spelt a little wrong. */
function isMark(key: string): boolean {
  return MARKS.has(key) || (key.length > 10 && closest(key, UNLIKE_OTHERS) !== undefined);
}

function templateTargets(document: JsonDocument, root: JsonNode): Target[] {
  return taskDefinitionsIn(root).map(({ logicalId, definition, wrongCase }) => ({
    document,
    wrongCase,
    options: { ...OPTIONS, placeholders: "allowed", node: definition, rephrase: inTemplateWords },
    written: (path) => pathText(["Resources", logicalId, "Properties", ...writtenSteps(definition, path)]),
    fixable: undefined,
  }));
}

/** A list of containers, as Terraform's `container_definitions` reads it: the rest stands elsewhere. */
function isContainerList(root: JsonNode): boolean {
  if (root.kind !== "array" || root.children.length === 0) return false;
  const has = ({ children }: JsonNode, name: string) => children.some(({ key }) => key?.text === name);
  const isAll = root.children.every((each) => each.kind === "object" && (has(each, "image") || has(each, "name")));
  const isImage = ({ key }: JsonNode): boolean => closest(key?.text ?? "", ["image"]) !== undefined;
  return isAll && root.children.some(({ children }) => children.some(isImage));
}

function containersTarget({ document, options, fixable }: Target, root: JsonNode): Target {
  const definition: JsonNode = { ...root, kind: "object", children: [] };
  const key = { text: "containerDefinitions", start: root.start, end: root.start + 1 };
  const others = definitionShape().memberNames.filter((name) => name !== key.text);
  definition.children.push({ ...root, key, parent: definition }, ...others.map((name) => absent(definition, name)));
  const written = (path: JsonPath) => pathText(path[0] === key.text ? path.slice(1) : path);
  const target: Target = {
    document,
    options: { ...options, node: definition },
    written,
    fixable: fixable && definition,
  };
  return forDeployAction(target, definition, true);
}

/** The steps of a path as the file spells them; one that is missing as the file would. */
function writtenSteps(definition: JsonNode, path: JsonPath): JsonPath {
  return path.map((step, index) => {
    if (typeof step === "number") return step;
    const found = nearestNode(definition, path.slice(0, index + 1));
    if (found?.steps === index + 1) return found.node.key?.written ?? step;
    return shapeAt(path.slice(0, index))?.type === "structure" ? propertyName(step, path.slice(0, index)) : step;
  });
}

function findingOf({ document, options, written, fixable }: Target, problem: Problem, lines: LineIndex): LintFinding {
  const { code: ruleId, severity, source, message, path, line, column, hint } = problem;
  const end = lines.positionAt(Math.max(problem.end, problem.start + 1));
  const isFixable = fixable !== undefined || problem.fault !== undefined;
  const [fix] = isFixable ? fixesFor(document, problem, fixable) : [];
  const what = fix === undefined ? (hint ?? inputHint(problem.input, options)) : fixText(fix.title);
  const place = { line, column, endLine: end.line, endColumn: end.column };
  const change = { fix: what, edits: fix?.edits, isGuess: fix?.isGuess === true };
  return { ruleId, severity, source, message, path: written(path), ...place, ...change };
}

/** What to do about a client's finding where no change can be offered. */
function inputHint(input: InputProblem | undefined, { rephrase }: CheckOptions): string | undefined {
  if (input === undefined) return undefined;
  const name = String(input.path.at(-1));
  const spelled = (member: string): string =>
    rephrase === undefined ? member : propertyName(member, input.path.slice(0, -1));
  if (input.kind === "missing") return `Add ${spelled(name)}.`;
  if (input.kind === "type") return `Write a value of the type ${input.expected.join(" or ")}.`;
  if (input.kind !== "unknown") return `The least is ${input.expected.join(", ")}.`;
  const meant = closest(name, input.expected);
  return meant === undefined ? "Remove it: the API has no such field here." : `Write ${spelled(meant)}.`;
}

function unknownsIn(node: JsonNode | undefined): number {
  if (node === undefined) return 0;
  const own = node.kind === "unknown" && node.end > node.start ? 1 : 0;
  return node.children.reduce((sum, child) => sum + unknownsIn(child), own);
}

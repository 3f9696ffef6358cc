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
import type { TextEdit } from "../json/edit-json.ts";
import { LineIndex } from "../json/lines.ts";
import { type JsonPath, nearestNode, pathText } from "../json/locate.ts";
import { type JsonDocument, type JsonNode, parseJson } from "../json/parse-json.ts";
import type { Problem } from "../problem.ts";
import { absent } from "./absent.ts";
import { inTemplateWords, isTemplate, propertyName, taskDefinitionsIn } from "./template.ts";
import { parseYaml } from "./yaml-document.ts";

/** A finding in a file. Lines and columns from 1, the end exclusive; columns count UTF-16 units. */
export interface LintFinding {
  readonly ruleId: string;
  readonly severity: Problem["severity"];
  readonly source: Problem["source"];
  readonly message: string;
  /** As it is written in the file: `Resources.Web.Properties.Cpu`; empty for the whole. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** What to do, in a sentence. */
  readonly fix: string | undefined;
  /** A change of the text that does it; plain JSON only. */
  readonly edits: readonly TextEdit[] | undefined;
}

/** What a file is. `none`: no task definition is in it. */
export type FileKind = "definition" | "answer" | "containers" | "template" | "none";

export interface LintedText {
  readonly kind: FileKind;
  readonly findings: readonly LintFinding[];
  /** Values that a later step fills in. */
  readonly unknownValues: number;
}

/** A definition inside a file. */
interface Target {
  readonly document: JsonDocument;
  readonly options: CheckOptions;
  readonly written: (path: JsonPath) => string;
  readonly fixable: boolean;
}

const OPTIONS: CheckOptions = { accountId: undefined, practices: true, placeholders: "noted" };

/** Checks the text of a file. Never throws. @param name decides between JSON and YAML; the text decides when it does not */
export function lintText(text: string, name: string): LintedText {
  return isYaml(text, name) ? lintYaml(text) : lintDocument(parseJson(text, { placeholders: true }), true);
}

function isYaml(text: string, name: string): boolean {
  if (/\.ya?ml$/i.test(name)) return true;
  return !/\.json$/i.test(name) && !/^[\s\ufeff]*[{[]/.test(text);
}

function lintYaml(text: string): LintedText {
  const parts = parseYaml(text).map((part): LintedText => {
    if (part.ok) return lintDocument(part.document, false);
    const place = new LineIndex(text).positionAt(part.start);
    const where = { ...place, endLine: place.line, endColumn: place.column + 1, path: "" };
    const finding = { ruleId: "yaml", severity: "error", source: "json", message: part.message, ...where } as const;
    return {
      kind: "definition",
      findings: [{ ...finding, fix: undefined, edits: undefined }],
      unknownValues: 0,
    };
  });
  const kind = parts.find((part) => part.kind !== "none")?.kind ?? "none";
  const unknownValues = parts.reduce((sum, part) => sum + part.unknownValues, 0);
  return { kind, findings: parts.flatMap((part) => part.findings), unknownValues };
}

function lintDocument(document: JsonDocument, isJson: boolean): LintedText {
  const { kind, targets } = targetsIn(document, isJson);
  const lines = new LineIndex(document.text);
  const findings = targets.flatMap((target) =>
    checkDefinition(target.document, target.options).map((problem) => findingOf(target, problem, lines)),
  );
  const unknownValues = targets.reduce((sum, { options, document: { root } }) => {
    return sum + unknownsIn(options.node ?? root);
  }, 0);
  return { kind, findings, unknownValues };
}

function targetsIn(document: JsonDocument, isJson: boolean): { kind: FileKind; targets: Target[] } {
  const { root } = document;
  const plain: Target = { document, options: OPTIONS, written: pathText, fixable: isJson };
  const broken = document.problems.some(({ code }) => code !== "duplicateKey");
  if (broken || root === undefined) return { kind: "definition", targets: [plain] };
  if (root.kind === "object" && isTemplate(root)) return { kind: "template", targets: templateTargets(document, root) };
  if (isContainerList(root)) return { kind: "containers", targets: [containersTarget(document, root)] };
  const node = unwrap(root);
  const isDefinition = node.kind === "unknown" || node.children.some(({ key }) => MARKS.has(key?.text ?? ""));
  if (root.kind !== "object" || !isDefinition) return { kind: "none", targets: [] };
  if (node === root) return { kind: "definition", targets: [plain] };
  const written = (path: JsonPath) => pathText(["taskDefinition", ...path]);
  return { kind: "answer", targets: [{ ...plain, written }] };
}

/** Members that only a task definition has. */
const MARKS = new Set(["containerDefinitions", "requiresCompatibilities", "taskDefinitionArn", "executionRoleArn"]);

function templateTargets(document: JsonDocument, root: JsonNode): Target[] {
  return taskDefinitionsIn(root).map(({ logicalId, definition }) => ({
    document,
    options: { ...OPTIONS, placeholders: "allowed", node: definition, rephrase: inTemplateWords },
    written: (path) => pathText(["Resources", logicalId, "Properties", ...writtenSteps(definition, path)]),
    fixable: false,
  }));
}

/** A list of containers, as Terraform's `container_definitions` reads it: the rest stands elsewhere. */
function isContainerList(root: JsonNode): boolean {
  if (root.kind !== "array" || root.children.length === 0) return false;
  return root.children.every(
    ({ kind, children }) => kind === "object" && children.some(({ key }) => key?.text === "image"),
  );
}

function containersTarget(document: JsonDocument, root: JsonNode): Target {
  const definition: JsonNode = { ...root, kind: "object", children: [] };
  const key = { text: "containerDefinitions", start: root.start, end: root.start + 1 };
  const others = definitionShape().memberNames.filter((name) => name !== key.text);
  definition.children.push({ ...root, key, parent: definition }, ...others.map((name) => absent(definition, name)));
  const written = (path: JsonPath) => pathText(path[0] === key.text ? path.slice(1) : path);
  return { document, options: { ...OPTIONS, node: definition }, written, fixable: false };
}

/** The steps of a path as the file spells them; one that is missing as the file would. */
function writtenSteps(definition: JsonNode, path: JsonPath): JsonPath {
  return path.map((step, index) => {
    if (typeof step === "number") return step;
    const found = nearestNode(definition, path.slice(0, index + 1));
    if (found?.steps === index + 1) return found.node.key?.written ?? step;
    return shapeAt(path.slice(0, index))?.type === "structure" ? propertyName(step) : step;
  });
}

function findingOf({ document, written, fixable }: Target, problem: Problem, lines: LineIndex): LintFinding {
  const { code: ruleId, severity, source, message, path, line, column, hint } = problem;
  const end = lines.positionAt(Math.max(problem.end, problem.start + 1));
  const [fix] = fixable ? fixesFor(document, problem) : [];
  const what = fix === undefined ? (hint ?? inputHint(problem.input)) : fixText(fix.title);
  const place = { line, column, endLine: end.line, endColumn: end.column };
  return { ruleId, severity, source, message, path: written(path), ...place, fix: what, edits: fix?.edits };
}

/** What to do about a client's finding where no change can be offered. */
function inputHint(input: InputProblem | undefined): string | undefined {
  if (input === undefined) return undefined;
  const name = String(input.path.at(-1));
  if (input.kind === "missing") return `Add ${name}.`;
  if (input.kind === "type") return `Write a value of the type ${input.expected.join(" or ")}.`;
  if (input.kind !== "unknown") return `The least is ${input.expected.join(", ")}.`;
  const meant = closest(name, input.expected);
  return meant === undefined ? "Remove it: the API has no such field here." : `Write ${meant}.`;
}

function unknownsIn(node: JsonNode | undefined): number {
  if (node === undefined) return 0;
  const own = node.kind === "unknown" && node.end > node.start ? 1 : 0;
  return node.children.reduce((sum, child) => sum + unknownsIn(child), own);
}

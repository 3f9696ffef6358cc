/**
 * Everything that is wrong with a definition, each at its place: the JSON itself, what clients refuse, what the service
 * refuses, what is bad practice. The same list for the editor and for `quayside lint`.
 */
import { type InputProblem, inputProblems, operationModel, type Shape } from "@quayside/api";
import { NOT_KNOWN, validateTaskDefinition } from "@quayside/simulator/task-definition";
import { READ_ONLY, unwrap } from "./describe-output.ts";
import { faultId, faultText } from "./json/fault-texts.ts";
import { LineIndex } from "./json/lines.ts";
import { headOf, nodeAt, type Place, pathText, placeOf } from "./json/locate.ts";
import type { JsonDocument, JsonNode } from "./json/parse-json.ts";
import { plainValue } from "./json/plain-value.ts";
import { NOTES } from "./notes.ts";
import { isOtherInput } from "./other-inputs.ts";
import { holdsPlaceholder } from "./placeholders.ts";
import { PRACTICES } from "./practices.ts";
import type { Problem } from "./problem.ts";

export interface CheckOptions {
  /** Account that registers, 12 digits; undefined when nobody knows. */
  readonly accountId: string | undefined;
  /** Whether bad practice is reported. */
  readonly practices: boolean;
  /**
   * Whether values may be left for a later step, and whether each is noted or an error, because no step follows; with
   * `none`, `${VAR}` is a text like any other.
   */
  readonly placeholders: "noted" | "refused" | "allowed" | "none";
  /** The definition inside the document, when it is not the whole. */
  readonly node?: JsonNode | undefined;
  /** What the client's finding is called where the definition is not sent by the AWS CLI; undefined drops it. */
  readonly rephrase?: (problem: InputProblem) => string | undefined;
}

/** Problems given at most: nobody reads more, and a hostile file could ask for a million. */
const MOST_PROBLEMS = 500;

/** All problems in the order of the text, errors first at one place; the first 500 when there are more. */
export function checkDefinition(document: JsonDocument, options: CheckOptions): readonly Problem[] {
  const lines = new LineIndex(document.text);
  const found = jsonProblems(document).map((problem) => ({ ...problem, ...lines.positionAt(problem.start) }));
  // A half-written file lacks fields because it is half written: saying so as well would only bury the real fault.
  if (found.some(({ severity }) => severity === "error") || document.root === undefined) return found;
  if (options.node === undefined && isOtherInput(document.root)) return found;
  const node = options.node ?? unwrap(document.root);
  const checked = [...wrapping(document.root, node), ...problemsOf(document, node, options)];
  const placed = checked.map((problem) => ({ ...problem, ...lines.positionAt(problem.start) }));
  return [...found, ...placed].sort((a, b) => a.start - b.start || rank(a) - rank(b)).slice(0, MOST_PROBLEMS);
}

/** The value of a definition as the rules read it: what is not known stands there as such. */
export function definitionValue(node: JsonNode, placeholders: boolean): unknown {
  const isUnknown = ({ kind, value }: JsonNode) => kind === "string" && holdsPlaceholder(String(value));
  return plainValue(node, NOT_KNOWN, placeholders ? isUnknown : undefined);
}

/** The input of RegisterTaskDefinition, as AWS's model has it. */
export function definitionShape(): Shape {
  const operation = operationModel("RegisterTaskDefinition");
  if (operation === undefined) throw new Error("the generated model has no RegisterTaskDefinition: generate it again");
  return operation.input;
}

type Unplaced = Omit<Problem, "line" | "column">;

function jsonProblems({ problems }: JsonDocument): Unplaced[] {
  return problems.map((fault) => ({
    source: "json",
    severity: fault.code === "duplicateKey" ? "warning" : "error",
    code: faultId(fault.code),
    message: faultText(fault),
    hint: undefined,
    path: [],
    start: fault.start,
    end: fault.end,
    fault,
  }));
}

/** An answer of describe-task-definition is no input: what clients say, once, with what to do. */
function wrapping(root: JsonNode, node: JsonNode): Unplaced[] {
  if (node.parent !== root) return [];
  return [{ source: "note", code: "describe-output", ...NOTES["describe-output"], path: [], ...headOf(node) }];
}

function problemsOf(document: JsonDocument, node: JsonNode, options: CheckOptions): Unplaced[] {
  const { accountId, practices, placeholders } = options;
  const value = definitionValue(node, placeholders !== "none");
  const at = (path: Problem["path"]): Place =>
    placeOf(node, path) ?? { start: 0, end: Math.min(1, document.text.length) };
  const judge = (rules: Parameters<typeof validateTaskDefinition>[1]) =>
    validateTaskDefinition(value, rules).map(({ ruleId: code, severity, message, hint, path }) => {
      return { severity, code, message, hint, path, ...at(path) };
    });
  const service = judge({ accountId }).map((problem) => ({ source: "service" as const, ...problem }));
  const ruled = new Set(service.map(({ path }) => pathText(path)));
  const client = inputProblems(definitionShape(), value)
    .filter(({ path }) => !ruled.has(pathText(path)))
    .flatMap((input) => clientProblem(input, node, options, at(input.path)));
  const practice = practices ? judge({ accountId, rules: PRACTICES }) : [];
  const notes = placeholders === "noted" || placeholders === "refused" ? placeholderNotes(node, placeholders) : [];
  return [...service, ...client, ...practice.map((problem) => ({ source: "practice" as const, ...problem })), ...notes];
}

function clientProblem(input: InputProblem, node: JsonNode, { rephrase }: CheckOptions, place: Place): Unplaced[] {
  const { kind, path } = input;
  const member = String(path.at(-1));
  // In an answer of describe-task-definition they belong there, and the note about it has said so.
  if (kind === "unknown" && path.length === 1 && READ_ONLY.has(member) && node.parent !== undefined) return [];
  const message = rephrase === undefined ? input.message : rephrase(input);
  if (message === undefined) return [];
  const found = kind === "unknown" ? nodeAt(node, path) : undefined;
  const where = found === undefined ? place : headOf(found);
  const code = `${kind === "missing" || kind === "unknown" ? kind : `invalid-${kind}`}-parameter`;
  return [{ source: "client", severity: "error", code, message, hint: undefined, path, ...where, input }];
}

/** Texts that a shell or a program fills in are none of ours: a placeholder there is part of the definition. */
const FILLED_IN_THE_CONTAINER = /\b(command|entryPoint|environment|dockerLabels|healthCheck|driverOpts)\b/;

const LEFT = {
  noted: { severity: "info", message: NOTES.placeholder.message },
  refused: { severity: "error", message: "Nothing filled this in: AWS would get it as it is written here." },
} as const;

function placeholderNotes(node: JsonNode, left: keyof typeof LEFT): Unplaced[] {
  const notes: Unplaced[] = [];
  const visit = (at: JsonNode, path: Problem["path"]): void => {
    if (at.kind === "unknown" || (at.kind === "string" && holdsPlaceholder(String(at.value)))) {
      // Without a width it stands for what a file of this kind leaves out.
      if (at.start === at.end) return;
      if (FILLED_IN_THE_CONTAINER.test(pathText(path))) return;
      notes.push({
        source: "note",
        code: "placeholder",
        ...LEFT[left],
        hint: left === "refused" ? "Render the file before this step, or check it without --strict." : undefined,
        path,
        start: at.start,
        end: at.end,
      });
      // What stands in it is part of what is not known.
      return;
    }
    for (const child of at.children) visit(child, [...path, child.key?.text ?? child.index]);
  };
  visit(node, []);
  return notes;
}

function rank({ severity }: Problem): number {
  return ["error", "warning", "info"].indexOf(severity);
}

/**
 * From the words of an option to the value of a parameter: files first, then JSON where it begins like JSON, shorthand
 * for structures, plain text for the rest. The order of the attempts is the AWS CLI's.
 */
import type { Shape } from "../model.ts";
import { fileText, type ResolvedContext } from "./context.ts";
import { CliFailure } from "./failure.ts";
import type { Option, Parsed } from "./options.ts";
import { JsonProblem, parsePythonJson } from "./python-json.ts";
import { applyShape, parseShorthand, pythonInt, ShorthandProblem } from "./shorthand.ts";

/** An operation's input as a line gives it. */
export interface LineInput {
  readonly input: Record<string, unknown>;
  /** Members that came as JSON in an option: the AWS CLI names another Python type for what they hold. */
  readonly ordered: ReadonlySet<string>;
}

function parameterProblem(option: string, message: string): CliFailure {
  return new CliFailure("parameter", `Error parsing parameter '${option}': ${message}`);
}

/** The text behind `file://`, or undefined when the value names no file. */
function loadFile(context: ResolvedContext, option: string, value: string): string | undefined {
  const path = /^fileb?:\/\/(.*)$/s.exec(value)?.[1];
  if (path === undefined) return undefined;
  const text = fileText(context, path);
  if (text !== undefined) return text;
  const reason = `Unable to load paramfile ${value}: [Errno 2] No such file or directory: '${path}'`;
  throw parameterProblem(option, reason);
}

/** JSON of an option; `option` with its dashes. */
function readJson(option: string, text: string): unknown {
  try {
    return parsePythonJson(text);
  } catch (problem) {
    if (!(problem instanceof JsonProblem)) throw problem;
    throw parameterProblem(option, `Invalid JSON: ${problem.message}\nJSON received: ${text}`);
  }
}

function beginsLikeJson(value: string | undefined): boolean {
  return value !== undefined && /^\s*[[{]/.test(value);
}

function takesShorthand(shape: Shape): boolean {
  if (shape.document) return false;
  const inner = shape.type === "list" ? (shape.element as Shape) : shape;
  return inner.type === "structure" || inner.type === "map" || inner.type === "list";
}

function shorthand(context: ResolvedContext, option: Option, shape: Shape, given: string | readonly string[]): unknown {
  const read = (text: string) => parseShorthand(text, (path) => loadFile(context, option.name, path));
  try {
    // A file's shorthand is one value; where a list belongs, the AWS CLI leaves it as it is, for the next check.
    if (typeof given === "string") return shape.type === "list" ? read(given) : applyShape(shape, read(given));
    return given.map(read).map((value) => applyShape(shape.element as Shape, value));
  } catch (problem) {
    if (problem instanceof ShorthandProblem) throw parameterProblem(option.name, problem.message);
    throw problem;
  }
}

function scalar(shape: Shape, text: string): unknown {
  if (shape.type === "integer" || shape.type === "long") return pythonInt(text);
  if (shape.type === "double") {
    if (text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
    throw new CliFailure("general", `could not convert string to float: '${text}'`);
  }
  if (shape.type === "boolean") return text.toLowerCase() !== "false" && text !== "";
  return text;
}

/** A value that is not shorthand: JSON, or a list of plain values, or a plain value. */
function plain(option: Option, shape: Shape, given: string | readonly string[]): unknown {
  if (shape.type === "structure" || shape.type === "map") {
    const text = given as string;
    if (/^\s*\{/.test(text)) return readJson(option.name, text);
    throw parameterProblem(option.name, `Invalid JSON:\n${text}`);
  }
  if (shape.type !== "list") return scalar(shape, given as string);
  const [only] = given;
  if (typeof given === "string" ? /^\s*\[/.test(given) : given.length === 1 && /^\s*\[/.test(only ?? "")) {
    return readJson(option.name, typeof given === "string" ? given : (only as string));
  }
  // A file that holds neither a list nor shorthand is read letter by letter, as the AWS CLI does.
  return Array.from(given).map((item) => plain(option, shape.element as Shape, item));
}

function readValue(
  context: ResolvedContext,
  option: Option,
  given: string | readonly string[],
): { value: unknown; json: boolean } {
  const shape = option.shape as Shape;
  const single = typeof given === "string" ? given : given.length === 1 ? (given[0] as string) : undefined;
  const loaded = single === undefined ? undefined : loadFile(context, option.name, single);
  const value = loaded ?? given;
  const first = typeof value === "string" ? value : value[0];
  const json = beginsLikeJson(first);
  if (!json && takesShorthand(shape)) return { value: shorthand(context, option, shape, value), json };
  return { value: plain(option, shape, value), json };
}

/** `--cli-input-json`: members that no option gave. */
function inputJson(context: ResolvedContext, text: string): Record<string, unknown> {
  const option = "cli-input-json";
  const loaded = loadFile(context, "--cli-input-json", text) ?? text;
  const value = readJson(option, loaded);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw parameterProblem(option, `Invalid JSON: an object is expected\nJSON received: ${loaded}`);
}

/**
 * The input that a parsed line describes, members in the model's order, then those of `--cli-input-json`.
 * @throws CliFailure when a value cannot be read
 */
export function inputOf(context: ResolvedContext, options: readonly Option[], parsed: Parsed): LineInput {
  const input: Record<string, unknown> = {};
  const ordered = new Set<string>();
  for (const option of options) {
    const given = parsed.values.get(option.target);
    if (given === undefined || option.shape === undefined || Object.hasOwn(input, option.target)) continue;
    if (typeof given === "boolean") input[option.target] = given;
    else {
      const { value, json } = readValue(context, option, given);
      input[option.target] = value;
      if (json) ordered.add(option.target);
    }
  }
  const text = parsed.values.get("cli-input-json");
  if (typeof text !== "string") return { input, ordered };
  return { input: { ...inputJson(context, text), ...input }, ordered };
}

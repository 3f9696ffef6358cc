/**
 * What an AWS client checks before it sends anything: types, required members, unknown members, minimal lengths and
 * values. All findings at once, in botocore's words. Like botocore it checks no enum, no maximum and no pattern.
 * @source botocore 1.43 parameter validator, run against the same model (checked 2026-11-20)
 */
import { JSON_TYPES, type Shape } from "./model.ts";
import { pythonStr, pythonType } from "./python-text.ts";

/** Options of `validateInput`. */
export interface ValidationOptions {
  /** Top-level members whose JSON the AWS CLI read into an OrderedDict: their messages name that type. */
  readonly ordered?: ReadonlySet<string>;
}

const VALID_TYPES: Record<Shape["type"], string> = {
  structure: "<class 'dict'>",
  map: "<class 'dict'>",
  list: "<class 'list'>, <class 'tuple'>",
  string: "<class 'str'>",
  integer: "<class 'int'>",
  long: "<class 'int'>",
  double: "<class 'float'>, <class 'decimal.Decimal'>, <class 'int'>",
  boolean: "<class 'bool'>",
  timestamp: "<class 'datetime.datetime'>, timestamp-string",
};

/** A plain object: what JSON calls an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether the value has the shape's type. A Python `bool` is an `int`, so `true` passes for a number. */
function hasType(shape: Shape, value: unknown): boolean {
  switch (shape.type) {
    case "structure":
    case "map":
      return isRecord(value);
    case "list":
      return Array.isArray(value);
    case "string":
      return typeof value === "string";
    case "integer":
    case "long":
      return Number.isInteger(value) || typeof value === "boolean";
    case "double":
      return typeof value === "number" || typeof value === "boolean";
    case "boolean":
      return typeof value === "boolean";
    case "timestamp":
      return typeof value === "number" || (typeof value === "string" && !Number.isNaN(Date.parse(value)));
  }
}

/** Where a finding lies: keys and indexes from the input. */
type InputPath = readonly (string | number)[];

/** What a client finds in an input before it sends anything. */
export interface InputProblem {
  readonly kind: "missing" | "unknown" | "type" | "length" | "value";
  /** The member itself; one that is missing is named as if it were there. */
  readonly path: InputPath;
  /** botocore's line. */
  readonly message: string;
  /** What the member may be: names of members, JSON types, or the least length or value. */
  readonly expected: readonly string[];
}

class Findings {
  readonly problems: InputProblem[] = [];
  readonly #ordered: ReadonlySet<string>;

  constructor(ordered: ReadonlySet<string>) {
    this.#ordered = ordered;
  }

  missing(path: InputPath, member: string): void {
    const message = `Missing required parameter in ${name(path)}: "${member}"`;
    this.problems.push({ kind: "missing", path: [...path, member], message, expected: [member] });
  }

  unknown(path: InputPath, key: string, known: readonly string[]): void {
    const message = `Unknown parameter in ${name(path)}: "${key}", must be one of: ${known.join(", ")}`;
    this.problems.push({ kind: "unknown", path: [...path, key], message, expected: known });
  }

  wrongType(shape: Shape, value: unknown, path: InputPath): void {
    const ordered = this.#ordered.has(String(path[0]));
    const given = `value: ${pythonStr(value, ordered)}, type: ${pythonType(value, ordered)}`;
    const message = `Invalid type for parameter ${name(path)}, ${given}, valid types: ${VALID_TYPES[shape.type]}`;
    this.problems.push({ kind: "type", path, message, expected: [JSON_TYPES[shape.type]] });
  }

  tooSmall(kind: "length" | "value", value: number, min: number, path: InputPath): void {
    const message = `Invalid ${kind} for parameter ${name(path)}, value: ${value}, valid min ${kind}: ${min}`;
    this.problems.push({ kind, path, message, expected: [String(min)] });
  }
}

/** A path as botocore writes it. */
function name(path: InputPath): string {
  if (path.length === 0) return "input";
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}

/** Members that a structure lacks, has too many, then what is wrong inside: botocore's order. */
function checkStructure(shape: Shape, value: Record<string, unknown>, path: InputPath, findings: Findings): void {
  if (shape.document) return;
  for (const required of shape.required) if (!Object.hasOwn(value, required)) findings.missing(path, required);
  const known: [string, Shape][] = [];
  for (const key of Object.keys(value)) {
    const member = shape.members.get(key);
    if (member !== undefined) known.push([key, member]);
    else findings.unknown(path, key, shape.memberNames);
  }
  for (const [key, member] of known) check(member, value[key], [...path, key], findings);
}

function check(shape: Shape, value: unknown, path: InputPath, findings: Findings): void {
  // A symbol stands for a value that is not known yet: nothing can be said against it.
  if (typeof value === "symbol") return;
  if (!hasType(shape, value)) {
    findings.wrongType(shape, value, path);
    return;
  }
  const min = shape.min ?? Number.NEGATIVE_INFINITY;
  if (shape.type === "structure") checkStructure(shape, value as Record<string, unknown>, path, findings);
  else if (Array.isArray(value)) {
    if (value.length < min) findings.tooSmall("length", value.length, min, path);
    for (const [index, item] of value.entries()) check(shape.element as Shape, item, [...path, index], findings);
  } else if (shape.type === "map") {
    for (const [key, item] of Object.entries(value as object))
      check(shape.element as Shape, item, [...path, key], findings);
  } else if (typeof value === "string" && shape.type === "string") {
    // Python counts characters, JavaScript counts UTF-16 units: only the empty string can be too short here.
    if (value.length < min) findings.tooSmall("length", value.length, min, path);
  } else if (typeof value === "number" && value < min) findings.tooSmall("value", value, min, path);
}

/**
 * Checks an input against the shape of its operation.
 * @returns what is wrong and where, in botocore's words and order; empty when the client would send the request
 */
export function inputProblems(shape: Shape, input: unknown, options: ValidationOptions = {}): readonly InputProblem[] {
  const findings = new Findings(options.ordered ?? new Set());
  check(shape, input, [], findings);
  return findings.problems;
}

/** The lines of `inputProblems` alone. */
export function validateInput(shape: Shape, input: unknown, options: ValidationOptions = {}): string[] {
  return inputProblems(shape, input, options).map(({ message }) => message);
}

/** The text of botocore's ParamValidationError for these findings. */
export function validationMessage(findings: readonly string[]): string {
  return `Parameter validation failed:\n${findings.join("\n")}`;
}

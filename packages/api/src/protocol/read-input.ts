/**
 * What AWS's server makes of a JSON body: members that the API does not know are dropped, `null` counts as absent, an
 * absent text or list that must be there counts as empty, a value of the wrong type is refused. It is looser than the
 * clients (validate.ts) and stops at the first mistake, as AWS does.
 */
import type { Shape } from "../model.ts";
import { isRecord } from "../validate.ts";

/** Thrown inside this package only; the front turns it into AWS's error of this code. */
export class NotReadable extends Error {
  readonly code: "SerializationException" | "ClientException";

  constructor(message: string, code: NotReadable["code"] = "SerializationException") {
    super(message);
    this.code = code;
  }
}

/** How many levels of JSON are read: the API itself needs eleven. Below this the body is refused. */
export const MAX_DEPTH = 64;

const TARGETS: Partial<Record<Shape["type"], string>> = {
  string: "String",
  integer: "Integer",
  long: "Long",
  double: "Double",
  boolean: "Boolean",
  timestamp: "Date",
};

function token(value: unknown): string {
  if (typeof value === "string") return "STRING_VALUE";
  if (typeof value === "boolean") return value ? "TRUE_VALUE" : "FALSE_VALUE";
  return Number.isInteger(value) ? "NUMBER_VALUE" : "DECIMAL_VALUE";
}

/** @source the texts in which users report them, for example aws-actions/amazon-ecs-deploy-task-definition issue 587 */
function refuse(shape: Shape, value: unknown): never {
  if (Array.isArray(value)) throw new NotReadable("Start of list found where not expected");
  if (isRecord(value)) throw new NotReadable("Start of structure or map found where not expected.");
  const target = TARGETS[shape.type];
  throw new NotReadable(
    target === undefined ? "Unexpected field type" : `${token(value)} cannot be converted to ${target}`,
  );
}

function readStructure(shape: Shape, value: Record<string, unknown>, depth: number): Record<string, unknown> {
  if (shape.document) return value;
  const result: Record<string, unknown> = {};
  for (const key in value) {
    const member = shape.members.get(key);
    const given = value[key];
    if (member !== undefined && given !== null && given !== undefined) result[key] = read(member, given, depth + 1);
  }
  for (const name of shape.required) {
    if (!Object.hasOwn(result, name)) result[name] = absent(shape.members.get(name) as Shape, name, depth + 1);
  }
  return result;
}

/**
 * What stands for a member that must be given and is not. Operations then refuse it in their own words, as for an empty
 * one (`Family should not be null or empty.`); a number has no empty value, so it is refused here.
 */
function absent(shape: Shape, name: string, depth: number): unknown {
  if (shape.type === "string") return "";
  if (shape.type === "list") return [];
  if (shape.type === "map" || shape.type === "structure") return read(shape, {}, depth);
  throw new NotReadable(`${name} should not be null.`, "ClientException");
}

function readMap(shape: Shape, value: Record<string, unknown>, depth: number): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(value)) {
    if (given === null || given === undefined) continue;
    const item = read(shape.element as Shape, given, depth + 1);
    // A plain assignment to this name would set the prototype instead of the entry.
    if (key === "__proto__") Object.defineProperty(result, key, { value: item, enumerable: true, configurable: true });
    else result[key] = item;
  }
  return result;
}

function read(shape: Shape, value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new NotReadable("Document is nested too deeply");
  switch (shape.type) {
    case "structure":
      return isRecord(value) ? readStructure(shape, value, depth) : refuse(shape, value);
    case "map":
      return isRecord(value) ? readMap(shape, value, depth) : refuse(shape, value);
    case "list": {
      if (!Array.isArray(value)) return refuse(shape, value);
      const items = value.filter((item) => item !== null && item !== undefined);
      return items.map((item) => read(shape.element as Shape, item, depth + 1));
    }
    case "string":
      return typeof value === "string" ? value : refuse(shape, value);
    case "boolean":
      return typeof value === "boolean" ? value : refuse(shape, value);
    case "integer":
    case "long":
      // Whole numbers only: AWS cuts 1.5 to 1, which would hide the mistake from a learner.
      return Number.isInteger(value) ? value : refuse(shape, value);
    case "double":
    case "timestamp":
      return typeof value === "number" ? value : refuse(shape, value);
  }
}

/**
 * Reads a parsed JSON body as the input of an operation.
 * @throws NotReadable with AWS's sentence when a value has the wrong type
 */
export function readInput(shape: Shape, body: unknown): Record<string, unknown> {
  return read(shape, body, 0) as Record<string, unknown>;
}

/**
 * The input of an operation from a form. In the query protocol a list is `X.member.1`, a map `X.entry.1.key`; EC2 writes
 * `X.1`, and the first letter of every name large.
 */
import { type Operation, type Shape, serviceFacts } from "../model.ts";
import type { QueryNode } from "./query-form.ts";

/** Thrown inside of this package only; the front turns it into the service's error. */
export class Unreadable extends Error {
  readonly told: { readonly code: string; readonly message: string };

  constructor(code: string, message: string) {
    super(message);
    this.told = { code, message };
  }
}

/** How a service names the parts of a form, and what it says of what it cannot read. */
interface Dialect {
  readonly nameOf: (shape: Shape, member: string) => string;
  /** What stands between the name of a list or a map and its numbers. */
  readonly between: { readonly list: string; readonly map: string } | undefined;
  readonly missing: (member: string) => Unreadable;
  readonly wrong: (member: string, value: string, wanted: string) => Unreadable;
}

const small = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const large = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const EC2: Dialect = {
  nameOf: (shape, member) => large(shape.wire?.[member] ?? member),
  between: undefined,
  missing: (member) => new Unreadable("MissingParameter", `The request must contain the parameter ${member}`),
  wrong: (member, value, wanted) =>
    new Unreadable("InvalidParameterValue", `Invalid value '${value}' for ${member}. ${wanted}`),
};

/** Ours: the words for values that are no number and no truth; for what is missing they are those of other validations. */
const QUERY: Dialect = {
  nameOf: (shape, member) => shape.wire?.[member] ?? member,
  between: { list: "member", map: "entry" },
  missing: (member) =>
    new Unreadable(
      "ValidationError",
      `1 validation error detected: Value null at '${small(member)}' failed to satisfy constraint: Member must not be null`,
    ),
  wrong: (member, value, wanted) =>
    new Unreadable("ValidationError", `Invalid value '${value}' for ${member}. ${wanted}`),
};

/**
 * Reads a form as the input of an operation.
 * @throws Unreadable when a member that must be there is not, or a value is no number, truth or moment
 */
export function readQuery({ service, input }: Operation, form: QueryNode): Record<string, unknown> {
  return readStructure(serviceFacts(service).protocol === "ec2" ? EC2 : QUERY, input, form);
}

function readStructure(dialect: Dialect, shape: Shape, node: QueryNode): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [member, inner] of shape.members) {
    const child = node.children.get(dialect.nameOf(shape, member));
    if (child !== undefined) input[member] = read(dialect, inner, child, member);
    else if (shape.required.includes(member)) throw dialect.missing(member);
  }
  return input;
}

/** What stands behind the numbers 1, 2, 3 ... of a list or a map, in their order. */
function numbered(dialect: Dialect, kind: "list" | "map", node: QueryNode): QueryNode[] {
  const holder = dialect.between === undefined ? node : node.children.get(dialect.between[kind]);
  const items = [...(holder?.children ?? [])].filter(([key]) => /^\d{1,6}$/.test(key));
  return items.sort(([left], [right]) => Number(left) - Number(right)).map(([, item]) => item);
}

function readMap(dialect: Dialect, shape: Shape, node: QueryNode, name: string): Record<string, unknown> {
  const { key = "key", value = "value" } = shape.wire ?? {};
  const entries = numbered(dialect, "map", node).flatMap((entry) => {
    const [named, held] = [entry.children.get(key)?.value, entry.children.get(value)];
    return named === undefined || held === undefined
      ? []
      : [[named, read(dialect, shape.element as Shape, held, name)] as const];
  });
  return Object.fromEntries(entries);
}

function read(dialect: Dialect, shape: Shape, node: QueryNode, name: string): unknown {
  if (shape.type === "structure") return readStructure(dialect, shape, node);
  if (shape.type === "map") return readMap(dialect, shape, node, name);
  if (shape.type === "list") {
    return numbered(dialect, "list", node).map((item) => read(dialect, shape.element as Shape, item, name));
  }
  const text = node.value ?? "";
  switch (shape.type) {
    case "integer":
    case "long":
      if (/^-?\d{1,15}$/.test(text)) return Number(text);
      throw dialect.wrong(name, text, "The value must be an integer.");
    case "boolean":
      if (text === "true" || text === "false") return text === "true";
      throw dialect.wrong(name, text, "Must be true or false.");
    case "double":
      return Number(text);
    case "timestamp":
      return Date.parse(text) / 1000;
    default:
      return text;
  }
}

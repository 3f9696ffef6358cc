/**
 * Checks a JSON tree against the part of JSON Schema (draft 7) that the API's generated schemas use: type, properties,
 * required, items, enum, bounds, pattern, local $ref under allOf. Left out: other combinators and formats, which those schemas do not have.
 */
import { headOf, type JsonPath } from "./locate.ts";
import type { JsonDocument, JsonKind, JsonNode } from "./parse-json.ts";
import { stringAt } from "./parse-json.ts";

/** The keywords that are read; others are ignored. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly allOf?: readonly JsonSchema[];
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly [other: string]: unknown;
}

/** A value that does not fit: what is wrong, with the words for a sentence, and where. */
export interface SchemaProblem {
  readonly code: "wrongType" | "missing" | "unknown" | "notInEnum" | "tooSmall" | "tooBig" | "pattern";
  readonly path: JsonPath;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly expected: string;
  /** For an unknown key: the known key that is meant, when one is close. */
  readonly suggestion?: string;
}

/** Problems reported at most. */
export const MOST_SCHEMA_PROBLEMS = 50;

interface Visit {
  readonly node: JsonNode;
  readonly schema: JsonSchema;
  readonly path: JsonPath;
}

/** All misfits in the order in which they are met, breadth first. Empty when the document has no root. */
export function checkSchema(document: JsonDocument, schema: JsonSchema): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  if (document.root === undefined) return problems;
  const visits: Visit[] = [{ node: document.root, schema, path: [] }];
  for (let at = 0; at < visits.length && problems.length < MOST_SCHEMA_PROBLEMS; at += 1) {
    const visit = visits[at];
    if (visit === undefined) break;
    const resolved = resolve(visit.schema, schema);
    const misfit = checkValue(document.text, visit, resolved);
    if (misfit !== undefined) problems.push(misfit);
    if (misfit?.code === "wrongType") continue;
    if (visit.node.kind === "object") checkObject(visit, resolved, problems, visits);
    if (visit.node.kind === "array" && resolved.items !== undefined) {
      for (const node of visit.node.children) {
        visits.push({ node, schema: resolved.items, path: [...visit.path, node.index] });
      }
    }
  }
  return problems;
}

/** The schema of the value at `path`, or undefined when the schema says nothing about it. */
export function schemaAt(root: JsonSchema, path: JsonPath): JsonSchema | undefined {
  let schema: JsonSchema | undefined = resolve(root, root);
  for (const step of path) {
    if (schema === undefined) return undefined;
    const next: JsonSchema | undefined = typeof step === "number" ? schema.items : ownSchema(schema, step);
    schema = next === undefined ? undefined : resolve(next, root);
  }
  return schema;
}

/**
 * The schema itself, with local references followed (20 at most, so that a circle ends) and an `allOf` of them laid
 * under the keywords beside it: draft 7 needs one wherever a description stands next to a `$ref`.
 */
function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  let current = schema;
  for (let hops = 0; hops < 20; hops += 1) {
    const { $ref, allOf, ...beside } = current;
    if ($ref === undefined && allOf === undefined) return current;
    const under = $ref === undefined ? (allOf ?? []) : [definition($ref, root)];
    current = Object.assign({}, ...under, beside);
  }
  return {};
}

function definition(reference: string, root: JsonSchema): JsonSchema {
  const name = /^#\/definitions\/(.+)$/.exec(reference)?.[1];
  return (name === undefined ? undefined : root.definitions?.[name]) ?? {};
}

/** Own properties only: a key called `constructor` or `__proto__` is a key like any other. */
function ownSchema(schema: JsonSchema, name: string): JsonSchema | undefined {
  if (schema.properties !== undefined && Object.hasOwn(schema.properties, name)) return schema.properties[name];
  return typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
}

function checkObject(visit: Visit, schema: JsonSchema, problems: SchemaProblem[], visits: Visit[]): void {
  const head = headOf(visit.node);
  for (const name of schema.required ?? []) {
    if (visit.node.children.some((child) => child.key?.text === name)) continue;
    problems.push({ code: "missing", path: [...visit.path, name], ...head, name, expected: name });
  }
  for (const node of visit.node.children) {
    const name = node.key?.text;
    if (name === undefined) continue;
    const path = [...visit.path, name];
    const child = ownSchema(schema, name);
    if (child !== undefined) visits.push({ node, schema: child, path });
    else if (schema.properties !== undefined && schema.additionalProperties === false) {
      const known = Object.keys(schema.properties);
      const suggestion = closest(name, known);
      const found = { code: "unknown", path, ...headOf(node), name, expected: known.join(", ") } as const;
      problems.push(suggestion === undefined ? found : { ...found, suggestion });
    }
  }
}

function checkValue(text: string, visit: Visit, schema: JsonSchema): SchemaProblem | undefined {
  const { node, path } = visit;
  const isContainer = node.kind === "object" || node.kind === "array";
  const place = isContainer ? headOf(node) : { start: node.start, end: node.end };
  const misfit = (code: SchemaProblem["code"], expected: string): SchemaProblem => {
    return { code, path, ...place, name: isContainer ? node.kind : text.slice(node.start, node.end), expected };
  };
  const types = typeof schema.type === "string" ? [schema.type] : schema.type;
  const raw = text.slice(node.start, node.end);
  if (types !== undefined && !types.some((type) => fits(node.kind, raw, type)))
    return misfit("wrongType", types.join("|"));
  if (isContainer) return undefined;
  if (schema.enum !== undefined) {
    const value = node.kind === "string" ? stringAt(text, node) : literal(raw);
    if (!schema.enum.includes(value)) return misfit("notInEnum", schema.enum.map(String).join(", "));
  }
  if (node.kind === "number") {
    const value = Number(raw);
    if (schema.minimum !== undefined && value < schema.minimum) return misfit("tooSmall", String(schema.minimum));
    if (schema.maximum !== undefined && value > schema.maximum) return misfit("tooBig", String(schema.maximum));
  }
  if (node.kind === "string" && schema.pattern !== undefined && !matches(schema.pattern, stringAt(text, node))) {
    return misfit("pattern", schema.pattern);
  }
  return undefined;
}

function fits(kind: JsonKind, raw: string, type: string): boolean {
  if (type === "integer") return kind === "number" && Number.isInteger(Number(raw));
  return kind === type;
}

function literal(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
}

/** A pattern that this engine cannot read proves nothing against the value. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, "u").test(value);
  } catch {
    return true;
  }
}

/** The candidate within a third of the word's length (edits), or undefined. */
function closest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.floor(word.length / 3) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Levenshtein distance; `bound` when it is at least that. */
function editDistance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) >= bound) return bound;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(bound, row[b.length] ?? bound);
}

/** The part of JSON Schema (draft 7) that the API's generated schemas use, and the way to what it says about a field. */
import type { JsonPath } from "@quayside/linter/json";

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

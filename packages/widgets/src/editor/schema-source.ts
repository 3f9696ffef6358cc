/** Fetches the JSON Schema of RegisterTaskDefinition when an editor is first used: it is not part of the page's first load. */
import { type JsonSchema, schemaAt } from "./json-schema.ts";

let pending: Promise<JsonSchema> | undefined;

/** The schema, from one load a page. Rejects when the part cannot be loaded; the next call tries again. */
export function loadTaskDefinitionSchema(): Promise<JsonSchema> {
  pending ??= import("@quayside/api/schema").then((part) => forMonaco(part.taskDefinitionSchema()));
  pending.catch(() => {
    pending = undefined;
  });
  return pending;
}

/**
 * The schema as Monaco likes it: no lists of values, which are offered as they fit where they stand; the type of a referred structure beside the reference (Monaco looks no further when it
 * decides whether a completed key is followed by `{}`), and descriptions that keep their paragraphs.
 */
export function forMonaco(root: JsonSchema): JsonSchema {
  const visit = (schema: JsonSchema): JsonSchema => {
    const { enum: _values, ...copy }: Record<string, unknown> = { ...schema };
    const inherited =
      schema.allOf?.[0] === undefined
        ? undefined
        : schemaAt({ definitions: root.definitions ?? {}, ...schema.allOf[0] }, []);
    if (schema.type === undefined && inherited?.type !== undefined) copy.type = inherited.type;
    // Paragraphs and `code` of AWS's texts are Markdown already, but for the empty line between paragraphs.
    if (schema.description !== undefined) copy.markdownDescription = schema.description.replace(/\n+/g, "\n\n");
    for (const part of ["properties", "definitions"] as const) {
      const members = schema[part];
      if (members === undefined) continue;
      copy[part] = Object.fromEntries(Object.entries(members).map(([name, member]) => [name, visit(member)]));
    }
    if (schema.items !== undefined) copy.items = visit(schema.items);
    return copy;
  };
  return visit(root);
}

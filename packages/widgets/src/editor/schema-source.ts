/** Fetches the JSON Schema of RegisterTaskDefinition when an editor is first used: it is not part of the page's first load. */
import type { JsonSchema } from "./json/check-schema.ts";

let pending: Promise<JsonSchema> | undefined;

/** The schema, from one load a page. Rejects when the part cannot be loaded; the next call tries again. */
export function loadTaskDefinitionSchema(): Promise<JsonSchema> {
  pending ??= import("@quayside/api/schema").then((part) => part.taskDefinitionSchema() as JsonSchema);
  pending.catch(() => {
    pending = undefined;
  });
  return pending;
}

/** How to mend a problem. */
import { definitionValue } from "../check.ts";
import { unwrap } from "../describe-output.ts";
import type { JsonDocument, JsonNode } from "../json/parse-json.ts";
import { holdsPlaceholder } from "../placeholders.ts";
import type { Problem } from "../problem.ts";
import type { Fix } from "./fix.ts";
import { cleanUpFix, inputFixes } from "./input-fixes.ts";
import { jsonFixes } from "./json-fixes.ts";
import { ruleFixes } from "./rule-fixes.ts";

/** A definition has many problems and one value. */
const read = new WeakMap<JsonNode, { readonly definition: JsonNode; readonly value: unknown }>();

/**
 * The fixes for one problem of a document, the likeliest first; empty where only the author can know.
 * @param node the definition, when it is not what `unwrap` finds
 */
export function fixesFor(document: JsonDocument, problem: Problem, node?: JsonNode): readonly Fix[] {
  const { text, root } = document;
  if (problem.fault !== undefined) return jsonFixes(text, problem.fault);
  if (root === undefined) return [];
  if (problem.code === "describe-output" || problem.code === "deploy-action") return cleanUpFix(text);
  const key = node ?? root;
  const known = read.get(key) ?? readDefinition(node ?? unwrap(root));
  read.set(key, known);
  const broken = { text, ...known, problem };
  const fixes = problem.input === undefined ? ruleFixes(broken) : inputFixes(broken, problem.input);
  return fixes.filter((fix) => !overwritesPlaceholder(fix, text));
}

/** What a later step fills in is not replaced; a clean-up keeps every value that it does not take out. */
function overwritesPlaceholder({ title, edits }: Fix, text: string): boolean {
  if (title.kind === "cleanUp" || title.kind === "rename" || title.kind === "move") return false;
  return edits.some(({ start, end }) => holdsPlaceholder(text.slice(start, end)));
}

function readDefinition(definition: JsonNode) {
  return { definition, value: definitionValue(definition, false) };
}

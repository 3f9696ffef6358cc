/** How to mend a problem. */
import { definitionValue } from "../check.ts";
import { unwrap } from "../describe-output.ts";
import type { JsonDocument } from "../json/parse-json.ts";
import type { Problem } from "../problem.ts";
import type { Fix } from "./fix.ts";
import { cleanUpFix, inputFixes } from "./input-fixes.ts";
import { jsonFixes } from "./json-fixes.ts";
import { ruleFixes } from "./rule-fixes.ts";

/** The fixes for one problem of a document, the likeliest first; empty where only the author can know. */
export function fixesFor(document: JsonDocument, problem: Problem): readonly Fix[] {
  const { text, root } = document;
  if (problem.fault !== undefined) return jsonFixes(text, problem.fault);
  if (root === undefined) return [];
  if (problem.code === "describe-output") return cleanUpFix(text);
  const definition = unwrap(root);
  const broken = { text, definition, value: definitionValue(definition, false), problem };
  return problem.input === undefined ? ruleFixes(broken) : inputFixes(broken, problem.input);
}

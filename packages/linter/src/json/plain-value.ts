/** What a tree stands for, as JSON.parse would give it. */
import type { JsonNode } from "./parse-json.ts";

/**
 * The value of a node. A repeated key counts once, the last one, as in JSON.parse; a key called `__proto__` is a key.
 * @param unknown what stands for values that a later step fills in
 * @param isUnknown further nodes that are not known
 */
export function plainValue(node: JsonNode, unknown: unknown, isUnknown: (node: JsonNode) => boolean = never): unknown {
  if (node.kind === "unknown" || isUnknown(node)) return unknown;
  if (node.kind === "array") return node.children.map((child) => plainValue(child, unknown, isUnknown));
  if (node.kind !== "object") return node.value;
  return Object.fromEntries(node.children.map((child) => [child.key?.text, plainValue(child, unknown, isUnknown)]));
}

function never(): boolean {
  return false;
}

/**
 * Answers of describe-task-definition: what is in them that cannot be registered. People paste them into files, because
 * that is how they see a definition that runs.
 */
import { applyEdits, removeNode } from "./json/edit-json.ts";
import { formatJson } from "./json/format-json.ts";
import { type JsonNode, parseJson } from "./json/parse-json.ts";

/** Members that only AWS sets. @source API Reference, TaskDefinition against RegisterTaskDefinition (checked 2026-11-21) */
export const READ_ONLY: ReadonlySet<string> = new Set([
  "taskDefinitionArn",
  "revision",
  "status",
  "requiresAttributes",
  "compatibilities",
  "registeredAt",
  "deregisteredAt",
  "registeredBy",
  "deleteRequestedAt",
]);

/** Two rounds take everything out; the third finds that nothing is left. */
const MOST_ROUNDS = 3;

/** The definition: what stands under `taskDefinition` in an answer, else the whole. */
export function unwrap(root: JsonNode): JsonNode {
  const inner = root.children.find(({ key, kind }) => key?.text === "taskDefinition" && kind === "object");
  const isDefinition = root.children.some(({ key }) => key?.text === "containerDefinitions" || key?.text === "family");
  return root.kind === "object" && inner !== undefined && !isDefinition ? inner : root;
}

/**
 * The text as it can be registered: the definition alone, without members that only AWS sets and without nulls. The tags
 * that stand beside the definition in an answer come along. Undefined when the text is no JSON or is clean already.
 */
export function cleanUp(text: string): string | undefined {
  const { root, problems } = parseJson(text);
  if (root === undefined || problems.some(({ code }) => code !== "duplicateKey")) return undefined;
  const definition = unwrap(root);
  const tags = definition === root ? undefined : root.children.find(({ key }) => key?.text === "tags");
  let clean = text.slice(definition.start, definition.end);
  if (tags !== undefined && tags.children.length > 0) {
    clean = `${clean.slice(0, clean.lastIndexOf("}")).trimEnd()}, "tags": ${text.slice(tags.start, tags.end)} }`;
  }
  let removals = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const nodes = superfluous(clean);
    if (nodes.size === 0) break;
    const source = clean;
    // A last member takes the comma before it along, so it has to wait until its neighbour is gone.
    const now = [...nodes].filter(
      (node) => neighbour(node, 1) !== undefined || !nodes.has(neighbour(node, -1) as JsonNode),
    );
    clean = applyEdits(
      clean,
      now.flatMap((node) => removeNode(source, node)),
    );
    removals += now.length;
  }
  return definition === root && removals === 0 ? undefined : formatJson(clean);
}

/** The members that cannot be registered. */
function superfluous(text: string): ReadonlySet<JsonNode> {
  const { root } = parseJson(text);
  const found = new Set<JsonNode>();
  const waiting = root === undefined ? [] : [...root.children];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const readOnly = node.parent === root && READ_ONLY.has(node.key?.text ?? "");
    if (node.kind === "null" || readOnly) found.add(node);
    else waiting.push(...node.children);
  }
  return found;
}

function neighbour(node: JsonNode, step: number): JsonNode | undefined {
  const siblings = node.parent?.children ?? [];
  return siblings[siblings.indexOf(node) + step];
}

/**
 * Files for AWS's deploy action of GitHub: members that only AWS sets, nulls and empty values stand in them, which the
 * action drops before it registers. @source aws-actions/amazon-ecs-deploy-task-definition, index.js (checked 2026-11-29)
 */
import { READ_ONLY } from "../describe-output.ts";
import type { JsonNode } from "../json/parse-json.ts";

/** A definition as the action registers it, and the first node that it dropped. */
export interface Dropped {
  readonly definition: JsonNode;
  readonly first: JsonNode | undefined;
}

/**
 * Leaves out what the action drops. Empty values count only beside something that the AWS CLI would refuse as well, which
 * shows that the file is for the action: alone they are the mistake of a file for the CLI.
 */
export function asDeployActionTakesIt(definition: JsonNode): Dropped {
  const ofAction = definition.children.some(isReadOnly) || holdsNull(definition);
  return ofAction ? pruned(definition) : { definition, first: undefined };
}

function isReadOnly({ key }: JsonNode): boolean {
  return READ_ONLY.has(key?.text ?? "");
}

function holdsNull(node: JsonNode): boolean {
  return node.kind === "null" || node.children.some(holdsNull);
}

function pruned(definition: JsonNode): Dropped {
  let first: JsonNode | undefined;
  const keep = (node: JsonNode, parent: JsonNode | undefined, isTop: boolean): JsonNode => {
    const made: JsonNode = { ...node, parent, children: [] };
    for (const child of node.children) {
      if ((isTop && isReadOnly(child)) || isDropped(child)) first ??= child;
      else made.children.push(keep(child, made, false));
    }
    return made;
  };
  return { definition: keep(definition, undefined, true), first };
}

/** Nulls, empty texts, and lists and objects of nothing else; a variable may have an empty value. */
function isDropped(node: JsonNode): boolean {
  if (node.kind === "null") return true;
  if (node.kind === "string") return node.value === "" && !isValueOfVariable(node);
  if (node.kind !== "object" && node.kind !== "array") return false;
  return node.children.every((child) => isDropped(child));
}

function isValueOfVariable({ key, parent }: JsonNode): boolean {
  return key?.text === "value" && parent?.children.some((each) => each.key?.text === "name") === true;
}

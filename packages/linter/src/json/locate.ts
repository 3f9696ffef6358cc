/**
 * Finds places in parsed JSON by path and paths by place. A finding about something that is not there (a missing field)
 * points at the nearest thing that is: the key, or the opening bracket, of the object that lacks it.
 */
import type { JsonNode } from "./parse-json.ts";

/** Keys and indexes from the root, as the simulator's findings give them. */
export type JsonPath = readonly (string | number)[];

/** Offsets in UTF-16 units, `end` exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The deepest node on the way to `path` and how many steps of the path led there; undefined without a root. */
export function nearestNode(
  root: JsonNode | undefined,
  path: JsonPath,
): { readonly node: JsonNode; readonly steps: number } | undefined {
  if (root === undefined) return undefined;
  let node = root;
  for (let steps = 0; steps < path.length; steps += 1) {
    const next = childOf(node, path[steps]);
    if (next === undefined) return { node, steps };
    node = next;
  }
  return { node, steps: path.length };
}

/** The node at `path`, or undefined when it is not there. */
export function nodeAt(root: JsonNode | undefined, path: JsonPath): JsonNode | undefined {
  const nearest = nearestNode(root, path);
  return nearest?.steps === path.length ? nearest.node : undefined;
}

/** Where to point for `path`: the value when it is short, else its key or opening bracket. Undefined without a root. */
export function placeOf(root: JsonNode | undefined, path: JsonPath): Place | undefined {
  const nearest = nearestNode(root, path);
  if (nearest === undefined) return undefined;
  const { node, steps } = nearest;
  const isScalar = node.kind !== "object" && node.kind !== "array";
  if (isScalar && steps === path.length) return { start: node.start, end: node.end };
  return headOf(node);
}

/** The part of a node that names it: its key, or the first character of its value. */
export function headOf(node: JsonNode): Place {
  if (node.key !== undefined) return { start: node.key.start, end: node.key.end };
  const isContainer = node.kind === "object" || node.kind === "array";
  return { start: node.start, end: isContainer ? node.start + 1 : node.end };
}

/** The innermost value (or member) around `offset`; the root outside of everything; undefined without a root. */
export function nodeAround(root: JsonNode | undefined, offset: number): JsonNode | undefined {
  let node = root;
  while (node !== undefined) {
    const inside: JsonNode | undefined = childAround(node, offset);
    if (inside === undefined) break;
    node = inside;
  }
  return node;
}

/** The path of a node from the root of its tree. */
export function pathOf(node: JsonNode | undefined): JsonPath {
  const path: (string | number)[] = [];
  for (let at = node; at?.parent !== undefined; at = at.parent) path.unshift(at.key?.text ?? at.index);
  return path;
}

/** Path of the innermost value (or key) around `offset`; empty at the root or outside of everything. */
export function pathAt(root: JsonNode | undefined, offset: number): JsonPath {
  return pathOf(nodeAround(root, offset));
}

/** `containerDefinitions[0].image`: the way people write a path. */
export function pathText(path: JsonPath): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[A-Za-z_][\w-]*$/.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

/** The last one wins when a key stands twice, as in JSON.parse. */
function childOf(node: JsonNode, step: string | number | undefined): JsonNode | undefined {
  if (node.kind === "array") return node.children[Number(step)];
  if (node.kind !== "object") return undefined;
  return node.children.findLast((child) => child.key?.text === String(step));
}

/** Children lie in the order of the text, so a binary search finds the one that starts last before the offset. */
function childAround(node: JsonNode, offset: number): JsonNode | undefined {
  let low = 0;
  let high = node.children.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const child = node.children[middle];
    if (child !== undefined && headOf(child).start <= offset) low = middle;
    else high = middle - 1;
  }
  const child = node.children[low];
  return child !== undefined && headOf(child).start <= offset && offset <= child.end ? child : undefined;
}

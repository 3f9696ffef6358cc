/** The place of a value at the caret: one that is there, or one that is still to be written. */
import { type JsonPath, nodeAround, pathOf } from "./locate.ts";
import type { JsonDocument, JsonNode } from "./parse-json.ts";

/** Where a value goes: `start` to `end` is replaced by it. Offsets in UTF-16 units. */
export interface ValueSlot {
  readonly path: JsonPath;
  readonly start: number;
  readonly end: number;
}

/** A key, a colon and nothing behind it, up to the caret. */
const KEY_BEFORE = /"((?:[^"\\\n]|\\.)*)"\s*:\s*$/;

/** The scalar value around the offset, or the gap behind a key or inside of a list; undefined anywhere else. */
export function valueSlot({ root, text }: JsonDocument, offset: number): ValueSlot | undefined {
  const node = nodeAround(root, offset);
  if (node === undefined) return undefined;
  const isScalar = node.kind !== "object" && node.kind !== "array";
  if (isScalar) return slotOfScalar(node, offset);
  if (offset <= node.start || offset > node.end) return undefined;
  if (node.kind === "array") return gapInList(node, offset);
  const key = KEY_BEFORE.exec(text.slice(Math.max(node.start, offset - 200), offset))?.[1];
  return key === undefined ? undefined : { path: [...pathOf(node), key], start: offset, end: offset };
}

function slotOfScalar(node: JsonNode, offset: number): ValueSlot | undefined {
  const { start, end } = node;
  return offset < start || offset > end ? undefined : { path: pathOf(node), start, end };
}

/** Between the brackets of a list, where a value may follow; a list of objects has none. */
function gapInList(node: JsonNode, offset: number): ValueSlot | undefined {
  if (node.children.some(({ kind }) => kind === "object")) return undefined;
  const before = node.children.filter(({ end }) => end <= offset).length;
  return { path: [...pathOf(node), before], start: offset, end: offset };
}

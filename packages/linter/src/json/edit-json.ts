/**
 * Changes of a JSON text that leave everything else as it was written: blanks, order, spelling of numbers. Each gives the
 * edits; `applyEdits` makes the new text. Left out: texts with faults, where what a change does is not certain.
 */
import type { JsonNode } from "./parse-json.ts";

/** Offsets in UTF-16 units, `end` exclusive. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text after the edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = text;
  for (const edit of edits.toSorted((a, b) => b.start - a.start)) {
    out = out.slice(0, edit.start) + edit.text + out.slice(edit.end);
  }
  return out;
}

/** Puts another value in the place of a node. */
export function replaceValue(text: string, node: JsonNode, value: unknown): TextEdit {
  return { start: node.start, end: node.end, text: valueText(value, indentAt(text, startOf(node))) };
}

/** Gives a member another name. */
export function renameKey(node: JsonNode, name: string): TextEdit[] {
  return node.key === undefined ? [] : [{ start: node.key.start, end: node.key.end, text: JSON.stringify(name) }];
}

/** Takes a member or an element out, with its comma. */
export function removeNode(node: JsonNode): TextEdit {
  const { parent } = node;
  if (parent === undefined) return { start: node.start, end: node.end, text: "" };
  const at = parent.children.indexOf(node);
  const [before, after] = [parent.children[at - 1], parent.children[at + 1]];
  if (after !== undefined) return { start: startOf(node), end: startOf(after), text: "" };
  if (before !== undefined) return { start: before.end, end: node.end, text: "" };
  return { start: parent.start + 1, end: parent.end - 1, text: "" };
}

/** Adds a member to an object or an element (without a key) to an array, behind what is there, laid out like it. */
export function addMember(text: string, parent: JsonNode, key: string | undefined, value: unknown): TextEdit {
  const last = parent.children.at(-1);
  const outer = indentAt(text, startOf(parent));
  const opensLine = last === undefined ? !isInline(text, parent) : standsFirst(text, startOf(last));
  const indent = last === undefined ? `${outer}  ` : opensLine ? indentAt(text, startOf(last)) : outer;
  const name = key === undefined ? "" : `${JSON.stringify(key)}: `;
  const member = `${name}${opensLine ? valueText(value, indent) : shortText(value)}`;
  if (last !== undefined)
    return { start: last.end, end: last.end, text: `,${opensLine ? `\n${indent}` : " "}${member}` };
  const [start, end] = [parent.start + 1, parent.end - 1];
  return { start, end, text: opensLine ? `\n${indent}${member}\n${outer}` : member };
}

/** An empty object among others on one line stays on that line. */
function isInline(text: string, node: JsonNode): boolean {
  return node.parent !== undefined && !standsFirst(text, startOf(node));
}

function startOf(node: JsonNode): number {
  return node.key?.start ?? node.start;
}

/** True when nothing but blanks stands before the offset in its line. */
function standsFirst(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === "";
}

function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? "";
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function valueText(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}`);
}

function shortText(value: unknown): string {
  return JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, " ");
}

/**
 * Changes of a JSON text that leave everything else as it was written: blanks, comments, order, spelling of numbers, line
 * ends. Each gives the edits; `applyEdits` makes the new text. Left out: texts with faults, where what a change does is not certain.
 */
import type { JsonNode } from "./parse-json.ts";
import { nextToken } from "./scan-json.ts";

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
  return { start: node.start, end: node.end, text: valueText(text, value, indentAt(text, startOf(node))) };
}

/** Gives a member another name. */
export function renameKey(node: JsonNode, name: string): TextEdit[] {
  return node.key === undefined ? [] : [{ start: node.key.start, end: node.key.end, text: JSON.stringify(name) }];
}

/** Takes a member or an element out, with its comma. Comments beside it stay. */
export function removeNode(text: string, node: JsonNode): TextEdit[] {
  const { parent } = node;
  const [start, { end }] = [startOf(node), node];
  if (parent === undefined) return [{ start, end, text: "" }];
  const at = parent.children.indexOf(node);
  const [before, after] = [parent.children[at - 1], parent.children[at + 1]];
  const from = after === undefined ? (before?.end ?? parent.start + 1) : start;
  const to = after === undefined ? (before === undefined ? parent.end - 1 : end) : startOf(after);
  const behind = commaAfter(text, end);
  const isLastBeforeComment = after === undefined && endOfLineWith(text, behind?.end ?? end) > (behind?.end ?? end);
  if (!isLastBeforeComment && !holdsComment(text.slice(from, start)) && !holdsComment(text.slice(end, to)))
    return [{ start: from, end: to, text: "" }];
  const comma = behind ?? (before === undefined ? undefined : commaAfter(text, before.end));
  const edits = comma === undefined ? [] : [{ ...comma, text: "" }];
  return behind?.start === end
    ? [withItsLine(text, { start, end: behind.end, text: "" })]
    : [...edits, withItsLine(text, { start, end, text: "" })];
}

/** Adds a member to an object or an element (without a key) to an array, behind what is there, laid out like it. */
export function addMember(text: string, parent: JsonNode, key: string | undefined, value: unknown): TextEdit[] {
  const last = parent.children.at(-1);
  const outer = indentAt(text, startOf(parent));
  const opensLine = last === undefined ? !isInline(text, parent) : standsFirst(text, startOf(last));
  const indent = last === undefined ? `${outer}${indentUnit(text)}` : opensLine ? indentAt(text, startOf(last)) : outer;
  const name = key === undefined ? "" : `${JSON.stringify(key)}: `;
  const member = `${name}${opensLine ? valueText(text, value, indent) : shortText(value)}`;
  const onItsLine = `${lineEnd(text)}${indent}${member}`;
  if (last === undefined)
    return [firstMember(text, parent, opensLine ? `${onItsLine}${lineEnd(text)}${outer}` : member)];
  if (!opensLine) return [{ start: last.end, end: last.end, text: `, ${member}` }];
  const comma = commaAfter(text, last.end);
  const at = endOfLineWith(text, comma?.end ?? last.end);
  if (comma !== undefined) return [{ start: at, end: at, text: `${onItsLine},` }];
  if (at === last.end) return [{ start: at, end: at, text: `,${onItsLine}` }];
  return [
    { start: last.end, end: last.end, text: "," },
    { start: at, end: at, text: onItsLine },
  ];
}

/** Into an object that has none yet; a comment in it stays behind the new one. */
function firstMember(text: string, parent: JsonNode, member: string): TextEdit {
  const [start, end] = [parent.start + 1, parent.end - 1];
  if (!holdsComment(text.slice(start, end))) return { start, end, text: member };
  return { start, end: start, text: member.trimEnd() };
}

/** An empty object among others on one line stays on that line. */
function isInline(text: string, node: JsonNode): boolean {
  return node.parent !== undefined && !standsFirst(text, startOf(node));
}

function startOf(node: JsonNode): number {
  return node.key?.start ?? node.start;
}

/** What stands between two values: blanks, a comma, comments. */
function holdsComment(between: string): boolean {
  return between.includes("/");
}

/** The comma that follows the offset, behind blanks and comments. */
function commaAfter(text: string, offset: number): { start: number; end: number } | undefined {
  const { kind, start, end } = nextToken(text, offset, () => {});
  return kind === "," ? { start, end } : undefined;
}

/** Behind the comment that ends the line of the offset; the offset where there is none. */
function endOfLineWith(text: string, offset: number): number {
  const comment = /^[ \t]*(?:\/\/[^\r\n]*|\/\*(?:[^*\r\n]|\*(?!\/))*\*\/(?=[ \t]*[\r\n]))/.exec(
    text.slice(offset, offset + 2_000),
  );
  return offset + (comment?.[0].length ?? 0);
}

/** A removal that leaves a line of blanks takes the line; one that leaves a comment, the blanks before it. */
function withItsLine(text: string, edit: TextEdit): TextEdit {
  if (!standsFirst(text, edit.start)) return edit;
  const behind = /^[ \t]*(\r?\n|$)?/.exec(text.slice(edit.end, edit.end + 500));
  if (behind?.[1] === undefined) return { ...edit, end: edit.end + (behind?.[0].length ?? 0) };
  return { start: lineStart(text, edit.start), end: edit.end + behind[0].length, text: "" };
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

/** How the file ends its lines. */
function lineEnd(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** What the file indents a level with: that of its first indented line. */
function indentUnit(text: string): string {
  const blank = /^(\t| {1,8})[ \t]*[^\s*/]/m.exec(text)?.[1];
  return blank ?? "  ";
}

function valueText(text: string, value: unknown, indent: string): string {
  return JSON.stringify(value, null, indentUnit(text)).replaceAll("\n", `${lineEnd(text)}${indent}`);
}

function shortText(value: unknown): string {
  return JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, " ");
}

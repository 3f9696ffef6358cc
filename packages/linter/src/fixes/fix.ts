/** A change that mends a problem, with a title made of parts, so that each language can say it. */
import { addMember, removeNode, renameKey, replaceValue, type TextEdit } from "../json/edit-json.ts";
import { type JsonPath, nodeAt, pathText } from "../json/locate.ts";
import type { JsonNode } from "../json/parse-json.ts";
import type { Problem } from "../problem.ts";

/** What a fix does. `subject` is a field or a piece of text, `value` what it becomes or where it goes. */
export interface FixTitle {
  readonly kind: "set" | "add" | "remove" | "rename" | "move" | "insert" | "quote" | "cleanUp";
  readonly subject: string;
  readonly value?: string;
}

/** Edits of the text that was checked; they do not overlap. */
export interface Fix {
  readonly title: FixTitle;
  readonly edits: readonly TextEdit[];
  /** It makes up or gives up something that only the author knows: to be looked at, not to be made unasked. */
  readonly isGuess?: true;
}

/** What a fix is made from. `definition` is the node of the definition, `value` what it stands for. */
export interface Broken {
  readonly text: string;
  readonly definition: JsonNode;
  readonly value: unknown;
  readonly problem: Problem;
}

/** Of a value in a title: the beginning is enough to know it by. */
const LONGEST_SHOWN = 72;

/** A fix in English: `Set memory to "512"`. */
export function fixText({ kind, subject, value = "" }: FixTitle): string {
  const texts: Readonly<Record<FixTitle["kind"], string>> = {
    set: `Set ${subject} to ${value}`,
    add: `Add ${subject}: ${value}`,
    remove: `Remove ${subject}`,
    rename: `Rename ${subject} to ${value}`,
    move: `Move ${subject} to ${value}`,
    insert: `Insert ${subject}`,
    quote: `Put ${subject} in double quotes`,
    cleanUp: "Clean up: keep only what can be registered",
  };
  return texts[kind];
}

/** The same fixes, marked as guesses. */
export function guess(fixes: readonly Fix[]): Fix[] {
  return fixes.map((fix) => ({ ...fix, isGuess: true }));
}

/** Gives the member at `path` a value, adding it when it is missing. None when its parent is missing, too. */
export function put({ text, definition }: Broken, path: JsonPath, value: unknown): Fix[] {
  const node = nodeAt(definition, path);
  const shown = JSON.stringify(value);
  const title = {
    subject: pathText(path),
    value: shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown,
  };
  // What a later step fills in stays.
  if (node?.kind === "unknown") return [];
  if (node !== undefined) return [{ title: { kind: "set", ...title }, edits: [replaceValue(text, node, value)] }];
  const parent = nodeAt(definition, path.slice(0, -1));
  const last = path.at(-1);
  if (parent?.kind !== (typeof last === "number" ? "array" : "object")) return [];
  const key = typeof last === "number" ? undefined : last;
  return [{ title: { kind: "add", ...title }, edits: addMember(text, parent, key, value) }];
}

/** Takes out what stands at `path`. */
export function remove({ text, definition }: Broken, path: JsonPath): Fix[] {
  const node = nodeAt(definition, path);
  if (node?.parent === undefined || node === definition || node.kind === "unknown") return [];
  return [{ title: { kind: "remove", subject: pathText(path) }, edits: removeNode(text, node) }];
}

/** Gives the member at `path` another name. */
export function rename({ definition }: Broken, path: JsonPath, name: string): Fix[] {
  const node = nodeAt(definition, path);
  if (node?.key === undefined) return [];
  return [{ title: { kind: "rename", subject: node.key.text, value: name }, edits: renameKey(node, name) }];
}

/** Takes a member from where it is and adds it to the object at `to`. */
export function move({ text, definition }: Broken, path: JsonPath, to: JsonPath, value: unknown): Fix[] {
  const node = nodeAt(definition, path);
  const parent = nodeAt(definition, to);
  const key = node?.key?.text;
  if (node === undefined || key === undefined || parent?.kind !== "object") return [];
  if (parent.children.some((child) => child.key?.text === key)) return [];
  const where = to.length === 0 ? "the task definition" : pathText(to);
  const edits = [...removeNode(text, node), ...addMember(text, parent, key, value)].sort((a, b) => a.start - b.start);
  if (edits.some(({ start }, index) => start < (edits[index - 1]?.end ?? 0))) return [];
  return [{ title: { kind: "move", subject: key, value: where }, edits }];
}

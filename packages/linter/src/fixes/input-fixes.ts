/** Fixes of what the AWS CLI and the SDKs refuse: fields of the wrong name, in the wrong place, of the wrong type. */
import type { InputProblem } from "@quayside/api";
import { choicesAt, shapeAt } from "../choices.ts";
import { cleanUp, READ_ONLY } from "../describe-output.ts";
import { closest } from "../json/closest.ts";
import { nodeAt } from "../json/locate.ts";
import { plainValue } from "../json/plain-value.ts";
import { type Broken, type Fix, guess, move, put, remove, rename } from "./fix.ts";

/** The fixes of a client's finding, the likeliest first. */
export function inputFixes(broken: Broken, input: InputProblem): readonly Fix[] {
  if (input.kind === "unknown") return unknownFixes(broken, input);
  if (input.kind === "missing") return missingFixes(broken, input);
  return input.kind === "type" ? typeFixes(broken, input) : [];
}

let cleaned: { readonly text: string; readonly fixes: Fix[] } | undefined;

/** The whole text as it can be registered. Kept for the last text: a pasted answer has many problems and one clean-up. */
export function cleanUpFix(text: string): Fix[] {
  if (cleaned?.text === text) return cleaned.fixes;
  const clean = cleanUp(text);
  const edits = [{ start: 0, end: text.length, text: clean ?? "" }];
  const fixes: Fix[] = clean === undefined ? [] : [{ title: { kind: "cleanUp", subject: "" }, edits }];
  cleaned = { text, fixes };
  return fixes;
}

function unknownFixes(broken: Broken, { path, expected }: InputProblem): Fix[] {
  const name = String(path.at(-1));
  const [first] = path;
  if (path.length === 1 && READ_ONLY.has(name)) return cleanUpFix(broken.text);
  const meant = closest(name, expected);
  if (meant !== undefined && !sibling(broken, path, meant)) return rename(broken, path, meant);
  const node = nodeAt(broken.definition, path);
  const value = node === undefined ? undefined : plainValue(node, undefined);
  const fixes: Fix[] = [];
  if (first === "containerDefinitions" && shapeAt([name]) !== undefined) fixes.push(...move(broken, path, [], value));
  else if (path.length === 1 && shapeAt(["containerDefinitions", 0, name]) !== undefined) {
    fixes.push(...move(broken, path, ["containerDefinitions", 0], value));
  }
  // What nobody knows may still be something that is meant.
  return [...fixes, ...guess(remove(broken, path))];
}

function sibling({ definition }: Broken, path: InputProblem["path"], name: string): boolean {
  return nodeAt(definition, [...path.slice(0, -1), name]) !== undefined;
}

/** Beginnings of members that are often forgotten. */
const FIRST_VALUES: Readonly<Record<string, unknown>> = {
  family: "my-task",
  containerDefinitions: [{ name: "app", image: "nginx:1.29", essential: true }],
  logDriver: "awslogs",
  command: ["CMD-SHELL", "exit 0"],
};

function missingFixes(broken: Broken, { path }: InputProblem): Fix[] {
  const [choice] = choicesAt(broken.value, path);
  const name = String(path.at(-1));
  const value = choice?.value ?? (Object.hasOwn(FIRST_VALUES, name) ? FIRST_VALUES[name] : undefined);
  return value === undefined ? [] : guess(put(broken, path, value));
}

function typeFixes(broken: Broken, { path, expected }: InputProblem): Fix[] {
  const node = nodeAt(broken.definition, path);
  if (node === undefined) return [];
  if (node.kind === "null") return cleanUpFix(broken.text);
  const { value } = node;
  const [type] = expected;
  const text = broken.text.slice(node.start, node.end);
  if (type === "string" && (node.kind === "number" || node.kind === "boolean")) return put(broken, path, text);
  if (type === "integer" && node.kind === "string" && /^\d{1,9}$/.test(String(value))) {
    return put(broken, path, Number(value));
  }
  if (type === "boolean" && /^(true|false)$/i.test(String(value))) {
    return put(broken, path, String(value).toLowerCase() === "true");
  }
  if (type === "array" && node.kind !== "array") return put(broken, path, [plainValue(node, undefined)]);
  return [];
}

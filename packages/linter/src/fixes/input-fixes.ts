/** Fixes of what the AWS CLI and the SDKs refuse: fields of the wrong name, in the wrong place, of the wrong type. */
import type { InputProblem, Shape } from "@quayside/api";
import { choicesAt, shapeAt } from "../choices.ts";
import { cleanUp, READ_ONLY } from "../describe-output.ts";
import { closest } from "../json/closest.ts";
import { nodeAt } from "../json/locate.ts";
import type { JsonNode } from "../json/parse-json.ts";
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
  if (first === "containerDefinitions" && fits(node, shapeAt([name]))) fixes.push(...move(broken, path, [], value));
  else if (path.length === 1 && fits(node, shapeAt(["containerDefinitions", 0, name]))) {
    fixes.push(...move(broken, path, ["containerDefinitions", 0], value));
  }
  // What nobody knows may still be something that is meant.
  return [...fixes, ...guess(remove(broken, path))];
}

const KINDS: Readonly<Record<Shape["type"], JsonNode["kind"]>> = {
  ...{ structure: "object", map: "object", list: "array", string: "string", boolean: "boolean" },
  ...{ integer: "number", long: "number", double: "number", timestamp: "string" },
};

/** Whether a value is what the API wants at another place. */
function fits(node: JsonNode | undefined, shape: Shape | undefined): boolean {
  if (node === undefined || shape === undefined) return false;
  if (node.kind !== KINDS[shape.type]) return false;
  return shape.type !== "list" || node.children.every((child) => fits(child, shape.element));
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
  return type === "array" ? listFixes(broken, path, node) : [];
}

/** One thing where a list is wanted: a list of it, or of its members where they are pairs of name and value. */
function listFixes(broken: Broken, path: InputProblem["path"], node: JsonNode): Fix[] {
  const element = shapeAt(path)?.element;
  const value = plainValue(node, undefined);
  if (element?.type === "string" && node.kind === "string") {
    // A whole command line as one word is no program: how it is cut is for the author to say.
    const isCommand = /^(?:command|entryPoint)$/.test(String(path.at(-1)));
    return isCommand ? guess(put(broken, path, ["sh", "-c", value])) : put(broken, path, [value]);
  }
  if (element?.type !== "structure" || node.kind !== "object") return [];
  if (node.children.every(({ key }) => element.members.has(key?.text ?? ""))) return put(broken, path, [value]);
  if (!element.members.has("name") || !element.members.has("value")) return [];
  if (!node.children.every(({ kind }) => kind === "string" || kind === "number" || kind === "boolean")) return [];
  const pairs = node.children.map((child) => ({ name: child.key?.text, value: String(child.value) }));
  return put(broken, path, pairs);
}

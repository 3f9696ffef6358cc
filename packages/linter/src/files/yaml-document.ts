/**
 * YAML as the same tree that JSON gives, with places in the text. Values with a tag of their own (`!Ref`, `!Sub`) are not
 * known. Left out: sets, ordered maps, and what a template engine would make of the file.
 */
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  type YAMLError,
} from "yaml";
import { DEEPEST_NESTING, type JsonDocument, type JsonKey, type JsonNode, LONGEST_TEXT } from "../json/parse-json.ts";

/** Nodes of one file at most: aliases of aliases can ask for billions. */
const MOST_NODES = 200_000;

/** A document of a YAML file, or what is wrong with it in the library's words. */
export type YamlDocument =
  | { readonly ok: true; readonly document: JsonDocument }
  | { readonly ok: false; readonly text: string; readonly message: string; readonly start: number };

/** Parses every document of a YAML text; never throws. */
export function parseYaml(text: string): readonly YamlDocument[] {
  if (text.length > LONGEST_TEXT) return [fault(text, "The file is larger than 1 MiB and is not checked.", 0)];
  try {
    const documents = parseAllDocuments(text, { merge: true, logLevel: "silent", uniqueKeys: false });
    if (!Array.isArray(documents)) return [];
    return documents.flatMap((document): YamlDocument[] => {
      const [error] = document.errors;
      if (error !== undefined) return [fault(text, firstLine(error), error.pos[0])];
      if (document.contents === null) return [];
      const root = new TreeMaker((alias) => alias.resolve(document)).make(document.contents);
      return [{ ok: true, document: { text, root, problems: [] } }];
    });
  } catch (error) {
    return [fault(text, (error as Error).message, 0)];
  }
}

function fault(text: string, message: string, start: number): YamlDocument {
  return { ok: false, text, message, start };
}

function firstLine({ message }: YAMLError): string {
  return message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, ".") ?? message;
}

class TreeMaker {
  readonly #resolve: (alias: Alias) => unknown;
  #count = 0;

  constructor(resolve: (alias: Alias) => unknown) {
    this.#resolve = resolve;
  }

  make(node: Node): JsonNode {
    return this.#node(node, placeOf(node), undefined, undefined, -1, 0);
  }

  /** `place` is where the value is used, which for an alias is not where it is written. */
  #node(
    node: unknown,
    place: Place,
    parent: JsonNode | undefined,
    key: JsonKey | undefined,
    index: number,
    depth: number,
  ): JsonNode {
    this.#count += 1;
    if (this.#count > MOST_NODES || depth > DEEPEST_NESTING) throw new Error("This is too large to be checked.");
    if (isAlias(node)) return this.#node(this.#resolve(node), place, parent, key, index, depth + 1);
    const made: JsonNode = { ...kindOf(node), ...place, parent, key, index, children: [] };
    if (made.kind === "object" && isMap(node)) this.#members(node.items, made, depth);
    if (made.kind === "array" && isSeq(node)) {
      for (const [at, item] of node.items.entries()) {
        made.children.push(this.#node(item, placeOf(item, place), made, undefined, at, depth + 1));
      }
    }
    return made;
  }

  #members(pairs: readonly Pair[], made: JsonNode, depth: number): void {
    for (const { key, value } of pairs) {
      const at = placeOf(key, made);
      const text = isScalar(key) ? String(key.value) : "";
      // A merged map brings members that nobody reads twice: they count as not known.
      if (text === "<<") made.kind = "unknown";
      made.children.push(this.#node(value, placeOf(value, at), made, { text, ...at }, -1, depth + 1));
    }
  }
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A place of its own, or that of what it stands in. */
function placeOf(node: unknown, otherwise: Place = { start: 0, end: 0 }): Place {
  const range = (node as Node | null)?.range;
  return range === undefined || range === null
    ? { start: otherwise.start, end: otherwise.end }
    : { start: range[0], end: Math.max(range[0], range[1]) };
}

function kindOf(node: unknown): Pick<JsonNode, "kind" | "value"> {
  const tag = (node as Node | null)?.tag;
  if (tag?.startsWith("!") === true) return { kind: "unknown", value: undefined };
  if (isMap(node)) return { kind: "object", value: undefined };
  if (isSeq(node)) return { kind: "array", value: undefined };
  const value: unknown = isScalar(node) ? node.value : null;
  if (typeof value === "number" || typeof value === "boolean") return { kind: typeof value as "number", value };
  return value === null || value === undefined
    ? { kind: "null", value: null }
    : { kind: "string", value: String(value) };
}

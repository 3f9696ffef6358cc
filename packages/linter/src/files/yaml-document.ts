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
      return [{ ok: true, document: { text, root, problems: [], extras: [] } }];
    });
  } catch (error) {
    return [fault(text, inWords((error as Error).message), 0)];
  }
}

function fault(text: string, message: string, start: number): YamlDocument {
  return { ok: false, text, message, start };
}

function firstLine({ message }: YAMLError): string {
  return inWords(message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, ".") ?? message);
}

/** The parser goes down by calling itself: too many levels end its stack. */
function inWords(message: string): string {
  return /call stack/i.test(message) ? "This is nested too deeply to be checked." : message;
}

class TreeMaker {
  readonly #resolve: (alias: Alias) => unknown;
  #count = 0;
  #merged: { readonly into: JsonNode; readonly child: JsonNode }[] = [];

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
    if (made.kind === "object" && isMap(node)) {
      this.#members(node.items, made, depth);
      this.#addMerged(made);
    }
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
      // The library gives a merge key as a symbol.
      const name = isScalar(key) ? key.value : "";
      const text = typeof name === "symbol" ? (name.description ?? "") : String(name);
      if (text === "<<" && this.#merge(value, at, made, depth)) continue;
      made.children.push(this.#node(value, placeOf(value, at), made, { text, ...at }, -1, depth + 1));
    }
  }
  /** `<<: *defaults`: the members of other maps, where this one has none of the name. False when it is no map at all. */
  #merge(value: unknown, place: Place, made: JsonNode, depth: number): boolean {
    const from = isAlias(value) ? this.#resolve(value) : value;
    const maps = isSeq(from) ? from.items.map((item) => (isAlias(item) ? this.#resolve(item) : item)) : [from];
    if (!maps.every(isMap)) return false;
    for (const map of maps) {
      const merged: JsonNode = this.#node(map, place, undefined, undefined, -1, depth + 1);
      this.#merged.push(...merged.children.map((child) => ({ into: made, child })));
    }
    return true;
  }

  /** Merged members come last, once it is known what the map has of its own; those of earlier maps win. */
  #addMerged(made: JsonNode): void {
    for (const { child } of this.#merged.filter(({ into }) => into === made)) {
      if (made.children.some(({ key }) => key?.text === child.key?.text)) continue;
      made.children.push({ ...child, parent: made });
    }
    this.#merged = this.#merged.filter(({ into }) => into !== made);
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

/**
 * `quayside.config.json`: which rules count how much, which files are none of ours. Found upward from each file; the nearest
 * one counts alone. Comments are allowed in it. What is wrong with it is said with its place.
 */
import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { LINT_RULES, lintRule } from "@quayside/linter";
import { RULE_SEVERITIES, type RuleSeverity } from "@quayside/linter/files";
import { closest, FAULT_TEXTS, type JsonNode, LineIndex, parseJson } from "@quayside/linter/json";
import { UsageProblem } from "../usage-problem.ts";
import { readText } from "./read-text.ts";

const CONFIG_FILE = "quayside.config.json";

/** Severities for some files. */
export interface Override {
  /** Patterns, from the folder of the configuration. */
  readonly files: readonly string[];
  readonly rules: ReadonlyMap<string, RuleSeverity>;
}

/** A configuration. */
export interface LintConfig {
  /** The file; undefined for the one without. */
  readonly path: string | undefined;
  /** Where its patterns begin. */
  readonly folder: string;
  readonly rules: ReadonlyMap<string, RuleSeverity>;
  readonly overrides: readonly Override[];
  readonly ignore: readonly string[];
  readonly strict: boolean | undefined;
  readonly maxWarnings: number | undefined;
  /** Address of the site whose pages explain the rules. */
  readonly site: string | undefined;
}

const NONE: Omit<LintConfig, "path" | "folder"> = {
  rules: new Map(),
  overrides: [],
  ignore: [],
  strict: undefined,
  maxWarnings: undefined,
  site: undefined,
};

/** The configuration of a folder: its own, else that of the folder above. */
export class ConfigFinder {
  readonly #known = new Map<string, LintConfig>();

  /** @throws UsageProblem when the configuration cannot be followed */
  ofFolder(folder: string): LintConfig {
    const known = this.#known.get(folder);
    if (known !== undefined) return known;
    const path = join(folder, CONFIG_FILE);
    const isHere = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
    const above = dirname(folder);
    const config = isHere ? readConfig(path) : above === folder ? noConfig(folder) : this.ofFolder(above);
    this.#known.set(folder, config);
    return config;
  }
}

/** Nothing is set. */
export function noConfig(folder: string): LintConfig {
  return { ...NONE, path: undefined, folder };
}

/** Reads a configuration. @throws UsageProblem when it cannot be followed, with a line for each mistake */
export function readConfig(path: string): LintConfig {
  const text = textOf(path);
  const { root, problems } = parseJson(text, { placeholders: false, comments: true });
  const reader = new ConfigReader(path, text);
  for (const { code, start, detail = "" } of problems) reader.wrong(start, FAULT_TEXTS[code](detail));
  const config = problems.length > 0 || root === undefined ? NONE : reader.config(root);
  reader.end();
  return { ...config, path, folder: dirname(resolve(path)) };
}

function textOf(path: string): string {
  try {
    return readText(path).text;
  } catch (problem) {
    throw new UsageProblem(`the configuration ${(problem as Error).message}`);
  }
}

/** A severity, as configurations and `--rule` write it, or a sentence. */
export function readSeverity(id: string, severity: unknown): RuleSeverity | string {
  if (lintRule(id) === undefined) {
    const ids = LINT_RULES.map((rule) => rule.id);
    return `there is no rule "${id}"${didYouMean(id, ids)}; quayside rules lists them`;
  }
  const found = RULE_SEVERITIES.find((each) => each === severity);
  if (found !== undefined) return found;
  return `a rule is ${RULE_SEVERITIES.join(", ")}, not ${JSON.stringify(severity)}`;
}

/** True for what `readSeverity` gives when nothing is wrong. */
export function isSeverity(read: RuleSeverity | string): read is RuleSeverity {
  return RULE_SEVERITIES.some((each) => each === read);
}

function didYouMean(word: string, words: readonly string[]): string {
  const meant = closest(word, words);
  return meant === undefined ? "" : `: did you mean "${meant}"?`;
}

type Reader = (node: JsonNode) => unknown;

class ConfigReader {
  readonly #path: string;
  readonly #lines: LineIndex;
  readonly #wrong: string[] = [];

  constructor(path: string, text: string) {
    this.#path = path;
    this.#lines = new LineIndex(text);
  }

  wrong(start: number, sentence: string): void {
    const { line, column } = this.#lines.positionAt(start);
    this.#wrong.push(`${this.#path}:${line}:${column}: ${sentence}`);
  }

  end(): void {
    if (this.#wrong.length > 0) throw new UsageProblem(this.#wrong.join("\n  "));
  }

  config(root: JsonNode): typeof NONE {
    const read = this.#members(root, {
      $schema: (node) => this.#text(node),
      rules: (node) => this.#rules(node),
      overrides: (node) => this.#list(node, (each) => this.#override(each)),
      ignore: (node) => this.#list(node, (each) => this.#text(each)),
      strict: (node) => this.#strict(node),
      maxWarnings: (node) => this.#count(node),
      site: (node) => this.#address(node),
    });
    return { ...NONE, ...read };
  }

  #members(node: JsonNode, readers: Readonly<Record<string, Reader>>): Record<string, unknown> {
    const read: Record<string, unknown> = {};
    if (node.kind !== "object") this.wrong(node.start, `this is an object with ${Object.keys(readers).join(", ")}`);
    for (const child of node.kind === "object" ? node.children : []) {
      const name = child.key?.text ?? "";
      const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
      if (reader !== undefined) read[name] = reader(child);
      else {
        const known = Object.keys(readers);
        const help = didYouMean(name, known) || `; there are ${known.join(", ")}`;
        this.wrong(child.key?.start ?? child.start, `there is no setting "${name}"${help}`);
      }
    }
    return read;
  }

  #rules(node: JsonNode): ReadonlyMap<string, RuleSeverity> {
    const rules = new Map<string, RuleSeverity>();
    if (node.kind !== "object") this.wrong(node.start, 'rules are an object such as { "no-logs": "off" }');
    for (const { key, value, start } of node.children) {
      const read = readSeverity(key?.text ?? "", value);
      if (isSeverity(read)) rules.set(key?.text ?? "", read);
      else this.wrong(lintRule(key?.text ?? "") === undefined ? (key?.start ?? start) : start, read);
    }
    return rules;
  }

  #override(node: JsonNode): Override {
    const read = this.#members(node, {
      files: (each) => this.#list(each, (pattern) => this.#text(pattern)),
      rules: (each) => this.#rules(each),
    });
    for (const name of ["files", "rules"]) {
      if (node.kind === "object" && !(name in read)) this.wrong(node.start, `this override has no ${name}`);
    }
    return { files: [], rules: new Map(), ...read };
  }

  #list<Item>(node: JsonNode, item: (node: JsonNode) => Item): readonly Item[] {
    if (node.kind === "array") return node.children.map(item);
    this.wrong(node.start, "this is a list, in square brackets");
    return [];
  }

  #text({ kind, value, start }: JsonNode): string {
    if (kind === "string" && value !== "") return String(value);
    this.wrong(start, "this is a text that is not empty");
    return "";
  }

  #strict({ value, start }: JsonNode): boolean {
    if (typeof value !== "boolean") this.wrong(start, "strict is true or false");
    return value === true;
  }

  #count({ value, start }: JsonNode): number {
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
    this.wrong(start, "maxWarnings is a whole number from 0");
    return 0;
  }

  #address(node: JsonNode): string {
    const text = this.#text(node);
    if (text !== "" && !/^https?:\/\/[^\s/]+/.test(text))
      this.wrong(node.start, "site is an address that begins with https://");
    return text.replace(/\/+$/, "");
  }
}

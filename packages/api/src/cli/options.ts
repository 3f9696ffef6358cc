/**
 * The options of the AWS CLI and how a line is cut into them: global options anywhere, abbreviations, `--x=y`, lists,
 * flags with a `--no-` twin. The rules are those of Python's argparse, on which the AWS CLI is built.
 */
import { type Operation, paginatorOf, type Shape } from "../model.ts";
import { CliFailure, type CliVersion } from "./failure.ts";
import { kebab } from "./names.ts";

/** How many words belong to an option: one, none, any number, or none or one. */
export type Arity = "one" | "none" | "many" | "maybe";

/** An option of a command. */
export interface Option {
  /** With its dashes. */
  readonly name: string;
  readonly arity: Arity;
  /** Under which name its value is kept; `--x` and `--no-x` share one. */
  readonly target: string;
  readonly shape?: Shape;
  readonly required?: boolean;
  readonly choices?: readonly string[];
  /** The value of a flag: false for the half that says no. */
  readonly flag?: boolean;
  readonly integer?: boolean;
  /** Understood, but not offered: the service's own paging members. */
  readonly hidden?: boolean;
  readonly summary: string;
}

/** Options that every command takes. Those about the network are accepted and have no effect here, but for the Region. */
export const GLOBAL_OPTIONS: readonly Option[] = [
  { name: "--debug", arity: "none", target: "debug", flag: true, summary: "Turn on debug logging." },
  { name: "--endpoint-url", arity: "one", target: "endpoint", summary: "Send requests to this address." },
  { name: "--no-verify-ssl", arity: "none", target: "verify", flag: false, summary: "Do not verify certificates." },
  { name: "--no-paginate", arity: "none", target: "paginate", flag: false, summary: "Show only the first page." },
  {
    name: "--output",
    arity: "one",
    target: "output",
    choices: ["json", "text", "table", "yaml"],
    summary: "The form of the answer.",
  },
  { name: "--query", arity: "one", target: "query", summary: "A JMESPath query over the answer." },
  { name: "--profile", arity: "one", target: "profile", summary: "Use a profile of the credentials file." },
  { name: "--region", arity: "one", target: "region", summary: "The Region to use; this world is in one of them." },
  { name: "--version", arity: "none", target: "version", flag: true, summary: "Show the version of this tool." },
  { name: "--color", arity: "one", target: "color", choices: ["on", "off", "auto"], summary: "Turn color on or off." },
  { name: "--no-sign-request", arity: "none", target: "sign", flag: false, summary: "Do not sign requests." },
  { name: "--ca-bundle", arity: "one", target: "bundle", summary: "The certificates to trust." },
  { name: "--cli-read-timeout", arity: "one", target: "read", summary: "Seconds to wait for an answer." },
  { name: "--cli-connect-timeout", arity: "one", target: "connect", summary: "Seconds to wait for a connection." },
  { name: "--no-cli-pager", arity: "none", target: "pager", flag: false, summary: "Do not use a pager." },
  { name: "--no-cli-auto-prompt", arity: "none", target: "prompt", flag: false, summary: "Do not ask for options." },
];

/** The global options of a version: the first one has no YAML. */
export function globalOptions(version: CliVersion): readonly Option[] {
  if (version === 2) return GLOBAL_OPTIONS;
  return GLOBAL_OPTIONS.map((option) =>
    option.name === "--output" ? { ...option, choices: ["json", "text", "table"] } : option,
  );
}

const COMMON_OPTIONS: readonly Option[] = [
  {
    name: "--cli-input-json",
    arity: "one",
    target: "cli-input-json",
    summary: "Take the input from this JSON (or file://...); options on the line win.",
  },
  {
    name: "--generate-cli-skeleton",
    arity: "maybe",
    target: "generate-cli-skeleton",
    choices: ["input", "output"],
    summary: "Print an empty input (or a sample output) instead of calling.",
  },
];

function paging(operation: Operation): Option[] {
  if (paginatorOf(operation) === undefined) return [];
  return [
    { name: "--starting-token", arity: "one", target: "starting-token", summary: "NextToken of an earlier answer." },
    {
      name: "--page-size",
      arity: "one",
      target: "page-size",
      integer: true,
      summary: "Items a call; not in the answer.",
    },
    { name: "--max-items", arity: "one", target: "max-items", integer: true, summary: "Items in the answer." },
  ];
}

/** Flags whose other half has a name of its own. @source aws-cli 1.45.11, run (checked 2026-11-21) */
const NEGATIVES: Readonly<Record<string, string>> = {
  "--enable-execute-command": "--disable-execute-command",
  "--interactive": "--non-interactive",
};

/** Members whose option has another name, because the AWS CLI has one like it already. @source aws-cli 1.45.11, run (checked 2026-11-29) */
const RENAMED: Readonly<Record<string, string>> = { "sns Subscribe Endpoint": "--notification-endpoint" };

/** The options of an operation in the order in which the AWS CLI knows them. */
export function optionsOf(operation: Operation): Option[] {
  const { input } = operation;
  const paginator = paginatorOf(operation);
  const options: Option[] = [];
  for (const [member, shape] of input.members) {
    const name = RENAMED[`${operation.service} ${operation.name} ${member}`] ?? `--${kebab(member)}`;
    const common = { target: member, shape, summary: "" };
    if (shape.type === "boolean") {
      options.push({ ...common, name, arity: "none", flag: true });
      options.push({ ...common, name: NEGATIVES[name] ?? `--no-${name.slice(2)}`, arity: "none", flag: false });
      continue;
    }
    const required = input.required.includes(member) && !input.tokens.includes(member);
    const hidden = member === paginator?.inputToken || member === paginator?.limit;
    options.push({ ...common, name, arity: shape.type === "list" ? "many" : "one", required, hidden });
  }
  return [...options, ...COMMON_OPTIONS.slice(0, 1), ...paging(operation), ...COMMON_OPTIONS.slice(1)];
}

/** What a line gave. */
export interface Parsed {
  readonly values: ReadonlyMap<string, string | boolean | readonly string[]>;
  /** Words that belong to no option. */
  readonly positionals: readonly string[];
  /** Options that the table does not hold. */
  readonly unknown: readonly string[];
  /** Unknown options and positionals in their order, for the next parser. */
  readonly rest: readonly string[];
}

/** Whether argparse takes the word for an option: a dash in front, no number, no space. */
function looksLikeOption(word: string): boolean {
  return word.length > 1 && word.startsWith("-") && !/^-\d+$|^-\d*\.\d+$/.test(word) && !word.includes(" ");
}

/** The option that a word names: exactly, or by its only possible beginning. */
function findOption(table: readonly Option[], name: string): Option | undefined {
  const exact = table.find((option) => option.name === name);
  if (exact !== undefined || !name.startsWith("--") || name === "--") return exact;
  const possible = table.filter((option) => option.name.startsWith(name));
  if (possible.length < 2) return possible[0];
  const names = possible.map((option) => option.name).join(", ");
  throw new CliFailure("usage", `ambiguous option: ${name} could match ${names}`);
}

/** argparse's complaint about a choice, two a line and 40 columns wide. */
export function invalidChoice(argument: string, choices: readonly string[], value?: string): CliFailure {
  const rows: string[] = [];
  for (let at = 0; at < choices.length; at += 2) {
    rows.push(
      choices
        .slice(at, at + 2)
        .map((choice) => choice.padEnd(40))
        .join(" | "),
    );
  }
  const close = value === undefined ? [] : closest(value, choices);
  const maybe =
    close.length === 0
      ? ""
      : `\n\n\nInvalid choice: '${value}', maybe you meant:\n\n${close.map((word) => `  * ${word}`).join("\n")}`;
  return new CliFailure(
    "usage",
    `argument ${argument}: Invalid choice, valid choices are:\n\n${rows.join("\n")}${maybe}`,
  );
}

/** Up to three choices that share most of their letters with the value, best first. */
export function closest(value: string, choices: readonly string[]): string[] {
  const scored = choices.map((choice) => ({ choice, score: likeness(value, choice) }));
  return scored
    .filter(({ score }) => score >= 0.8)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ choice }) => choice);
}

/** Twice the matching letters over all letters: the longest common block, then the same left and right of it. */
export function likeness(a: string, b: string): number {
  return a.length + b.length === 0 ? 1 : (2 * matching(a, b)) / (a.length + b.length);
}

function matching(a: string, b: string): number {
  let best = { length: 0, a: 0, b: 0 };
  for (let i = 0; i < a.length; i += 1) {
    for (let j = 0; j < b.length; j += 1) {
      let length = 0;
      while (i + length < a.length && j + length < b.length && a[i + length] === b[j + length]) length += 1;
      if (length > best.length) best = { length, a: i, b: j };
    }
  }
  if (best.length === 0) return 0;
  const left = matching(a.slice(0, best.a), b.slice(0, best.b));
  return left + best.length + matching(a.slice(best.a + best.length), b.slice(best.b + best.length));
}

/** Takes the words of one option from `words`, starting behind it; gives back how many. */
function take(option: Option, attached: string | undefined, words: readonly string[]): string | boolean | string[] {
  if (option.arity === "none") {
    if (attached !== undefined)
      throw new CliFailure("usage", `argument ${option.name}: ignored explicit argument '${attached}'`);
    return option.flag === true;
  }
  if (attached !== undefined) return option.arity === "many" ? [attached] : attached;
  const end = words.findIndex(looksLikeOption);
  const following = end === -1 ? words : words.slice(0, end);
  if (option.arity === "many") return [...following];
  if (option.arity === "maybe") return following[0] ?? "input";
  if (following[0] === undefined) throw new CliFailure("usage", `argument ${option.name}: expected one argument`);
  return following[0];
}

function wordsTaken(
  option: Option,
  attached: string | undefined,
  value: string | boolean | string[],
  words: readonly string[],
): number {
  if (attached !== undefined || option.arity === "none") return 0;
  if (option.arity === "many") return (value as string[]).length;
  const none = option.arity === "maybe" && (words[0] === undefined || looksLikeOption(words[0]));
  return none ? 0 : 1;
}

function checkValue(option: Option, value: string | boolean | string[]): void {
  if (option.integer === true && !/^\s*[+-]?\d+\s*$/.test(String(value))) {
    throw new CliFailure("usage", `argument ${option.name}: invalid int value: '${String(value)}'`);
  }
  if (option.choices !== undefined && !option.choices.includes(String(value))) {
    throw invalidChoice(option.name, option.choices, String(value));
  }
}

/**
 * Cuts words into options and the rest.
 * @throws CliFailure as argparse: an ambiguous option, a missing value, a value that is no choice
 */
export function parseOptions(table: readonly Option[], words: readonly string[]): Parsed {
  const values = new Map<string, string | boolean | readonly string[]>();
  const positionals: string[] = [];
  const unknown: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    if (!looksLikeOption(word)) {
      positionals.push(word);
      rest.push(word);
      continue;
    }
    const equals = word.indexOf("=");
    const name = equals === -1 ? word : word.slice(0, equals);
    const option = findOption(table, word) ?? (equals === -1 ? undefined : findOption(table, name));
    if (option === undefined) {
      unknown.push(word);
      rest.push(word);
      continue;
    }
    const attached = equals === -1 ? undefined : word.slice(equals + 1);
    const following = words.slice(at + 1);
    const value = take(option, attached, following);
    checkValue(option, value);
    values.set(option.target, value);
    at += wordsTaken(option, attached, value, following);
  }
  return { values, positionals, unknown, rest };
}

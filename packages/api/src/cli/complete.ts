/**
 * Completion of a line at the cursor: commands, options, enum values, and the names of what exists in the session:
 * clusters, tasks, task definitions, files, subnets, security groups.
 */

import {
  AWS_SERVICES,
  type AwsService,
  isAwsService,
  type Operation,
  operationModel,
  serviceFacts,
  waitersOf,
} from "../model.ts";
import { operationCoverage } from "../operations.ts";
import { connectionEnds } from "./complete-connection.ts";
import { machineWords, sshWords } from "./complete-machine.ts";
import { existingValues } from "./complete-values.ts";
import type { Completion } from "./completion.ts";
import type { CommandContext } from "./context.ts";
import { commandOptions } from "./ec2-options.ts";
import { EXEC_COMMANDS, isExecSession } from "./exec-session.ts";
import { kebab, operationsByCliName, waitersByCliName } from "./names.ts";
import { GLOBAL_OPTIONS, type Option } from "./options.ts";
import { splitWords } from "./words.ts";

/** The ways to go on at the cursor; `from` is where the completed word begins. */
export interface Completions {
  readonly from: number;
  readonly options: readonly Completion[];
}

/** Programs besides the AWS CLI that have words to complete. */
const PROGRAMS: readonly Completion[] = [
  { text: "quayside", detail: "test a connection" },
  { text: "ssh", detail: "onto a container instance" },
];

/** Completions offered at once. */
const MAX_OFFERED = 50;

/** Completes the word at the cursor. Nothing to offer: an empty list. */
export function completeCommandLine(line: string, cursor: number, context: CommandContext): Completions {
  const before = line.slice(0, cursor);
  const inner = openSubstitution(before);
  if (inner > 0) {
    const completions = completeCommandLine(before.slice(inner), cursor - inner, context);
    return { ...completions, from: completions.from + inner };
  }
  const { words } = splitWords(before, { run: () => "", variables: context.variables });
  const last = words.at(-1);
  const open = last !== undefined && last.to === before.length;
  const typed = open ? last.text : "";
  const from = open ? last.from : before.length;
  const previous = words.slice(0, open ? -1 : undefined).map((word) => word.text);
  const fitting = candidates(previous, typed, context).filter((candidate) => candidate.text.startsWith(typed));
  return { from, options: fitting.slice(0, MAX_OFFERED) };
}

/** Where the command of a `$(` that is still open begins, or 0. */
function openSubstitution(before: string): number {
  const at = before.lastIndexOf("$(");
  return at === -1 || before.indexOf(")", at) !== -1 ? 0 : at + 2;
}

function candidates(words: readonly string[], typed: string, context: CommandContext): Completion[] {
  if (context.machine !== undefined && isExecSession(context.machine)) {
    return words.length === 0 ? EXEC_COMMANDS.map(([text, detail]) => ({ text, detail })) : [];
  }
  if (context.machine !== undefined) return machineWords(words, context.machine, context.session);
  if (words[0] === "ssh") return sshWords(words.slice(1), context.session);
  if (words.length === 0) return [{ text: "aws", detail: "the AWS CLI" }, ...(typed === "" ? [] : PROGRAMS)];
  if (words[0] === "quayside") return connectionEnds(words.slice(1), context.session);
  if (words[0] !== "aws") return [];
  const value = valueCandidates(GLOBAL_OPTIONS, words, typed, context);
  if (value !== undefined) return value;
  const rest = words.slice(1).filter((word, index, all) => !isGlobal(word) && !takesValue(all[index - 1]));
  const [service, command, ...given] = rest;
  if (service === undefined) return typed.startsWith("-") ? optionNames(GLOBAL_OPTIONS, words) : services();
  if (!isAwsService(service)) return [];
  if (command === undefined) return typed.startsWith("-") ? optionNames(GLOBAL_OPTIONS, words) : commands(service);
  if (command === "wait" && waitersByCliName(service).size > 0) {
    return waitCandidates(service, given, words, typed, context);
  }
  const operation = operationModel(operationsByCliName(service).get(command) ?? "", service);
  return operationCandidates(operation, words, typed, context);
}

function isGlobal(word: string): boolean {
  return GLOBAL_OPTIONS.some((option) => option.name === word);
}

function takesValue(word: string | undefined): boolean {
  return GLOBAL_OPTIONS.some((option) => option.name === word && option.arity === "one");
}

function services(): Completion[] {
  return [
    ...AWS_SERVICES.map((service) => ({ text: service, detail: serviceFacts(service).longTitle })),
    { text: "help", detail: "what this terminal can do" },
  ];
}

function commands(service: AwsService): Completion[] {
  const operations = operationCoverage(service).map(({ operation, modelled }) => ({
    text: kebab(operation),
    detail: modelled ? operation : `${operation}, not simulated`,
    modelled,
  }));
  const sorted = operations.sort((a, b) => Number(b.modelled) - Number(a.modelled));
  const extra = [
    ...(waitersByCliName(service).size > 0 ? [{ text: "wait", detail: "wait for a state" }] : []),
    { text: "help", detail: "the operations" },
  ];
  const known = sorted.filter((entry) => entry.modelled);
  return [...known, ...extra, ...sorted.slice(known.length)].map(({ text, detail }) => ({ text, detail }));
}

function waitCandidates(
  service: AwsService,
  given: readonly string[],
  words: readonly string[],
  typed: string,
  context: CommandContext,
): Completion[] {
  const [waiters, names] = [waitersOf(service), waitersByCliName(service)];
  const waiter = waiters[names.get(given[0] ?? "") ?? ""];
  if (waiter !== undefined)
    return operationCandidates(operationModel(waiter.operation, service), words, typed, context);
  return [...names].map(([text, name]) => ({ text, detail: `polls ${waiters[name]?.operation}` }));
}

function operationCandidates(
  operation: Operation | undefined,
  words: readonly string[],
  typed: string,
  context: CommandContext,
): Completion[] {
  if (operation === undefined) return [];
  const options = commandOptions(operation);
  const values = valueCandidates(options, words, typed, context);
  if (values !== undefined && !typed.startsWith("-")) return values;
  const help = words.at(-1) === kebab(operation.name) ? [{ text: "help", detail: "about this operation" }] : [];
  return [...optionNames(options, words), ...help, ...optionNames(GLOBAL_OPTIONS, words)];
}

function optionNames(options: readonly Option[], words: readonly string[]): Completion[] {
  const open = options.filter((option) => option.hidden !== true && !words.includes(option.name));
  const sorted = open.sort((a, b) => Number(b.required === true) - Number(a.required === true));
  return sorted.map((option) => ({ text: option.name, detail: optionDetail(option) }));
}

function optionDetail(option: Option): string {
  if (option.summary !== "") return option.summary;
  const type =
    option.shape?.type === "list" ? `list of ${option.shape.element?.type}` : (option.shape?.type ?? "string");
  return option.required === true ? `${type}, required` : type;
}

/** Values of the option that the cursor stands behind, or undefined when it stands behind none that takes one. */
function valueCandidates(
  options: readonly Option[],
  words: readonly string[],
  typed: string,
  context: CommandContext,
): Completion[] | undefined {
  const at = words.findLastIndex((word) => word.startsWith("--"));
  const option = options.find((candidate) => candidate.name === words[at]);
  if (option === undefined || option.arity === "none") return undefined;
  if (option.arity !== "many" && at !== words.length - 1) return undefined;
  if (option.choices !== undefined) return option.choices.map((text) => ({ text, detail: option.name }));
  if (option.shape === undefined && option.name !== "--cli-input-json") return [];
  return [...existingValues(option, words, typed, context.session), ...fileNames(option, typed, context)];
}

function fileNames(option: Option, typed: string, context: CommandContext): Completion[] {
  const element = option.shape?.element ?? option.shape;
  const scalar = element !== undefined && element.members.size === 0 && element.type !== "map";
  if (scalar && !typed.startsWith("file")) return [];
  return Object.keys(context.files ?? {}).map((name) => ({ text: `file://${name}`, detail: "file of the editor" }));
}

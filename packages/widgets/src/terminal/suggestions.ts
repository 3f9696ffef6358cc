/** What the terminal offers by itself: common lines as buttons, and completions for its own commands. */
import { BUILT_INS, type TerminalFile } from "./built-ins.ts";
import type { CommandPart, CommandWorld } from "./command-part.ts";
import type { Completion } from "./completion.ts";
import { isInContainer, type RemoteShell } from "./remote-shell.ts";

/** Lines worth a button on a machine. */
const MACHINE_LINES: readonly string[] = [
  "docker ps",
  "docker ps -a",
  "docker logs ",
  "docker stop ",
  "ss -ltn",
  "curl localhost:51678/v1/metadata",
  "exit",
];

/** Lines worth a button in a container. */
const CONTAINER_LINES: readonly string[] = ["env", "ls /", "cat /etc/os-release", "curl -s localhost", "exit"];

/** Lines worth a button in a shell elsewhere. */
export function linesIn(shell: RemoteShell): readonly string[] {
  return isInContainer(shell) ? CONTAINER_LINES : MACHINE_LINES;
}

/** Lines worth a button when the lab names none; those that end with a space wait for the rest. */
export function commonLines(files: readonly TerminalFile[]): readonly string[] {
  const definition = files.find((file) => file.name.endsWith(".json"));
  const register = `aws ecs register-task-definition --cli-input-json file://${definition?.name}`;
  return [
    "aws ecs list-clusters",
    ...(definition === undefined ? [] : [register]),
    "aws ecs list-tasks",
    "aws ecs describe-tasks --tasks ",
    "aws ecs wait tasks-running --tasks ",
    "help",
  ];
}

/**
 * Completions of the terminal's own words before the caret: the first word, and the files of `cat` and `ls`. Undefined
 * when the line is for `aws`.
 */
export function ownCompletions(before: string, files: readonly TerminalFile[]): Completion | undefined {
  const argument = /^\s*(?:cat|ls)\s+(?:.*\s)?(\S*)$/.exec(before)?.[1];
  if (argument !== undefined) {
    const options = files.filter((file) => file.name.startsWith(argument)).map((file) => ({ text: file.name }));
    return { from: before.length - argument.length, options };
  }
  const command = /^\s*(\S+)$/.exec(before)?.[1];
  if (command === undefined) return undefined;
  const options = BUILT_INS.filter((name) => name.startsWith(command)).map((text) => ({ text }));
  return { from: before.length - command.length, options };
}

export interface CompletionRequest {
  readonly line: string;
  readonly caret: number;
  /** Lines typed before this one, when the command goes over several; counted as part of the line by the API. */
  readonly pending: string;
  readonly world: CommandWorld;
  readonly part: CommandPart;
}

/** The terminal's own completions and the API's, with `from` counted in the line being typed. */
export function completionsFor({ line, caret, pending, world, part }: CompletionRequest): Completion {
  const found = part.complete(pending + line, pending.length + caret, world);
  const isOwn = pending === "" && world.machine === undefined;
  const own = isOwn ? ownCompletions(line.slice(0, caret), world.files) : undefined;
  if (own === undefined) return { from: Math.max(0, found.from - pending.length), options: found.options };
  return { from: own.from, options: own.from === found.from ? [...own.options, ...found.options] : own.options };
}

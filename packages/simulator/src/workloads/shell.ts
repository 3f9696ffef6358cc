/**
 * What a command makes of a container: how long it lives, how it ends and what it prints. A program that looks at no
 * file is worked out at once and remembered; one that does is run step by step while time passes.
 */

import { dateText } from "../model/calendar.ts";
import type { ImageContents } from "../model/image-contents.ts";
import type { ProcessSystem } from "../model/logs.ts";
import { DEFAULT_PLACE } from "../model/place.ts";
import type { ShellState } from "../model/processes.ts";
import type { ShellFiles, ShellHost } from "./shell-host.ts";
import { runShell, SHELL_START } from "./shell-run.ts";
import { type Program, readProgram } from "./shell-syntax.ts";
import { ownProgram, systemOf } from "./shell-system.ts";
import { literalText, ShellSyntaxError, type Word } from "./shell-words.ts";

export interface ShellRun {
  /** Milliseconds from start to end; undefined: it runs until it is stopped. */
  readonly runsForMs: number | undefined;
  readonly exitCode: number;
}

/** One printed line and when, in milliseconds since the process began. */
export interface PrintedLine {
  readonly afterMs: number;
  readonly text: string;
}

/** Where and with what a process runs. */
export interface ShellSurroundings {
  readonly environment: Readonly<Record<string, string>>;
  readonly hostname: string;
  /** Simulated moment at which the process begins. */
  readonly startedAtMs: number;
  /** When its world began, in milliseconds since 1970. */
  readonly startsAtMs: number;
  /** Absent: a system that has every program. */
  readonly system?: ProcessSystem | undefined;
}

const SYNTAX_ERROR = 2;
/** Rounds of sleeping after which a program without files counts as one that never ends. Ours. */
const MOST_SLEEPS = 500;
/** Lines of one process that are worked out. Ours: enough to see that it goes on and on. */
const MOST_LINES = 2_000;
/** Programs that read or change files, or wait for them. */
const FILE_COMMANDS = new Set(["cat", "tail", "ls", "touch", "rm", "cp"]);
const NOWHERE: ShellSurroundings = {
  environment: {},
  hostname: "localhost",
  startedAtMs: 0,
  startsAtMs: DEFAULT_PLACE.startsAtMs,
};
const NO_FILES: ShellFiles = { read: () => undefined, write: () => undefined, remove: () => false, list: () => [] };

/** Programs read so far: every task of a definition runs the same one. */
const READ = new Map<string, Program | ShellSyntaxError>();
const LIVES = new Map<string, ShellRun>();
const MOST_KEPT = 500;

/** The program of a command, or what is wrong with it. */
export function programOf(command: readonly string[]): Program | ShellSyntaxError {
  const key = JSON.stringify(command);
  const known = READ.get(key);
  if (known !== undefined) return known;
  if (READ.size === MOST_KEPT) READ.clear();
  const program = read(command);
  READ.set(key, program);
  return program;
}

/** Whether a command reads or writes files, so that its fate depends on what others do meanwhile. */
export function usesFiles(command: readonly string[]): boolean {
  const program = programOf(command);
  if (program instanceof ShellSyntaxError) return false;
  return program.some((step) => {
    if (step.kind === "set") return hasFileOutput(step.value);
    if (step.kind !== "run") return false;
    return step.output !== undefined || looksAtFiles(step.words) || step.words.some(hasFileOutput);
  });
}

/** Whether a command runs the image's own program: in the place of its shell, or as its child; undefined when it does not. */
export function runsOwn(
  command: readonly string[],
  contents: ImageContents,
  environment: ShellSurroundings["environment"],
): "in-its-place" | "as-child" | undefined {
  const program = programOf(command);
  if (program instanceof ShellSyntaxError) return undefined;
  for (const step of program) {
    if (step.kind !== "run") continue;
    const words = step.words.map((word) => literalText(word) ?? "");
    const replaces = words[0] === "exec";
    if (ownProgram(contents, replaces ? words.slice(1) : words, environment) !== undefined) {
      return replaces ? "in-its-place" : "as-child";
    }
  }
  return undefined;
}

/**
 * Life and end of a command that uses no files.
 * @param command the container's command, one list entry a word, as in the API
 * @returns undefined when there is no command to run
 */
export function readShellCommand(
  command: readonly string[] | undefined,
  environment: ShellSurroundings["environment"] = {},
  system?: ProcessSystem,
): ShellRun | undefined {
  if (command === undefined || command.length === 0) return undefined;
  const key = JSON.stringify([command, environment, system]);
  const known = LIVES.get(key);
  if (known !== undefined) return known;
  if (LIVES.size === MOST_KEPT) LIVES.clear();
  const life = play(command, { ...NOWHERE, environment, system }, () => undefined, Number.POSITIVE_INFINITY);
  LIVES.set(key, life);
  return life;
}

/** What a command that uses no files has printed `untilMs` milliseconds after its start, oldest line first. */
export function printedBy(command: readonly string[], around: ShellSurroundings, untilMs: number): PrintedLine[] {
  const lines: PrintedLine[] = [];
  play(command, around, (line) => lines.length < MOST_LINES && lines.push(line), untilMs);
  return lines;
}

/** The line that a shell prints about a command that it cannot read. */
export function syntaxComplaint({ message, isOurs }: ShellSyntaxError): string {
  if (isOurs) return `Quayside does not simulate ${message} in a script: it ends with 2, and a real shell goes on`;
  return `sh: syntax error: ${message}`;
}

function read(command: readonly string[]): Program | ShellSyntaxError {
  try {
    return readProgram(command);
  } catch (problem) {
    if (problem instanceof ShellSyntaxError) return problem;
    throw problem;
  }
}

function hasFileOutput(word: Word): boolean {
  return word.some((piece) => piece.kind === "output" && looksAtFiles(piece.words));
}

/** `test` looks at files only with `-e`, `-f`, `-d` or `-s`. */
function looksAtFiles(words: readonly Word[]): boolean {
  const [name = "", ...rest] = words.map((word) => literalText(word) ?? "");
  if (name === "[" || name === "test") return rest.some((word) => /^-[edfs]$/.test(word));
  return FILE_COMMANDS.has(name);
}

/** Runs a program against a clock of its own. */
function play(
  command: readonly string[],
  around: ShellSurroundings,
  print: (line: PrintedLine) => void,
  untilMs: number,
): ShellRun {
  const program = programOf(command);
  if (program instanceof ShellSyntaxError) {
    print({ afterMs: 0, text: syntaxComplaint(program) });
    return { runsForMs: 0, exitCode: SYNTAX_ERROR };
  }
  let afterMs = 0;
  let state: ShellState = SHELL_START;
  while (afterMs <= untilMs) {
    const step = runShell(program, state, hostAt(around, afterMs, print));
    if (step.kind === "exit") return { runsForMs: afterMs, exitCode: step.exitCode };
    const endless = step.kind === "busy" || (untilMs === Number.POSITIVE_INFINITY && step.state.sleeps > MOST_SLEEPS);
    if (endless) return { runsForMs: undefined, exitCode: 0 };
    afterMs += step.ms;
    state = step.state;
  }
  return { runsForMs: undefined, exitCode: 0 };
}

function hostAt(around: ShellSurroundings, afterMs: number, print: (line: PrintedLine) => void): ShellHost {
  const { environment, hostname, startedAtMs, startsAtMs, system } = around;
  return {
    nowMs: startedAtMs + afterMs,
    environment,
    hostname,
    files: NO_FILES,
    system: system && systemOf(system, environment),
    print: (text) => print({ afterMs, text }),
    dateText: (atMs) => dateText(startsAtMs + atMs),
  };
}

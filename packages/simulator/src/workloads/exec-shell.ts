/**
 * A shell that somebody types into: one line at a time, with variables, a folder and an exit code that stay from line to line.
 * Simplified: a line takes no time, whatever sleeps in it; what would go on for ever is interrupted at once.
 */
import { EXEC_FILTERS, partsBetweenPipes } from "./exec-filters.ts";
import { programOf, syntaxComplaint } from "./shell.ts";
import type { ShellCommand, ShellHost } from "./shell-host.ts";
import { runShell } from "./shell-run.ts";
import { literalText, ShellSyntaxError, tokens } from "./shell-words.ts";

/** What stays of a shell between two lines. */
export interface ShellMemory {
  readonly variables: Readonly<Record<string, string>>;
  readonly status: number;
}

/** What a line left behind. */
export interface Turn extends ShellMemory {
  readonly printed: readonly string[];
  /** `exit` was typed. */
  readonly isOver: boolean;
}

const SHELL = /^(?:.*\/)?(?:sh|ash|bash|dash)$/;
const SYNTAX_ERROR = 2;
/** What a shell makes of Ctrl+C: 128 and the number of SIGINT. */
const INTERRUPTED = 130;
/** Sleeps of one line. Ours: more is taken for something that never ends. */
const MOST_SLEEPS = 100;

/** The words of a command of ExecuteCommand: `/bin/sh`, `ls -l /tmp`. */
export function wordsOf(command: string): readonly string[] {
  try {
    return tokens(command).map((token) => (token.kind === "word" ? (literalText(token.word) ?? "") : token.text));
  } catch {
    return [command];
  }
}

/** Whether a command is a shell that waits for lines. */
export function isShell(words: readonly string[]): boolean {
  return SHELL.test(words[0] ?? "") && words.slice(1).every((word) => /^-+[il]*$|^--login$/.test(word));
}

/** Runs one line. @param host its `print` takes what the line prints */
export function runLine(line: string, memory: ShellMemory, host: Omit<ShellHost, "print">): Turn {
  const [first = "", ...filters] = partsBetweenPipes(line);
  const turn = runWords(["sh", "-c", first], memory, host);
  let lines = turn.printed;
  for (const part of filters) {
    const [name = "", ...words] = wordsOf(part);
    const filtered = EXEC_FILTERS.get(name)?.(words, lines);
    if (filtered === undefined) {
      return {
        ...turn,
        status: SYNTAX_ERROR,
        printed: [`quayside: "| ${part}" is not simulated in a container's shell`],
      };
    }
    lines = filtered;
  }
  return { ...turn, printed: lines };
}

/** Runs a command, word by word, or a script behind `sh -c`. */
export function runWords(words: readonly string[], memory: ShellMemory, host: Omit<ShellHost, "print">): Turn {
  const printed: string[] = [];
  const program = programOf(words);
  if (program instanceof ShellSyntaxError) {
    const complaint = program.isOurs
      ? `quayside: ${program.message} is not simulated in a container's shell`
      : syntaxComplaint(program);
    return { ...memory, printed: [complaint], status: SYNTAX_ERROR, isOver: false };
  }
  let isOver = false;
  const exit: ShellCommand = (run, [code]) => {
    isOver = true;
    return { kind: "exit", exitCode: Number.parseInt(code ?? String(run.status), 10) & 255, variables: run.variables };
  };
  const programs = new Map([...(host.programs ?? []), ["exit", exit]]);
  const typing: ShellHost = { ...host, programs, print: (text) => printed.push(text) };
  let state = { at: 0, sleeps: 0, ...memory };
  for (let count = 0; count < MOST_SLEEPS; count += 1) {
    const step = runShell(program, state, typing);
    if (step.kind === "exit") {
      return { printed, status: step.exitCode, variables: step.variables ?? memory.variables, isOver };
    }
    if (step.kind === "busy") break;
    state = step.state;
  }
  return {
    printed: [...printed, "^C", "quayside: that goes on and on; here it is interrupted at once."],
    status: INTERRUPTED,
    variables: memory.variables,
    isOver: false,
  };
}

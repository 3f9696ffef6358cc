/**
 * Runs a shell program step by step: until it sleeps, ends, or has done so much without sleeping that it counts as busy
 * for good. What it can see of the world (files, time, environment) comes from its host.
 */
import type { ShellState } from "../model/processes.ts";
import { BUILTINS, SHELL_COMMANDS } from "./shell-commands.ts";
import { LONGEST_SLEEP_MS, type ShellHost, type ShellProcess, type ShellStep } from "./shell-host.ts";
import type { Instruction, Program } from "./shell-syntax.ts";
import type { OwnLife } from "./shell-system.ts";
import type { Word } from "./shell-words.ts";

/** Instructions without a sleep after which a process counts as busy for good. Ours. */
const MOST_WITHOUT_SLEEP = 10_000;
const NOT_FOUND = 127;

/** A process that has not begun. */
export const SHELL_START: ShellState = { at: 0, status: 0, variables: {}, sleeps: 0 };

/** Goes on from a state. */
export function runShell(program: Program, from: ShellState, host: ShellHost): ShellStep {
  const run = new Run(from, host);
  for (let count = 0; count < MOST_WITHOUT_SLEEP; count += 1) {
    const instruction = program[run.at];
    if (instruction === undefined) return { kind: "exit", exitCode: run.status, variables: run.variables };
    const step = run.take(instruction);
    if (step !== undefined) return step;
  }
  return { kind: "busy" };
}

class Run implements ShellProcess {
  at: number;
  status: number;
  variables: Readonly<Record<string, string>>;
  readonly sleeps: number;
  readonly host: ShellHost;
  /** Lines of the running command, when they go to a file or into a word. */
  #captured: string[] | undefined;

  constructor(state: ShellState, host: ShellHost) {
    this.at = state.at;
    this.status = state.status;
    this.variables = state.variables;
    this.sleeps = state.sleeps;
    this.host = host;
  }

  take(instruction: Instruction): ShellStep | undefined {
    if (instruction.kind === "jump") {
      const taken = instruction.when === "always" || (instruction.when === "failed") === (this.status !== 0);
      this.at = taken ? instruction.to : this.at + 1;
      return undefined;
    }
    if (instruction.kind === "run") return this.#run(instruction);
    this.at += 1;
    if (instruction.kind === "status") this.status = instruction.status;
    else this.set(instruction.name, this.#text(instruction.value));
    return undefined;
  }

  out(line: string): void {
    if (this.#captured === undefined) this.host.print(line);
    else this.#captured.push(line);
  }

  /** A complaint: to stderr, wherever stdout goes. */
  complain(line: string): void {
    this.host.print(line);
  }

  set(name: string, value: string): void {
    this.variables = { ...this.variables, [name]: value };
  }

  value(name: string): string | undefined {
    if (name === "?") return String(this.status);
    return this.variables[name] ?? this.host.environment[name];
  }

  /** Sleeps and stands at `at` afterwards. */
  sleep(ms: number, at: number, status = 0): ShellStep {
    const state = { at, status, variables: this.variables, sleeps: this.sleeps + 1 };
    return { kind: "sleep", ms: Math.min(LONGEST_SLEEP_MS, ms), state };
  }

  #run({ words, output }: Extract<Instruction, { kind: "run" }>): ShellStep | undefined {
    const path = output === undefined ? undefined : this.#text(output.target);
    const args = words.flatMap((word) => this.#split(word));
    if (path !== undefined && path !== "/dev/stdout" && path !== "/dev/stderr") this.#captured = [];
    const result = this.#call(args);
    const lines = this.#captured;
    this.#captured = undefined;
    if (typeof result !== "number") return result;
    this.at += 1;
    this.status = result;
    if (lines !== undefined && path !== undefined && path !== "/dev/null") {
      const problem = this.#save(path, lines, output?.append === true);
      if (problem !== undefined) {
        this.complain(`sh: can't create ${path}: ${problem}`);
        this.status = 1;
      }
    }
    return undefined;
  }

  #save(path: string, lines: readonly string[], append: boolean): string | undefined {
    const before = append ? (this.host.files.read(path) ?? "") : "";
    return this.host.files.write(path, before + lines.map((line) => `${line}\n`).join(""));
  }

  #call(args: readonly string[]): number | ShellStep {
    const words = args[0] === "exec" ? args.slice(1) : args;
    const [name, ...rest] = words;
    if (name === undefined) return 0;
    const { system } = this.host;
    const own = system?.own(words);
    if (own !== undefined) return this.#runOwn(own);
    const base = name.slice(name.lastIndexOf("/") + 1);
    const command = this.host.programs?.get(base) ?? SHELL_COMMANDS.get(base);
    const isThere = system === undefined ? command !== undefined : BUILTINS.has(name) || system.has(name);
    if (!isThere) {
      this.complain(system?.notFound(name) ?? `sh: ${name}: not found`);
      return NOT_FOUND;
    }
    const asked = this.host.ask?.(words);
    if (asked !== undefined) return asked;
    if (command !== undefined) return command(this, rest);
    this.complain(`Quayside does not simulate ${name}: it does nothing and ends with 0`);
    return 0;
  }

  #runOwn({ runsForMs, exitCode, background }: OwnLife & { readonly background: boolean }): number | ShellStep {
    if (background) return 0;
    return runsForMs === undefined ? { kind: "busy" } : this.sleep(runsForMs, this.at + 1, exitCode);
  }

  #text(word: Word): string {
    return this.#pieces(word)
      .map(({ text }) => text)
      .join("");
  }

  /** A word as arguments: what comes from a variable or a command is cut at blanks unless it stands in quotes. */
  #split(word: Word): string[] {
    const pieces = this.#pieces(word);
    const whole = pieces.map(({ text }) => text).join("");
    if (!pieces.some(({ open }) => open)) return [whole];
    return whole.split(/\s+/).filter((part) => part !== "");
  }

  #pieces(word: Word): { text: string; open: boolean }[] {
    return word.map((piece) => {
      if (piece.kind === "text") return { text: piece.text, open: false };
      if (piece.kind === "variable") {
        const value = this.value(piece.name);
        return { text: value === undefined || value === "" ? piece.fallback : value, open: !piece.quoted };
      }
      const outer = this.#captured;
      const lines: string[] = [];
      this.#captured = lines;
      const result = this.#call(piece.words.flatMap((inner) => this.#split(inner)));
      this.#captured = outer;
      return { text: typeof result === "number" ? lines.join("\n") : "", open: !piece.quoted };
    });
  }
}

/** What a simulated shell and its commands share: the world around a process, where it stands, what it does next. */
import type { ShellState } from "../model/processes.ts";
import type { ShellSystem } from "./shell-system.ts";

/** Files as a process sees them. Paths are absolute. */
export interface ShellFiles {
  /** The text of a file; undefined when there is none. */
  read(path: string): string | undefined;
  /** Replaces a file or creates it. @returns what is wrong, as a shell prints it, or undefined */
  write(path: string, text: string): string | undefined;
  /** @returns false when there was none */
  remove(path: string): boolean;
  /** Names of the files below a folder, without the folder; undefined when neither a file nor a mount is there. */
  list(path: string): readonly string[] | undefined;
}

/** What surrounds a process. */
export interface ShellHost {
  /** Simulated milliseconds. */
  readonly nowMs: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly hostname: string;
  readonly files: ShellFiles;
  /** Absent: root, in a system that has what a shell here knows. */
  readonly system?: ShellSystem | undefined;
  /** Runs a program that asks others; undefined when it is none. Absent: nobody asks here. */
  readonly ask?: ((words: readonly string[]) => number | undefined) | undefined;
  /** Programs that are others here than elsewhere, or only here, by their names without their folders. */
  readonly programs?: ReadonlyMap<string, ShellCommand> | undefined;
  /** Takes one line that the process prints, to stdout or stderr. */
  readonly print: (line: string) => void;
  /** A moment as `date` shows it. */
  readonly dateText: (atMs: number) => string;
}

/** What a process does next. */
export type ShellStep =
  | { readonly kind: "sleep"; readonly ms: number; readonly state: ShellState }
  | {
      readonly kind: "exit";
      readonly exitCode: number;
      /** Of the shell, as they were at its end. */
      readonly variables?: Readonly<Record<string, string>>;
    }
  | { readonly kind: "busy" };

/** Longest sleep: thirty days, in milliseconds. Simplified: who sleeps longer runs until it is stopped. */
export const LONGEST_SLEEP_MS = 2_592_000_000;

/** A running process as its commands see it. */
export interface ShellProcess {
  readonly host: ShellHost;
  /** Position of the running instruction. */
  readonly at: number;
  readonly status: number;
  readonly variables: Readonly<Record<string, string>>;
  /** Prints a line to stdout, wherever that goes. */
  out(line: string): void;
  /** Prints a line to stderr. */
  complain(line: string): void;
  set(name: string, value: string): void;
  /** A variable of the shell or of the environment. */
  value(name: string): string | undefined;
  /** Sleeps, and stands at `at` afterwards. */
  sleep(ms: number, at: number): ShellStep;
}

/** A program of the simulated container: gives its exit code, or a step when time must pass first. */
export type ShellCommand = (process: ShellProcess, words: readonly string[]) => number | ShellStep;

/**
 * Runs one program to its end and keeps what it wrote. Every run has a bound in time; at the bound the program and
 * what it started are killed, and the result says so. It leaves out interactive programs: there is no input.
 */
import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { ROOT } from "./repository.ts";

/** How a program ended. `code` is 1 when a signal ended it. */
export interface FinishedProcess {
  code: number;
  /** Standard output and error as they came, mixed. */
  output: string;
  timedOut: boolean;
}

/** What to run. Paths are relative to the repository. */
export interface ProcessToRun {
  /** A JavaScript or TypeScript file that this Node runs, or an executable when `executable` is true. */
  program: string;
  args: readonly string[];
  executable?: boolean;
  env?: Record<string, string>;
  /** Wall-clock bound in milliseconds. */
  limitMs: number;
}

/** Runs a program in the root of the repository. Never rejects: a program that cannot start ends with code 1. */
export function runProcess(what: ProcessToRun): Promise<FinishedProcess> {
  const [command, args] = what.executable
    ? [what.program, what.args]
    : [process.execPath, [`${ROOT}/${what.program}`, ...what.args]];
  return new Promise((resolve) => {
    const ownGroup = process.platform !== "win32";
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: "1", ASTRO_TELEMETRY_DISABLED: "1", ...what.env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: ownGroup,
    });
    let output = "";
    let timedOut = false;
    const kill = () => stop(child.pid, ownGroup);
    const bound = setTimeout(() => {
      timedOut = true;
      kill();
    }, what.limitMs);
    process.once("exit", kill);
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
    const finish = (code: number) => {
      clearTimeout(bound);
      process.removeListener("exit", kill);
      if (timedOut) output += `\nStopped: ${what.program} was still running after ${what.limitMs / 1000} s.\n`;
      // Some programs colour their output whatever they are told.
      resolve({ code: timedOut ? 1 : code, output: stripVTControlCharacters(output), timedOut });
    };
    child.once("error", (error) => {
      output += `${what.program} cannot be started: ${error.message}\n`;
      finish(1);
    });
    child.once("close", (code) => finish(code ?? 1));
  });
}

function stop(pid: number | undefined, ownGroup: boolean): void {
  if (pid === undefined) return;
  try {
    process.kill(ownGroup ? -pid : pid, "SIGKILL");
  } catch {
    // It ended by itself in the meantime.
  }
}

/**
 * What the command of a health check finds, from moment to moment: it is run against the image's programs, the container's
 * files and the servers of its network namespace.
 * Source: API Reference, HealthCheck; Docker, HEALTHCHECK (checked 2026-11-29).
 * Simplified: nobody outside of the namespace is asked, and counts as not answering; a script that the simulated shell cannot
 * read, and a program that it does not simulate, succeed when the container's own server answers.
 */
import type { ProcessSystem } from "../model/logs.ts";
import { contentsOf } from "./image-contents.ts";
import { findProgram } from "./image-programs.ts";
import { type Answering, answerTo } from "./local-requests.ts";
import { programOf } from "./shell.ts";
import { SHELL_COMMANDS } from "./shell-commands.ts";
import type { ShellFiles, ShellHost } from "./shell-host.ts";
import { runShell, SHELL_START } from "./shell-run.ts";
import { systemOf } from "./shell-system.ts";
import { ShellSyntaxError } from "./shell-words.ts";

/** From a moment after the start of the process on: whether the command succeeds. */
export interface Finding {
  readonly fromMs: number;
  readonly passes: boolean;
}

/** A health check's command and what surrounds it. */
export interface HealthQuestion {
  readonly command: readonly string[];
  readonly timeoutMs: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly system: ProcessSystem;
  readonly hostname: string;
  readonly files: ShellFiles;
  /** The servers of the namespace; moments are counted from the start of the process. */
  readonly servers: readonly Answering[];
  /** From when on the container's own program answers. */
  readonly readyAfterMs: number;
}

/** What was found, and whether anything but the container's own program has a part in it. */
export interface Findings {
  /** The first one is there from 0 on. */
  readonly findings: readonly Finding[];
  readonly looksAround: boolean;
}

/** Undefined: there is nothing to run, as Docker sees it. */
export function findingsOf(question: HealthQuestion): Findings | undefined {
  const [kind, ...words] = question.command;
  if (kind !== "CMD" && kind !== "CMD-SHELL") return undefined;
  const argv = kind === "CMD" ? words : ["/bin/sh", "-c", words.join(" ")];
  const { environment, system } = question;
  const contents = contentsOf(system);
  if (typeof findProgram(contents, argv[0] ?? "", environment, system.directory) !== "object") {
    return { findings: [{ fromMs: 0, passes: false }], looksAround: false };
  }
  const moments = [0, question.readyAfterMs, ...question.servers.map(({ fromMs }) => fromMs)].filter(
    (atMs) => atMs >= 0 && Number.isFinite(atMs),
  );
  let looksAround = false;
  const around = () => {
    looksAround = true;
  };
  const findings: Finding[] = [];
  for (const fromMs of [...new Set(moments)].sort((a, b) => a - b)) {
    const passes = succeeds(argv, question, fromMs, around);
    if (findings.at(-1)?.passes !== passes) findings.push({ fromMs, passes });
  }
  return { findings, looksAround };
}

function succeeds(argv: readonly string[], question: HealthQuestion, atMs: number, around: () => void): boolean {
  const program = programOf(argv);
  if (program instanceof ShellSyntaxError) return atMs >= question.readyAfterMs;
  const host = hostAt(question, atMs, around);
  let state = SHELL_START;
  for (let spentMs = 0; spentMs <= question.timeoutMs; ) {
    const step = runShell(program, state, host);
    if (step.kind === "exit") return step.exitCode === 0;
    if (step.kind === "busy") return false;
    spentMs += step.ms;
    state = step.state;
  }
  return false;
}

function hostAt(question: HealthQuestion, atMs: number, around: () => void): ShellHost {
  const { environment, system, hostname, files, servers, readyAfterMs } = question;
  const looked =
    <Values extends readonly unknown[], Result>(look: (...values: Values) => Result) =>
    (...values: Values) => {
      around();
      return look(...values);
    };
  return {
    nowMs: atMs,
    environment,
    hostname,
    system: systemOf(system, environment),
    // What a check writes is forgotten.
    files: { read: looked(files.read), list: looked(files.list), write: () => undefined, remove: () => true },
    print: () => undefined,
    dateText: () => "",
    ask(words) {
      const [name = ""] = words;
      const program = name.slice(name.lastIndexOf("/") + 1);
      const answered = answerTo(program, words.slice(1), servers, atMs);
      if (answered !== undefined) {
        if (!answered.isOwn) around();
        return answered.exitCode;
      }
      if (SHELL_COMMANDS.has(program)) return undefined;
      return atMs >= readyAfterMs ? 0 : 1;
    },
  };
}

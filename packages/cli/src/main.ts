/** The `quayside` command: picks the subcommand, prints problems as one sentence, gives back the exit code. */
import { readFileSync } from "node:fs";
import { helpText } from "./help.ts";
import type { Streams } from "./streams.ts";
import { RunProblem, UsageProblem } from "./usage-problem.ts";
import { visible } from "./visible.ts";

const STANDARD: Streams = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

/** Whoever read has gone, as `head` does: nothing more is said, and that is no failure of ours. */
function goOnUnread(problem: NodeJS.ErrnoException): void {
  if (problem.code !== "EPIPE") throw problem;
}

type Command = (words: readonly string[], streams: Streams) => Promise<number>;

// Loaded when asked for: `serve` needs no zod, `lint` no server.
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import("./serve/command.ts")).serve,
  grade: async () => (await import("./grade.ts")).grade,
  lint: async () => (await import("./lint/command.ts")).lint,
  rules: async () => (await import("./rules.ts")).rules,
  replay: async () => (await import("./replay.ts")).replay,
};

/** Runs one subcommand. @returns the exit code: 0 done, 1 failed, 2 not understood */
export async function main(words: readonly string[], to: Streams = STANDARD): Promise<number> {
  if (to === STANDARD) for (const stream of [process.stdout, process.stderr]) stream.on("error", goOnUnread);
  // Names, messages and texts come from anybody's files: whatever a terminal would obey is shown instead.
  const streams: Streams = { out: (text) => to.out(visible(text)), err: (text) => to.err(visible(text)) };
  const [name, ...rest] = words;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") return help(rest[0], streams);
  if (name === "version" || name === "--version") return version(streams);
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    streams.err(`quayside: there is no command "${name}". See quayside help\n`);
    return 2;
  }
  if (rest.includes("--help") || rest.includes("-h")) return help(name, streams);
  try {
    return await (await load())(rest, streams);
  } catch (problem) {
    if (!(problem instanceof UsageProblem || problem instanceof RunProblem)) throw problem;
    streams.err(`quayside ${name}: ${problem.message}\n`);
    return problem instanceof UsageProblem ? 2 : 1;
  }
}

function version(streams: Streams): number {
  const { version: text } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  streams.out(`quayside ${text}\n`);
  return 0;
}

function help(command: string | undefined, streams: Streams): number {
  const text = helpText(command);
  if (text === undefined) {
    streams.err(`quayside: there is no command "${command}". See quayside help\n`);
    return 2;
  }
  streams.out(text);
  return 0;
}

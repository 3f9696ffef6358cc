/**
 * Reads a command file: what `quayside grade LAB --commands FILE` runs. One command a line; empty lines and lines
 * that begin with `#` are left out:
 *
 *     edit webserver.json <<END          the lines up to END become the text of the editor tab
 *     { "family": "webserver" }
 *     END
 *     aws ecs register-task-definition --cli-input-json file://webserver.json
 *     aws ecs stop-task --task $(aws ecs list-tasks --query 'taskArns[0]' --output text) \
 *       --reason "no longer needed"      a backslash at the end joins the next line
 *     docker push quayside/shop:latest   somebody pushes a new build
 *     ssh ec2-user@i-0abc docker ps      a command on a container instance
 *     quayside connect web api:80        a test of a connection
 *     quayside image quay.io/acme/api:1 --like nginx --port 8080
 *                                        an image that is not known here exists
 *     advance 30s                        ms, s, min or h of simulated time
 *     until settled                      until nothing is on its way any more
 *     until task-stopped web at most 10 min
 *                                        until something particular is there, within a bound
 */
import { readWait } from "@quayside/api";
import { AWAITED, durationMs, RunRefused } from "@quayside/simulator";
import type { LabCommand } from "../lab.ts";
import { TERMINAL_LINE } from "../terminal-line.ts";

/** A line that could not be read. */
export interface CommandFileProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export type CommandFile =
  | { readonly ok: true; readonly commands: readonly LabCommand[] }
  | { readonly ok: false; readonly problems: readonly CommandFileProblem[] };

const UNTIL_EXAMPLE = "until task-stopped web at most 10 min";

/** What can be waited for, as it is written in a line. */
const AWAITED_WORDS = Object.fromEntries(
  Object.keys(AWAITED).map((kind) => [kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), kind]),
);

/** Reads the text of a command file; every line that cannot be read is named. */
export function parseCommands(source: string): CommandFile {
  const lines = source.split(/\r?\n/);
  const commands: LabCommand[] = [];
  const problems: CommandFileProblem[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const first = at;
    let line = (lines[at] as string).trim();
    if (line === "" || line.startsWith("#")) continue;
    while (line.endsWith("\\") && at + 1 < lines.length) {
      at += 1;
      line = `${line.slice(0, -1).trimEnd()} ${(lines[at] as string).trim()}`;
    }
    const block = readBlock(line, lines, at + 1);
    if (block !== undefined) at = block.end;
    const command = block?.command ?? readLine(line);
    if (typeof command === "string") problems.push({ line: first + 1, message: command });
    else commands.push(command);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, commands };
}

/** In front of a line that is typed into a container. */
const INSIDE = "inside ";

/** A command, or a sentence that says what is wrong with the line. */
function readLine(line: string): LabCommand | string {
  if (TERMINAL_LINE.test(line)) return { aws: line };
  if (line.startsWith(INSIDE)) return { aws: line.slice(INSIDE.length), inside: true };
  if (/^until\b/.test(line)) return readUntil(line);
  if (line.startsWith("advance")) return readAdvance(line);
  if (line.startsWith("edit")) return "edit needs a block: edit FILE <<END, the text, END on a line of its own";
  return `"${line.split(/\s/)[0]}" is none of: aws, docker, ssh, quayside, inside, advance, until, edit`;
}

function readAdvance(line: string): LabCommand | string {
  const ms = durationMs(line.slice("advance".length).trim());
  return ms === undefined ? "advance needs a time: advance 30s (ms, s, min or h)" : { advanceMs: ms };
}

function readUntil(line: string): LabCommand | string {
  const [, words = "", atMost] = line.match(/^until\s+(.*?)(?:\s+at most\s+(.*))?$/) ?? [];
  const [word = "", ...names] = words.split(/\s+/);
  const kind = word === "settled" ? word : AWAITED_WORDS[word];
  if (kind === undefined) {
    return `until needs one of: settled, ${Object.keys(AWAITED_WORDS).join(", ")}; for example: ${UNTIL_EXAMPLE}`;
  }
  if (kind !== "settled" && atMost === undefined) return `until ${words} needs a bound: ${UNTIL_EXAMPLE}`;
  if (names.length !== (kind === "settled" ? 0 : 1))
    return `until ${word} takes ${kind === "settled" ? "no name" : "one name"}`;
  try {
    const until = kind === "settled" ? kind : { [kind]: names[0] };
    return readWait({ until, ...(atMost === undefined ? {} : { atMost }) });
  } catch (problem) {
    if (problem instanceof RunRefused) return problem.message;
    throw problem;
  }
}

/** An `edit FILE <<END` block: its command or problem, and the number of its last line. */
function readBlock(
  line: string,
  lines: readonly string[],
  from: number,
): { command: LabCommand | string; end: number } | undefined {
  const [, file, mark] = line.match(/^edit\s+(\S+)\s+<<\s*(\S+)$/) ?? [];
  if (file === undefined || mark === undefined) return undefined;
  const end = lines.findIndex((each, at) => at >= from && each.trim() === mark);
  if (end === -1) return { command: `the block of ${file} has no ${mark} at its end`, end: lines.length };
  return { command: { edit: { file, text: lines.slice(from, end).join("\n") } }, end };
}

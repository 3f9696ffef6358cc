/** `quayside replay`: plays a saved run again and prints its journal as text, a line a record. */
import { openRun } from "@quayside/api";
import { type JournalRecord, RunRefused, type Session } from "@quayside/simulator";
import { readFlags } from "./flags.ts";
import { readWhole } from "./read-file.ts";
import type { Streams } from "./streams.ts";
import { RunProblem, UsageProblem } from "./usage-problem.ts";
import { visibleLine } from "./visible.ts";

/** The largest run that is read, in bytes. Ours: a text of half a GiB is none in this runtime. */
const LARGEST_RUN = 268_435_456;

/** Runs `quayside replay`. @returns 0 when the run could be replayed */
export async function replay(words: readonly string[], streams: Streams): Promise<number> {
  const { words: files } = readFlags(words, {});
  const [path, ...more] = files;
  if (path === undefined || more.length > 0) throw new UsageProblem("give one FILE, a saved run");
  const session = load(path);
  for (const record of session.journal.records) streams.out(`${logLine(record)}\n`);
  return 0;
}

function load(path: string): Session {
  const text = textOf(path);
  try {
    return openRun(JSON.parse(text));
  } catch (problem) {
    if (problem instanceof RunRefused) return fail(path, problem.message);
    if (problem instanceof SyntaxError) return fail(path, `It is not JSON${placeIn(problem)}.`);
    // What our own code stumbles over says nothing to whoever has the file.
    return fail(path, "The run holds something that this simulator cannot play.");
  }
}

function textOf(path: string): string {
  try {
    return readWhole(path, LARGEST_RUN);
  } catch (problem) {
    return fail(path, (problem as Error).message);
  }
}

function fail(path: string, why: string): never {
  throw new RunProblem(`${path} cannot be replayed: ${why}`);
}

/** Where JSON ends to be JSON, if the runtime says so in its message. */
function placeIn({ message }: SyntaxError): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  return line === undefined ? "" : ` (line ${line}, column ${column})`;
}

/** Simulated time of day since the world began: 0:01:23.456. */
function clock(atMs: number): string {
  const pad = (value: number, digits: number) => String(value).padStart(digits, "0");
  const seconds = Math.floor(atMs / 1000);
  const parts = [Math.floor(seconds / 3600), pad(Math.floor(seconds / 60) % 60, 2), pad(seconds % 60, 2)];
  return `${parts.join(":")}.${pad(atMs % 1000, 3)}`;
}

/** One record: time, step, kind, subject without the ARN's beginning, and what a call gave. */
function logLine(record: JournalRecord): string {
  const step = `${record.major}.${record.minor}`;
  const subject = record.subject.replace(/^arn:aws:[^:]*:[^:]*:[^:]*:/, "");
  const facts = record.kind === "CALL" ? refusal(record) : "";
  const line = `${clock(record.atMs).padStart(14)}  ${step.padEnd(8)} ${record.kind.padEnd(22)} ${subject}${facts}`;
  return visibleLine(line.trimEnd());
}

/** Why a call was refused; nothing for one that was answered. */
function refusal({ facts: { outcome } }: JournalRecord<"CALL">): string {
  return outcome.ok ? "" : ` refused: ${outcome.error.code}: ${outcome.error.message}`;
}

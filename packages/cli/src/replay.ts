/** `quayside replay`: plays a saved run again and prints its journal as text, a line a record. */
import { readFile } from "node:fs/promises";
import { openRun } from "@quayside/api";
import type { JournalRecord, Session } from "@quayside/simulator";
import { readFlags } from "./flags.ts";
import type { Streams } from "./streams.ts";
import { RunProblem, UsageProblem } from "./usage-problem.ts";

/** Runs `quayside replay`. @returns 0 when the run could be replayed */
export async function replay(words: readonly string[], streams: Streams): Promise<number> {
  const { words: files } = readFlags(words, {});
  const [path, ...more] = files;
  if (path === undefined || more.length > 0) throw new UsageProblem("give one FILE, a saved run");
  const session = await load(path);
  for (const record of session.journal.records) streams.out(`${logLine(record)}\n`);
  return 0;
}

async function load(path: string): Promise<Session> {
  try {
    return openRun(JSON.parse(await readFile(path, "utf8")));
  } catch (problem) {
    // A missing file, broken JSON and a refused run all say in their message what is wrong.
    throw new RunProblem(`${path} cannot be replayed: ${(problem as Error).message}`);
  }
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
  return `${clock(record.atMs).padStart(14)}  ${step.padEnd(8)} ${record.kind.padEnd(22)} ${subject}${facts}`.trimEnd();
}

/** Why a call was refused; nothing for one that was answered. */
function refusal({ facts: { outcome } }: JournalRecord<"CALL">): string {
  return outcome.ok ? "" : ` refused: ${outcome.error.code}: ${outcome.error.message}`;
}

/**
 * The lines of a log stream at a moment, worked out from the processes that wrote to it. Nobody keeps them: a stream
 * that is never read costs nothing.
 */
import type { LogLine, LogStreamRow, ProcessRun } from "../model/logs.ts";
import type { Place } from "../model/place.ts";
import { outputOfImage } from "./image-output.ts";
import { throughBuffer } from "./log-buffer.ts";
import { printedBy } from "./shell.ts";

/**
 * Everything in the stream at that moment, oldest first.
 * @param untilMs simulated milliseconds since the world began, included
 * @param place of the world: programs print dates
 */
export function readLog(
  stream: Pick<LogStreamRow, "runs" | "written">,
  untilMs: number,
  { startsAtMs }: Place,
): LogLine[] {
  if (stream.written !== undefined) return stream.written.filter(({ atMs }) => atMs <= untilMs);
  return stream.runs.flatMap((run) => {
    const lines = linesOf(run, untilMs, startsAtMs);
    return run.bufferBytes === undefined ? lines : throughBuffer(lines, run.bufferBytes);
  });
}

function linesOf(run: ProcessRun, untilMs: number, startsAtMs: number): readonly LogLine[] {
  const { startedAtMs, lines, command, endedAtMs = untilMs } = run;
  const lastMs = Math.min(untilMs, endedAtMs);
  if (lastMs < startedAtMs) return [];
  if (lines !== undefined) return lines.filter((line) => line.atMs <= lastMs);
  if (command === undefined) return imageLines(run, lastMs, startsAtMs);
  return printedBy(command, { ...run, startsAtMs }, lastMs - startedAtMs).map(({ afterMs, text }) => ({
    atMs: startedAtMs + afterMs,
    text,
  }));
}

/** A program that was told to stop prints no more of what it does by itself, unless it goes on regardless. */
function imageLines(run: ProcessRun, lastMs: number, startsAtMs: number): LogLine[] {
  const { repository, startedAtMs, signalledAtMs, missingVariables = [], environment } = run;
  const output = outputOfImage(repository);
  if (output === undefined) return [];
  const { atSigterm, date } = output;
  const complaints = missingVariables.map((name) => ({ afterMs: 1_400, text: `ERROR: ${name} is not set` }));
  const atStart = missingVariables.length > 0 ? [...output.atStart.slice(0, 1), ...complaints] : output.atStart;
  const from = (beganAtMs: number, planned: typeof atStart) =>
    planned.map(({ afterMs, text }) => ({ atMs: beganAtMs + afterMs, text }));
  const work = from(startedAtMs, atStart).filter(({ atMs }) => signalledAtMs === undefined || atMs <= signalledAtMs);
  const end = signalledAtMs === undefined ? [] : from(signalledAtMs, atSigterm);
  return [...work, ...end]
    .filter(({ atMs }) => atMs <= lastMs)
    .map(({ atMs, text }) => ({ atMs, text: filledIn(text, date(startsAtMs + atMs), environment) }));
}

/** A planned line with its date and with variables of the environment: `{REPORT_BUCKET}`. */
function filledIn(text: string, date: string, environment: ProcessRun["environment"]): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name === "date" ? date : (environment[name] ?? whole)));
}

/**
 * The lines of a log stream at a moment, worked out from the processes that wrote to it. Nobody keeps them: a stream
 * that is never read costs nothing.
 */
import type { LogLine, LogStreamRow, ProcessRun } from "../model/logs.ts";
import { outputOfImage } from "./image-output.ts";
import { printedBy } from "./shell.ts";

/**
 * Everything in the stream at that moment, oldest first.
 * @param untilMs simulated milliseconds since the world began, included
 */
export function readLog(stream: LogStreamRow, untilMs: number): LogLine[] {
  return stream.runs.flatMap((run) => linesOf(run, untilMs));
}

function linesOf(run: ProcessRun, untilMs: number): readonly LogLine[] {
  const { startedAtMs, lines, command, endedAtMs = untilMs } = run;
  const lastMs = Math.min(untilMs, endedAtMs);
  if (lastMs < startedAtMs) return [];
  if (lines !== undefined) return lines.filter((line) => line.atMs <= lastMs);
  if (command === undefined) return imageLines(run, lastMs);
  return printedBy(command, run, lastMs - startedAtMs).map(({ afterMs, text }) => ({
    atMs: startedAtMs + afterMs,
    text,
  }));
}

/** A program that was told to stop prints no more of what it does by itself, unless it goes on regardless. */
function imageLines({ repository, startedAtMs, signalledAtMs }: ProcessRun, lastMs: number): LogLine[] {
  const output = outputOfImage(repository);
  if (output === undefined) return [];
  const { atStart, atSigterm, date } = output;
  const from = (beganAtMs: number, planned: typeof atStart) =>
    planned.map(({ afterMs, text }) => ({ atMs: beganAtMs + afterMs, text }));
  const work = from(startedAtMs, atStart).filter(({ atMs }) => signalledAtMs === undefined || atMs <= signalledAtMs);
  const end = signalledAtMs === undefined ? [] : from(signalledAtMs, atSigterm);
  return [...work, ...end]
    .filter(({ atMs }) => atMs <= lastMs)
    .map(({ atMs, text }) => ({ atMs, text: text.replace("{date}", date(atMs)) }));
}

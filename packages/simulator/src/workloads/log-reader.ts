/**
 * Where GetLogEvents finds the reader of log streams. What programs print is needed only when somebody looks, so it
 * comes with the entry `@quayside/simulator/logs`.
 */
import type { LogLine, LogStreamRow } from "../model/logs.ts";

type ReadLog = (stream: LogStreamRow, untilMs: number) => LogLine[];

let reader: ReadLog | undefined;

/** Puts the reader in its place. The same reader every time: which world asks makes no difference. */
export function installLogReader(read: ReadLog): void {
  reader = read;
}

/** The reader, or undefined before the entry `@quayside/simulator/logs` was imported. */
export function logReader(): ReadLog | undefined {
  return reader;
}

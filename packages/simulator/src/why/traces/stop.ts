/** How a task is stopped: who asked for it, and what became of each container: signal, time to tidy up, end. */

import type { ContainerRow } from "../../model/ecs.ts";
import { isRecord, type JournalRecord } from "../../model/records.ts";
import { type Phrase, phrase } from "../phrases.ts";
import type { TraceCell, TraceRow, TraceTable, Verdict } from "../trace-table.ts";
import { cell, type TraceRequest } from "../tracer.ts";

const SECOND_MS = 1000;

type Stop = JournalRecord<"TASK_STOP_REQUESTED">;

/** The stop from its begin on, as far as it has come: from the wish, or from what made Fargate's agent end the task by itself. */
export function stopTrace({ record, past, now }: TraceRequest<"TASK_STOP_REQUESTED">): TraceTable | undefined {
  const task = past.taskOf(record);
  if (task === undefined) return undefined;
  const cause = past.journal.at(record.cause);
  const begin = task.ending === undefined ? record : (cause ?? record);
  const about = recordsOf(begin, task.spec.containerArns, now);
  const rows = now
    .containersOf(task)
    .map((container) => ({ container, records: about.get(container.containerArn) ?? [] }))
    .sort((left, right) => signalledAt(left.records) - signalledAt(right.records))
    .map(({ container, records }) => rowOf(container, records, begin));
  if (rows.length === 0) return undefined;
  rows.unshift(...targetRows(record, now));
  return {
    title: phrase("stop-title"),
    rowTitle: phrase("container"),
    columns: [
      { id: "signal", title: phrase("sigterm") },
      { id: "grace", title: phrase("grace") },
      { id: "end", title: phrase("end") },
    ],
    rows,
    outcome: askedBy(record, cause),
  };
}

/** The targets of the task that it had when it was asked to stop: it drains before its containers hear of it. */
function targetRows(stop: Stop, { journal, seq: until, ...now }: TraceRequest["now"]): TraceRow[] {
  const keys = new Map<string, JournalRecord<"TARGET_REGISTERED">>();
  for (let at = 0; at < stop.seq; at += 1) {
    const record = journal.at(at);
    if (isRecord(record, "TARGET_REGISTERED") && record.facts.taskArn === stop.subject)
      keys.set(record.subject, record);
    else if (record !== undefined && record.kind === "TARGET_DRAINED") keys.delete(record.subject);
  }
  return [...keys].map(([key, { facts }]) => {
    const about = recordsOf(stop, [key], { journal, seq: until, ...now } as TraceRequest["now"]).get(key) ?? [];
    return targetRow(key, `${facts.id}:${facts.port}`, about, stop, journal.at(until)?.atMs ?? stop.atMs);
  });
}

function targetRow(id: string, target: string, about: readonly JournalRecord[], stop: Stop, nowMs: number): TraceRow {
  const name = phrase("target-named", { target });
  const left = about.find((each) => isRecord(each, "TARGET_DEREGISTERED"));
  if (left === undefined) {
    return {
      id,
      name,
      verdict: "waiting",
      cells: [cell("none"), cell("none"), cell("waiting", phrase("not-deregistered"))],
    };
  }
  const delay = left.facts.drainsForMs;
  const isGone = about.some(({ kind }) => kind === "TARGET_DRAINED") || delay === 0;
  const seconds = isGone ? delay : Math.max(0, left.atMs + delay - nowMs);
  const words = { seconds: (seconds / SECOND_MS).toFixed(0) };
  const end = isGone
    ? cell("passed", phrase("target-drained", words))
    : cell("waiting", phrase("target-drains", words));
  return {
    id,
    name,
    verdict: end.verdict,
    cells: [
      cell("none", phrase("deregistered-after", { seconds: secondsBetween(stop.atMs, left.atMs) })),
      cell("none", phrase("seconds", { seconds: String(delay / SECOND_MS) })),
      end,
    ],
  };
}

/** What happened to each container from a record until the moment of asking. */
function recordsOf(
  { seq }: JournalRecord,
  containerArns: readonly string[],
  { journal, seq: until }: TraceRequest["now"],
): Map<string, JournalRecord[]> {
  const found = new Map<string, JournalRecord[]>(containerArns.map((key) => [key, []]));
  for (let at = seq; at <= until; at += 1) {
    const record = journal.at(at);
    if (record !== undefined) found.get(record.subject)?.push(record);
  }
  return found;
}

function rowOf(container: ContainerRow, records: readonly JournalRecord[], begin: JournalRecord): TraceRow {
  const { containerArn: id, name } = container;
  const signal = records.find((each) => isRecord(each, "SIGTERM_SENT"));
  const kill = records.find(({ kind }) => kind === "SIGKILL_SENT");
  if (signal === undefined) {
    const [verdict, words] = withoutSignal(container);
    return { id, name, verdict, cells: [cell("none"), cell("none"), cell(verdict, words)] };
  }
  const grace = signal.facts.stopTimeoutMs / SECOND_MS;
  const end = endCell(container, signal, kill);
  return {
    id,
    name,
    verdict: end.verdict,
    cells: [
      cell("none", phrase("after-the-wish", { seconds: secondsBetween(begin.atMs, signal.atMs) })),
      cell(kill === undefined ? "none" : "failed", phrase("seconds", { seconds: String(grace) })),
      end,
    ],
  };
}

function endCell(container: ContainerRow, signal: JournalRecord, kill: JournalRecord | undefined): TraceCell {
  const { exitCode, stoppedAtMs } = container;
  if (stoppedAtMs === undefined) return cell("waiting", phrase("still-runs"));
  const after = secondsBetween(signal.atMs, stoppedAtMs);
  if (kill !== undefined) return cell("failed", phrase("killed", { seconds: after }));
  return cell("passed", phrase("obeyed", { exitCode: exitCode ?? 0, seconds: after }));
}

function withoutSignal({ stoppedAtMs, exitCode, startedAtMs }: ContainerRow): [Verdict, Phrase] {
  if (startedAtMs === undefined && stoppedAtMs !== undefined) return ["none", phrase("never-ran")];
  if (stoppedAtMs === undefined) return ["waiting", phrase("not-signalled")];
  return [exitCode === 0 ? "none" : "failed", phrase("ended-before", { exitCode: exitCode ?? 0 })];
}

function askedBy({ facts: { stopCode } }: Stop, cause: JournalRecord | undefined): Phrase {
  if (stopCode === "EssentialContainerExited") return phrase("asked-by-essential");
  if (stopCode === "TaskFailedToStart") return phrase("asked-by-failure");
  if (cause?.kind === "CALL") return phrase("asked-by-call", { operation: cause.subject });
  if (cause?.kind !== "SERVICE_DECIDED") return phrase("asked-by-ecs", { stopCode });
  return phrase("asked-by-service", { service: cause.subject.slice(cause.subject.lastIndexOf("/") + 1) });
}

function signalledAt(records: readonly JournalRecord[]): number {
  return records.find(({ kind }) => kind === "SIGTERM_SENT")?.seq ?? Number.POSITIVE_INFINITY;
}

function secondsBetween(fromMs: number, toMs: number): string {
  return ((toMs - fromMs) / SECOND_MS).toFixed(1);
}

/** A journal as a text table: one record a line, columns aligned, ids made short, so that a diff reads like a story. */
import { type Session, sentenceOf, type TaskRow } from "@quayside/simulator";

const SECONDS = 1000;

/** The journal of a session from the record number `from` on. */
export function journalTable(session: Session, from = 0): string {
  const names = new Map<string, string>();
  const rows = session.journal.records
    .slice(from)
    .map((record) => [
      `${record.major}.${record.minor}`,
      (record.atMs / SECONDS).toFixed(3),
      `${record.seq}<${record.cause}`,
      record.kind,
      shorten(record.subject, names),
      sentenceOf(record),
    ]);
  return table(["STEP", "SECONDS", "RECORD<CAUSE", "KIND", "ABOUT", "SENTENCE"], rows);
}

/** How the tasks of a session stand: one line a task. */
export function taskTable(session: Session): string {
  const rows = [...session.tables.tasks.values()].map((task) => [
    task.lastStatus,
    task.desiredStatus,
    `v${task.version}`,
    task.stopCode ?? "-",
    containers(session, task),
    task.stoppedReason ?? "-",
  ]);
  return table(["LAST", "DESIRED", "VERSION", "STOP CODE", "CONTAINERS", "STOPPED REASON"], rows);
}

function containers(session: Session, task: TaskRow): string {
  return task.spec.containerArns
    .map((key) => session.tables.containers.get(key))
    .map((row) => `${row?.name}:${row?.lastStatus}${row?.exitCode === undefined ? "" : `(${row.exitCode})`}`)
    .join(" ");
}

/** Task and container ARNs become `task-1`, `container-2` in the order in which they appear. */
function shorten(subject: string, names: Map<string, string>): string {
  const kind = /:(task|container)\//.exec(subject)?.[1];
  if (kind === undefined) return subject.slice(subject.lastIndexOf("/") + 1);
  const known = names.get(subject);
  if (known !== undefined) return known;
  const count = [...names.values()].filter((name) => name.startsWith(kind)).length;
  const name = `${kind}-${count + 1}`;
  names.set(subject, name);
  return name;
}

/** Lines of cells with their columns aligned, the heading first. */
export function table(head: string[], rows: string[][]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return `${[head, ...rows].map(line).join("\n")}\n`;
}

/** The way that one task took through its chart so far, and the time it spent in each state; folded from the journal. */
import type { JournalRecord } from "@quayside/simulator";

/** One state on the way. */
export interface PathStep {
  readonly status: string;
  readonly enteredAtMs: number;
  /** Absent for the state the task is in. */
  readonly leftAtMs?: number;
  /** Journal record that brought it. */
  readonly seq: number;
}

/** The states of a task up to the first `count` records, in order. */
export function taskPath(records: readonly JournalRecord[], taskArn: string, count: number): PathStep[] {
  const steps: PathStep[] = [];
  for (let seq = 0; seq < Math.min(count, records.length); seq += 1) {
    const record = records[seq];
    if (record === undefined) continue;
    for (const change of record.changes) {
      if (change.table !== "tasks" || change.key !== taskArn || change.after === undefined) continue;
      const status = (change.after as { readonly lastStatus: string }).lastStatus;
      const last = steps.at(-1);
      if (last?.status === status) continue;
      if (last !== undefined) steps[steps.length - 1] = { ...last, leftAtMs: record.atMs };
      steps.push({ status, enteredAtMs: record.atMs, seq });
    }
  }
  return steps;
}

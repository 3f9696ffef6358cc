/** Progress as a file and back, two of them as one, and an end to all of it. For the page that shows it. */
import { delMany, keys } from "idb-keyval";
import { changeProgress, type Progress, readProgress } from "./progress.ts";
import {
  emptyProgress,
  type LabProgress,
  type LessonProgress,
  PROGRESS_VERSION,
  parseProgress,
} from "./progress-shape.ts";
import { attempt, changeStored, open, runKey } from "./store.ts";

/** Why a file is not taken: it is no JSON, or no progress that this page can read. */
export type ImportFault = "not-json" | "not-progress";

/** Thrown by `importProgress` for a file that is not an export of progress. Whoever shows it has the words. */
export class ProgressRefused extends Error {
  readonly fault: ImportFault;

  constructor(fault: ImportFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Everything as a JSON text, for a file. */
export async function exportProgress(): Promise<string> {
  return JSON.stringify({ application: "quayside", ...(await readProgress()) }, null, 2);
}

/** Adds an exported file to what is here: nothing that was passed is lost. @throws ProgressRefused */
export function importProgress(text: string): Promise<Progress> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return Promise.reject(new ProgressRefused("not-json"));
  }
  const imported = parseProgress(value);
  if (imported === undefined) return Promise.reject(new ProgressRefused("not-progress"));
  return changeProgress((before) => mergeProgress(before, imported));
}

/** Forgets everything, or one lab; runs that were kept, too. */
export async function resetProgress(labId?: string): Promise<Progress> {
  await (labId === undefined ? forgetRuns() : changeStored(runKey(labId), () => undefined));
  return changeProgress((before) => {
    if (labId === undefined) return emptyProgress();
    const { [labId]: _forgotten, ...labs } = before.labs;
    return { ...before, labs };
  });
}

/** Two people's worth of progress as one: what either passed is passed, the files of the later edit win. */
export function mergeProgress(left: Progress, right: Progress): Progress {
  return {
    version: PROGRESS_VERSION,
    labs: mergeRecords(left.labs, right.labs, mergeLab),
    lessons: mergeRecords(left.lessons, right.lessons, mergeLesson),
  };
}

function mergeLab(left: LabProgress, right: LabProgress): LabProgress {
  const later = right.updatedAt >= left.updatedAt ? right : left;
  const passedAt = earliest(left.passedAt, right.passedAt);
  return {
    checks: mergeRecords(left.checks, right.checks, Math.min),
    best: Math.max(left.best, right.best),
    attempts: Math.max(left.attempts, right.attempts),
    hints: Math.max(left.hints, right.hints),
    files: later.files,
    history: later.history,
    updatedAt: later.updatedAt,
    ...(passedAt === undefined ? {} : { passedAt }),
  };
}

function mergeLesson(left: LessonProgress, right: LessonProgress): LessonProgress {
  const doneAt = earliest(left.doneAt, right.doneAt);
  return {
    visitedAt: Math.min(left.visitedAt, right.visitedAt),
    questions: mergeRecords(left.questions, right.questions, (a, b) => a || b),
    ...(doneAt === undefined ? {} : { doneAt }),
  };
}

function mergeRecords<T>(
  left: Readonly<Record<string, T>>,
  right: Readonly<Record<string, T>>,
  merge: (left: T, right: T) => T,
): Record<string, T> {
  const merged = new Map(Object.entries(left));
  for (const [key, value] of Object.entries(right)) {
    const before = merged.get(key);
    merged.set(key, before === undefined ? value : merge(before, value));
  }
  return Object.fromEntries(merged);
}

function earliest(left: number | undefined, right: number | undefined): number | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return Math.min(left, right);
}

/** Every lab's run goes. */
async function forgetRuns(): Promise<void> {
  await attempt(async () => {
    const all = await keys<string>(open());
    const runs = all.filter((key) => key.startsWith(runKey()));
    await delMany(runs, open());
  });
}

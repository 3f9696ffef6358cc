/**
 * What a learner has done, kept in this browser: passed checks, edited files, hints taken, lessons and questions. IndexedDB
 * where it is allowed, memory where it is not. A change that the store refuses waits, and comes with the next one that it
 * takes. Nothing here leaves the machine.
 */
import {
  emptyLabProgress,
  emptyProgress,
  isNewer,
  type LabProgress,
  type LessonProgress,
  type Progress,
  parseProgress,
  recentOf,
} from "./progress-shape.ts";
import { become, changeStored, readStored } from "./store.ts";

export type { Progress } from "./progress-shape.ts";
export { onSavingTrouble, savingTrouble } from "./store.ts";

type Change = (before: Progress) => Progress;

const KEY = "progress";

/** What the store held when it was last read or written, as far as this page knows. */
let known: Progress = emptyProgress();
/** The same with what waits. */
let memory: Progress = known;
/** Changes that the store has not taken yet, oldest first. */
let waiting: Change[] = [];
let writing: Promise<void> = Promise.resolve();
const listeners = new Set<(progress: Progress) => void>();
const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("quayside-progress");
channel?.addEventListener("message", () => void readProgress().then(notify));

/** Everything known about this learner. Never rejects: a blocked or broken store reads as what this page remembers. */
export async function readProgress(): Promise<Progress> {
  const answer = await readStored(KEY);
  if (answer !== undefined && isNewer(answer.value)) become("newer");
  else if (answer !== undefined) remember(parseProgress(answer.value) ?? known);
  return memory;
}

/** One lab's progress; an untouched one when there is none. */
export async function readLab(labId: string): Promise<LabProgress> {
  return (await readProgress()).labs[labId] ?? emptyLabProgress();
}

/** Changes one lab's progress; two tabs at once lose nothing. */
export function updateLab(labId: string, change: (before: LabProgress) => LabProgress): Promise<Progress> {
  return changeProgress((before) => {
    const lab = { ...change(before.labs[labId] ?? emptyLabProgress()), updatedAt: Date.now() };
    return { ...before, labs: { ...before.labs, [labId]: { ...lab, history: recentOf(lab.history) } } };
  });
}

/** Changes one lesson's progress; the first call marks the visit. */
export function updateLesson(lessonId: string, change: (before: LessonProgress) => LessonProgress): Promise<Progress> {
  return changeProgress((before) => {
    const lesson = before.lessons[lessonId] ?? { visitedAt: Date.now(), questions: {} };
    return { ...before, lessons: { ...before.lessons, [lessonId]: change(lesson) } };
  });
}

/** Calls back after every change, also those of other tabs. @returns the function that ends it */
export function onProgress(listener: (progress: Progress) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Changes what is known; two tabs at once lose nothing. */
export function changeProgress(change: Change): Promise<Progress> {
  waiting.push(change);
  memory = change(memory);
  // One at a time: a change that waits must not be brought twice.
  writing = writing.then(bring);
  return writing.then(() => memory);
}

/** Brings what waits into the store. */
async function bring(): Promise<void> {
  const count = waiting.length;
  // An earlier turn has taken this one's change along.
  if (count === 0) return;
  let after = known;
  let isOlder = false;
  const change = (value: unknown): unknown => {
    isOlder = isNewer(value);
    if (isOlder) return value;
    after = withChanges(parseProgress(value) ?? known, waiting.slice(0, count));
    return after;
  };
  const taken = await changeStored(KEY, change);
  if (isOlder) become("newer");
  else if (taken) {
    waiting = waiting.slice(count);
    remember(after);
    become(undefined);
    channel?.postMessage("changed");
  }
  notify(memory);
}

function remember(stored: Progress): void {
  known = stored;
  memory = withChanges(stored, waiting);
}

function withChanges(progress: Progress, changes: readonly Change[]): Progress {
  return changes.reduce((before, change) => change(before), progress);
}

function notify(progress: Progress): void {
  for (const listener of listeners) listener(progress);
}

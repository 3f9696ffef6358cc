/**
 * What a learner has done, kept in this browser: passed checks, edited files, hints taken, lessons and questions. IndexedDB
 * where it is allowed, memory where it is not. Nothing here leaves the machine but by `exportProgress`.
 */
import { createStore, get, update } from "idb-keyval";

/** Shape of the stored value; raised when it changes, with a migration in `readProgress`. */
export const PROGRESS_VERSION = 1;

/** One lab. Times are milliseconds since 1970. */
export interface LabProgress {
  /** Check id -> when it first passed. */
  readonly checks: Readonly<Record<string, number>>;
  /** When "Check my work" first found everything passed. */
  readonly passedAt?: number;
  /** Best mark so far, 0 to 1. */
  readonly best: number;
  /** How often "Check my work" was pressed. */
  readonly attempts: number;
  /** Hints opened so far; never goes down. */
  readonly hints: number;
  /** Editor tabs as the learner left them: name -> text. */
  readonly files: Readonly<Record<string, string>>;
  /** Terminal lines, oldest first. */
  readonly history: readonly string[];
  readonly updatedAt: number;
}

/** One lesson page. */
export interface LessonProgress {
  readonly visitedAt: number;
  readonly doneAt?: number;
  /** Question id -> whether the latest answer was right. */
  readonly questions: Readonly<Record<string, boolean>>;
}

export interface Progress {
  readonly version: typeof PROGRESS_VERSION;
  readonly labs: Readonly<Record<string, LabProgress>>;
  readonly lessons: Readonly<Record<string, LessonProgress>>;
}

/** Thrown by `importProgress` for a file that is not an export of progress; the message is for the learner. */
export class ProgressRefused extends Error {}

const KEY = "progress";
const MAX_HISTORY = 200;

/** Progress of somebody who has not begun. */
export function emptyProgress(): Progress {
  return { version: PROGRESS_VERSION, labs: {}, lessons: {} };
}

/** A lab that was not touched. */
export function emptyLabProgress(): LabProgress {
  return { checks: {}, best: 0, attempts: 0, hints: 0, files: {}, history: [], updatedAt: 0 };
}

let memory: Progress = emptyProgress();
let store: ReturnType<typeof createStore> | undefined;
let blocked = false;
const listeners = new Set<(progress: Progress) => void>();
const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("quayside-progress");
channel?.addEventListener("message", () => void readProgress().then(notify));

/** True when the browser refuses to store anything, so that progress lasts only as long as the page. */
export function storageBlocked(): boolean {
  return blocked;
}

/** Everything known about this learner. Never rejects: a blocked or broken store reads as what this page remembers. */
export async function readProgress(): Promise<Progress> {
  const stored = await attempt(() => get<unknown>(KEY, open()));
  if (stored !== undefined) memory = parseProgress(stored) ?? memory;
  return memory;
}

/** One lab's progress; an untouched one when there is none. */
export async function readLab(labId: string): Promise<LabProgress> {
  return (await readProgress()).labs[labId] ?? emptyLabProgress();
}

/** Changes one lab's progress; two tabs at once lose nothing. */
export function updateLab(labId: string, change: (before: LabProgress) => LabProgress): Promise<Progress> {
  return write((before) => {
    const lab = { ...change(before.labs[labId] ?? emptyLabProgress()), updatedAt: Date.now() };
    return { ...before, labs: { ...before.labs, [labId]: { ...lab, history: lab.history.slice(-MAX_HISTORY) } } };
  });
}

/** Changes one lesson's progress; the first call marks the visit. */
export function updateLesson(lessonId: string, change: (before: LessonProgress) => LessonProgress): Promise<Progress> {
  return write((before) => {
    const lesson = before.lessons[lessonId] ?? { visitedAt: Date.now(), questions: {} };
    return { ...before, lessons: { ...before.lessons, [lessonId]: change(lesson) } };
  });
}

/** Calls back after every change, also those of other tabs. @returns the function that ends it */
export function onProgress(listener: (progress: Progress) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
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
    return Promise.reject(new ProgressRefused("This file is not JSON: choose a file that Quayside exported."));
  }
  const imported = parseProgress(value);
  if (imported === undefined) {
    return Promise.reject(
      new ProgressRefused("This file does not hold Quayside progress, or a newer Quayside wrote it."),
    );
  }
  return write((before) => mergeProgress(before, imported));
}

/** Forgets everything, or one lab. */
export function resetProgress(labId?: string): Promise<Progress> {
  return write((before) => {
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

/** A stored or imported value as progress, with every field of the wrong type dropped; undefined when it is none. */
export function parseProgress(value: unknown): Progress | undefined {
  if (!isRecord(value) || value.version !== PROGRESS_VERSION) return undefined;
  if (!isRecord(value.labs) || !isRecord(value.lessons)) return undefined;
  return {
    version: PROGRESS_VERSION,
    labs: mapRecord(value.labs, parseLab),
    lessons: mapRecord(value.lessons, parseLesson),
  };
}

function parseLab(value: unknown): LabProgress | undefined {
  if (!isRecord(value)) return undefined;
  const passedAt = value.passedAt;
  const history = Array.isArray(value.history) ? value.history.filter((line) => typeof line === "string") : [];
  return {
    checks: mapRecord(value.checks, numberOf),
    best: numberOf(value.best) ?? 0,
    attempts: numberOf(value.attempts) ?? 0,
    hints: numberOf(value.hints) ?? 0,
    files: mapRecord(value.files, (text) => (typeof text === "string" ? text : undefined)),
    history: history.slice(-MAX_HISTORY),
    updatedAt: numberOf(value.updatedAt) ?? 0,
    ...(typeof passedAt === "number" ? { passedAt } : {}),
  };
}

function parseLesson(value: unknown): LessonProgress | undefined {
  if (!isRecord(value)) return undefined;
  const doneAt = numberOf(value.doneAt);
  return {
    visitedAt: numberOf(value.visitedAt) ?? 0,
    questions: mapRecord(value.questions, (answer) => (typeof answer === "boolean" ? answer : undefined)),
    ...(doneAt === undefined ? {} : { doneAt }),
  };
}

function mapRecord<T>(value: unknown, parse: (value: unknown) => T | undefined): Record<string, T> {
  if (!isRecord(value)) return {};
  const parsed = Object.entries(value).map(([key, inner]) => [key, parse(inner)] as const);
  return Object.fromEntries(parsed.filter((entry): entry is [string, T & {}] => entry[1] !== undefined));
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function write(change: (before: Progress) => Progress): Promise<Progress> {
  const stored = await attempt(async () => {
    let after = memory;
    await update<unknown>(
      KEY,
      (value) => {
        after = change(parseProgress(value) ?? memory);
        return after;
      },
      open(),
    );
    return after;
  });
  memory = stored ?? change(memory);
  if (stored !== undefined) channel?.postMessage("changed");
  notify(memory);
  return memory;
}

function open(): ReturnType<typeof createStore> {
  store ??= createStore("quayside", "progress");
  return store;
}

/** Runs a storage action; a browser that refuses (private window, policy) turns this page to memory. */
async function attempt<T>(action: () => Promise<T>): Promise<T | undefined> {
  if (blocked) return undefined;
  try {
    return await action();
  } catch {
    blocked = true;
    return undefined;
  }
}

function notify(progress: Progress): void {
  for (const listener of listeners) listener(progress);
}

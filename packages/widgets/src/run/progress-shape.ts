/** What is known of a learner as a value: its shape, and a foreign value read as one. */

/** Shape of the stored value; raised when it changes, with a migration in `parseProgress`. A page leaves a newer one alone. */
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

const MAX_HISTORY = 200;

/** Progress of somebody who has not begun. */
export function emptyProgress(): Progress {
  return { version: PROGRESS_VERSION, labs: {}, lessons: {} };
}

/** A lab that was not touched. */
export function emptyLabProgress(): LabProgress {
  return { checks: {}, best: 0, attempts: 0, hints: 0, files: {}, history: [], updatedAt: 0 };
}

/** A stored value that a newer Quayside wrote: nothing of it may be lost to a page that does not know its shape. */
export function isNewer(value: unknown): boolean {
  return isRecord(value) && typeof value.version === "number" && value.version > PROGRESS_VERSION;
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

/** As much of a history as is kept. */
export function recentOf(history: readonly string[]): readonly string[] {
  return history.slice(-MAX_HISTORY);
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
    history: recentOf(history),
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

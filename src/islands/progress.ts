// The site's view of the progress store, which the widgets own. The store is loaded on first use and never rejects a
// read: one that cannot be opened reads as empty.

import type { Progress } from "@quayside/widgets/progress";

/** What a learner has done in one lesson: ids of passed checks and of questions answered rightly. */
export interface LessonState {
  checks: string[];
  questions: string[];
}

/** What is stored about a lesson; empty when nothing is. */
export async function readLesson(id: string): Promise<LessonState> {
  const { readProgress } = await import("@quayside/widgets/progress");
  return lessonState(await readProgress(), id);
}

/** One lesson's part of the whole progress. */
export function lessonState(progress: Progress, id: string): LessonState {
  const questions = Object.entries(progress.lessons[id]?.questions ?? {});
  return {
    checks: Object.keys(progress.labs[id]?.checks ?? {}),
    questions: questions.filter(([, right]) => right).map(([question]) => question),
  };
}

/** Remembers that a question of a lesson was answered; a right answer is not forgotten for a later wrong one. */
export async function rememberAnswer(lesson: string, question: string, right: boolean): Promise<void> {
  const { updateLesson } = await import("@quayside/widgets/progress");
  await updateLesson(lesson, (before) => ({
    ...before,
    questions: { ...before.questions, [question]: right || before.questions[question] === true },
  }));
}

/** Every lesson asks as many at its end. */
const QUESTIONS_PER_LESSON = 3;

/** How far a lesson is. */
export interface LessonDone {
  /** Of the checks named in an element's `data-checks`: those that have passed, and all. */
  done: number;
  total: number;
  /** Questions answered rightly. */
  right: number;
  /** Every check has passed and every question was answered rightly. */
  finished: boolean;
}

/** How far a lesson is; `element` names its checks. */
export function lessonDone(progress: Progress, id: string, element: HTMLElement): LessonDone {
  const checks = (element.dataset.checks ?? "").split(" ").filter((check) => check !== "");
  const state = lessonState(progress, id);
  const passed = new Set(state.checks);
  const done = checks.filter((check) => passed.has(check)).length;
  const total = checks.length;
  const right = Math.min(state.questions.length, QUESTIONS_PER_LESSON);
  return { done, total, right, finished: total > 0 && done === total && right === QUESTIONS_PER_LESSON };
}

// What the site needs of the labs while it is built: the ids of their checks, and the labs for their pictures. Not for
// the page: it loads every lab of the course.

import { type Answers, type Lab, NO_ANSWERS, type WholeLab } from "@quayside/grader";

const labs = import.meta.glob<Lab>("../../content/docs/en/**/lab.ts", { eager: true, import: "default" });
const answers = import.meta.glob<Answers>("../../content/docs/en/**/answers.ts", { eager: true, import: "default" });

/** The lab of a lesson ("01/01") with its answers, or undefined when it has none. */
export function labOf(lessonId: string): WholeLab | undefined {
  const [path, lab] = Object.entries(labs).find(([, each]) => each.id === lessonId) ?? [];
  if (path === undefined || lab === undefined) return undefined;
  return { lab, answers: answers[path.replace("lab.ts", "answers.ts")] ?? NO_ANSWERS };
}

/** Ids of a lesson's checks in the order of the lab, separated by spaces; empty when the lesson has no lab. */
export function checkIds(lessonId: string): string {
  return (labOf(lessonId)?.lab.checks ?? []).map((check) => check.id).join(" ");
}

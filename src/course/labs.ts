// What the site needs of the labs while it is built: the ids of their checks, and the labs for their pictures. Not for
// the page: it loads every lab of the course.

import type { Lab } from "@quayside/grader";

const labs = Object.values(
  import.meta.glob<Lab>("../../content/docs/en/**/lab.ts", { eager: true, import: "default" }),
);

/** The lab of a lesson ("01/01"), or undefined when it has none. */
export function labOf(lessonId: string): Lab | undefined {
  return labs.find((each) => each.id === lessonId);
}

/** Ids of a lesson's checks in the order of the lab, separated by spaces; empty when the lesson has no lab. */
export function checkIds(lessonId: string): string {
  return (labOf(lessonId)?.checks ?? []).map((check) => check.id).join(" ");
}

// What the site needs to know of the labs while it is built: the ids of their checks. Not for the page: it loads every
// lab of the course.

import type { Lab } from "@quayside/grader";

const labs = Object.values(
  import.meta.glob<Lab>("../../content/docs/en/**/lab.ts", { eager: true, import: "default" }),
);

/** Ids of a lesson's checks in the order of the lab, separated by spaces; empty when the lesson has no lab. */
export function checkIds(lessonId: string): string {
  const lab = labs.find((each) => each.id === lessonId);
  return (lab?.checks ?? []).map((check) => check.id).join(" ");
}

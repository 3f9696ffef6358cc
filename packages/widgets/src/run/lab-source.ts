/**
 * Where a lab gets labs and links to lessons from: it asks its page for them with `quayside-source` when it is put there, so that
 * the widgets know nothing of folders or bundlers, and two labs on a page need not have the same course.
 */
import type { Lab } from "@quayside/grader";
import type { LoadFailures } from "../base/failures.ts";
import type { LoadLessonLinks } from "../base/lesson-links.ts";

/** Gives a lab by its id ("01/01", "sandbox"); rejects when there is none. */
export type LabLoader = (id: string) => Promise<Lab>;

/** What a page gives a lab. */
export interface LabSource {
  readonly loadLab: LabLoader;
  /** Without it no lesson is offered. */
  readonly lessonLinks?: LoadLessonLinks;
  /** Without it no message is explained. */
  readonly failures?: LoadFailures;
}

/** Detail of `quayside-source`, which bubbles from the lab up: whoever has labs gives them; the nearest one decides. */
export interface SourceAsked {
  give(source: LabSource): void;
}

/** Asks whoever stands around an element for a source. What comes back when nobody answers can only say so. */
export function askForSource(element: EventTarget): LabSource {
  let given: LabSource | undefined;
  const detail: SourceAsked = {
    give: (source) => {
      given ??= source;
    },
  };
  element.dispatchEvent(new CustomEvent("quayside-source", { detail, bubbles: true, composed: true }));
  return (
    given ?? { loadLab: () => Promise.reject(new Error("Nothing on this page answers quayside-source with labs.")) }
  );
}

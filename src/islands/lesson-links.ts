// Which lesson teaches what: what a journal or a linter names by its id, as a link in the language of the page.

import type { LessonLink } from "@quayside/widgets/lesson-links";
import taught from "../../content/taught.json";
import { lessonById } from "../course/course.ts";

/** Written lessons have a lab; the files themselves are loaded by lab-files.ts. */
const written = Object.keys(import.meta.glob("../../content/docs/en/**/lab.ts"));

const LESSONS: Readonly<Record<string, readonly string[]>> = taught;

/** The most fitting lesson that is written of those that teach an id, or else its family; undefined when there is none. */
export function lessonLink(cause: string, lang: string): LessonLink | undefined {
  const [taughtAs] = [cause, cause.split(".")[0] ?? ""].filter((id) => Object.hasOwn(LESSONS, id));
  const ids = taughtAs === undefined ? undefined : LESSONS[taughtAs];
  for (const id of ids ?? []) {
    const lesson = lessonById(id);
    if (lesson === undefined || !written.some((path) => path.includes(`/docs/en/${lesson.folder}/`))) continue;
    const language = lang.toLowerCase().startsWith("vi") ? "vi" : "en";
    return { href: `/${language}/${lesson.slug}/`, title: lesson.title[language] };
  }
  return undefined;
}

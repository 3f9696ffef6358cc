// Where the lessons stand, for the links of "why?": every lesson that is written, in the language of the page.

import type { LessonLink } from "@quayside/widgets/lesson-links";
import { lessonById } from "../course/course.ts";

/** Written lessons have a lab; the files themselves are loaded by lab-files.ts. */
const written = Object.keys(import.meta.glob("../../content/docs/en/**/lab.ts"));

/** The lesson with an id such as "01/03" in a language; undefined while it is not written. */
export function lessonLink(id: string, lang: string): LessonLink | undefined {
  const lesson = lessonById(id);
  if (lesson === undefined || !written.some((path) => path.includes(`/docs/en/${lesson.folder}/`))) return undefined;
  const language = lang.toLowerCase().startsWith("vi") ? "vi" : "en";
  return { href: `/${language}/${lesson.slug}/`, title: lesson.title[language] };
}

// Which lesson teaches what: what a journal or a linter names by its id, as a link in the language of the page.

import type { LessonLink } from "@quayside/widgets/lesson-links";
import taught from "../../content/taught.json";
import { allLessons, type CourseLesson, lessonById } from "../course/course.ts";
import { mostAlike } from "../course/failure-finder.ts";

/** Written lessons have a lab; the files themselves are loaded by lab-files.ts. */
const written = Object.keys(import.meta.glob("../../content/docs/en/**/lab.ts"));

const LESSONS: Readonly<Record<string, readonly string[]>> = taught;

/** The most fitting lesson that is written of those that teach an id, or else its family; undefined when there is none. */
export function lessonLink(cause: string, lang: string): LessonLink | undefined {
  const [taughtAs] = [cause, cause.split(".")[0] ?? ""].filter((id) => Object.hasOwn(LESSONS, id));
  const ids = taughtAs === undefined ? undefined : LESSONS[taughtAs];
  const lesson = (ids ?? []).flatMap((id) => lessonById(id) ?? []).find(isWritten);
  return lesson && linkTo(lesson, lang);
}

/** The written lesson whose title has a word most like one of these; undefined when none has. */
export function nearestLesson(words: string, lang: string): LessonLink | undefined {
  const links = allLessons.filter(isWritten).map((lesson) => linkTo(lesson, lang));
  const titled = links.map((link) => ({ link, words: link.title.toLowerCase().split(/\W+/u) }));
  for (const word of words.toLowerCase().split(/\s+/)) {
    const alike = mostAlike(word, [...new Set(titled.flatMap((each) => each.words))]);
    if (alike !== undefined && alike.length > 2) return titled.find((each) => each.words.includes(alike))?.link;
  }
  return undefined;
}

function isWritten({ folder }: CourseLesson): boolean {
  return written.some((path) => path.includes(`/docs/en/${folder}/`));
}

function linkTo({ slug, title }: CourseLesson, lang: string): LessonLink {
  const language = lang.toLowerCase().startsWith("vi") ? "vi" : "en";
  return { href: `/${language}/${slug}/`, title: title[language] };
}

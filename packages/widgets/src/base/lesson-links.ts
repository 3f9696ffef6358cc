/** Where lessons stand, as the page tells a lab. An embed without a site tells nothing, and no lesson is offered. */

/** A lesson as a link. */
export interface LessonLink {
  readonly href: string;
  readonly title: string;
}

/** Gives the lesson that teaches a cause, in a language; undefined while none is written. */
export type LessonLinks = (cause: string, lang: string) => LessonLink | undefined;

/** Brings the links, when the first one is wanted. */
export type LoadLessonLinks = () => Promise<LessonLinks>;

/** The lesson of the first of these causes that has one; undefined when none has, or when there is no site. */
export async function firstLesson(
  load: LoadLessonLinks | undefined,
  causes: readonly string[],
  lang: string,
): Promise<LessonLink | undefined> {
  if (load === undefined || causes.length === 0) return undefined;
  const links = await load();
  for (const cause of causes) {
    const link = links(cause, lang);
    if (link !== undefined) return link;
  }
  return undefined;
}

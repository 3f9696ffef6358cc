/** Where lessons stand, as the page tells a lab. An embed without a site tells nothing, and no lesson is offered. */

/** A lesson as a link. */
export interface LessonLink {
  readonly href: string;
  readonly title: string;
}

/** Gives a lesson by its id (`01/03`) in a language; undefined while it is not written. */
export type LessonLinks = (id: string, lang: string) => LessonLink | undefined;

/** Brings the links, when the first one is wanted. */
export type LoadLessonLinks = () => Promise<LessonLinks>;

/** The first of these lessons that is written; undefined when none is, or when there is no site. */
export async function firstLesson(
  load: LoadLessonLinks | undefined,
  ids: readonly string[],
  lang: string,
): Promise<LessonLink | undefined> {
  if (load === undefined || ids.length === 0) return undefined;
  const links = await load();
  for (const id of ids) {
    const link = links(id, lang);
    if (link !== undefined) return link;
  }
  return undefined;
}

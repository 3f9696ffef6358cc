// What messages of AWS mean, for the terminal of a lab and for the search: fetched in the language of the page when the first one
// is asked about.

import type { FailureMeaning, Failures } from "@quayside/widgets/failures";
import type { LessonLink } from "@quayside/widgets/lesson-links";
import { type FailureEntry, FailureFinder } from "../course/failure-finder.ts";
import { lessonLink } from "./lesson-links.ts";

/** A message among all others, and the lesson about it. */
export interface FoundFailure {
  readonly means: string;
  /** Its first wording. */
  readonly says: string;
  readonly href: string;
  readonly lesson: LessonLink | undefined;
}

/** All messages, for the search. */
export interface KnownFailures extends Failures {
  /** The message that a text is or contains. */
  find(text: string): FoundFailure | undefined;
  /** The message nearest to a few words; undefined when nothing is near. */
  nearest(words: string): FoundFailure | undefined;
}

interface FailureFile {
  readonly title: string;
  readonly entries: readonly FailureEntry[];
}

const known = new Map<string, Promise<KnownFailures>>();

/** Brings the messages of a language, once a page. Rejects when they do not come; the next call tries again. */
export function loadFailures(lang: string): Promise<KnownFailures> {
  const language = lang.toLowerCase().startsWith("vi") ? "vi" : "en";
  const coming = known.get(language) ?? fetchFailures(language);
  known.set(language, coming);
  coming.catch(() => known.delete(language));
  return coming;
}

async function fetchFailures(language: string): Promise<KnownFailures> {
  const response = await fetch(`/failures/${language}.json`);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const { title, entries }: FailureFile = await response.json();
  const finder = new FailureFinder(entries);
  const meaning = (entry: FailureEntry | undefined, ids: readonly string[]): FailureMeaning | undefined => {
    if (entry === undefined) return undefined;
    const [lesson] = ids.flatMap((id) => lessonLink(id, language) ?? []);
    return { text: entry.means, href: lesson?.href ?? entry.href, title: lesson?.title ?? title };
  };
  const found = (entry: FailureEntry | undefined): FoundFailure | undefined =>
    entry && { ...entry, says: entry.says[0] ?? "", lesson: lessonLink(entry.id, language) };
  return {
    of: (ids) => meaning(ids.flatMap((id) => finder.byId(id) ?? [])[0], ids),
    read: (message) => {
      const entry = finder.read(message);
      return meaning(entry, entry === undefined ? [] : [entry.id]);
    },
    find: (text) => found(finder.read(text)),
    nearest: (words) => found(finder.nearest(words)),
  };
}

// What messages of AWS mean, for the terminal of a lab and for the search: fetched in the language of the page when the first one
// is asked about.

import type { FailureMeaning, Failures } from "@quayside/widgets/failures";
import { type FailureEntry, FailureFinder } from "../course/failure-finder.ts";
import { lessonLink } from "./lesson-links.ts";

/** A message as somebody may meet it, by what they have of it. */
export interface KnownFailures extends Failures {
  /** The message nearest to a few words; undefined when nothing is near. */
  nearest(words: string): FailureMeaning | undefined;
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
  const alone = (entry: FailureEntry | undefined) => meaning(entry, entry === undefined ? [] : [entry.id]);
  return {
    of: (ids) => meaning(ids.flatMap((id) => finder.byId(id) ?? [])[0], ids),
    read: (message) => alone(finder.read(message)),
    nearest: (words) => alone(finder.nearest(words)),
  };
}

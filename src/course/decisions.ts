// Decision records as the site shows them.

import type { CollectionEntry } from "astro:content";

/** A record's title: from its front matter, else from its first heading, else from its file name. */
export function decisionTitle(record: CollectionEntry<"decisions">): string {
  const heading = /^#\s+(.+)$/m.exec(record.body ?? "")?.[1];
  const title = record.data.title ?? heading ?? record.id.replace(/^\d+-/, "").replaceAll("-", " ");
  return title.replace(/^\d+[.:]?\s+/, "");
}

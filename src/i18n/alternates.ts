// Which address a page has in each language. Lessons keep their path below /en/ and /vi/; the pages around the course lie
// at the root in English and below /vi/ in Vietnamese; everything else (the internals, the 404 page) is English only.

/** The addresses of one page, by language. */
export interface PageInLanguages {
  en: string;
  vi: string;
}

const AROUND_THE_COURSE = new Set(["/", "/sandbox/", "/progress/", "/coverage/", "/offline/"]);

/** A page's addresses in every language, for its path with slashes at both ends; undefined when it is English only. */
export function pageInLanguages(path: string): PageInLanguages | undefined {
  const bare = path.startsWith("/vi/") ? path.slice("/vi".length) : path;
  if (AROUND_THE_COURSE.has(bare)) return { en: bare, vi: `/vi${bare}` };
  const lesson = /^\/(?:en|vi)\/(.+)$/.exec(path)?.[1];
  return lesson === undefined ? undefined : { en: `/en/${lesson}`, vi: `/vi/${lesson}` };
}

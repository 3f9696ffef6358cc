// The site's own interface texts, from content/i18n. English is complete and decides which keys exist; a language that
// lacks a key shows the English text.

import en from "../../content/i18n/en.json";
import vi from "../../content/i18n/vi.json";

/** The languages of the site, as BCP 47 tags. */
export type SiteLanguage = "en" | "vi";
/** A key of content/i18n/en.json. */
export type TextKey = keyof typeof en;
/** Looks up a text and fills its `{name}` places. */
export type TextLookup = (key: TextKey, values?: Record<string, string | number>) => string;

const tables: Record<SiteLanguage, Partial<Record<TextKey, string>>> = { en, vi };

/** The site's language for any tag: Vietnamese for "vi" and its regions, English for everything else. */
export function siteLanguage(tag: string | undefined): SiteLanguage {
  return tag?.toLowerCase().startsWith("vi") ? "vi" : "en";
}

/** A lookup of interface texts in one language. */
export function textsFor(tag: string | undefined): TextLookup {
  const table = tables[siteLanguage(tag)];
  return (key, values = {}) =>
    (table[key] ?? en[key]).replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The address of the same page in a language: English lessons live below /en/, everything else at the root. */
export function localizedHref(path: string, tag: string | undefined): string {
  return siteLanguage(tag) === "vi" ? `/vi${path}` : path;
}

/** The address of a lesson in a language. */
export function lessonHref(slug: string, tag: string | undefined): string {
  return `/${siteLanguage(tag)}/${slug}/`;
}

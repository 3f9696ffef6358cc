// The site's own interface texts, from content/i18n: one file a language. English says which keys there are; that another
// language has each of them, with the same places, is a matter of types.

import { en } from "../../content/i18n/en.ts";
import { vi } from "../../content/i18n/vi.ts";

/** The languages of the site, as BCP 47 tags. */
export type SiteLanguage = "en" | "vi";
/** A key of content/i18n/en.ts. */
export type TextKey = keyof typeof en;

/** The names between braces: `"done" | "total"` of "{done} of {total} steps". */
type Places<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}` ? Place | Places<Rest> : never;
/** Keys of which a language has other places than English. */
type Misplaced<Table extends Readonly<Record<TextKey, string>>> = {
  [Key in TextKey]: [Places<Table[Key]>, Places<(typeof en)[Key]>] extends [
    Places<(typeof en)[Key]>,
    Places<Table[Key]>,
  ]
    ? never
    : Key;
}[TextKey];
/** A table whose places fit; any other does not pass, and the message names the keys. */
type Fitting<Table extends Readonly<Record<TextKey, string>>> = [Misplaced<Table>] extends [never]
  ? Readonly<Record<TextKey, string>>
  : { readonly misplaced: Misplaced<Table> };

/** Looks up a text and fills its `{name}` places; one without a value stays as it is, for a script to fill. */
export type TextLookup = <Key extends TextKey>(
  key: Key,
  values?: Partial<Record<Places<(typeof en)[Key]>, string | number>>,
) => string;

const inVietnamese: Fitting<typeof vi> = vi;
const tables: Record<SiteLanguage, Readonly<Record<TextKey, string>>> = { en, vi: inVietnamese };

/** The site's language for any tag: Vietnamese for "vi" and its regions, English for everything else. */
export function siteLanguage(tag: string | undefined): SiteLanguage {
  return tag?.toLowerCase().startsWith("vi") ? "vi" : "en";
}

/** A lookup of interface texts in one language. */
export function textsFor(tag: string | undefined): TextLookup {
  const table = tables[siteLanguage(tag)];
  return (key, values = {}) => {
    const known: Readonly<Record<string, string | number | undefined>> = values;
    return table[key].replace(/\{(\w+)\}/g, (place, name: string) => String(known[name] ?? place));
  };
}

/** Why an operation is not modelled, in a language; the simulator's own sentence when nobody has translated it. */
export function refusalReason(sentence: string, tag: string | undefined): string {
  const key = `refused.${sentence}`;
  return key in en ? textsFor(tag)(key as TextKey) : sentence;
}

/** Why an input changes nothing, in a language. A test looks that each reason has its text. */
export function keptReason(sentence: string, tag: string | undefined): string {
  return textsFor(tag)(`kept.${sentence}` as TextKey);
}

/** The address of the same page in a language: English lessons live below /en/, everything else at the root. */
export function localizedHref(path: string, tag: string | undefined): string {
  return siteLanguage(tag) === "vi" ? `/vi${path}` : path;
}

/** The address of a rule of the linter in a language; that of their list for the empty id. */
export function ruleHref(id: string, tag: string | undefined): string {
  return `/${siteLanguage(tag)}/rules/${id === "" ? "" : `${id}/`}`;
}

/** The address of a message among all others; that of the page for the empty id. */
export function failureHref(id: string, tag: string | undefined): string {
  return `/${siteLanguage(tag)}/failures/${id === "" ? "" : `#${id}`}`;
}

/** The address of a lesson in a language. */
export function lessonHref(slug: string, tag: string | undefined): string {
  return `/${siteLanguage(tag)}/${slug}/`;
}

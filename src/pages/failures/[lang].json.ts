// What messages of AWS mean, as one file a language: the search and the terminals of labs read it when they need it.

import type { APIRoute } from "astro";
import { failureEntries } from "../../course/failures.ts";
import { type SiteLanguage, textsFor } from "../../i18n/texts.ts";

export function getStaticPaths() {
  return ["en", "vi"].map((lang) => ({ params: { lang }, props: { lang } }));
}

export const GET: APIRoute<{ lang: SiteLanguage }> = ({ props: { lang } }) =>
  Response.json({ title: textsFor(lang)("failures.title"), entries: failureEntries(lang) });

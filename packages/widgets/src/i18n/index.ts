/** The short texts that all widgets share, by language, and a lab's own texts. */
import { baseOf, byLanguage } from "./by-language.ts";
import { en } from "./en.ts";

export type { Texts } from "./en.ts";

/** A text of a lab: English, and other languages where they exist. */
export interface LocalText {
  readonly en: string;
  readonly [lang: string]: string | undefined;
}

/** The shared texts in a language ("vi", "vi-VN"). */
export const textsFor = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

/** A lab's text in a language, in English when it was not translated. */
export function localText(
  text: { readonly en: string; readonly vi?: string | undefined } | undefined,
  lang: string,
): string {
  if (text === undefined) return "";
  return (text as LocalText)[baseOf(lang)] ?? text.en;
}

/** Short texts of the widgets by language. English is always there; another language comes when an element asks for it. */
import { en, type Texts } from "./en.ts";

export type { Texts };

/** A text of a lab: English, and other languages where they exist. */
export interface LocalText {
  readonly en: string;
  readonly [lang: string]: string | undefined;
}

const OTHERS: Readonly<Record<string, () => Promise<Texts>>> = {
  vi: () => import("./vi.ts").then((module) => module.vi),
};
const arrived = new Map<string, Texts>([["en", en]]);

/** The texts of a language ("vi", "vi-VN"); English while they are on their way or when there are none. */
export function textsFor(lang: string): Texts {
  return arrived.get(base(lang)) ?? en;
}

/** Fetches a language. @returns true when it came just now, so that the caller draws again */
export async function loadTexts(lang: string): Promise<boolean> {
  const load = OTHERS[base(lang)];
  if (load === undefined || arrived.has(base(lang))) return false;
  arrived.set(base(lang), await load());
  return true;
}

/** A lab's text in a language, in English when it was not translated. */
export function localText(
  text: { readonly en: string; readonly vi?: string | undefined } | undefined,
  lang: string,
): string {
  if (text === undefined) return "";
  return (text as LocalText)[base(lang)] ?? text.en;
}

function base(lang: string): string {
  return lang.slice(0, 2).toLowerCase();
}

// The words of the lessons' figures in the language of the page. AWS's names, states and messages stand in the drawings
// themselves: they are the same in every language.

import { siteLanguage } from "../../../i18n/texts.ts";
import { en, type FigureTexts } from "./en.ts";
import { vi } from "./vi.ts";

/** The words of every figure, for a language tag. Only while the site is built: nothing of it travels to the page. */
export function figureTexts(tag: string | undefined): FigureTexts {
  return siteLanguage(tag) === "vi" ? vi : en;
}

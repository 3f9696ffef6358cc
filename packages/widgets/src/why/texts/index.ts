/** What "why?" says around its table, in every language of the course; and the phrases of the tables by language. */
import { ENGLISH } from "@quayside/simulator/why";
import { byLanguage } from "../../i18n/by-language.ts";
import { en } from "./en.ts";

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export const whyTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

/** The phrases of the tables in a language. */
export const phrasesOf = byLanguage(ENGLISH, {
  vi: () => import("../vi-phrases.ts").then((module) => module.VIETNAMESE),
});

/** What the lab tells: questions, what the buttons around a definition came to, what is wrong with saving, in every language of the course. */
import { byLanguage } from "../../i18n/by-language.ts";
import { en } from "./en.ts";

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export const noticeTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

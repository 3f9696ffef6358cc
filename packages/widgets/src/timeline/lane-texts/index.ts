/** What the lanes of many tasks say in words, in every language of the course. */
import { byLanguage } from "../../i18n/by-language.ts";
import { en } from "./en.ts";

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export const laneTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

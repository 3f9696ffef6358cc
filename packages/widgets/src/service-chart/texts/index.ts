/** What the chart of a service says in words, in every language of the course. */
import { byLanguage } from "../../i18n/by-language.ts";
import { en } from "./en.ts";

export type { ServiceChartTexts } from "./en.ts";

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export const serviceChartTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

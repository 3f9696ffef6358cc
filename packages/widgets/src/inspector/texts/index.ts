/** What the inspector says, in every language of the course. AWS's own words stay as AWS spells them. */
import { byLanguage } from "../../i18n/by-language.ts";
import { en } from "./en.ts";

export type { InspectorTexts } from "./en.ts";

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export const inspectorTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

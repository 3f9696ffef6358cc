/** Everything that comparing two runs says, in every language of the course. AWS's own words stay as AWS spells them. */
import { byLanguage } from "../../i18n/by-language.ts";
import { en } from "./en.ts";

export type { CompareTexts } from "./en.ts";

/** The words in the language of a tag such as "vi-VN"; English for every other one. */
export const compareTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

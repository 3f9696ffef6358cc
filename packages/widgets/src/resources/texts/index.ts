/** What the tree of resources says, in every language of the course. AWS's own words stay as AWS spells them. */
import { byLanguage } from "../../i18n/by-language.ts";
import { en } from "./en.ts";

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export const treeTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

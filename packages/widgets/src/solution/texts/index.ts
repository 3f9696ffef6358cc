/** Everything that the solution says, in every language of the course; it comes with the part that needs it. */
import { byLanguage } from "../../i18n/by-language.ts";
import { en } from "./en.ts";

export type { SolutionTexts } from "./en.ts";

/** The texts in a language ("vi", "vi-VN"); English for one that the course does not have. */
export const solutionTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

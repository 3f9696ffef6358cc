/** What the tour says besides its stops, in every language of the course. */
import { byLanguage } from "../../i18n/by-language.ts";
import { en } from "./en.ts";

/** The texts in a language ("vi", "vi-VN"); English for one that the course does not have. */
export const tourTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

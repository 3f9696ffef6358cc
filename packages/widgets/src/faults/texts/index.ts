/** Everything that the fault panel says, in every language of the course. */
import { byLanguage } from "../../i18n/by-language.ts";
import { en } from "./en.ts";

export type { FaultTexts } from "./en.ts";

/** The panel's texts in the language of a tag such as "vi-VN"; English for every other one. */
export const faultTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

/** Everything that the editor says, in every language of the course. AWS's own messages are not here: they stay AWS's. */
import { byLanguage } from "../../i18n/by-language.ts";
import { en } from "./en.ts";

export type { ChangesTexts, EditorTexts } from "./en.ts";

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export const editorTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

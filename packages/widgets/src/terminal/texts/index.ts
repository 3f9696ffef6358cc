/** Everything that the terminal itself says, in every language of the course. What `aws` prints is AWS's, in English. */
import { byLanguage } from "../../i18n/by-language.ts";
import { en } from "./en.ts";

export type { TerminalTexts } from "./en.ts";

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export const terminalTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

/** Everything that sharing says, in every language of the course. */

import { byLanguage } from "../../i18n/by-language.ts";
import { ShareRefused } from "../share-problem.ts";
import { en, type SharedThing } from "./en.ts";

export type { SharedThing } from "./en.ts";

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export const shareTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

/** Why something could not be opened, in whole sentences. */
export function problemText(error: unknown, what: SharedThing, lang: string): string {
  const t = shareTexts(lang);
  if (error instanceof ShareRefused) return t.problem[error.problem](what, error.detail);
  return t.unknown(error instanceof Error ? error.message : String(error));
}

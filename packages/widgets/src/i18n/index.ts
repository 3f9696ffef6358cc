/** The short texts that all widgets share, by language. */
import { byLanguage } from "./by-language.ts";
import { en } from "./en.ts";

export type { Texts } from "./en.ts";

/** The shared texts in a language ("vi", "vi-VN"). */
export const textsFor = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

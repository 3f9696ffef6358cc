/** What the keys do, in words, by language; and the keys of the editor and the terminal, which their own files answer. */
import { byLanguage } from "../../i18n/by-language.ts";
import { en } from "./en.ts";

export type { KeyTexts, TypingAction } from "./en.ts";

/** The words of the keys in the language of a tag such as "vi-VN"; English for every other one. */
export const keyTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });

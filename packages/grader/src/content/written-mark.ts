/** A mark as data: its texts are functions of the language, and here stands what they say in each. */
import type { Mark } from "../mark.ts";
import type { Language } from "../text.ts";

const LANGUAGES: readonly Language[] = ["en", "vi"];

/** The mark as JSON, each text as `{ "en": ..., "vi": ... }`; the languages must have arrived, as after `loadLabs`. */
export function writtenMark(mark: Mark): string {
  const inEach = (_: string, value: unknown): unknown =>
    typeof value === "function" ? Object.fromEntries(LANGUAGES.map((lang) => [lang, value(lang)])) : value;
  return JSON.stringify(mark, inEach, 2);
}

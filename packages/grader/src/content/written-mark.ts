/** A mark as data: its texts are functions of the language, and here stands what they say in each. */
import type { CommandResult } from "../attempt.ts";
import type { Mark } from "../mark.ts";
import type { Language } from "../text.ts";
import { unmetText, type Waited, waitTitle } from "../wait-words.ts";

const LANGUAGES: readonly Language[] = ["en", "vi"];

/**
 * The mark as JSON, each text as `{ "en": ..., "vi": ... }`; the languages must have arrived, as after `loadLabs`. Of the
 * commands behind it, it names the waits whose bound was hit.
 */
export function writtenMark(mark: Mark, ran: readonly { readonly result: CommandResult }[] = []): string {
  const inEach = (_: string, value: unknown): unknown =>
    typeof value === "function" ? Object.fromEntries(LANGUAGES.map((lang) => [lang, value(lang)])) : value;
  return JSON.stringify({ ...mark, unmet: ran.flatMap(({ result }) => result.unmet ?? []).map(written) }, inEach, 2);
}

function written(unmet: Waited) {
  return { wait: unmet.wait, title: waitTitle(unmet.wait), sentence: unmetText(unmet) };
}

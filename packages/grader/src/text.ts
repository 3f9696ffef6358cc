/** Texts that a person reads, keyed by language. English is always there; Vietnamese falls back to it. */

/** One text in the languages of the course. */
export interface Text {
  readonly en: string;
  readonly vi?: string;
}

export type Language = "en" | "vi";

/** Makes a text of both languages. */
export function text(en: string, vi: string): Text {
  return { en, vi };
}

/**
 * Picks a language.
 * @param language a tag such as `vi` or `vi-VN`; anything that is not Vietnamese reads English
 */
export function inLanguage(value: Text, language: string): string {
  return language.toLowerCase().startsWith("vi") ? (value.vi ?? value.en) : value.en;
}

/** Texts one after another, with a space (or `between`) in each language; empty ones are left out. */
export function joinTexts(parts: readonly Text[], between = " "): Text {
  const join = (language: Language) =>
    parts
      .map((part) => inLanguage(part, language))
      .filter((part) => part !== "")
      .join(between);
  return { en: join("en"), vi: join("vi") };
}

/** Texts that a person reads: each a function of the language. What is said stands in modules by language (by-language.ts). */

/** Gives the text in a language: a tag such as `vi` or `vi-VN`; English where there is none. */
export type Text = (lang: string) => string;

/** The languages of the course. */
export type Language = "en" | "vi";

/** Texts one after another, with a space (or `between`) in each language; empty ones are left out. */
export function joinTexts(parts: readonly Text[], between = " "): Text {
  return (lang) =>
    parts
      .map((part) => part(lang))
      .filter((part) => part !== "")
      .join(between);
}

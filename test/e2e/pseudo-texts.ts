/**
 * A language that nobody speaks, made of English: accented, half as long again, and in brackets. What stands on a page without
 * brackets is in no text; what does not fit will not fit in some language. Only browser tests speak it: `quaysideSpeaks` is
 * what packages/grader/src/by-language.ts asks for.
 */
import type { Page } from "playwright-core";

/** From now on the page's widgets and labs say everything in the pseudo-language. */
export async function speakPseudo(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const accents = new Map(
      [..."aeiouycnsdtlrzAEIOUYCNSDTLRZ"].map((letter, at) => [letter, [..."áéíóúýçñšďťľřžÁÉÍÓÚÝÇÑŠĎŤĽŘŽ"][at]]),
    );
    const made = new WeakMap<object, unknown>();
    const sentence = (text: string): string => {
      if (!/\p{L}/u.test(text) || text.startsWith("⟦")) return text;
      const accented = [...text].map((letter) => accents.get(letter) ?? letter).join("");
      const longer = "~".repeat(Math.ceil(text.length * (text.length < 12 ? 0.6 : 0.3)));
      return `⟦${accented} ${longer.replace(/~{8}/g, "$& ")}⟧`;
    };
    const speak = (value: unknown): unknown => {
      if (typeof value === "string") return sentence(value);
      if (value === null || (typeof value !== "function" && typeof value !== "object")) return value;
      const known = made.get(value) ?? make(value);
      made.set(value, known);
      return known;
    };
    const make = (value: object): unknown => {
      if (typeof value === "function") return (...words: unknown[]) => speak(value(...words));
      if (Array.isArray(value)) return value.map(speak);
      return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, speak(text)]));
    };
    Object.assign(globalThis, { quaysideSpeaks: speak });
  });
}

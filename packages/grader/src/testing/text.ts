/** Texts for tests, without a module a language. */
import type { Text } from "../text.ts";
import "./arrived.ts";

/** A text of both languages. */
export function text(en: string, vi: string): Text {
  return (lang) => (lang === "vi" ? vi : en);
}

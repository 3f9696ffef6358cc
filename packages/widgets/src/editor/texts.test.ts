/** Both languages have every text, and none of them is left empty or in the other language. */

import { expect, test } from "vitest";
import { arriving } from "../i18n/by-language.ts";
import { editorTexts } from "./texts/index.ts";

await arriving("vi");

const shown = (value: unknown): unknown => (typeof value === "function" ? value("x", "y") : value);

test("every text differs between English and Vietnamese", () => {
  const [en, vi] = [editorTexts("en"), editorTexts("vi")];
  for (const group of ["json", "input"] as const) {
    for (const key of Object.keys(en[group])) {
      const [one, other] = [en[group], vi[group]].map((table) => shown((table as Record<string, unknown>)[key]));
      expect(other, key).not.toBe(one);
    }
  }
});

test("an unknown language reads English", () => {
  expect(editorTexts("fr").editor).toBe(editorTexts("en").editor);
  expect(editorTexts("vi-VN").editor).toBe(editorTexts("vi").editor);
});

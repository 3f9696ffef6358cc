/** Both languages have every text, and none of them is left empty or in the other language. */

import { LINT_RULES, PRACTICES } from "@quayside/linter";
import { expect, test } from "vitest";
import { arriving } from "../i18n/by-language.ts";
import { editorTexts } from "./texts/index.ts";
import { hintInVietnamese } from "./texts/rule-texts.ts";
import * as vietnamese from "./texts/vi-hints.ts";

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

test("every rule of the linter has its hint in both languages, and no hint is without its rule", () => {
  const isFault = (id: string): boolean => id.startsWith("json-");
  const ids = LINT_RULES.map(({ id }) => id).filter((id) => !isFault(id));
  expect(Object.keys(vietnamese.HINTS).sort()).toEqual(ids.sort());
  for (const { id, hint } of LINT_RULES) {
    expect(editorTexts("en").hint(id, hint), id).toBe(hint);
    if (!isFault(id)) expect(editorTexts("vi").hint(id, hint), id).not.toBe(hint);
    expect(hintInVietnamese(id), id).toMatch(/[\u00c0-\u1ef9]/);
  }
});

test("every good practice is said in both languages", () => {
  expect(Object.keys(vietnamese.PRACTICES).sort()).toEqual(PRACTICES.map(({ id }) => id).sort());
  for (const { id } of PRACTICES) {
    expect(editorTexts("en").practice(id, "the rule's own words", '"nginx"'), id).toBe("the rule's own words");
    expect(editorTexts("vi").practice(id, "the rule's own words", '"nginx"'), id).not.toBe("the rule's own words");
  }
});

test("names and numbers of a hint are the same in both languages", () => {
  const codeIn = (text: string) => (text.match(/[a-z]+[A-Z]\w+|\b\d+\b|\b[A-Z_]{5,}\b/g) ?? []).sort();
  for (const { id, hint } of LINT_RULES) expect(codeIn(hintInVietnamese(id) ?? ""), id).toEqual(codeIn(hint));
});

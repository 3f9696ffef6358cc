// Interface texts of both languages.

import { expect, test } from "vitest";
import en from "../../content/i18n/en.json";
import vi from "../../content/i18n/vi.json";
import { lessonHref, localizedHref, siteLanguage, textsFor } from "./texts.ts";

test("every English text has a Vietnamese one", () => {
  const missing = Object.keys(en).filter((key) => !(key in vi));
  expect(missing).toEqual([]);
});

test("a translation keeps the places of its text", () => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
  for (const [key, text] of Object.entries(en)) {
    expect(places((vi as Record<string, string>)[key] ?? text), key).toEqual(places(text));
  }
});

test("places are filled, and one without a value stays visible", () => {
  expect(textsFor("en")("lesson.stepsDone", { done: 1, total: 4 })).toBe("1 of 4 lab steps done");
  expect(textsFor("en")("lesson.stepsDone", { done: 1 })).toContain("{total}");
});

test("an unknown language reads English", () => {
  expect(siteLanguage("fr")).toBe("en");
  expect(siteLanguage(undefined)).toBe("en");
  expect(siteLanguage("vi-VN")).toBe("vi");
});

test("pages of the site lie at the root in English and below /vi/ in Vietnamese, lessons always below their language", () => {
  expect(localizedHref("/sandbox/", "en")).toBe("/sandbox/");
  expect(localizedHref("/sandbox/", "vi")).toBe("/vi/sandbox/");
  expect(lessonHref("tasks/life-of-a-task", "en")).toBe("/en/tasks/life-of-a-task/");
});

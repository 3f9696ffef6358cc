// Interface texts of both languages.

import { operationCoverage } from "@quayside/api";
import { expect, test } from "vitest";
import { lessonHref, localizedHref, refusalReason, siteLanguage, textsFor } from "./texts.ts";

test("places are filled, and one without a value stays visible", () => {
  expect(textsFor("en")("lesson.stepsDone", { done: 1, total: 4 })).toBe("1 of 4 lab steps done");
  expect(textsFor("en")("lesson.stepsDone", { done: 1 })).toContain("{total}");
});

test("a place that the text does not have is an error of types", () => {
  // @ts-expect-error the places of this text are `done` and `total`
  expect(textsFor("en")("lesson.stepsDone", { finished: 1, total: 4 })).toBe("{done} of 4 lab steps done");
});

test("every reason for which an operation is refused is there in Vietnamese", () => {
  const reasons = new Set(operationCoverage().flatMap(({ modelled, reason = "" }) => (modelled ? [] : [reason])));
  expect([...reasons].filter((reason) => refusalReason(reason, "vi") === reason)).toEqual([]);
  for (const reason of reasons) expect(refusalReason(reason, "en")).toBe(reason);
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

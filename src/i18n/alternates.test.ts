// Addresses of a page in every language.

import { expect, test } from "vitest";
import { pageInLanguages } from "./alternates.ts";

test("pages around the course lie at the root in English", () => {
  const home = { en: "/", vi: "/vi/" };
  expect(pageInLanguages("/")).toEqual(home);
  expect(pageInLanguages("/vi/")).toEqual(home);
  expect(pageInLanguages("/vi/sandbox/")).toEqual({ en: "/sandbox/", vi: "/vi/sandbox/" });
});

test("a lesson keeps its path below both languages", () => {
  const lesson = { en: "/en/tasks/life-of-a-task/", vi: "/vi/tasks/life-of-a-task/" };
  expect(pageInLanguages("/en/tasks/life-of-a-task/")).toEqual(lesson);
  expect(pageInLanguages("/vi/tasks/life-of-a-task/")).toEqual(lesson);
});

test("what is English only has no other address", () => {
  expect(pageInLanguages("/internals/")).toBeUndefined();
  expect(pageInLanguages("/404/")).toBeUndefined();
});

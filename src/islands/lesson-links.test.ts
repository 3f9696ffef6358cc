// The links of "why?": lessons that the course has, in the page's language, and none for those that are not written yet.
import { LESSONS } from "@quayside/simulator/why";
import { expect, test } from "vitest";
import { lessonById } from "../course/course.ts";
import { lessonLink } from "./lesson-links.ts";

test("a written lesson is a link in the language of the page", () => {
  expect(lessonLink("01/03", "en")).toEqual({
    href: "/en/task-definitions/several-containers/",
    title: "Several containers",
  });
  expect(lessonLink("01/03", "vi-VN")?.href).toBe("/vi/task-definitions/several-containers/");
});

test("a lesson that is only planned, or that the course does not have, is none", () => {
  expect(lessonLink("09/05", "en")).toBeUndefined();
  expect(lessonLink("99/99", "en")).toBeUndefined();
});

test("every lesson that a cause names is in the course, and each cause has one that is written", () => {
  for (const [cause, ids] of Object.entries(LESSONS)) {
    for (const id of ids) expect(lessonById(id), `${cause}: ${id}`).toBeDefined();
    expect(
      ids.some((id) => lessonLink(id, "en") !== undefined),
      cause,
    ).toBe(true);
  }
});

// The links of "why?": lessons that the course has, in the page's language, and none for what no written lesson teaches.
import { expect, test } from "vitest";
import taught from "../../content/taught.json";
import { lessonById } from "../course/course.ts";
import { lessonLink } from "./lesson-links.ts";

/** Taught by lessons that are planned and not written yet. */
const NOT_YET = ["fargate-role-ecr", "fargate-role-logs", "privileged"];

test("what a written lesson teaches is a link in the language of the page", () => {
  expect(lessonLink("HEALTH_CHANGED", "en")).toEqual({
    href: "/en/task-definitions/several-containers/",
    title: "Several containers",
  });
  expect(lessonLink("HEALTH_CHANGED", "vi-VN")?.href).toBe("/vi/task-definitions/several-containers/");
});

test("the first lesson that is written is taken", () => {
  expect(taught.TASK_STOP_REQUESTED).toEqual(["02/03", "02/01"]);
  expect(lessonLink("TASK_STOP_REQUESTED", "en")?.href).toBe("/en/tasks/life-of-a-task/");
});

test("what nobody teaches, or only a planned lesson, has none", () => {
  for (const cause of ["privileged", "WORLD_BEGAN", "toString"]) expect(lessonLink(cause, "en"), cause).toBeUndefined();
});

test("every lesson that is named is in the course, and everything named is taught by one that is written", () => {
  for (const [cause, ids] of Object.entries(taught)) {
    for (const id of ids) expect(lessonById(id), `${cause}: ${id}`).toBeDefined();
    expect(lessonLink(cause, "en") === undefined, cause).toBe(NOT_YET.includes(cause));
  }
});

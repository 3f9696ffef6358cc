// The order of the course, and the sidebar that is made from it.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { allLessons, lessonById, partOfLesson, withoutNumbers } from "./course.ts";
import { sidebarGroups } from "./sidebar.ts";

test("ids, folders and addresses are unique", () => {
  for (const key of ["id", "folder", "slug"] as const) {
    expect(new Set(allLessons.map((lesson) => lesson[key])).size).toBe(allLessons.length);
  }
});

test("a lesson is found by its id, with its part", () => {
  expect(lessonById("02/01")?.slug).toBe("tasks/life-of-a-task");
  expect(partOfLesson("02/01")?.number).toBe("02");
});

test("an id that the course does not have finds nothing", () => {
  expect(lessonById("99/99")).toBeUndefined();
  expect(partOfLesson("99/99")).toBeUndefined();
});

test("order numbers leave the address, other digits stay", () => {
  expect(withoutNumbers("00-start/01-what-you-can-do")).toBe("start/what-you-can-do");
  expect(withoutNumbers("en/networks/ipv4-2")).toBe("en/networks/ipv4-2");
});

test("the sidebar holds written lessons only, and no empty part", () => {
  const folder = mkdtempSync(join(tmpdir(), "course-"));
  try {
    mkdirSync(join(folder, "02-tasks/01-life-of-a-task"), { recursive: true });
    mkdirSync(join(folder, "02-tasks/03-why-tasks-stop"), { recursive: true });
    writeFileSync(join(folder, "02-tasks/01-life-of-a-task/index.mdx"), "");
    const groups = sidebarGroups(pathToFileURL(`${folder}/`));
    expect(groups).toEqual([
      { label: "Tasks", translations: { vi: "Task" }, items: [{ slug: "tasks/life-of-a-task" }] },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

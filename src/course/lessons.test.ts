// The lessons against their labs and the course: what the prose promises must exist.

import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Lab } from "@quayside/grader";
import { describe, expect, test } from "vitest";
import { allLessons } from "./course.ts";

const DOCS = join(import.meta.dirname, "../../content/docs");
const files = globSync("*/*/*/index.mdx", { cwd: DOCS }).map((file) => file.replaceAll("\\", "/"));

/** The value of a simple line of front matter, without quotes. */
function frontMatter(text: string, key: string): string | undefined {
  return new RegExp(`^\\s*${key}:\\s*"?(.*?)"?\\s*$`, "m").exec(text)?.[1];
}

test("there are lessons in both languages", () => {
  expect(files.filter((file) => file.startsWith("en/")).length).toBeGreaterThanOrEqual(4);
  expect(files.filter((file) => file.startsWith("vi/")).length).toBeGreaterThanOrEqual(1);
});

describe.each(files)("%s", (file) => {
  const text = readFileSync(join(DOCS, file), "utf8");
  const folder = dirname(file).slice("en/".length);

  test("stands in the course under its own id", () => {
    expect(allLessons.find((lesson) => lesson.folder === folder)?.id).toBe(frontMatter(text, "id"));
  });

  test("waits for checks that its lab has, and for every one of them", async () => {
    const lab: Lab = (await import(join(DOCS, "en", folder, "lab.ts"))).default;
    const wanted = [...text.matchAll(/<Step check="([^"]+)"/g)].flatMap((step) => (step[1] ?? "").split(" "));
    expect(wanted.toSorted()).toEqual(lab.checks.map((check) => check.id).toSorted());
  });

  test("ends with three questions that have one right answer each", () => {
    const questions = text.split("<Question\n").slice(1);
    expect(questions.map((question) => frontMatter(question.replace("id=", "id: "), "id"))).toEqual(["q1", "q2", "q3"]);
    for (const question of questions) {
      expect(question.match(/right: true/g)).toHaveLength(1);
      expect(question.match(/why: /g)?.length).toBeGreaterThanOrEqual(3);
    }
  });

  test("asks predictions about checks that its lab has, with one right choice each", async () => {
    const lab: Lab = (await import(join(DOCS, "en", folder, "lab.ts"))).default;
    const ids = lab.checks.map((check) => check.id);
    for (const prediction of text
      .split("<Predict\n")
      .slice(1)
      .map((rest) => rest.slice(0, rest.indexOf("\n/>")))) {
      expect(ids).toContain(/check="([^"]+)"/.exec(prediction)?.[1]);
      expect(prediction.match(/right: true/g)).toHaveLength(1);
    }
  });

  test("has three to seven steps", () => {
    const steps = text.match(/<Step\b/g)?.length ?? 0;
    expect(steps).toBeGreaterThanOrEqual(3);
    expect(steps).toBeLessThanOrEqual(7);
  });

  test("names AWS pages and the day each was read", () => {
    const sources = [...text.matchAll(/url: (\S+)\n\s+checked: "(\d{4}-\d{2}-\d{2})"/g)];
    expect(sources.length).toBeGreaterThan(0);
    for (const [, url] of sources) expect(url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});

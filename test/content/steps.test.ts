/** The steps of a lesson, in every language, light up with checks that its lab has, and leave none of them out. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadLabs, readProse } from "@quayside/grader/content";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const LANGUAGES = ["en", "vi"];
const lessons = (await loadLabs(root)).flatMap(({ lab, path }) =>
  LANGUAGES.map((language) => path.replace("docs/en/", `docs/${language}/`).replace("lab.ts", "index.mdx"))
    .filter((prose) => existsSync(join(root, prose)))
    .map((prose) => ({ prose, lab })),
);

test("every lab has its lesson in English", async () => {
  const english = lessons.filter(({ prose }) => prose.includes("/en/"));
  expect(english).toHaveLength((await loadLabs(root)).length);
});

describe.each(lessons)("$prose", ({ prose, lab }) => {
  const steps = readProse(readFileSync(join(root, prose), "utf8")).steps.flatMap((step) => step.checks);
  const checks = lab.checks.map((check) => check.id);

  test("has no step without a check of the lab", () => {
    expect(steps.filter((step) => !checks.includes(step))).toEqual([]);
  });

  test("leads to every check of the lab", () => {
    expect(checks.filter((check) => !steps.includes(check))).toEqual([]);
  });
});

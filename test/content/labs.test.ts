/**
 * Every lab of the course keeps its promises: the start fails, the solution and every other route pass, each mistake
 * fails the check that it names with its own feedback, and two runs give the same journal.
 */
import { fileURLToPath } from "node:url";
import { checkLab, loadLabs, type Problem } from "@quayside/grader/content";
import { beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const labs = await loadLabs(root);

const RULES: readonly [Problem["rule"], string][] = [
  ["schema", "says everything in both languages, and every name in it exists"],
  ["start", "does not pass before anything is done"],
  ["solution", "passes with its solution"],
  ["route", "passes on every other route"],
  ["mistake", "fails the named check for each mistake, with the feedback of that mistake"],
  ["moments", "says something sensible after every single thing that happens"],
  ["deterministic", "gives the same journal twice"],
];

test("the course has labs, in the order of the lessons", () => {
  const ids = labs.map(({ lab }) => lab.id);
  expect(ids.length).toBeGreaterThanOrEqual(4);
  expect(ids).toEqual([...new Set(ids)].toSorted());
});

describe.each(labs)("lab $lab.id ($path)", (whole) => {
  const { lab, path } = whole;
  let problems: Problem[] = [];
  beforeAll(() => {
    problems = checkLab(whole);
  });

  test("has the id of its folder", () => {
    const [, chapter, lesson] = path.match(/en\/(\d\d)-[^/]+\/(\d\d)-[^/]+\/lab\.ts$/) ?? [];
    expect(lab.id).toBe(`${chapter}/${lesson}`);
  });

  test.each(RULES)("%s: %s", (rule) => {
    expect(problems.filter((problem) => problem.rule === rule).map((problem) => problem.sentence)).toEqual([]);
  });
});

/**
 * What a lesson tells its reader to type works in its lab: each command is accepted at some moment of the lab's
 * solution, or shown with its error; and each error that the prose shows is what the command above it prints, or what some run of the lab meets.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Attempt, type WholeLab, withTask } from "@quayside/grader";
import { type Fence, gradeLab, isShownAs, loadLabs, readProse, startAttempt } from "@quayside/grader/content";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const LANGUAGES = ["en", "vi"];

/** The lab's first moment, its end, and then the moments on the way there: what names one thing early may name two at the end. */
function* worldsOf(whole: WholeLab): Iterable<Attempt> {
  const { solution } = whole.answers;
  yield startAttempt(whole);
  yield gradeLab(whole, solution).attempt;
  for (let count = 1; count < solution.length; count += 1) yield gradeLab(whole, solution.slice(0, count)).attempt;
}

function isAcceptedSomewhere(whole: WholeLab, line: string): boolean {
  for (const attempt of worldsOf(whole)) {
    const { exitCode, stderr } = attempt.run({ aws: withTask(line, attempt.session.tables) });
    // A tested connection that ends at a hop is an answer, with exit code 1 and nothing on stderr.
    if (exitCode === 0 || (exitCode === 1 && stderr === "")) return true;
  }
  return false;
}

/** Beginnings of what the AWS CLI prints when it refuses, and of `stoppedReason`. */
const SHOWS_ERROR = /^(An error occurred|Error parsing parameter|Parameter validation failed|\w+Error: )/;

/** Every error that the lab's own solution, routes and mistakes meet: in the terminal, or in a stopped task. */
function errorsOf(whole: WholeLab): string[] {
  const { solution, routes, mistakes } = whole.answers;
  const runs = [solution, ...routes, ...mistakes.map((mistake) => mistake.commands)];
  return runs.flatMap((commands) => {
    const { ran, attempt } = gradeLab(whole, commands);
    const reasons = [...attempt.session.tables.tasks.values()].flatMap(({ stoppedReason }) => stoppedReason ?? []);
    return [...ran.map(({ result }) => result.stderr.trim()), ...reasons];
  });
}

/** Is every line of the fence a line of the text? Where it has `...` it is cut. */
function isShownIn(fence: Pick<Fence, "lines">, text: string): boolean {
  const lines = text.split("\n");
  return fence.lines.every((shown) => lines.some((line) => isShownAs(shown, line)));
}

const lessons = (await loadLabs(root)).flatMap((whole) =>
  LANGUAGES.map((language) => whole.path.replace("docs/en/", `docs/${language}/`).replace("lab.ts", "index.mdx"))
    .filter((prose) => existsSync(join(root, prose)))
    .map((prose) => ({ prose, whole, fences: readProse(readFileSync(join(root, prose), "utf8")).fences })),
);

test("a shown error is compared line by line, and may be cut", () => {
  const fence = { lines: ["Parameter validation failed:", "Unknown parameter in input: ..."] };
  const printed = 'Parameter validation failed:\nUnknown parameter in input: "secrets", must be one of: family';
  expect(isShownIn(fence, printed)).toBe(true);
  expect(isShownIn(fence, printed.replace("input", "containerDefinitions[0]"))).toBe(false);
  expect(isShownIn({ lines: ["Unknown parameter in input:"] }, printed)).toBe(false);
  expect(isShownIn({ lines: ["Unknown parameter ... must be one of: family"] }, printed)).toBe(true);
  expect(isShownIn({ lines: ["Unknown parameter ... must be one of: name"] }, printed)).toBe(false);
});

test("some lesson shows an error, or the tests of shown errors would prove nothing", () => {
  const shown = lessons.flatMap(({ fences }) => fences).filter((fence) => SHOWS_ERROR.test(fence.lines[0] ?? ""));
  expect(shown.length).toBeGreaterThan(0);
});

describe.each(lessons)("$prose", ({ whole, fences }) => {
  const typed = fences.filter((fence) => fence.kind === "bash");

  test("asks for something to be typed", () => {
    expect(typed.length).toBeGreaterThan(0);
  });

  test("asks only for commands that work in the lab, but for one whose error it shows", () => {
    const lines = fences.flatMap((fence, at) => {
      if (fence.kind !== "bash") return [];
      return SHOWS_ERROR.test(fences[at + 1]?.lines[0] ?? "") ? fence.lines.slice(0, -1) : fence.lines;
    });
    expect(lines.filter((line) => !isAcceptedSomewhere(whole, line))).toEqual([]);
  });

  test("shows errors as they come", () => {
    const printed = errorsOf(whole);
    for (const [at, fence] of fences.entries()) {
      if (!SHOWS_ERROR.test(fence.lines[0] ?? "")) continue;
      const attempt = startAttempt(whole);
      const above = fences[at - 1]?.kind === "bash" ? fences[at - 1]?.lines : [];
      const first = (above ?? [])
        .map((line) => attempt.run({ aws: withTask(line, attempt.session.tables) }).stderr.trim())
        .at(-1);
      const isPrinted = [first ?? "", ...printed].some((text) => isShownIn(fence, text));
      expect(isPrinted ? [] : fence.lines).toEqual([]);
    }
  });
});

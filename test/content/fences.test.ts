/**
 * What a lesson tells its reader to type works in its lab: each command is accepted in the lab's first moment or after its
 * solution, and each error that the prose shows is what the command above it prints.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Attempt, Lab } from "@quayside/grader";
import { gradeLab, loadLabs, startAttempt } from "@quayside/grader/content";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const LANGUAGES = ["en", "vi"];

interface Fence {
  readonly kind: string;
  readonly lines: readonly string[];
}

/** The fences of a lesson; lines that end with a backslash are joined with the next. */
function fencesOf(source: string): Fence[] {
  return [...source.matchAll(/^```(\w+)[^\n]*\n([\s\S]*?)^```/gm)].map(([, kind = "", body = ""]) => ({
    kind,
    lines: body
      .replace(/\s*\\\n\s*/g, " ")
      .split("\n")
      .filter((line) => line.trim() !== ""),
  }));
}

/** Runs a line of the prose; `TASK_ID` stands for the first task that there is. */
function type(attempt: Attempt, line: string) {
  const { value: task } = attempt.session.tables.tasks.values().next();
  return attempt.run({ aws: line.replaceAll("TASK_ID", task?.spec.taskId ?? "TASK_ID") });
}

function isAcceptedSomewhere(lab: Lab, line: string): boolean {
  const worlds = [startAttempt(lab), gradeLab(lab, lab.solution).attempt];
  return worlds.some((attempt) => type(attempt, line).exitCode === 0);
}

const lessons = (await loadLabs(root)).flatMap(({ lab, path }) =>
  LANGUAGES.map((language) => path.replace("docs/en/", `docs/${language}/`).replace("lab.ts", "index.mdx"))
    .filter((prose) => existsSync(join(root, prose)))
    .map((prose) => ({ prose, lab, fences: fencesOf(readFileSync(join(root, prose), "utf8")) })),
);

test("some lesson shows an error, or the tests of shown errors would prove nothing", () => {
  const shown = lessons
    .flatMap(({ fences }) => fences)
    .filter((fence) => fence.lines[0]?.startsWith("An error occurred"));
  expect(shown.length).toBeGreaterThan(0);
});

describe.each(lessons)("$prose", ({ lab, fences }) => {
  const typed = fences.filter((fence) => fence.kind === "bash");

  test("asks for something to be typed", () => {
    expect(typed.length).toBeGreaterThan(0);
  });

  test("asks only for commands that work in the lab", () => {
    const lines = typed.flatMap((fence) => fence.lines);
    expect(lines.filter((line) => !isAcceptedSomewhere(lab, line))).toEqual([]);
  });

  test("shows errors as they come", () => {
    for (const [at, fence] of fences.entries()) {
      const before = fences[at - 1];
      if (before === undefined || !fence.lines[0]?.startsWith("An error occurred")) continue;
      const attempt = startAttempt(lab);
      const printed = before.lines.map((line) => type(attempt, line).stderr.trim());
      expect(printed.at(-1)).toBe(fence.lines.join("\n"));
    }
  });
});

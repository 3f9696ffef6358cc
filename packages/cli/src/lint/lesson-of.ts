/** The lesson that teaches a finding, by what the course says of it: `content/taught.json`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LintFinding } from "@quayside/linter/files";
import { PROJECT_ROOT } from "../course.ts";

/** Lessons by what they teach, the most fitting first. */
export type Taught = Readonly<Record<string, readonly string[]>>;

/** What the course teaches. */
export function readTaught(): Taught {
  return JSON.parse(readFileSync(join(PROJECT_ROOT, "content", "taught.json"), "utf8")) as Taught;
}

/** Id of a lesson (`01/02`): that of the rule, else that of all findings of its source; undefined when nobody teaches it. */
export function lessonOf(taught: Taught, { ruleId, source }: LintFinding): string | undefined {
  const id = [ruleId, source].find((each) => Object.hasOwn(taught, each));
  return id === undefined ? undefined : taught[id]?.[0];
}

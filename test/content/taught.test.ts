/**
 * What the course teaches, against what can be taught: each id of content/taught.json is one of a record, a refusal, a rule
 * or the linter; whatever stops a learner is taught; and nothing below the course knows of a lesson.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NOTE_CODES, PRACTICES, PROBLEM_SOURCES } from "@quayside/linter";
import { ecsOperations, RECORD_TRAITS } from "@quayside/simulator";
import { REFUSAL_TABLES } from "@quayside/simulator/refusals";
import { TASK_DEFINITION_RULES } from "@quayside/simulator/task-definition";
import { CAUSES } from "@quayside/simulator/why";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const TAUGHT = JSON.parse(readFileSync(join(ROOT, "content/taught.json"), "utf8")) as Record<string, string[]>;
const RULES = [...TASK_DEFINITION_RULES, ...PRACTICES].map(({ id }) => id);
const KNOWN = [
  ...CAUSES,
  ...REFUSAL_TABLES.flatMap((table) => Object.keys(table)),
  ...RULES,
  ...Object.keys(ecsOperations),
  ...PROBLEM_SOURCES,
  ...NOTE_CODES,
];

/** What the course leaves out: tags; and what has no lesson yet: the calls of EventBridge's rules. */
const UNTAUGHT = ["tags-empty", "tags-max", "tags-dup", "EVENT_TARGET_CALLED"];

/** What refusals and causes begin with: a lesson may teach a whole family. */
const FAMILIES = KNOWN.flatMap((id) => (id.includes(".") ? (id.split(".")[0] ?? []) : []));

test("every id that a lesson names exists", () => {
  for (const id of Object.keys(TAUGHT)) expect([...KNOWN, ...FAMILIES], id).toContain(id);
});

test("no id means two things", () => {
  expect(KNOWN.filter((id, index) => KNOWN.indexOf(id) !== index)).toEqual([]);
});

test("every rule, every practice and every kind of record that decides a fate is taught", () => {
  const fates = Object.entries(RECORD_TRAITS).flatMap(([kind, { decidesFate }]) =>
    decidesFate === true ? [kind] : [],
  );
  const untaught = [...RULES, ...fates].filter((id) => !Object.hasOwn(TAUGHT, id));
  expect(untaught.sort()).toEqual(UNTAUGHT.toSorted());
});

test("no lesson is named below the course", () => {
  const named = ["simulator", "linter", "api"].flatMap((name) => {
    const folder = join(ROOT, "packages", name, "src");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
    return files.filter((path) => /["'`]\d\d\/\d\d["'`]/.test(readFileSync(join(folder, path), "utf8")));
  });
  expect(named).toEqual([]);
});

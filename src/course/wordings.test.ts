/** What the coverage page counts is all that stands in the tables, each wording once. */
import { CAUSE_TABLES } from "@quayside/simulator/causes";
import { REFUSAL_TABLES } from "@quayside/simulator/refusals";
import { TASK_DEFINITION_RULES } from "@quayside/simulator/task-definition";
import { expect, test } from "vitest";
import { GRADES, knownWords } from "./wordings.ts";

test("every rule, refusal and cause is counted once, with a grade that the page names", () => {
  const words = knownWords();
  const keys = words.map(({ id, place }) => `${place} ${id}`);
  expect(new Set(keys).size).toBe(keys.length);
  const ids = [...REFUSAL_TABLES, ...CAUSE_TABLES].flatMap((table) => Object.keys(table));
  expect(words.filter(({ id }) => !id.endsWith("(EC2)"))).toHaveLength(ids.length + TASK_DEFINITION_RULES.length);
  expect(words.every(({ grade }) => GRADES.includes(grade))).toBe(true);
});

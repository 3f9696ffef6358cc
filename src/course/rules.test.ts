/** What the pages of the linter's rules are made of: nothing is missing, in both languages, and it fits. */
import { LINT_RULES } from "@quayside/linter";
import { expect, test } from "vitest";
import { exampleLines, hintOf, RULE_SOURCES, rulePage, rulesOf } from "./rules.ts";

test("every rule is in the index, has words in both languages, and an example that fits on a page", () => {
  expect(RULE_SOURCES.flatMap((source) => rulesOf(source)).length).toBe(LINT_RULES.length);
  for (const rule of LINT_RULES) {
    const { example, message } = rulePage(rule.id);
    expect(message, rule.id).not.toBe("");
    expect(hintOf(rule, "vi"), rule.id).not.toBe(hintOf(rule, "en"));
    for (const lines of [exampleLines(example.fails), exampleLines(example.passes)]) {
      expect(lines.length, rule.id).toBeLessThanOrEqual(50);
      expect(Math.max(...lines.map(({ text }) => text.length)), rule.id).toBeLessThan(300);
    }
  }
});

test("the place of what is found is marked", () => {
  for (const { id } of LINT_RULES) {
    const { example, finding } = rulePage(id);
    // A file that holds no line cannot show one, and no file says whose it is.
    if (example.fails === "" || finding === undefined) continue;
    const marked = exampleLines(example.fails, finding).filter(({ isMarked }) => isMarked);
    expect(marked.length, id).toBeGreaterThan(0);
  }
});

test("a rule of AWS names its source and its day", () => {
  for (const { id, source, reference } of LINT_RULES) {
    if (source === "note" || source === "json") continue;
    expect(reference, id).toMatch(/checked \d{4}-\d\d-\d\d/);
  }
});

test("there is no page of a rule that does not exist", () => {
  expect(() => rulePage("no-such-rule")).toThrow(/there is no rule no-such-rule/);
});

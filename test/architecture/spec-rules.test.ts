/** Every rule of the simulator's SPEC.md has a test that names it, and no test names a rule that is not there. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const SPEC = "packages/simulator/SPEC.md";
/** Where tests of rules stand: beside the code, and what holds for any run. */
const TESTS = ["packages/simulator/src/**/*.test.ts", "test/property/*.test.ts", "test/conformance/*.test.ts"];

const RULE = /^- \*\*([A-Z]\d+)\*\* /gm;
/** The beginning of a title: `J3: ...`. */
const TITLE = /\(\s*"([A-Z]\d+): /g;

const textOf = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** What the text of a specification and those of tests have against each other. */
function complaints(spec: string, tests: readonly string[]): string[] {
  const rules = Array.from(spec.matchAll(RULE), ([, rule]) => rule as string);
  const named = new Set(tests.flatMap((text) => Array.from(text.matchAll(TITLE), ([, rule]) => rule as string)));
  return [
    ...rules.filter((rule, index) => rules.indexOf(rule) !== index).map((rule) => `${rule} stands there twice`),
    ...rules.filter((rule) => !named.has(rule)).map((rule) => `${rule} has no test`),
    ...[...named].filter((rule) => !rules.includes(rule)).map((rule) => `${rule} is named by a test and no rule`),
  ];
}

test("every rule has a test, and every test that names a rule names one of them", () => {
  const files = TESTS.flatMap((pattern) => globSync(pattern, { cwd: ROOT }));
  expect(complaints(textOf(SPEC), files.map(textOf))).toEqual([]);
});

test("a rule without a test, a rule that is gone and a rule that stands there twice are found", () => {
  const spec = "- **J1** One.\n- **J2** Two.\n- **J2** Two again.\n";
  expect(complaints(spec, ['test("J1: one", () => {});', 'test.each([1])("J9: %i", () => {});'])).toEqual([
    "J2 stands there twice",
    "J2 has no test",
    "J2 has no test",
    "J9 is named by a test and no rule",
  ]);
});

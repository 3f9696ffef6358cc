/** The budgets of a page: within, at, and over. */
import { expect, test } from "vitest";
import { LESSON_JS_BUDGET_BYTES, overBudget } from "./check-weights.ts";

const page = (jsBytes: number, cssBytes = 0) => ({
  path: "/en/start/",
  before: { htmlBytes: 0, cssBytes, jsBytes, otherBytes: 0, files: [{ path: "/_astro/lab.js", bytes: jsBytes }] },
});

test("a page exactly at its budget passes", () => {
  expect(overBudget(page(LESSON_JS_BUDGET_BYTES))).toEqual([]);
});

test("a page one byte over names what is heavy", () => {
  expect(overBudget(page(LESSON_JS_BUDGET_BYTES + 1)).join()).toMatch(/JavaScript.*\/_astro\/lab\.js/);
});

test("style sheets have a budget of their own", () => {
  expect(overBudget(page(0, 1_000_000)).join()).toContain("CSS");
});

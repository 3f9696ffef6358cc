/** The budgets of a page: within, at, and over. */
import { expect, test } from "vitest";
import { disagreements, JS_BUDGET_BYTES, overBudget } from "./check-weights.ts";

const page = (jsBytes: number, cssBytes = 0, path = "/en/start/") => ({
  path,
  jsBytes,
  cssBytes,
  scripts: [{ path: "/_astro/lab.js", bytes: jsBytes }],
});

test("a page exactly at its budget passes", () => {
  expect(overBudget(page(JS_BUDGET_BYTES.lesson))).toEqual([]);
});

test("a page one byte over names what is heavy", () => {
  expect(overBudget(page(JS_BUDGET_BYTES.lesson + 1)).join()).toMatch(/JavaScript.*\/_astro\/lab\.js/);
});

test("style sheets have a budget of their own", () => {
  expect(overBudget(page(0, 1_000_000)).join()).toContain("CSS");
});

test("the home page and the sandbox have budgets of their own, in every language", () => {
  for (const path of ["/", "/vi/"]) {
    expect(overBudget(page(JS_BUDGET_BYTES.home, 0, path))).toEqual([]);
    expect(overBudget(page(JS_BUDGET_BYTES.home + 1, 0, path))).toHaveLength(1);
  }
  expect(overBudget(page(JS_BUDGET_BYTES.sandbox, 0, "/vi/sandbox/"))).toEqual([]);
});

test("a browser that loads something else is a failure, whichever of both has more", () => {
  const loaded = (...paths: string[]) => ({
    path: "/en/start/",
    before: { htmlBytes: 0, cssBytes: 0, jsBytes: 0, otherBytes: 0, files: paths.map((path) => ({ path, bytes: 1 })) },
  });
  expect(disagreements(page(1), loaded("/en/start/", "/_astro/lab.js"))).toEqual([]);
  expect(disagreements(page(1), loaded("/_astro/lab.js", "/_astro/more.js")).join()).toContain("leaves out");
  expect(disagreements(page(1), loaded()).join()).toContain("/_astro/lab.js");
});

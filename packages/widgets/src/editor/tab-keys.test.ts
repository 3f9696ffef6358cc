/** Arrow keys over the tabs. */
import { expect, test } from "vitest";
import { nextTab } from "./tab-keys.ts";

const names = ["a", "b", "c"];

test.each([
  ["ArrowRight", "a", "b"],
  ["ArrowRight", "c", "a"],
  ["ArrowLeft", "a", "c"],
  ["Home", "c", "a"],
  ["End", "a", "c"],
])("%s from %s leads to %s", (key, from, to) => {
  expect(nextTab(names, from, key)).toBe(to);
});

test("other keys and a single tab lead nowhere", () => {
  expect(nextTab(names, "a", "Enter")).toBeUndefined();
  expect(nextTab(["a"], "a", "ArrowRight")).toBeUndefined();
});

/** Arrow keys over the tabs, and the keys of the plain text. */
import { expect, test } from "vitest";
import { nextTab, plainKeyAction } from "./editor-keys.ts";

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

test.each([
  ["Enter", { ctrlKey: true }, true, "run"],
  ["Enter", { metaKey: true }, true, "run"],
  ["Enter", {}, true, undefined],
  ["m", { ctrlKey: true }, true, "tabMode"],
  ["M", { ctrlKey: true }, false, "tabMode"],
  ["m", {}, true, undefined],
  ["Escape", {}, true, undefined],
  ["Escape", {}, false, "leave"],
])("%s with %o, Tab moving the focus: %s, means %s", (key, held, tabMoves, action) => {
  expect(plainKeyAction({ key, ctrlKey: false, metaKey: false, ...held }, tabMoves)).toBe(action);
});

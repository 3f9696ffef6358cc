/** What each key means, and when Tab is let go. */
import { expect, test } from "vitest";
import { type InputState, inputAction, type PressedKey } from "./input-keys.ts";

const typing: InputState = { line: "aws", hasSelection: false, menuOpen: false, optionActive: false, tabLeaves: false };
const press = (key: string, held: Partial<PressedKey> = {}): PressedKey => {
  return { key, ctrlKey: false, altKey: false, shiftKey: false, ...held };
};

test.each([
  ["Enter", {}, "run"],
  ["Enter", { menuOpen: true }, "run"],
  ["Enter", { menuOpen: true, optionActive: true }, "accept"],
  ["ArrowUp", {}, "older"],
  ["ArrowDown", {}, "newer"],
  ["ArrowUp", { menuOpen: true }, "previousOption"],
  ["ArrowDown", { menuOpen: true }, "nextOption"],
  ["Tab", {}, "complete"],
  ["Tab", { menuOpen: true }, "nextOption"],
  ["Tab", { line: "  " }, undefined],
  ["Tab", { tabLeaves: true }, undefined],
  ["Escape", { menuOpen: true }, "close"],
  ["Escape", {}, "letTabLeave"],
  ["a", {}, undefined],
])("%s with %o is %s", (key, state, action) => {
  expect(inputAction(press(key), { ...typing, ...state })).toBe(action);
});

test("Shift+Tab goes back out of the terminal, or back in the open list", () => {
  expect(inputAction(press("Tab", { shiftKey: true }), typing)).toBeUndefined();
  expect(inputAction(press("Tab", { shiftKey: true }), { ...typing, menuOpen: true })).toBe("previousOption");
});

test("Ctrl+C drops the line, but copies when text is marked", () => {
  expect(inputAction(press("c", { ctrlKey: true }), typing)).toBe("drop");
  expect(inputAction(press("c", { ctrlKey: true }), { ...typing, hasSelection: true })).toBeUndefined();
  expect(inputAction(press("L", { ctrlKey: true }), typing)).toBe("clear");
  expect(inputAction(press("v", { ctrlKey: true }), typing)).toBeUndefined();
});

test("keys with Alt are the browser's", () => {
  expect(inputAction(press("ArrowUp", { altKey: true }), typing)).toBeUndefined();
});

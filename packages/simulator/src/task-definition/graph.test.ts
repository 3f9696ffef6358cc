/** Cycles among names. */
import { expect, test } from "vitest";
import { firstOfCycle } from "./graph.ts";

test("a row, a fan and a diamond have no cycle", () => {
  expect(firstOfCycle([])).toBeUndefined();
  expect(
    firstOfCycle([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", []],
    ]),
  ).toBeUndefined();
  expect(
    firstOfCycle([
      ["a", ["b", "c"]],
      ["b", ["d"]],
      ["c", ["d"]],
      ["d", []],
    ]),
  ).toBeUndefined();
});

test("a name that is not there closes no cycle", () => {
  expect(
    firstOfCycle([
      ["a", ["b"]],
      ["b", ["nobody"]],
    ]),
  ).toBeUndefined();
});

test("a node that points to itself is a cycle", () => {
  expect(
    firstOfCycle([
      ["a", []],
      ["b", ["b"]],
    ]),
  ).toBe(1);
});

test("what leads to a cycle and what it leads to are not on it", () => {
  const edges = [
    ["before", ["a"]],
    ["after", []],
    ["a", ["b"]],
    ["b", ["a", "after"]],
  ] as const;
  expect(firstOfCycle(edges)).toBe(2);
});

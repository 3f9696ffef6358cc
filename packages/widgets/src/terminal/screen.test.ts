/** Folding, the list of blocks and the clock. */
import { expect, test } from "vitest";
import { type Block, clockText, FOLD_ABOVE_LINES, FOLDED_LINES, fold, MOST_BLOCKS, withBlock } from "./screen.ts";

const lines = (count: number): string => Array.from({ length: count }, (_, index) => `line ${index}\n`).join("");
const block = (id: number, exitCode?: number): Block => {
  return { id, startedMs: 0, endedMs: 0, line: `command ${id}`, prompt: "$", stdout: "", stderr: "", exitCode };
};

test("shows outputs up to the bound whole, without the last line end", () => {
  expect(fold("a\nb\n", false)).toEqual({ text: "a\nb", hidden: 0 });
  expect(fold(lines(FOLD_ABOVE_LINES), false).hidden).toBe(0);
});

test("folds longer ones and shows all of them when opened", () => {
  const long = lines(FOLD_ABOVE_LINES + 1);
  expect(fold(long, false).hidden).toBe(FOLD_ABOVE_LINES + 1 - FOLDED_LINES);
  expect(fold(long, false).text.split("\n")).toHaveLength(FOLDED_LINES);
  expect(fold(long, true)).toEqual({ text: long.replace(/\n$/, ""), hidden: 0 });
});

test("a finished block takes the place of the running one", () => {
  const blocks = withBlock(withBlock([], block(1)), block(2));
  expect(withBlock(blocks, block(1, 0)).map((other) => [other.id, other.exitCode])).toEqual([
    [1, 0],
    [2, undefined],
  ]);
});

test("the oldest blocks scroll away", () => {
  let blocks: readonly Block[] = [];
  for (let id = 1; id <= MOST_BLOCKS + 3; id += 1) blocks = withBlock(blocks, block(id));
  expect(blocks).toHaveLength(MOST_BLOCKS);
  expect(blocks[0]?.id).toBe(4);
});

test.each([
  [0, "0:00:00"],
  [221_999, "0:03:41"],
  [36_000_000, "10:00:00"],
])("%i ms is %s", (ms, text) => {
  expect(clockText(ms)).toBe(text);
});

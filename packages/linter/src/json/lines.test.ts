/** Lines and offsets, there and back. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { LineIndex } from "./lines.ts";

test("offsets survive the way to a position and back", () => {
  const text = fc
    .array(fc.constantFrom("a", "é", "😀", "\n", "\r\n", "\r", " "), { maxLength: 60 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, fc.nat(80), (source, offset) => {
      const lines = new LineIndex(source);
      const inside = Math.min(offset, source.length);
      expect(lines.offsetAt(lines.positionAt(offset))).toBe(inside);
    }),
  );
});

test("counts \\r\\n as one line end and a trailing one as an empty last line", () => {
  expect(new LineIndex("").count).toBe(1);
  expect(new LineIndex("a\r\nb\rc\n").count).toBe(4);
  expect(new LineIndex("a\r\nb").positionAt(3)).toEqual({ line: 2, column: 1 });
});

test("moves positions outside of the text to its ends", () => {
  const lines = new LineIndex("ab\ncd");
  expect(lines.positionAt(-5)).toEqual({ line: 1, column: 1 });
  expect(lines.positionAt(99)).toEqual({ line: 2, column: 3 });
  expect(lines.offsetAt({ line: 9, column: 9 })).toBe(5);
});

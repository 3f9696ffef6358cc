/** Colouring changes no letter. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { LONGEST_PAINTED, paintJson, underline } from "./paint-json.ts";

const joined = (text: string): string =>
  paintJson(text)
    .map((piece) => piece.text)
    .join("");

test("the pieces give the text back, whatever it is", () => {
  const anything = fc.oneof(
    fc.json(),
    fc.string().map((text) => `{${text}`),
  );
  fc.assert(
    fc.property(anything, (text) => {
      expect(joined(text)).toBe(text);
    }),
  );
});

test("tells keys from strings, and numbers from words", () => {
  const kinds = paintJson('{"a": "b", "n": 1, "t": true}')
    .filter((piece) => piece.kind !== undefined)
    .map((piece) => `${piece.kind} ${piece.text}`);
  expect(kinds).toEqual(['key "a"', 'string "b"', 'key "n"', "number 1", 'key "t"', "word true"]);
});

test("leaves tables, plain text and very long answers uncoloured", () => {
  expect(paintJson("+---+\n| 1 |")).toHaveLength(1);
  expect(paintJson(`["${"x".repeat(LONGEST_PAINTED)}"]`)).toHaveLength(1);
});

test("underlines exactly the ranges, across pieces, and loses no letter", () => {
  const text = '{"a": "b", "n": 1}';
  const ranges = [
    { start: 1, end: 9, severity: "error" },
    { start: 16, end: 17, severity: "warning" },
  ];
  const pieces = underline(paintJson(text), ranges);
  const under = (severity: string): string =>
    pieces
      .filter((piece) => piece.under === severity)
      .map((piece) => piece.text)
      .join("");
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  expect(under("error")).toBe('"a": "b"');
  expect(under("warning")).toBe("1");
});

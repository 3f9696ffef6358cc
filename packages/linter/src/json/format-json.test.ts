/** Formatting changes the layout and nothing else. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatJson } from "./format-json.ts";

test("lays out as JSON.stringify does with two spaces", () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      const value: unknown = JSON.parse(json);
      expect(formatJson(JSON.stringify(value))).toBe(`${JSON.stringify(value, null, 2)}\n`);
    }),
  );
});

test("keeps numbers, escapes and repeated keys as they were written", () => {
  expect(formatJson('{"a":1.0,"a":12345678901234567890,"b":"\\u0041"}')).toBe(
    '{\n  "a": 1.0,\n  "a": 12345678901234567890,\n  "b": "\\u0041"\n}\n',
  );
});

test("formatting twice changes nothing more", () => {
  const once = formatJson('{"a":[{},[],{"b":null}]}') ?? "";
  expect(formatJson(once)).toBe(once);
});

test("refuses what is not JSON", () => {
  expect(formatJson('{"a": }')).toBeUndefined();
  expect(formatJson("")).toBeUndefined();
});

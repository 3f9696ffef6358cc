/** Broken JSON in Python's words; each line was compared with Python 3.11's json module. */
import { expect, test } from "vitest";
import { JsonProblem, parsePythonJson } from "./python-json.ts";

test("JSON is read", () => {
  expect(parsePythonJson('{"a": [1, "\\u00e9", null]}')).toEqual({ a: [1, "é", null] });
});

test.each([
  ["", "Expecting value: line 1 column 1 (char 0)"],
  ["[1,]", "Expecting value: line 1 column 4 (char 3)"],
  ['{"a":1,}', "Expecting property name enclosed in double quotes: line 1 column 8 (char 7)"],
  ["{a:1}", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"],
  ['{"a" 1}', "Expecting ':' delimiter: line 1 column 6 (char 5)"],
  ['{"a":1 "b":2}', "Expecting ',' delimiter: line 1 column 8 (char 7)"],
  ['{\n  "a": 1\n  "b": 2\n}', "Expecting ',' delimiter: line 3 column 3 (char 13)"],
  ['{"a":1} x', "Extra data: line 1 column 9 (char 8)"],
  ['["a', "Unterminated string starting at: line 1 column 2 (char 1)"],
  ['["\\x"]', "Invalid \\escape: line 1 column 3 (char 2)"],
  ['["a\nb"]', "Invalid control character at: line 1 column 4 (char 3)"],
  ["[01]", "Expecting ',' delimiter: line 1 column 3 (char 2)"],
  ["{'a':1}", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"],
  ["[1", "Expecting ',' delimiter: line 1 column 3 (char 2)"],
])("%j", (text, message) => {
  expect(() => parsePythonJson(text)).toThrow(JsonProblem);
  expect(() => parsePythonJson(text)).toThrow(message);
});

/** The parser on good, half-typed, broken, deep and large text. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEEPEST_NESTING, LONGEST_TEXT, MOST_PROBLEMS, parseJson } from "./parse-json.ts";
import { plainValue } from "./plain-value.ts";

const codes = (text: string): string[] => parseJson(text).problems.map((problem) => problem.code);
const at = (text: string): string[] =>
  parseJson(text).problems.map(
    (problem) => `${problem.code} ${JSON.stringify(text.slice(problem.start, problem.end))}`,
  );

describe("good JSON", () => {
  test("any value gives its tree and no problem", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.boolean(), (json, spread) => {
        const text = spread ? JSON.stringify(JSON.parse(json), null, 3) : json;
        const document = parseJson(text);
        expect(document.problems).toEqual([]);
        expect(document.root).toBeDefined();
        if (document.root !== undefined) expect(plainValue(document.root, undefined)).toEqual(JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  test("keys and values carry their places", () => {
    const text = '{ "family": "web" }';
    const family = parseJson(text).root?.children[0];
    expect(text.slice(family?.key?.start, family?.key?.end)).toBe('"family"');
    expect(text.slice(family?.start, family?.end)).toBe('"web"');
  });
});

describe("broken JSON", () => {
  test("never throws and keeps every place inside of the text", () => {
    const scraps = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ":",
      ",",
      '"',
      "'",
      "\\",
      "\n",
      "a",
      "1",
      "-",
      "true",
      "//",
      "/*",
      " ",
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        for (const problem of parseJson(text).problems) {
          expect(problem.start).toBeGreaterThanOrEqual(0);
          expect(problem.end).toBeLessThanOrEqual(Math.max(1, text.length));
          expect(problem.start).toBeLessThanOrEqual(problem.end);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("says nothing wrong about exactly the texts that JSON.parse takes", () => {
    const scraps = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ":",
      ",",
      '"a"',
      '"b"',
      "1",
      "true",
      "null",
      " ",
      "\n",
      "x",
      "01",
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 9 }), (parts) => {
        const text = parts.join("");
        const accepted = ((): boolean => {
          try {
            JSON.parse(text);
            return true;
          } catch {
            return false;
          }
        })();
        const faults = codes(text).filter((code) => code !== "duplicateKey");
        expect({ text, accepted: faults.length === 0 }).toEqual({ text, accepted });
      }),
      { numRuns: 5000 },
    );
  });

  test("a missing comma is shown at the value before it", () => {
    expect(at('{"a": 1\n "b": 2}')).toEqual(['expectedComma "1"']);
  });

  test("a key without colon and value does not swallow the next key", () => {
    const text = '{\n "cpu"\n "memory": "512"\n}';
    expect(at(text)).toEqual(['expectedColon "\\"cpu\\""']);
    expect(parseJson(text).root?.children.map((child) => child.key?.text)).toEqual(["memory"]);
  });

  test("a key without value gives the next key back", () => {
    const text = '{"cpu":\n "memory": "512"}';
    expect(at(text)).toEqual(['expectedValue "\\"cpu\\""']);
    expect(parseJson(text).root?.children.map((child) => child.key?.text)).toEqual(["memory"]);
  });

  test("an open string ends at its line and is one problem", () => {
    const text = '{"cpu": "256\n "memory": "512"}';
    expect(codes(text)).toEqual(["unterminatedString"]);
    expect(parseJson(text).root?.children.map((child) => child.key?.text)).toEqual(["cpu", "memory"]);
  });

  test.each([
    ["", "empty"],
    ["{", "unclosed"],
    ["[1, 2,]", "trailingComma"],
    ['{"a": 1,}', "trailingComma"],
    ["{'a': 1}", "singleQuotes"],
    ['{"a": 01}', "badNumber"],
    ['{"a": yes}', "badWord"],
    ['{"a": "\\q"}', "badEscape"],
    ['{"a": "\t"}', "badControlCharacter"],
    ["{} {}", "extraText"],
    ["[1]]", "extraText"],
    ["[}]", "strayCloser"],
    ['{"a": 1, "a": 2}', "duplicateKey"],
    ['{"a": 1} // no', "comment"],
    ['{"a": }', "expectedValue"],
  ])("%s is %s", (text, code) => {
    expect(codes(text)).toContain(code);
  });

  test("a bracket of the wrong kind closes what it can", () => {
    expect(at('[{"a": 1]')).toEqual(['unclosed "{"']);
  });
});

describe("bounds", () => {
  test("nesting deeper than the bound is said and does not overflow", () => {
    expect(codes("[".repeat(100_000))).toEqual(["tooDeep"]);
    expect(codes("[".repeat(DEEPEST_NESTING) + "]".repeat(DEEPEST_NESTING))).toEqual([]);
  });

  test("a text above the bound is not analysed, one at the bound is", () => {
    const wall = `"${"x".repeat(LONGEST_TEXT - 2)}"`;
    expect(codes(wall)).toEqual([]);
    expect(codes(`${wall} `)).toEqual(["tooLarge"]);
  });

  test("reports only the first faults of a hopeless text", () => {
    expect(codes(`[${"x,".repeat(1000)}1]`)).toHaveLength(MOST_PROBLEMS);
  });
});

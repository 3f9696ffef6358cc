/** Changes of a text that keep the rest as it was written. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addMember, applyEdits, removeNode, replaceValue } from "./edit-json.ts";
import { nodeAt } from "./locate.ts";
import { type JsonNode, parseJson } from "./parse-json.ts";

const rootOf = (text: string): JsonNode => parseJson(text).root as JsonNode;
const at = (text: string, ...path: (string | number)[]): JsonNode => nodeAt(rootOf(text), path) as JsonNode;

const JSONC = { placeholders: false, comments: true };
const jsoncAt = (text: string, key: string): JsonNode => nodeAt(parseJson(text, JSONC).root, [key]) as JsonNode;

const LAID_OUT = '{\n  "family": "web",\n  "containers": [\n    { "name": "a" }\n  ],\n  "tags": {}\n}\n';

test("a member is added under the others, laid out like them", () => {
  const edits = addMember(LAID_OUT, rootOf(LAID_OUT), "cpu", "256");
  expect(applyEdits(LAID_OUT, edits)).toBe(LAID_OUT.replace('"tags": {}', '"tags": {},\n  "cpu": "256"'));
});

test("in an object of one line it is added on that line", () => {
  const edits = addMember(LAID_OUT, at(LAID_OUT, "containers", 0), "ports", [80]);
  expect(applyEdits(LAID_OUT, edits)).toBe(LAID_OUT.replace('{ "name": "a" }', '{ "name": "a", "ports": [ 80 ] }'));
});

test("an empty object takes lines of its own", () => {
  const edits = addMember(LAID_OUT, at(LAID_OUT, "tags"), "key", { a: 1 });
  expect(applyEdits(LAID_OUT, edits)).toContain('"tags": {\n    "key": {\n      "a": 1\n    }\n  }\n}');
});

test("a member goes with its comma and its line", () => {
  expect(applyEdits(LAID_OUT, removeNode(LAID_OUT, at(LAID_OUT, "family")))).toMatch(/^\{\n {2}"containers"/);
  expect(applyEdits(LAID_OUT, removeNode(LAID_OUT, at(LAID_OUT, "tags")))).toMatch(/\]\n\}\n$/);
  expect(applyEdits(LAID_OUT, removeNode(LAID_OUT, at(LAID_OUT, "containers", 0)))).toContain('"containers": []');
});

test("a value is replaced, whatever it was", () => {
  expect(applyEdits(LAID_OUT, [replaceValue(LAID_OUT, at(LAID_OUT, "containers"), [])])).toContain('"containers": [],');
});

test("any member of any JSON can be taken out and put back", () => {
  const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1, maxKeys: 5 });
  fc.assert(
    fc.property(object, fc.nat(), fc.boolean(), (value, pick, spread) => {
      const text = JSON.stringify(value, null, spread ? 2 : 0);
      const root = rootOf(text);
      const node = root.children[pick % root.children.length] as JsonNode;
      const key = node.key?.text ?? "";
      const without = applyEdits(text, removeNode(text, node));
      const { [key]: taken, ...rest } = JSON.parse(text) as Record<string, unknown>;
      expect(JSON.parse(without)).toEqual(rest);
      const again = applyEdits(without, addMember(without, rootOf(without), key, taken));
      expect(JSON.parse(again)).toEqual(JSON.parse(text));
    }),
    { numRuns: 300 },
  );
});

const COMMENTED = [
  "{",
  "  // the name",
  '  "family": "web", // of the task',
  "  // its size",
  '  "cpu": "256", /* a quarter */',
  '  "tags": {} // none',
  "  // the end",
  "}",
  "",
];

test.each([
  ["family", [2], {}],
  ["cpu", [4], { 4: "  /* a quarter */" }],
  ["tags", [5], { 4: '  "cpu": "256" /* a quarter */', 5: "  // none" }],
])("comments stay when %s goes", (key, gone, instead) => {
  const text = COMMENTED.join("\n");
  const without = applyEdits(text, removeNode(text, jsoncAt(text, key)));
  const kept = COMMENTED.map((line, index) => {
    const other = (instead as Record<number, string>)[index];
    return other ?? (gone.includes(index) ? line.replace(/"[^/]*/, " ") : line);
  });
  expect(without.replaceAll(/ +/g, " ")).toBe(kept.join("\n").replaceAll(/ +/g, " "));
  expect(parseJson(without, JSONC).problems).toEqual([]);
});

test("a member is added behind the comment of the last one, with a comma where the file has one", () => {
  const added = (text: string): string =>
    applyEdits(text, addMember(text, parseJson(text, JSONC).root as JsonNode, "memory", "512"));
  expect(added('{\n\t"cpu": "256" // small\n}')).toBe('{\n\t"cpu": "256", // small\n\t"memory": "512"\n}');
  expect(added('{\n\t"cpu": "256", // small\n}')).toBe('{\n\t"cpu": "256", // small\n\t"memory": "512",\n}');
  expect(added("{\n  // nothing yet\n}")).toBe('{\n  "memory": "512"\n  // nothing yet\n}');
});

test("line ends and the width of a level are those of the file", () => {
  const text = LAID_OUT.replaceAll("  ", "\t").replaceAll("\n", "\r\n");
  const edits = addMember(text, at(text, "tags"), "key", { a: 1 });
  expect(applyEdits(text, edits)).toContain('"tags": {\r\n\t\t"key": {\r\n\t\t\t"a": 1\r\n\t\t}\r\n\t}\r\n}');
});

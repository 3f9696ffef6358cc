/** Reading the marks of simplifications out of comments. */
import { expect, test } from "vitest";
import { listSimplifications, simplificationsIn } from "./list-simplifications.ts";

test("a mark in a file's header ends with the comment", () => {
  const source = "/**\n * Pulls images.\n * Simplified: no limits; AWS has\n * some.\n */\nimport a;\n";
  expect(simplificationsIn(source)).toEqual([{ line: 3, text: "no limits; AWS has some." }]);
});

test("a comment of one line holds its whole text", () => {
  expect(simplificationsIn("/** Simplified: opaque in AWS. */\n/** Next. */")).toEqual([
    { line: 1, text: "opaque in AWS." },
  ]);
});

test("line comments go on until the code", () => {
  expect(simplificationsIn("  // Simplified: always; AWS\n  // sometimes.\n  run();")).toEqual([
    { line: 1, text: "always; AWS sometimes." },
  ]);
});

test("a blank line, a tag and the next mark end the text", () => {
  const source = "/**\n * Simplified: one.\n * Simplified: two.\n * @source none\n *\n * Other.\n */";
  expect(simplificationsIn(source).map(({ text }) => text)).toEqual(["one.", "two."]);
});

test("the word in code is no mark", () => {
  expect(simplificationsIn('const text = "Simplified: no";')).toEqual([]);
});

test("a folder without sources is refused instead of having nothing to confess", () => {
  expect(() => listSimplifications("/nowhere")).toThrow("/nowhere holds no sources");
});

test("the simulator's own marks are found, with places", () => {
  expect(listSimplifications()).toContainEqual({
    file: expect.stringMatching(/^packages\/simulator\/src\/.*\.ts$/),
    line: expect.any(Number),
    text: expect.stringMatching(/AWS/),
  });
});

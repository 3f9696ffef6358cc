/** Tests of the lines of a drawing's words. */
import { expect, test } from "vitest";
import { wrapWords } from "./wrap-words.ts";

test("a line takes as many words as fit", () => {
  expect(wrapWords("register with targets", 13)).toEqual(["register with", "targets"]);
});

test("a short text is one line, and none is one empty line", () => {
  expect(wrapWords("the end", 20)).toEqual(["the end"]);
  expect(wrapWords("", 20)).toEqual([""]);
});

test("a word that is longer stands by itself, whole", () => {
  expect(wrapWords("a secretsmanager b", 6)).toEqual(["a", "secretsmanager", "b"]);
});

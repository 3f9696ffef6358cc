/** Reading JSON as a known shape: what fits is kept, the rest is listed with its place. */
import { expect, test } from "vitest";
import { flag, list, readAs, struct, text, texts, whole } from "./shape.ts";

const shape = struct({
  name: text,
  count: whole,
  on: flag,
  labels: texts,
  items: list(struct({ port: whole })),
  words: list(text),
});

test("a value of the shape is kept as it is", () => {
  const value = { name: "a", count: 0, on: false, items: [{ port: 1 }, {}], words: [] };
  expect(readAs(shape, value)).toMatchObject({ value, faults: [] });
});

test("wrong types are left out and listed with their paths", () => {
  const { value, faults } = readAs(shape, { name: 1, count: 1.5, on: "true", items: {}, labels: { a: 1, b: "c" } });
  expect(value).toEqual({ labels: new Map([["b", "c"]]) });
  expect(faults.map(({ kind, path }) => [kind, path.join(".")])).toEqual([
    ["type", "name"],
    ["type", "count"],
    ["type", "on"],
    ["type", "items"],
    ["type", "labels.a"],
  ]);
});

test("an element of the wrong type leaves the others where they are", () => {
  const { value, faults } = readAs(shape, { items: ["x", { port: 2 }, null], words: ["a", 7] });
  expect(value).toEqual({ items: [{}, { port: 2 }, {}], words: ["a", ""] });
  expect(faults.map(({ path }) => path.join("."))).toEqual(["items.0", "items.2", "words.1"]);
});

test("null counts as absent, members without a shape are unknown, wherever they stand", () => {
  const { value, faults } = readAs(shape, { name: null, size: 1, items: [{ port: 1, to: 2 }] });
  expect(value).toEqual({ items: [{ port: 1 }] });
  expect(faults).toEqual([
    { kind: "unknown", path: ["size"] },
    { kind: "unknown", path: ["items", 0, "to"] },
  ]);
});

test.each([undefined, null, 7, "x", [], true])("%j is no object: nothing is read", (json) => {
  expect(readAs(shape, json)).toMatchObject({ value: {}, faults: [{ kind: "type", path: [] }] });
});

test("a map keeps any key, one of the prototype's names too", () => {
  const { value } = readAs(texts, JSON.parse('{"__proto__": "a", "constructor": "b"}'));
  expect([...value]).toEqual([
    ["__proto__", "a"],
    ["constructor", "b"],
  ]);
});

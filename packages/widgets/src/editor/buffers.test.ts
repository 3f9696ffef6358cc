/** Typed text is only replaced when the host really gives another one. */
import { expect, test } from "vitest";
import { Buffers } from "./buffers.ts";

const file = (name: string, text: string) => ({ name, text });

function opened(): Buffers {
  const buffers = new Buffers();
  buffers.receive([file("a.json", "one"), file("b.json", "two")]);
  return buffers;
}

test("shows the host's texts at first", () => {
  const buffers = opened();
  expect(buffers.names).toEqual(["a.json", "b.json"]);
  expect(buffers.text("a.json")).toBe("one");
  expect(buffers.text("c.json")).toBeUndefined();
});

test("keeps what was typed when the host gives the old text again", () => {
  const buffers = opened();
  buffers.type("a.json", "mine");
  expect(buffers.receive([file("a.json", "one"), file("b.json", "two")])).toEqual([]);
  expect(buffers.text("a.json")).toBe("mine");
});

test("takes the typed text back from the host without a change", () => {
  const buffers = opened();
  buffers.type("a.json", "mine");
  expect(buffers.receive([file("a.json", "mine"), file("b.json", "two")])).toEqual([]);
});

test("gives way to a new text of the host, also to the first one after an echo", () => {
  const buffers = opened();
  buffers.type("a.json", "mine");
  buffers.receive([file("a.json", "mine"), file("b.json", "two")]);
  expect(buffers.receive([file("a.json", "one"), file("b.json", "two")])).toEqual(["a.json"]);
  expect(buffers.text("a.json")).toBe("one");
});

test("drops files that are gone and adds new ones", () => {
  const buffers = opened();
  expect(buffers.receive([file("b.json", "two"), file("c.json", "three")])).toEqual(["c.json"]);
  expect(buffers.names).toEqual(["b.json", "c.json"]);
});

test("typing the same text, or into a file that is not there, is no change", () => {
  const buffers = opened();
  expect(buffers.type("a.json", "one")).toBe(false);
  expect(buffers.type("c.json", "x")).toBe(false);
  expect(buffers.type("a.json", "x")).toBe(true);
});

/** Streams repeat from a seed, stay independent of each other, and give identifiers in AWS's forms. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { hexId, uuid } from "./ids.ts";
import { RandomStreams } from "./random.ts";

const take = (random: RandomStreams, stream: string) => Array.from({ length: 20 }, () => random.bits(stream));

test("the same seed gives the same stream, another seed another one", () => {
  expect(take(new RandomStreams(7), "pulls")).toEqual(take(new RandomStreams(7), "pulls"));
  expect(take(new RandomStreams(7), "pulls")).not.toEqual(take(new RandomStreams(8), "pulls"));
});

test("a draw from one stream does not shift another", () => {
  const disturbed = new RandomStreams(7);
  take(disturbed, "faults");
  expect(take(disturbed, "pulls")).toEqual(take(new RandomStreams(7), "pulls"));
});

test("a fork goes on like its parent and leaves it alone", () => {
  const parent = new RandomStreams(3);
  take(parent, "ids");
  const fork = parent.fork();
  const ahead = take(fork, "ids");
  expect(take(parent, "ids")).toEqual(ahead);
});

test("numbers stay in their range and reach both ends", () => {
  const random = new RandomStreams(1);
  const seen = new Set(Array.from({ length: 500 }, () => random.between("x", 3, 6)));
  expect([...seen].sort()).toEqual([3, 4, 5, 6]);
});

test("ids have AWS's forms", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = new RandomStreams(seed);
      expect(hexId(random, 32)).toMatch(/^[0-9a-f]{32}$/);
      expect(`eni-0${hexId(random, 16)}`).toMatch(/^eni-[0-9a-f]{17}$/);
      expect(uuid(random)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }),
  );
});

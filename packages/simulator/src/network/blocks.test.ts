/** Addresses and blocks: what is one, what lies in what. */
import { describe, expect, test } from "vitest";
import { addressNumber, blockContains, blocksOverlap, readBlock } from "./blocks.ts";

describe("an address", () => {
  test("is a number of 32 bits", () => {
    expect(addressNumber("0.0.0.0")).toBe(0);
    expect(addressNumber("10.0.1.4")).toBe(167_772_420);
    expect(addressNumber("255.255.255.255")).toBe(2 ** 32 - 1);
  });

  test.each(["", "10.0.0", "10.0.0.256", "10.0.0.4/32", "a.b.c.d", "10.0.0.4 ", "-1.0.0.0"])("is not %j", (text) => {
    expect(addressNumber(text)).toBeUndefined();
  });
});

describe("a block", () => {
  test("begins at its prefix, whatever bits stand behind it", () => {
    expect(readBlock("10.0.1.77/24")).toEqual(readBlock("10.0.1.0/24"));
    expect(readBlock("10.0.0.0/16")).toMatchObject({ size: 65_536, prefix: 16 });
  });

  test.each(["10.0.0.0", "10.0.0.0/33", "10.0.0.0/", "pl-63a5400a", "10.0.0/8", "::/0"])("is not %j", (text) => {
    expect(readBlock(text)).toBeUndefined();
  });

  test("contains its first and its last address and not the next one", () => {
    expect(blockContains("10.0.1.0/24", "10.0.1.0")).toBe(true);
    expect(blockContains("10.0.1.0/24", "10.0.1.255")).toBe(true);
    expect(blockContains("10.0.1.0/24", "10.0.2.0")).toBe(false);
    expect(blockContains("10.0.1.0/24", "10.0.0.255")).toBe(false);
    expect(blockContains("0.0.0.0/0", "203.0.113.9")).toBe(true);
  });

  test("overlaps what shares an address with it", () => {
    expect(blocksOverlap("10.0.0.0/16", "10.0.7.0/24")).toBe(true);
    expect(blocksOverlap("10.0.7.0/24", "10.0.0.0/16")).toBe(true);
    expect(blocksOverlap("10.0.0.0/24", "10.0.1.0/24")).toBe(false);
  });
});

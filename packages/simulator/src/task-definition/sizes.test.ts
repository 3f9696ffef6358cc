/** Task sizes: the pairs of Fargate, and the spellings that AWS accepts. */
import { describe, expect, test } from "vitest";
import { FARGATE_SIZES, isFargateSize, readCpu, readMemory } from "./sizes.ts";

test("Fargate has these pairs and no others", () => {
  const table = Array.from(FARGATE_SIZES, ([cpu, memory]) => [cpu, memory[0], memory.at(-1), memory.length]);
  expect(table).toEqual([
    [256, 512, 2048, 3],
    [512, 1024, 4096, 4],
    [1024, 2048, 8192, 7],
    [2048, 4096, 16_384, 13],
    [4096, 8192, 30_720, 23],
    [8192, 16_384, 61_440, 12],
    [16_384, 32_768, 122_880, 12],
    [32_768, 61_440, 249_856, 3],
  ]);
});

test.each([
  [256, 1536],
  [512, 512],
  [4096, 32_768],
  [8192, 17_408],
  [16_384, 36_864],
  [32_768, 131_072],
  [3072, 8192],
])("%d CPU units with %d MiB are no size", (cpu, memory) => {
  expect(isFargateSize(cpu, memory)).toBe(false);
});

describe("spellings", () => {
  test.each([
    ["1024", 1024],
    ["1 vCPU", 1024],
    ["1 vcpu", 1024],
    [".5 vCPU", 512],
    ["0.25VCPU", 256],
    ["128", 128],
    ["192 vCPU", 196_608],
    ["127", undefined],
    ["196609", undefined],
    ["2 cores", undefined],
    ["1.0001 vCPU", undefined],
    ["", undefined],
    ["-256", undefined],
  ])("%j is %s CPU units", (text, units) => {
    expect(readCpu(text)).toBe(units);
  });

  test.each([
    ["1024", 1024],
    ["1GB", 1024],
    ["1 GB", 1024],
    ["0.5GB", 512],
    [".5 gb", 512],
    ["0", undefined],
    ["512MB", undefined],
    ["1GiB", undefined],
    ["1g", undefined],
  ])("%j is %s MiB", (text, mib) => {
    expect(readMemory(text)).toBe(mib);
  });
});

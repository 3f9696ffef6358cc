// The words beside the picture of Fargate's sizes say what the simulator's own list says.

import { expect, test } from "vitest";
import { fargateRows } from "./fargate-sizes.ts";
import { en } from "./texts/en.ts";

test("every size has its words", () => {
  expect(fargateRows(en.fargateSizes).map(({ vcpu, cpuUnits, words }) => `${vcpu} ${cpuUnits}: ${words}`)).toEqual([
    "0.25 256: 0.5, 1 or 2 GB",
    "0.5 512: 1 to 4 GB, in steps of 1 GB",
    "1 1024: 2 to 8 GB, in steps of 1 GB",
    "2 2048: 4 to 16 GB, in steps of 1 GB",
    "4 4096: 8 to 30 GB, in steps of 1 GB",
    "8 8192: 16 to 60 GB, in steps of 4 GB",
    "16 16384: 32 to 120 GB, in steps of 8 GB",
    "32 32768: 60, 120 or 244 GB",
  ]);
});

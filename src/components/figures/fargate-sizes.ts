// The sizes of Fargate as rows for a picture and for its text twin, from the list by which the simulator itself judges.

import { FARGATE_SIZES } from "@quayside/simulator/task-definition";
import type { FigureTexts } from "./texts/en.ts";

/** One row: a CPU size and the memory that goes with it. */
export interface FargateRow {
  cpuUnits: number;
  /** "0.25", "16". */
  vcpu: string;
  /** Every memory size in MiB, smallest first. */
  memoryMiB: readonly number[];
  /** The same in words: "2 to 8 GB, in steps of 1 GB". */
  words: string;
}

const UNITS_PER_VCPU = 1024;
const MIB_PER_GB = 1024;

/** Every CPU size of Fargate, smallest first. */
export function fargateRows(words: FigureTexts["fargateSizes"]): FargateRow[] {
  return [...FARGATE_SIZES].map(([cpuUnits, memoryMiB]) => ({
    cpuUnits,
    vcpu: String(cpuUnits / UNITS_PER_VCPU),
    memoryMiB,
    words: inWords(memoryMiB, words),
  }));
}

function inWords(memoryMiB: readonly number[], words: FigureTexts["fargateSizes"]): string {
  const sizes = memoryMiB.map((mib) => mib / MIB_PER_GB);
  const [first = 0, second = 0] = sizes;
  const step = second - first;
  const isEven = sizes.every((size, index) => size === first + index * step);
  if (isEven && sizes.length > 3) return words.range(first, sizes.at(-1) ?? first, step);
  return words.list(sizes);
}

/**
 * Puts boxes into a rectangle in rows, in the order in which they came. A box's area is its memory and its height grows with
 * its CPU; one scale for the whole map, so that two boxes can be compared wherever they are.
 */
import type { Rect } from "./places.ts";

/** What decides the size of a box: CPU units (1024 = one vCPU) and memory in MiB. */
export interface Footprint {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
}

/** Width over height of the smallest Fargate task, 256 units and 512 MiB. */
const BASE_ASPECT = 1.9;
/** Wider forms, for all boxes of a map at once, where the places are flat and have room for a longer name. */
const WIDE_ASPECTS = [3.4, 2.6] as const;
export const MAX_SCALE = 96;
export const MIN_SCALE = 5;
/** Scales to choose from, largest first, 5 % apart. */
const LADDER = Array.from({ length: 59 }, (_, step) => Math.max(MIN_SCALE, MAX_SCALE * 0.95 ** step));

/** Size of a task's box. Height grows with the root of the CPU; width makes the area proportional to the memory. */
export function boxSize(
  footprint: Footprint,
  scale: number,
  aspect = BASE_ASPECT,
): { readonly w: number; readonly h: number } {
  const tall = Math.sqrt(Math.max(0.25, footprint.cpuUnits / 256));
  const area = Math.max(0.25, footprint.memoryMiB / 512);
  return { w: (scale * aspect * area) / tall, h: scale * tall };
}

/** Space between boxes at a scale. */
export function gapAt(scale: number): number {
  return scale >= 30 ? 7 : scale >= 12 ? 4 : 2;
}

/** Something to pack: boxes, in their order, and the rectangle that is to hold them. */
export interface Load {
  readonly footprints: readonly Footprint[];
  readonly inside: Rect;
}

/** What was packed, and how many boxes found no room. */
export interface Pack {
  readonly rects: readonly Rect[];
  readonly hidden: number;
}

/** What all boxes of a map have in common: the height of the smallest, and the form. */
interface Measure {
  readonly scale: number;
  readonly aspect: number;
}

/** Goes through the boxes row by row. @returns how many fit, from the first one on */
function walkRows(
  load: Load,
  { scale, aspect }: Measure,
  visit?: (x: number, y: number, w: number, h: number) => void,
): number {
  const { footprints, inside } = load;
  const gap = gapAt(scale);
  let x = inside.x;
  let y = inside.y;
  let rowHeight = 0;
  let fitting = 0;
  for (const footprint of footprints) {
    const size = boxSize(footprint, scale, aspect);
    const w = Math.min(size.w, inside.w);
    if (x > inside.x && x + w > inside.x + inside.w + 0.5) {
      x = inside.x;
      y += rowHeight + gap;
      rowHeight = 0;
    }
    if (y + size.h > inside.y + inside.h + 0.5) return fitting;
    visit?.(x, y, w, size.h);
    fitting += 1;
    x += w + gap;
    rowHeight = Math.max(rowHeight, size.h);
  }
  return fitting;
}

/** Packs in rows; undefined when not everything fits. Boxes wider than the place are cut to its width. */
export function packRows(footprints: readonly Footprint[], inside: Rect, scale: number): Rect[] | undefined {
  const { rects, hidden } = packSome(footprints, inside, scale);
  return hidden > 0 ? undefined : rects;
}

/**
 * A large scale at which every place holds its boxes, found by halving a ladder of scales; `MIN_SCALE` when none does. Rows
 * break differently at each scale, so a slightly larger one may fit by luck; it is not looked for.
 */
export function fittingScale(loads: readonly Load[], aspect = BASE_ASPECT): number {
  let low = 0;
  let high = LADDER.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const scale = LADDER[middle] ?? MIN_SCALE;
    if (loads.every((load) => walkRows(load, { scale, aspect }) === load.footprints.length)) high = middle;
    else low = middle + 1;
  }
  return LADDER[low] ?? MIN_SCALE;
}

/** Packs what fits and counts the rest. */
export function packSome(
  footprints: readonly Footprint[],
  inside: Rect,
  scale: number,
  aspect = BASE_ASPECT,
): { readonly rects: Rect[]; readonly hidden: number } {
  const rects: Rect[] = [];
  const fitting = walkRows({ footprints, inside }, { scale, aspect }, (x, y, w, h) => rects.push({ x, y, w, h }));
  return { rects, hidden: footprints.length - fitting };
}

/** Packs several places at one scale, and remembers the last result for as long as the loads stay the same. */
export class PackMemory {
  #loads: readonly Load[] = [];
  #result: { readonly scale: number; readonly packs: readonly Pack[] } = { scale: MAX_SCALE, packs: [] };

  pack(loads: readonly Load[]): { readonly scale: number; readonly packs: readonly Pack[] } {
    const same =
      loads.length === this.#loads.length && loads.every((load, index) => sameLoad(load, this.#loads[index] as Load));
    if (!same) {
      const scale = fittingScale(loads);
      const aspect = WIDE_ASPECTS.find((wide) => fittingScale(loads, wide) >= scale) ?? BASE_ASPECT;
      const packs = loads.map((load) => packSome(load.footprints, load.inside, scale, aspect));
      this.#result = { scale, packs };
    }
    this.#loads = loads;
    return this.#result;
  }
}

function sameLoad(left: Load, right: Load): boolean {
  return (
    left.inside === right.inside &&
    left.footprints.length === right.footprints.length &&
    left.footprints.every((footprint, index) => {
      const other = right.footprints[index];
      return footprint.cpuUnits === other?.cpuUnits && footprint.memoryMiB === other.memoryMiB;
    })
  );
}

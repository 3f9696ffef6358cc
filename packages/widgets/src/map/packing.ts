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
export const MAX_SCALE = 96;
export const MIN_SCALE = 5;
/** Scales to choose from, largest first, 5 % apart. */
const LADDER = Array.from({ length: 59 }, (_, step) => Math.max(MIN_SCALE, MAX_SCALE * 0.95 ** step));

/** Size of a task's box. Height grows with the root of the CPU; width makes the area proportional to the memory. */
export function boxSize(footprint: Footprint, scale: number): { readonly w: number; readonly h: number } {
  const tall = Math.sqrt(Math.max(0.25, footprint.cpuUnits / 256));
  const area = Math.max(0.25, footprint.memoryMiB / 512);
  return { w: (scale * BASE_ASPECT * area) / tall, h: scale * tall };
}

/** Space between boxes at a scale. */
export function gapAt(scale: number): number {
  return scale >= 30 ? 7 : scale >= 12 ? 4 : 2;
}

/** Packs in rows; undefined when not everything fits. Boxes wider than the place are cut to its width. */
export function packRows(footprints: readonly Footprint[], inside: Rect, scale: number): Rect[] | undefined {
  const gap = gapAt(scale);
  const rects: Rect[] = [];
  let x = inside.x;
  let y = inside.y;
  let rowHeight = 0;
  for (const footprint of footprints) {
    const size = boxSize(footprint, scale);
    const w = Math.min(size.w, inside.w);
    if (x > inside.x && x + w > inside.x + inside.w + 0.5) {
      x = inside.x;
      y += rowHeight + gap;
      rowHeight = 0;
    }
    if (y + size.h > inside.y + inside.h + 0.5) return undefined;
    rects.push({ x, y, w, h: size.h });
    x += w + gap;
    rowHeight = Math.max(rowHeight, size.h);
  }
  return rects;
}

/**
 * A large scale at which every place holds its boxes, found by halving a ladder of scales; `MIN_SCALE` when none does. Rows
 * break differently at each scale, so a slightly larger one may fit by luck; it is not looked for.
 */
export function fittingScale(
  loads: readonly { readonly footprints: readonly Footprint[]; readonly inside: Rect }[],
): number {
  let low = 0;
  let high = LADDER.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const scale = LADDER[middle] ?? MIN_SCALE;
    if (loads.every((load) => packRows(load.footprints, load.inside, scale) !== undefined)) high = middle;
    else low = middle + 1;
  }
  return LADDER[low] ?? MIN_SCALE;
}

/** Packs what fits and counts the rest. */
export function packSome(
  footprints: readonly Footprint[],
  inside: Rect,
  scale: number,
): { readonly rects: Rect[]; readonly hidden: number } {
  let low = 0;
  let high = footprints.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (packRows(footprints.slice(0, middle), inside, scale) === undefined) high = middle - 1;
    else low = middle;
  }
  return { rects: packRows(footprints.slice(0, low), inside, scale) ?? [], hidden: footprints.length - low };
}

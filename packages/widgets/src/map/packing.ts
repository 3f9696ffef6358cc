/** Puts tasks into the places that the layout made for them: rows of equal boxes, in the order in which they came. */
import { columnsIn, type Measure } from "./levels.ts";
import type { Rect } from "./rect.ts";

/** The boxes of so many tasks inside a place; fewer when there is no room for all. */
export function packRows(count: number, inside: Rect, measure: Measure): Rect[] {
  const { count: columns, w } = columnsIn(inside.w, measure);
  const { high, gap } = measure;
  if (high === 0 || inside.w < measure.least) return [];
  const rows = Math.max(0, Math.floor((inside.h + gap + 0.5) / (high + gap)));
  return Array.from({ length: Math.min(count, rows * columns) }, (_, index) => ({
    x: inside.x + (index % columns) * (w + gap),
    y: inside.y + Math.floor(index / columns) * (high + gap),
    w,
    h: high,
  }));
}

/** The place of the focus over a thing of the map. */
import type { Rect } from "./rect.ts";

/** Least size of what takes the focus, in pixels. @source WCAG 2.2, 2.5.8 Target Size (checked 2026-11-21) */
const LEAST_TARGET = 24;

/** Place and size of the focus over a box, as a style: around a small one it is larger than the box. */
export function focusFrame({ x, y, w, h }: Rect): string {
  const [width, height] = [Math.max(LEAST_TARGET, w), Math.max(LEAST_TARGET, h)];
  return `left:${x - (width - w) / 2}px;top:${y - (height - h) / 2}px;width:${width}px;height:${height}px`;
}

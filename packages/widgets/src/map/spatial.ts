/** Which box lies in the direction of an arrow key: the nearest one in that half plane, with a penalty for lying aside. */
import type { Rect } from "./rect.ts";

export type Direction = "left" | "right" | "up" | "down";

const ASIDE_PENALTY = 2.2;

/** The neighbour of a box, or undefined at the edge. */
export function neighbour<Box extends Rect>(boxes: readonly Box[], from: Box, direction: Direction): Box | undefined {
  let best: Box | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    if (box === from) continue;
    const { ahead, aside } = offsets(from, box, direction);
    if (ahead <= 0.5) continue;
    const cost = ahead + aside * ASIDE_PENALTY;
    if (cost < bestCost) {
      best = box;
      bestCost = cost;
    }
  }
  return best;
}

/** The box that holds a point, the topmost one last drawn; undefined when there is none. */
export function boxAt<Box extends Rect>(boxes: readonly Box[], x: number, y: number): Box | undefined {
  return boxes.findLast((box) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h);
}

function offsets(from: Rect, to: Rect, direction: Direction): { readonly ahead: number; readonly aside: number } {
  const dx = to.x + to.w / 2 - (from.x + from.w / 2);
  const dy = to.y + to.h / 2 - (from.y + from.h / 2);
  if (direction === "left") return { ahead: -dx, aside: Math.abs(dy) };
  if (direction === "right") return { ahead: dx, aside: Math.abs(dy) };
  if (direction === "up") return { ahead: -dy, aside: Math.abs(dx) };
  return { ahead: dy, aside: Math.abs(dx) };
}

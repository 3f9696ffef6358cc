/** Where a tour's caption stands: beside what it speaks of, inside the window. Pure: rectangles in, a place out. */

/** A rectangle in CSS pixels from the window's upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Placing {
  readonly x: number;
  readonly y: number;
  /** On which side of the thing it stands. */
  readonly side: "below" | "above" | "right" | "left";
}

const GAP = 14;
const MARGIN = 10;

/** The place beside `thing` inside `room` that covers the least of it, below first. */
export function placeBeside(thing: Box, caption: { readonly w: number; readonly h: number }, room: Box): Placing {
  const middleX = thing.x + thing.w / 2 - caption.w / 2;
  const middleY = thing.y + thing.h / 2 - caption.h / 2;
  const wishes: Placing[] = [
    { side: "below", x: middleX, y: thing.y + thing.h + GAP },
    { side: "above", x: middleX, y: thing.y - caption.h - GAP },
    { side: "right", x: thing.x + thing.w + GAP, y: middleY },
    { side: "left", x: thing.x - caption.w - GAP, y: middleY },
  ];
  const places = wishes.map((wish) => ({
    ...wish,
    x: within(wish.x, room.x, room.x + room.w - caption.w),
    y: within(wish.y, room.y, room.y + room.h - caption.h),
  }));
  const covered = places.map((place) => overlap(thing, { ...place, ...caption }));
  return places[covered.indexOf(Math.min(...covered))] as Placing;
}

function within(at: number, least: number, most: number): number {
  return Math.max(least + MARGIN, Math.min(at, most - MARGIN));
}

/** The area that two boxes share; 0 when they lie apart. */
export function overlap(left: Box, right: Box): number {
  const w = Math.min(left.x + left.w, right.x + right.w) - Math.max(left.x, right.x);
  const h = Math.min(left.y + left.h, right.y + right.h) - Math.max(left.y, right.y);
  return Math.max(0, w) * Math.max(0, h);
}

/** The smallest box around boxes; undefined for none. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const w = Math.max(...boxes.map((box) => box.x + box.w)) - x;
  const h = Math.max(...boxes.map((box) => box.y + box.h)) - y;
  return { x, y, w, h };
}

/** A rectangle on the map, in CSS pixels from its upper left corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A rectangle that is larger on every side. */
export function grown({ x, y, w, h }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, w: w + by * 2, h: h + by * 2 };
}

/** Whether two rectangles share more than an edge. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** Whether a spot lies in a rectangle. */
export function holds({ x, y, w, h }: Rect, spot: { readonly x: number; readonly y: number }): boolean {
  return spot.x >= x && spot.x <= x + w && spot.y >= y && spot.y <= y + h;
}

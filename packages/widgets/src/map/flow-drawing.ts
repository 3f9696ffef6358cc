/** Images on their way: a line from the registry over the gateway to each task that pulls, with dots that travel it. */
import { type SVGTemplateResult, svg } from "lit";
import type { PaintInput } from "./painter.ts";
import type { Flow } from "./scene.ts";

/** Dots move so far in a simulated second, and stand so far apart, in pixels. */
const DOT_SPEED = 26;
const DOT_EVERY = 12;
/** Straight pieces of which a bend is made. */
const PIECES = 20;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far the dots have moved on from where they start, 0 to 12 pixels. */
export function dotPhase({ scene, still }: Pick<PaintInput, "scene" | "still">): number {
  return still ? 0 : ((scene.atMs / 1000) * DOT_SPEED) % DOT_EVERY;
}

/** The way of a flow as path data: straight down to the gateway, then a bend that arrives from above. */
export function flowPath({ from, over, to }: Flow): string {
  const bend = (to.y - over.y) * 0.55;
  return `M${from.x} ${from.y}L${over.x} ${over.y}C${over.x} ${over.y + bend} ${to.x} ${to.y - bend} ${to.x} ${to.y}`;
}

/** The flows' lines, without the place of their dots. */
export function drawFlows(flows: readonly Flow[]): SVGTemplateResult[] {
  return flows.map((flow) => svg`<path class="flow" d=${flowPath(flow)}></path>`);
}

/**
 * The dots of all flows one by one, for a surface on which dashes along a bend cost more than copies of one dot. The part
 * before the gateway is the same for all and visited once.
 */
export function visitDots(flows: readonly Flow[], phase: number, visit: (x: number, y: number) => void): void {
  for (const [index, { from, over, to }] of flows.entries()) {
    const trunk = Math.hypot(over.x - from.x, over.y - from.y);
    if (index === 0) walk([from, over], phase, visit);
    const rest = (trunk - phase) % DOT_EVERY;
    walk(bendPoints(over, to), (DOT_EVERY - rest) % DOT_EVERY, visit);
  }
}

function bendPoints(from: Point, to: Point): Point[] {
  const bend = (to.y - from.y) * 0.55;
  return Array.from({ length: PIECES + 1 }, (_, piece) => {
    const t = piece / PIECES;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    return { x: (a + b) * from.x + (c + d) * to.x, y: a * from.y + b * (from.y + bend) + c * (to.y - bend) + d * to.y };
  });
}

/** Visits a point every 12 pixels along straight pieces, the first one `next` pixels from the start. */
function walk(points: readonly Point[], next: number, visit: (x: number, y: number) => void): void {
  let left = next;
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1] as Point, points[index] as Point];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    while (left <= length && length > 0) {
      visit(a.x + ((b.x - a.x) * left) / length, a.y + ((b.y - a.y) * left) / length);
      left += DOT_EVERY;
    }
    left -= length;
  }
}

/** The hues of services: each has a pattern of its own, so that no service is told by colour alone, and a light one for older revisions. */
import { type SVGTemplateResult, svg } from "lit";

/** What a stripe is filled with on a tile of 6 by 6, by the number of the hue: solid, bars, checks, slants, uprights, waves. */
const TILES = [
  "M0 0h6v6H0z",
  "M0 0h6v4H0z",
  "M0 0h3v3H0zM3 3h3v3H3z",
  "M0 3 3 0h3L0 6zM3 6 6 3v3z",
  "M0 0h2v6H0zM4 0h2v6H4z",
  "M0 0 3 2 6 0v3L3 5 0 3z",
];

/** The patterns of a hue: its stripe, an older revision, a task on its way out. */
export function drawPatterns(hue: number): SVGTemplateResult {
  const colour = `fill: var(--qs-service-${hue})`;
  const old = `fill: var(--qs-service-${hue}-old)`;
  return svg`<pattern id="service-${hue}" width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" style=${old}></rect><path d=${TILES[hue - 1]} style=${colour}></path></pattern>
    <pattern id="service-old-${hue}" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="4" height="4" style=${old}></rect><rect width="1.4" height="4" style=${colour}></rect></pattern>
    <pattern id="service-stopping-${hue}" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
      <rect width="1.6" height="4" style="fill: var(--qs-state-stopping)"></rect></pattern>`;
}

/** Fills a part of a canvas as the stripe of a service: the same picture as the pattern in SVG. @param colour reads a token by its name */
export function paintStripe(
  pen: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  { hue, isOld }: { readonly hue: number; readonly isOld: boolean },
  colour: (token: string) => string,
  { x, y, w, h }: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
): void {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, w, h);
  pen.clip();
  pen.fillStyle = colour(`--qs-service-${hue}-old`);
  pen.fillRect(x, y, w, h);
  pen.fillStyle = colour(`--qs-service-${hue}`);
  const tile = new Path2D(isOld ? "M0 3 3 0h2L0 5zM3 6 6 3v2L5 6z" : TILES[hue - 1]);
  pen.translate(x, y);
  for (let down = 0; down < h; down += 6) {
    pen.fill(tile);
    pen.translate(0, 6);
  }
  pen.restore();
}

/**
 * One task as a small picture for the canvas: the same cell or spot as in SVG, drawn once for each look and then copied each
 * frame. Left out: boxes that say everything, which are few enough for SVG.
 */

import { paintStripe } from "../../base/service-hues.ts";
import type { StateLook } from "../../base/state-look.ts";
import { fitText } from "../painter.ts";
import type { Colours, Sprites } from "./sprite.ts";
import type { TaskMark } from "./task-mark.ts";
import { cornerOf } from "./task-shape.ts";

type Pen = OffscreenCanvasRenderingContext2D;

/** Tasks on a canvas. */
export const TASK_SPRITES: Sprites<TaskMark> = {
  margin: () => MARGIN,
  name: ({ look, detail, stripe, w, h }) => `${look.name} ${detail} ${stripe} ${w.toFixed(1)} ${h.toFixed(1)}`,
  draw: drawSprite,
  words: cellText,
  wordsIndent,
};

/** Room around a sprite in CSS pixels: a small one stands on its own pixels, copying is what costs. */
const MARGIN = 1;

/** Draws a task's sprite. @param ratio device pixels in a CSS pixel */
function drawSprite(mark: TaskMark, ratio: number, colours: Colours): ImageBitmap {
  const extent = (length: number) => Math.max(1, Math.ceil((length + 2 * MARGIN) * ratio));
  const canvas = new OffscreenCanvas(extent(mark.w), extent(mark.h));
  const pen = canvas.getContext("2d");
  if (pen !== null) {
    pen.setTransform(ratio, 0, 0, ratio, MARGIN * ratio, MARGIN * ratio);
    drawFrame(pen, mark.look, { w: mark.w, h: mark.h, corner: cornerOf(mark.w, mark.h), line: 1.5 }, colours);
    drawStripe(pen, mark, colours);
    if (mark.detail === "spot") drawSpot(pen, mark, colours);
    else drawCell(pen, mark, colours);
  }
  return canvas.transferToImageBitmap();
}

/** What a cell says: as much of the task's id as there is room for; nothing at all in a low one. */
function cellText(mark: TaskMark): string {
  if (mark.detail !== "cell" || mark.h < 14) return "";
  return fitText(mark.shortId, mark.w - cellGlyph(mark) - 14, 6.4);
}

/** Where a cell's words begin, from the left edge of its sprite. */
function wordsIndent(mark: TaskMark): number {
  return cellGlyph(mark) + 11 + MARGIN;
}

function cellGlyph(mark: TaskMark): number {
  return Math.min(12, mark.h * 0.6);
}

function drawFrame(
  pen: Pen,
  look: StateLook,
  at: {
    readonly w: number;
    readonly h: number;
    readonly corner: number;
    readonly line: number;
    readonly edge?: string;
  },
  colours: Colours,
): void {
  const { w, h, line } = at;
  const colour = colours(look.token.slice(5));
  pen.beginPath();
  pen.roundRect(0, 0, w, h, at.corner);
  pen.fillStyle = colours("surface");
  pen.fill();
  if (look.fill === "tint") {
    pen.globalAlpha = 0.13;
    pen.fillStyle = colour;
    pen.fill();
    pen.globalAlpha = 1;
  } else if (look.fill === "stripes") drawStripes(pen, w, h, colour);
  pen.beginPath();
  pen.roundRect(line / 2, line / 2, Math.max(0, w - line), Math.max(0, h - line), Math.max(0, at.corner - line / 2));
  pen.strokeStyle = at.edge ?? colour;
  pen.lineWidth = line;
  pen.setLineDash(look.dash as number[]);
  pen.stroke();
  pen.setLineDash([]);
}

/** Diagonal stripes inside the current path: 3 pixels of every 7. */
function drawStripes(pen: Pen, w: number, h: number, colour: string): void {
  pen.save();
  pen.clip();
  pen.globalAlpha = 0.3;
  pen.strokeStyle = colour;
  pen.lineWidth = 3;
  pen.beginPath();
  for (let x = 0; x < w + h; x += 7 * Math.SQRT2) {
    pen.moveTo(x + 2, -2);
    pen.lineTo(x - h - 2, h + 2);
  }
  pen.stroke();
  pen.restore();
}

function drawGlyph(
  pen: Pen,
  look: StateLook,
  at: { readonly x: number; readonly y: number; readonly size: number },
  colours: Colours,
): void {
  pen.save();
  pen.translate(at.x, at.y);
  pen.scale(at.size / 12, at.size / 12);
  pen.fillStyle = colours(look.token.slice(5));
  pen.fill(new Path2D(look.glyph));
  pen.restore();
}

/** The stripe of the task's service, inside of its outline; a pattern of the SVG is named where a canvas needs the hue. */
function drawStripe(pen: Pen, mark: TaskMark, colours: Colours): void {
  const [, old, number] = /^url\(#service-(old-)?(\d)\)$/.exec(mark.stripe ?? "") ?? [];
  if (number === undefined) return;
  const at = { x: 1.5, y: 2, w: stripeOf(mark), h: mark.h - 4 };
  paintStripe(pen, { hue: Number(number), isOld: old !== undefined }, (token) => colours(token.slice(5)), at);
}

/** Width of the stripe, in CSS pixels. */
function stripeOf({ stripe, w }: TaskMark): number {
  if (stripe === undefined) return 0;
  return w < 10 ? 2 : w < 30 ? 3 : 4;
}

function drawSpot(pen: Pen, mark: TaskMark, colours: Colours): void {
  const stripe = stripeOf(mark);
  const size = Math.min(mark.w - stripe, mark.h) * 0.66;
  drawGlyph(pen, mark.look, { x: stripe + (mark.w - stripe - size) / 2, y: (mark.h - size) / 2, size }, colours);
}

function drawCell(pen: Pen, mark: TaskMark, colours: Colours): void {
  const size = cellGlyph(mark);
  const x = cellText(mark) === "" ? (mark.w - size) / 2 : 6;
  drawGlyph(pen, mark.look, { x, y: (mark.h - size) / 2, size }, colours);
}

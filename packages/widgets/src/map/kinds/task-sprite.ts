/**
 * One task as a small picture for the canvas: the same box as in SVG, drawn once for each look and then copied each frame.
 * Left out: the progress of a pull, which changes all the time and is drawn over the copy.
 */
import type { StateLook } from "../../base/state-look.ts";
import { fitText } from "../painter.ts";
import type { Colours, Fill, Sprites } from "./sprite.ts";
import type { ContainerMark, TaskMark } from "./task-mark.ts";
import {
  boxZoom,
  CONTAINER_HEIGHT,
  containerSlots,
  containerText,
  cornerOf,
  nameRise,
  plugOf,
  textLines,
} from "./task-shape.ts";

type Pen = OffscreenCanvasRenderingContext2D;

/** Tasks on a canvas. */
export const TASK_SPRITES: Sprites<TaskMark> = {
  margin: spriteMargin,
  name: spriteName,
  draw: drawSprite,
  words: cellText,
  wordsIndent,
  stretches: ({ detail }) => detail === "box",
  over: progressOf,
  ring: ({ detail, look }) => (detail === "box" ? look.token.slice(5) : "accent"),
};

/** What has arrived of the images that a box's containers pull. */
function progressOf(mark: TaskMark, { w, h }: { readonly w: number; readonly h: number }): readonly Fill[] {
  if (mark.detail !== "box" || mark.containers.every(({ progress }) => progress === undefined)) return [];
  const zoom = boxZoom(h);
  return containerSlots(mark, w / zoom, h / zoom).flatMap(({ container, ...slot }) => {
    if (container.progress === undefined) return [];
    const rect = {
      x: slot.x * zoom,
      y: slot.y * zoom,
      w: slot.w * container.progress * zoom,
      h: CONTAINER_HEIGHT * zoom,
    };
    return [{ ...rect, token: container.look.token.slice(5) }];
  });
}

/** Room around a sprite in CSS pixels: for the plug of a box; a small one stands on its own pixels, copying is what costs. */
function spriteMargin(mark: TaskMark): number {
  return mark.detail === "box" ? 7 : 1;
}

/** What a sprite shows, as a text: tasks with the same one share a sprite. */
function spriteName(mark: TaskMark): string {
  const common = `${mark.look.name} ${mark.detail} ${mark.w.toFixed(1)} ${mark.h.toFixed(1)}`;
  if (mark.detail !== "box") return common;
  const containers = mark.containers.map((c) => `${c.look.name} ${containerText(c)} ${c.healthStatus}`);
  return [
    common,
    mark.label,
    mark.lastStatus,
    mark.address,
    mark.publicAddress,
    mark.attachmentStatus,
    ...containers,
  ].join();
}

/** Draws a task's sprite. @param ratio device pixels in a CSS pixel */
function drawSprite(mark: TaskMark, ratio: number, colours: Colours): ImageBitmap {
  const margin = spriteMargin(mark);
  const extent = (length: number) => Math.max(1, Math.ceil((length + 2 * margin) * ratio));
  const canvas = new OffscreenCanvas(extent(mark.w), extent(mark.h));
  const pen = canvas.getContext("2d");
  if (pen !== null) {
    pen.setTransform(ratio, 0, 0, ratio, margin * ratio, margin * ratio);
    drawFrame(pen, mark.look, { w: mark.w, h: mark.h, corner: cornerOf(mark.w, mark.h), line: 1.5 }, colours);
    if (mark.detail === "spot") drawSpot(pen, mark, colours);
    else if (mark.detail === "cell") drawCell(pen, mark, colours);
    else drawBox(pen, mark, colours);
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
  return cellGlyph(mark) + 11 + spriteMargin(mark);
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

function drawSpot(pen: Pen, mark: TaskMark, colours: Colours): void {
  const size = Math.min(mark.w, mark.h) * 0.66;
  drawGlyph(pen, mark.look, { x: (mark.w - size) / 2, y: (mark.h - size) / 2, size }, colours);
}

function drawCell(pen: Pen, mark: TaskMark, colours: Colours): void {
  const size = cellGlyph(mark);
  const x = cellText(mark) === "" ? (mark.w - size) / 2 : 6;
  drawGlyph(pen, mark.look, { x, y: (mark.h - size) / 2, size }, colours);
}

function drawBox(pen: Pen, mark: TaskMark, colours: Colours): void {
  const zoom = boxZoom(mark.h);
  const [w, h] = [mark.w / zoom, mark.h / zoom];
  pen.scale(zoom, zoom);
  drawGlyph(pen, mark.look, { x: 8, y: 7 - nameRise(h), size: 11 }, colours);
  drawLines(pen, mark, { w, h }, colours);
  drawPlug(pen, mark, h, colours);
  for (const slot of containerSlots(mark, w, h)) {
    pen.save();
    pen.translate(slot.x, slot.y);
    drawContainer(pen, slot.container, slot.w, colours);
    pen.restore();
  }
}

function drawLines(pen: Pen, mark: TaskMark, size: { readonly w: number; readonly h: number }, colours: Colours): void {
  pen.fillStyle = colours("text");
  pen.font = `600 10.5px ${colours("mono")}`;
  pen.fillText(fitText(mark.label, size.w - 32, 6.3), 25, 16.5 - nameRise(size.h));
  textLines(mark, size.h).forEach(({ kind, text }, index) => {
    const status = kind === "status";
    pen.fillStyle = colours(status ? mark.look.token.slice(5) : "muted");
    pen.font = status ? `700 9px ${colours("font")}` : `10px ${colours("mono")}`;
    pen.letterSpacing = status ? "0.36px" : "0px";
    pen.fillText(fitText(text, size.w - 16, status ? 6.6 : 6.1), 9, 31 + index * 13.5);
  });
  pen.letterSpacing = "0px";
}

function drawPlug(pen: Pen, mark: TaskMark, h: number, colours: Colours): void {
  const plug = plugOf(mark);
  if (plug === undefined) return;
  pen.beginPath();
  pen.roundRect(-4, h / 2 - 7, 6, 14, 2);
  pen.strokeStyle = colours(mark.look.token.slice(5));
  pen.fillStyle = plug === "attached" ? pen.strokeStyle : colours("surface");
  pen.lineWidth = 1.5;
  pen.fill();
  pen.stroke();
}

function drawContainer(pen: Pen, mark: ContainerMark, w: number, colours: Colours): void {
  const look = mark.look.dash.length === 0 ? mark.look : { ...mark.look, dash: [3, 2] };
  const unhealthy = mark.healthStatus === "UNHEALTHY";
  const line = unhealthy || mark.healthStatus === "HEALTHY" ? 2 : 1;
  const edge = unhealthy ? { edge: colours("danger") } : {};
  drawFrame(pen, look, { w, h: CONTAINER_HEIGHT, corner: Math.min(3, w / 2), line, ...edge }, colours);
  drawGlyph(pen, mark.look, { x: 3.5, y: 3, size: 7 }, colours);
  pen.fillStyle = colours("text");
  pen.font = `8.7px ${colours("mono")}`;
  pen.fillText(fitText(containerText(mark), w - 17, 5.2), 13.5, 9.7);
}

/** Draws the lanes and the axis of the timeline on a canvas. States differ by height and hatching as well as by colour. */

import type { JournalRecord } from "@quayside/simulator";
import { shortClock } from "../base/clock.ts";
import { axisTicks, type Span, xOf } from "../base/time-scale.ts";
import type { Lane, Stretch } from "./lane.ts";
import type { EventMark } from "./lanes.ts";

const MOST_LANE = 13;
/** So many tasks have a lane each; more of them one a service, or one a family where they stand alone. */
export const MOST_LANES = 7;
/** Heights of the axis with its clock, in a track that has room and in a low one. */
const AXIS = { wide: 16, low: 13, lowBelow: 44 } as const;
/** Ticks that would stand nearer to the clock's text than this are left out. */
const CLOCK_ROOM = 46;

export interface TrackInput {
  readonly width: number;
  readonly height: number;
  readonly span: Span;
  readonly lanes: readonly Lane[];
  /** Records that the lanes were folded from. */
  readonly records: readonly JournalRecord[];
  /** Paints many tasks as few lanes, once that is there. */
  readonly paintGroups: PaintGroups | undefined;
  readonly marks: readonly EventMark[];
  readonly atMs: number;
  readonly headMs: number;
  readonly selected: string | undefined;
  readonly colour: Colour;
}

/** Reads a token's value. */
export type Colour = (token: string) => string;

/** Paints lanes into a room below a line, in pixels. */
export type PaintGroups = (pen: CanvasRenderingContext2D, input: TrackInput, top: number, room: number) => void;

/** What a lane is painted from, in the track or in the list of all. */
export type LaneInput = Pick<TrackInput, "width" | "span" | "headMs" | "selected" | "colour">;

function axisOf({ height }: TrackInput): number {
  return height < AXIS.lowBelow ? AXIS.low : AXIS.wide;
}

/** Paints the whole track. */
export function paintTrack(pen: CanvasRenderingContext2D, input: TrackInput): void {
  const { width, height, span, colour } = input;
  const axis = axisOf(input);
  pen.clearRect(0, 0, width, height);
  const atX = xOf(input.atMs, span, width);
  paintAxis(pen, input, axis, atX);
  const room = height - axis - 5;
  if (input.lanes.length > MOST_LANES) input.paintGroups?.(pen, input, axis + 2, room);
  else {
    const lane = Math.min(MOST_LANE, room / Math.max(1, input.lanes.length));
    for (const [index, one] of input.lanes.entries()) paintLane(pen, one, { y: axis + 2 + index * lane, lane, input });
  }
  const headX = xOf(input.headMs, span, width);
  if (headX - atX > 1) {
    pen.fillStyle = colour("--qs-surface");
    pen.globalAlpha = 0.55;
    pen.fillRect(atX, axis, headX - atX, height - axis);
    pen.globalAlpha = 1;
  }
  paintClock(pen, input, axis, atX);
}

function paintAxis(pen: CanvasRenderingContext2D, input: TrackInput, axis: number, atX: number): void {
  const { width, height, span, colour, marks, headMs } = input;
  pen.fillStyle = colour("--qs-sunken");
  pen.fillRect(0, axis, width, height - axis - 3);
  pen.fillStyle = colour("--qs-water");
  pen.fillRect(0, axis, Math.max(0, xOf(headMs, span, width)), height - axis - 3);
  pen.font = fontOf(input);
  for (const atMs of axisTicks(span, width)) {
    const x = Math.round(xOf(atMs, span, width)) + 0.5;
    pen.fillStyle = colour("--qs-border");
    pen.fillRect(x - 0.5, axis, 1, height - axis - 3);
    const text = shortClock(atMs);
    const left = Math.max(0, Math.min(width - pen.measureText(text).width, x - pen.measureText(text).width / 2));
    pen.fillStyle = colour("--qs-muted");
    if (Math.abs(x - atX) >= CLOCK_ROOM && left > x - 60) pen.fillText(text, left, axis - 4);
  }
  for (const mark of marks) paintMark(pen, xOf(mark.atMs, span, width), axis, mark.refused, colour);
}

/** One lane of a task. */
export function paintLane(
  pen: CanvasRenderingContext2D,
  one: Lane,
  at: { readonly y: number; readonly lane: number; readonly input: LaneInput },
): void {
  const { y, lane, input } = at;
  if (one.key === input.selected) {
    pen.fillStyle = input.colour("--qs-accent-soft");
    pen.fillRect(0, y - 1, input.width, lane);
  }
  for (const stretch of one.stretches) paintStretch(pen, stretch, { y, height: Math.max(2, lane - 1), input });
}

/** The moment shown: a line through all lanes, and its time where the axis has room for it. */
function paintClock(pen: CanvasRenderingContext2D, input: TrackInput, axis: number, atX: number): void {
  const { width, height, colour, atMs } = input;
  pen.font = fontOf(input);
  const text = shortClock(atMs - (atMs % 1000));
  const w = pen.measureText(text).width + 8;
  const x = Math.max(0, Math.min(width - w, atX - w / 2));
  pen.fillStyle = colour("--qs-text");
  pen.fillRect(Math.max(0, Math.min(width - 2, atX - 1)), axis - 2, 2, height - axis);
  pen.beginPath();
  pen.roundRect(x, 0, w, axis - 1, 3);
  pen.fill();
  pen.fillStyle = colour("--qs-surface");
  pen.fillText(text, x + 4, axis - 4);
}

function fontOf({ colour }: TrackInput): string {
  return `11px ${colour("--qs-mono")}`;
}

/** A call of the learner: a diamond on the axis, a cross when it was refused. */
function paintMark(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  refused: boolean,
  colour: TrackInput["colour"],
): void {
  pen.fillStyle = colour(refused ? "--qs-danger" : "--qs-accent");
  pen.strokeStyle = pen.fillStyle;
  pen.lineWidth = 1.5;
  pen.beginPath();
  if (refused) {
    pen.moveTo(x - 3, y - 3);
    pen.lineTo(x + 3, y + 3);
    pen.moveTo(x + 3, y - 3);
    pen.lineTo(x - 3, y + 3);
    pen.stroke();
    return;
  }
  pen.moveTo(x, y - 4);
  pen.lineTo(x + 4, y);
  pen.lineTo(x, y + 4);
  pen.lineTo(x - 4, y);
  pen.fill();
}

function paintStretch(
  pen: CanvasRenderingContext2D,
  stretch: Stretch,
  at: { readonly y: number; readonly height: number; readonly input: LaneInput },
): void {
  const { span, width, headMs, colour } = at.input;
  const x = xOf(stretch.fromMs, span, width);
  const right = xOf(stretch.toMs ?? headMs, span, width);
  if (right < 0 || x > width) return;
  const w = Math.max(1, right - x - 0.5);
  pen.fillStyle = colour(stretch.look.token);
  const over = stretch.look.name === "stopped" || stretch.look.name === "failed";
  if (over) pen.fillRect(x, at.y + at.height / 2 - 0.5, w, 1);
  else if (stretch.look.fill === "tint") pen.fillRect(x, at.y, w, at.height);
  else if (stretch.look.fill === "hollow") {
    pen.globalAlpha = 0.3;
    pen.fillRect(x, at.y, w, at.height);
    pen.globalAlpha = 1;
    pen.fillRect(x, at.y, w, 1);
    pen.fillRect(x, at.y + at.height - 1, w, 1);
  } else paintStripes(pen, { x, y: at.y, w, h: at.height });
}

function paintStripes(pen: CanvasRenderingContext2D, box: { x: number; y: number; w: number; h: number }): void {
  const end = box.x + box.w;
  for (let x = box.x; x < end; x += 4) pen.fillRect(x, box.y, Math.min(2.4, end - x), box.h);
}

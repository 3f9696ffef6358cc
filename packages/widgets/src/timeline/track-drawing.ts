/** Draws the lanes and the axis of the timeline on a canvas. States differ by height and hatching as well as by colour. */

import { clockText } from "../base/clock.ts";
import type { EventMark, Lane, Stretch } from "./lanes.ts";
import { axisTicks, type Span, xOf } from "./scale.ts";

export const AXIS_HEIGHT = 18;
const MOST_LANE = 13;
const LEAST_LANE = 3;
const MOST_TRACK = 60;

export interface TrackInput {
  readonly width: number;
  readonly height: number;
  readonly span: Span;
  readonly lanes: readonly Lane[];
  readonly marks: readonly EventMark[];
  readonly atMs: number;
  readonly headMs: number;
  readonly selected: string | undefined;
  /** Reads a token's value. */
  readonly colour: (token: string) => string;
}

/** How many lanes are shown, how high each is, and how high the track is then. */
export function trackSize(count: number): { readonly lane: number; readonly shown: number; readonly height: number } {
  const lane = Math.min(MOST_LANE, Math.max(LEAST_LANE, Math.floor(MOST_TRACK / Math.max(1, count))));
  const shown = Math.min(count, Math.floor(MOST_TRACK / lane));
  return { lane, shown, height: AXIS_HEIGHT + Math.max(18, shown * lane + 8) };
}

/** Paints the whole track. The newest lanes are kept when there are too many. */
export function paintTrack(pen: CanvasRenderingContext2D, input: TrackInput): void {
  const { width, height, span, colour } = input;
  pen.clearRect(0, 0, width, height);
  paintAxis(pen, input);
  const { lane, shown } = trackSize(input.lanes.length);
  const visible = input.lanes.slice(-shown);
  visible.forEach((one, index) => {
    const y = AXIS_HEIGHT + 4 + index * lane;
    if (one.key === input.selected) {
      pen.fillStyle = colour("--qs-accent-soft");
      pen.fillRect(0, y - 1, width, lane);
    }
    for (const stretch of one.stretches) paintStretch(pen, stretch, { y, height: Math.max(2, lane - 2), input });
  });
  const headX = xOf(input.headMs, span, width);
  const atX = xOf(input.atMs, span, width);
  if (headX - atX > 1) {
    pen.fillStyle = colour("--qs-surface");
    pen.globalAlpha = 0.55;
    pen.fillRect(atX, AXIS_HEIGHT, headX - atX, height - AXIS_HEIGHT);
    pen.globalAlpha = 1;
  }
}

function paintAxis(pen: CanvasRenderingContext2D, { width, height, span, colour, marks, headMs }: TrackInput): void {
  pen.fillStyle = colour("--qs-sunken");
  pen.fillRect(0, AXIS_HEIGHT, width, height - AXIS_HEIGHT);
  pen.fillStyle = colour("--qs-water");
  pen.fillRect(0, AXIS_HEIGHT, Math.max(0, xOf(headMs, span, width)), height - AXIS_HEIGHT);
  pen.font = `10px ${colour("--qs-mono")}`;
  for (const atMs of axisTicks(span, width)) {
    const x = Math.round(xOf(atMs, span, width)) + 0.5;
    pen.fillStyle = colour("--qs-border");
    pen.fillRect(x - 0.5, AXIS_HEIGHT, 1, height - AXIS_HEIGHT);
    pen.fillStyle = colour("--qs-muted");
    if (x < width - 34) pen.fillText(clockText(atMs).replace(/\.0$/, ""), x + (x < 4 ? 0 : -14), 12);
  }
  for (const mark of marks)
    paintMark(
      pen,
      xOf(mark.atMs, span, width),
      mark.refused ? colour("--qs-danger") : colour("--qs-accent"),
      mark.refused,
    );
}

/** A call of the learner: a flag on the axis, crossed when it was refused. */
function paintMark(pen: CanvasRenderingContext2D, x: number, colour: string, refused: boolean): void {
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.beginPath();
  if (refused) {
    pen.moveTo(x - 3, AXIS_HEIGHT - 3);
    pen.lineTo(x + 3, AXIS_HEIGHT + 3);
    pen.moveTo(x + 3, AXIS_HEIGHT - 3);
    pen.lineTo(x - 3, AXIS_HEIGHT + 3);
    pen.stroke();
    return;
  }
  pen.moveTo(x, AXIS_HEIGHT - 4);
  pen.lineTo(x + 4, AXIS_HEIGHT);
  pen.lineTo(x, AXIS_HEIGHT + 4);
  pen.lineTo(x - 4, AXIS_HEIGHT);
  pen.fill();
}

function paintStretch(
  pen: CanvasRenderingContext2D,
  stretch: Stretch,
  at: { readonly y: number; readonly height: number; readonly input: TrackInput },
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

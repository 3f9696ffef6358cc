/** Paints the tasks of a run when they are many: as one lane a family in the track, and all of them below it. Comes when they are. */

import { xOf } from "../base/time-scale.ts";
import type { Lane } from "./lane.ts";
import { groupsOf, type LaneGroup } from "./lane-groups.ts";
import { type LaneInput, paintLane, type TrackInput } from "./track-drawing.ts";

/** Height of a lane where every task has one, and of its words. */
export const LANE_HEIGHT = 14;

let known:
  | { readonly lanes: readonly Lane[]; readonly version: number; readonly groups: readonly LaneGroup[] }
  | undefined;

/** The groups of a track's lanes, worked out once for each thing that happens. */
function groupsFor({ lanes, version }: TrackInput): readonly LaneGroup[] {
  if (known?.lanes !== lanes || known.version !== version) known = { lanes, version, groups: groupsOf(lanes) };
  return known.groups;
}

/** One lane a family: as high as it has tasks, running ones below those on their way, its name in it. */
export function paintGroups(pen: CanvasRenderingContext2D, input: TrackInput, top: number, room: number): void {
  const { span, width, headMs, colour } = input;
  const groups = groupsFor(input);
  const high = room / groups.length;
  for (const [index, { name, steps, most }] of groups.entries()) {
    const foot = top + (index + 1) * high;
    const unit = (high - 2) / most;
    for (const [at, { fromMs, running, moving }] of steps.entries()) {
      const x = Math.round(xOf(fromMs, span, width));
      const w = Math.round(xOf(steps[at + 1]?.fromMs ?? headMs, span, width)) - x;
      if (w <= 0) continue;
      pen.globalAlpha = 0.55;
      pen.fillStyle = colour("--qs-state-running");
      pen.fillRect(x, foot - running * unit, w, running * unit);
      pen.fillStyle = colour("--qs-state-pending");
      pen.fillRect(x, foot - (running + moving) * unit, w, moving * unit);
      pen.globalAlpha = 1;
    }
    if (high < 9) continue;
    pen.font = `600 11px ${colour("--qs-font")}`;
    pen.fillStyle = colour("--qs-text");
    pen.fillText(name, 5, foot - Math.max(2, (high - 11) / 2 + 1));
  }
}

/** The lanes of all tasks that are in view, each with its name, and the moment shown. */
export function paintLanes(
  pen: CanvasRenderingContext2D,
  input: LaneInput & {
    readonly lanes: readonly Lane[];
    readonly atMs: number;
    readonly height: number;
    readonly top: number;
  },
): void {
  const { lanes, width, height, span, colour, top } = input;
  pen.clearRect(0, 0, width, height);
  const first = Math.floor(top / LANE_HEIGHT);
  for (const [index, one] of lanes.slice(first, first + Math.ceil(height / LANE_HEIGHT) + 1).entries()) {
    const y = (first + index) * LANE_HEIGHT - top + 1;
    paintLane(pen, one, { y, lane: LANE_HEIGHT - 2, input });
    pen.font = `600 11px ${colour("--qs-font")}`;
    const text = `${one.shortId} ${one.family}`;
    const from = Math.max(0, Math.min(width - 120, xOf(one.stretches[0]?.fromMs ?? 0, span, width)));
    pen.lineWidth = 3;
    pen.strokeStyle = colour("--qs-surface");
    pen.strokeText(text, from + 4, y + 10);
    pen.fillStyle = colour("--qs-text");
    pen.fillText(text, from + 4, y + 10);
  }
  pen.fillStyle = colour("--qs-text");
  pen.fillRect(Math.min(width - 2, Math.max(0, xOf(input.atMs, span, width) - 1)), 0, 2, height);
}

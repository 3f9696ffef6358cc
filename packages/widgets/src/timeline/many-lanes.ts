/**
 * Paints the tasks of a run when they are many: as one lane a service or family in the track, and each of them in the list of
 * all lanes. Comes when they are.
 */

import { hueOf } from "../base/service-facts.ts";
import { paintStripe } from "../base/service-hues.ts";
import type { ServiceSteps } from "../base/service-steps.ts";
import { xOf } from "../base/time-scale.ts";
import type { Lane } from "./lane.ts";
import { type LaneGroup, LaneGroups } from "./lane-groups.ts";
import { type LaneInput, type PaintGroups, paintLane } from "./track-drawing.ts";

/** Height of a lane where every task has one, and of its words. */
export const LANE_HEIGHT = 14;
/** Width of a service's stripe. */
const STRIPE = 5;
/** Lower lanes have no name and no line. */
const NAMED_FROM = 9;

/** What a group is painted from. */
type GroupInput = LaneInput & { readonly atMs: number };

/** The many lanes of one timeline. */
export class ManyLanes {
  readonly #groups = new LaneGroups();

  /** Services and families with their tasks. */
  readonly of: LaneGroups["of"] = (lanes, records) => this.#groups.of(lanes, records);

  /** One lane a group, with its name in it. */
  readonly paint: PaintGroups = (pen, input, top, room) => {
    const groups = this.of(input.lanes, input.records);
    const high = room / groups.length;
    for (const [index, group] of groups.entries()) {
      const y = top + index * high;
      paintGroup(pen, group, { y, high, input });
      if (high < NAMED_FROM) continue;
      pen.font = `600 11px ${input.colour("--qs-font")}`;
      pen.lineWidth = 3;
      pen.strokeStyle = input.colour("--qs-water");
      const at = [group.story === undefined ? 5 : STRIPE + 5, y + high - Math.max(2, (high - 11) / 2 + 1)] as const;
      pen.strokeText(group.name, ...at);
      pen.fillStyle = input.colour("--qs-text");
      pen.fillText(group.name, ...at);
    }
  };
}

/** A group as high as it has tasks, running ones below those on their way; what its service wants as a dashed line, its deployments as lines down. */
export function paintGroup(
  pen: CanvasRenderingContext2D,
  { steps, most, story }: LaneGroup,
  { y, high, input }: { readonly y: number; readonly high: number; readonly input: GroupInput },
): void {
  const { span, width, headMs, colour } = input;
  const foot = y + high - 1;
  const unit = (high - 3) / most;
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
  if (story === undefined) return;
  if (high >= NAMED_FROM) paintWanted(pen, story, { foot, unit, input });
  pen.fillStyle = colour("--qs-text");
  for (const { fromMs } of story.rollouts) pen.fillRect(Math.round(xOf(fromMs, span, width)), y, 1, high);
  if (story.service === undefined) return;
  const hue = hueOf(story.service);
  paintStripe(pen, { hue, isOld: false }, input.colour, { x: 0, y: y + 1, w: STRIPE, h: high - 2 });
}

/** What a service wanted, as a dashed line. */
function paintWanted(
  pen: CanvasRenderingContext2D,
  { steps }: ServiceSteps,
  { foot, unit, input }: { readonly foot: number; readonly unit: number; readonly input: GroupInput },
): void {
  const { span, width, headMs, colour } = input;
  pen.strokeStyle = colour("--qs-text");
  pen.lineWidth = 1;
  pen.setLineDash([3, 2]);
  pen.beginPath();
  for (const [at, { fromMs, desired }] of steps.entries()) {
    const level = Math.round(foot - desired * unit) + 0.5;
    pen.lineTo(xOf(fromMs, span, width), level);
    pen.lineTo(xOf(steps[at + 1]?.fromMs ?? headMs, span, width), level);
  }
  pen.stroke();
  pen.setLineDash([]);
}

/** A task's lane with its name, its service's stripe where it begins. */
export function paintNamedLane(
  pen: CanvasRenderingContext2D,
  lane: Lane,
  { story }: LaneGroup,
  { y, input }: { readonly y: number; readonly input: GroupInput },
): void {
  const { width, span, colour, atMs } = input;
  paintLane(pen, lane, { y, lane: LANE_HEIGHT - 2, input });
  const from = Math.max(0, Math.min(width - 120, xOf(lane.stretches[0]?.fromMs ?? 0, span, width)));
  const service = story?.service;
  if (service !== undefined) {
    const isOld = story?.wantedAt(atMs)?.deploymentId !== lane.startedBy;
    const hue = hueOf(service);
    paintStripe(pen, { hue, isOld }, colour, { x: from, y, w: STRIPE, h: LANE_HEIGHT - 3 });
  }
  pen.font = `600 11px ${colour("--qs-font")}`;
  pen.lineWidth = 3;
  pen.strokeStyle = colour("--qs-surface");
  const text = story === undefined ? `${lane.shortId} ${lane.family}` : lane.shortId;
  pen.strokeText(text, from + STRIPE + 3, y + 10);
  pen.fillStyle = colour("--qs-text");
  pen.fillText(text, from + STRIPE + 3, y + 10);
}

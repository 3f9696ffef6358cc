/** The lines and areas of a service's chart as SVG paths: steps in, shapes out. Lengths in pixels. */

import type { ServiceStep } from "../base/service-steps.ts";
import { type Span, xOf } from "../base/time-scale.ts";

/** Where the chart is drawn in its picture. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly w: number;
  readonly h: number;
}

/** The areas that stand on one another, from the axis up. */
export const LAYERS = ["older", "running", "pending", "stopping"] as const;
export type Layer = (typeof LAYERS)[number];

/** What is drawn of a service. */
export interface ChartShape {
  readonly areas: readonly { readonly layer: Layer; readonly path: string }[];
  readonly band: string;
  readonly lower: string;
  readonly upper: string;
  /** The upper edge of what runs. */
  readonly running: string;
  readonly desired: string;
  /** Height of a number of tasks. */
  readonly y: (tasks: number) => number;
}

/** The number up to which the scale goes: the most that was there or might be, at least one. */
export function mostOf(steps: readonly ServiceStep[]): number {
  return steps.reduce((most, step) => Math.max(most, step.upper, step.desired, topOf(step, "stopping")), 1);
}

/**
 * The shapes of the steps that a span shows.
 * @param endMs where the last step ends
 */
export function shapeOf(all: readonly ServiceStep[], span: Span, endMs: number, frame: Frame): ChartShape {
  const first = Math.max(
    0,
    all.findLastIndex(({ fromMs }) => fromMs <= span.fromMs),
  );
  const steps = all.slice(first);
  const most = mostOf(steps);
  const y = (tasks: number) => frame.top + frame.h - (tasks / most) * frame.h;
  const x = (atMs: number) => frame.left + Math.min(frame.w, Math.max(0, xOf(atMs, span, frame.w)));
  const stairs = steps.map((step, at) => ({ step, from: x(step.fromMs), to: x(steps[at + 1]?.fromMs ?? endMs) }));
  const line = (value: (step: ServiceStep) => number) =>
    stairs
      .map(({ step, from, to }, at) => `${at === 0 ? "M" : "L"}${round(from)} ${round(y(value(step)))}H${round(to)}`)
      .join("");
  const between = (top: (step: ServiceStep) => number, foot: (step: ServiceStep) => number) => {
    const back = stairs
      .toReversed()
      .map(({ step, from, to }) => `L${round(to)} ${round(y(foot(step)))}H${round(from)}`);
    return stairs.length === 0 ? "" : `${line(top)}${back.join("")}Z`;
  };
  const areas = LAYERS.filter((layer) => steps.some((step) => amountOf(step, layer) > 0)).map((layer) => {
    return {
      layer,
      path: between(
        (step) => topOf(step, layer),
        (step) => topOf(step, layer) - amountOf(step, layer),
      ),
    };
  });
  return {
    areas,
    band: between(
      ({ upper }) => upper,
      ({ lower }) => lower,
    ),
    lower: line(({ lower }) => lower),
    upper: line(({ upper }) => upper),
    running: line(({ running }) => running),
    desired: line(({ desired }) => desired),
    y,
  };
}

/** How many tasks a layer shows. */
function amountOf(step: ServiceStep, layer: Layer): number {
  return layer === "running" ? step.running - step.older : step[layer];
}

/** How many tasks a layer and those below it show. */
function topOf(step: ServiceStep, layer: Layer): number {
  const upTo = LAYERS.slice(0, LAYERS.indexOf(layer) + 1);
  return upTo.reduce((sum, each) => sum + amountOf(step, each), 0);
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}

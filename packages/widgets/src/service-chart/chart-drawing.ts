/** Draws the chart of a service as SVG: the band of its bounds, tasks in the shades of their revisions, what is wanted as a dashed line. */
import { nothing, type SVGTemplateResult, svg } from "lit";
import { shortClock } from "../base/clock.ts";
import { drawPatterns } from "../base/service-hues.ts";
import type { ServiceSteps } from "../base/service-steps.ts";
import { axisTicks, type Span, xOf } from "../base/time-scale.ts";
import { type ChartShape, type Frame, type Layer, shapeOf } from "./chart-shape.ts";

/** Height of the picture. Ours. */
export const CHART_HEIGHT = 132;
const ROOM = { left: 22, right: 4, top: 17, bottom: 17 } as const;
/** Words of the axis and of deployments that would stand nearer to one another are left out. */
const LETTER = 6.7;

/** What is drawn. */
export interface ChartInput {
  readonly story: ServiceSteps;
  /** Number of the service's hue. */
  readonly hue: number;
  readonly width: number;
  readonly span: Span;
  /** The moment shown, and how far the run has come. */
  readonly atMs: number;
  readonly headMs: number;
  /** Where the pointer is. */
  readonly pointedMs: number | undefined;
}

/** Where the plot lies in a picture of a width. */
export function frameOf(width: number): Frame {
  return {
    left: ROOM.left,
    top: ROOM.top,
    w: Math.max(1, width - ROOM.left - ROOM.right),
    h: CHART_HEIGHT - ROOM.top - ROOM.bottom,
  };
}

/** The whole picture. */
export function drawChart(input: ChartInput): SVGTemplateResult {
  const { story, hue, width, span, headMs, atMs, pointedMs } = input;
  const frame = frameOf(width);
  const { left, top, w, h } = frame;
  const x = (ms: number) => left + Math.min(w, Math.max(0, xOf(ms, span, w)));
  const shape = shapeOf(story.steps, span, headMs, frame);
  return svg`<svg viewBox=${`0 0 ${width} ${CHART_HEIGHT}`} height=${CHART_HEIGHT} aria-hidden="true" style="--c: var(--qs-service-${hue})">
    <rect class="ground" x=${left} y=${top} width=${w} height=${h}></rect>
    <rect class="lived" x=${left} y=${top} width=${x(headMs) - left} height=${h}></rect>
    ${drawAxis(span, frame)}
    <path class="band" d=${shape.band}></path>
    ${shape.areas.map(({ layer, path }) => svg`<path class="area ${layer}" fill=${fillOf(layer, hue)} d=${path}></path>`)}
    <path class="bound" d=${shape.lower}></path><path class="bound" d=${shape.upper}></path>
    <path class="runs" d=${shape.running}></path>
    <path class="desired" d=${shape.desired}></path>
    ${drawRollouts(input, frame, x)}
    ${x(headMs) - x(atMs) > 1 ? svg`<rect class="veil" x=${x(atMs)} y=${top} width=${x(headMs) - x(atMs)} height=${h}></rect>` : nothing}
    ${drawScale(input, shape)}
    ${pointedMs === undefined ? nothing : svg`<path class="pointer" d=${`M${x(pointedMs)} ${top}V${top + h}`}></path>`}
    <path class="cursor" d=${`M${x(atMs)} ${top - 3}V${top + h + 3}`}></path>
  </svg>`;
}

/** What the picture and its keys are filled with. */
export function drawFills(hue: number): SVGTemplateResult {
  return svg`<svg class="fills" aria-hidden="true"><defs>${drawPatterns(hue)}</defs></svg>`;
}

/** What stands before a number's name: the look of its part of the picture. */
export function drawKey(layer: Layer | "desired" | "bounds", hue: number): SVGTemplateResult {
  const look =
    layer === "desired"
      ? svg`<path class="desired" d="M0 5H16"></path>`
      : layer === "bounds"
        ? svg`<rect class="band" width="16" height="10"></rect><path class="bound" d="M0 0.5H16M0 9.5H16"></path>`
        : svg`<rect class="area ${layer}" fill=${fillOf(layer, hue)} x="0.5" y="0.5" width="15" height="9"></rect>`;
  return svg`<svg viewBox="0 0 16 10" aria-hidden="true" style="--c: var(--qs-service-${hue})">${look}</svg>`;
}

function fillOf(layer: Layer, hue: number): string {
  if (layer === "older") return `url(#service-old-${hue})`;
  return layer === "stopping" ? `url(#service-stopping-${hue})` : `var(--qs-service-${hue})`;
}

function drawAxis(span: Span, { left, top, w, h }: Frame): SVGTemplateResult[] {
  return axisTicks(span, w).map((atMs) => {
    const text = shortClock(atMs);
    const half = (text.length * LETTER) / 2;
    const x = left + xOf(atMs, span, w);
    const fits = x + half <= left + w + ROOM.right;
    return svg`<path class="tick" d=${`M${x} ${top}V${top + h}`}></path>
      ${fits ? svg`<text x=${Math.max(0, x - half)} y=${top + h + 13}>${text}</text>` : nothing}`;
  });
}

/** Deployments by the revision that they bring; of those that stand close the later one is named. */
function drawRollouts({ story, span }: ChartInput, { left, top, w, h }: Frame, x: (ms: number) => number) {
  const shown = story.rollouts.filter(({ fromMs }) => fromMs >= span.fromMs && fromMs <= span.toMs);
  let free = left + w + ROOM.right;
  return shown.toReversed().map(({ fromMs, definition }) => {
    const at = x(fromMs);
    const name = definition.slice(definition.lastIndexOf(":"));
    const from = Math.min(at, left + w + ROOM.right - name.length * LETTER);
    const fits = from + name.length * LETTER <= free;
    if (fits) free = from - 4;
    return svg`<path class="rollout" d=${`M${at} ${top - 4}V${top + h}`}></path>
      ${fits ? svg`<text class="mark" x=${from} y=${top - 5}>${name}</text>` : nothing}`;
  });
}

/** The numbers at the left edge: what is wanted at the moment shown, and between what it may move. */
function drawScale({ story, atMs }: ChartInput, { y }: ChartShape) {
  const step = story.at(atMs);
  if (step === undefined) return nothing;
  const placed: number[] = [];
  return [step.desired, step.upper, step.lower, 0].map((tasks) => {
    if (placed.some((other) => Math.abs(y(other) - y(tasks)) < 11)) return nothing;
    placed.push(tasks);
    return svg`<text class=${tasks === step.desired ? "mark" : ""} x=${ROOM.left - 4} y=${y(tasks) + 4} text-anchor="end">${tasks}</text>`;
  });
}

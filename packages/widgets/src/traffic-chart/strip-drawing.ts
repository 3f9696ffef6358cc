/** Strips of a traffic chart as SVG: requests a second, times of answers, requests lost by kind; one below the other on one clock. */
import type { Loss } from "@quayside/simulator";
import { nothing, type SVGTemplateResult, svg } from "lit";
import { shortClock } from "../base/clock.ts";
import { axisTicks, type Span, xOf } from "../base/time-scale.ts";
import { type Bucket, SHARES } from "./traffic-series.ts";

/** Heights. Ours. */
const STRIP = 58;
const GAP = 20;
const AXIS = 17;
const LEFT = 2;
const RIGHT = 2;
export const STRIPS_HEIGHT = 3 * (STRIP + GAP) + AXIS;
/** About as wide as a letter of the axis. */
const LETTER = 6.7;

/** What is drawn. */
export interface StripsInput {
  readonly buckets: readonly Bucket[];
  readonly width: number;
  readonly span: Span;
  readonly atMs: number;
  readonly headMs: number;
  readonly pointedMs: number | undefined;
  /** Names of the strips, in their order. */
  readonly titles: readonly [string, string, string];
  /** What the buckets at the moment that is read say, in the same order. */
  readonly values: readonly [string, string, string];
}

/** Where the plots lie, and how wide they are. */
export function plotOf(width: number): { readonly left: number; readonly w: number } {
  return { left: LEFT, w: Math.max(1, width - LEFT - RIGHT) };
}

/** The whole picture. */
export function drawStrips(input: StripsInput): SVGTemplateResult {
  const { width, span, atMs, headMs, pointedMs } = input;
  const { left, w } = plotOf(width);
  const x = (ms: number) => left + Math.min(w, Math.max(0, xOf(ms, span, w)));
  const bottom = 3 * (STRIP + GAP);
  return svg`<svg viewBox=${`0 0 ${width} ${STRIPS_HEIGHT}`} height=${STRIPS_HEIGHT} aria-hidden="true">
    ${[0, 1, 2].map((at) => drawGround(input, at, x))}
    ${axisTicks(span, w).map((ms) => drawTick(ms, x(ms), bottom, left + w))}
    ${drawRequests(input, x)}${drawTimes(input, x)}${drawLost(input, x)}
    ${x(headMs) - x(atMs) > 1 ? svg`<rect class="veil" x=${x(atMs)} y=${GAP} width=${x(headMs) - x(atMs)} height=${bottom - GAP}></rect>` : nothing}
    ${pointedMs === undefined ? nothing : svg`<path class="pointer" d=${`M${x(pointedMs)} ${GAP}V${bottom}`}></path>`}
    <path class="cursor" d=${`M${x(atMs)} ${GAP - 3}V${bottom}`}></path>
  </svg>`;
}

/** Upper and lower edge of a strip. */
function edges(at: number): { readonly top: number; readonly bottom: number } {
  const top = at * (STRIP + GAP) + GAP;
  return { top, bottom: top + STRIP };
}

function drawGround({ titles, values, width, headMs }: StripsInput, at: number, x: (ms: number) => number) {
  const { top } = edges(at);
  const { left, w } = plotOf(width);
  return svg`<rect class="ground" x=${left} y=${top} width=${w} height=${STRIP}></rect>
    <rect class="lived" x=${left} y=${top} width=${x(headMs) - left} height=${STRIP}></rect>
    <text class="title" x=${left} y=${top - 6}>${titles[at]}</text>
    <text class="mark" x=${left + w} y=${top - 6} text-anchor="end">${values[at]}</text>`;
}

function drawTick(ms: number, x: number, bottom: number, right: number): SVGTemplateResult {
  const text = shortClock(ms);
  const half = (text.length * LETTER) / 2;
  return svg`<path class="tick" d=${`M${x} ${GAP}V${bottom}`}></path>
    ${x + half <= right ? svg`<text x=${Math.max(0, x - half)} y=${bottom + 13}>${text}</text>` : nothing}`;
}

/** The largest value, written at the upper left of its strip: a round one. */
function scaleOf(most: number, at: number): { readonly y: (value: number) => number; readonly top: number } {
  const top = roundUp(most);
  const { bottom } = edges(at);
  return { top, y: (value) => bottom - (Math.min(value, top) / top) * (STRIP - 4) };
}

/** The next of 1, 2, 5, 10, 20, 50 and so on. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((factor) => factor * power >= value) ?? 10) * power;
}

function drawScale(top: number, at: number, unit: string): SVGTemplateResult {
  return svg`<text class="scale" x=${LEFT + 4} y=${edges(at).top + 12}>${top.toLocaleString("en")}${unit}</text>`;
}

function drawRequests({ buckets }: StripsInput, x: (ms: number) => number): SVGTemplateResult {
  const { top, y } = scaleOf(Math.max(0, ...buckets.map(({ perSecond }) => perSecond)), 0);
  const { bottom } = edges(0);
  const line = stairs(buckets, ({ perSecond }) => y(perSecond), x);
  const last = buckets.at(-1);
  const area = last === undefined ? "" : `${line}V${bottom}H${x(buckets[0]?.fromMs ?? 0)}Z`;
  return svg`<path class="requests" d=${area}></path><path class="line" d=${line}></path>${drawScale(top, 0, "/s")}`;
}

function drawTimes({ buckets }: StripsInput, x: (ms: number) => number): SVGTemplateResult {
  const { top, y } = scaleOf(Math.max(0, ...buckets.map(({ within }) => within?.at(-1) ?? 0)), 1);
  const lines = SHARES.map((_, at) => {
    const answered = buckets.filter(({ within }) => within !== undefined);
    return svg`<path class=${`time p${at}`} d=${stairs(answered, ({ within }) => y(within?.[at] ?? 0), x)}></path>`;
  });
  return svg`${lines}${drawScale(top, 1, " ms")}`;
}

/** Kinds of losses from the ground up; each has its own look. */
export const LOSS_CLASSES: Readonly<Record<Loss, string>> = {
  target5xx: "app",
  rejected: "app full",
  refused502: "bad",
  cut502: "bad cut",
  none503: "none",
  timeout504: "late",
  unreached: "unreached",
};

function drawLost({ buckets }: StripsInput, x: (ms: number) => number): SVGTemplateResult {
  const sums = buckets.map(({ lost }) => Object.values(lost).reduce((sum, count) => sum + count, 0));
  const { top, y } = scaleOf(Math.max(0, ...sums), 2);
  const { bottom } = edges(2);
  const bars = buckets.flatMap(({ lost, fromMs, toMs }) => {
    let below = 0;
    return Object.entries(lost).map(([end, count]) => {
      const [low, high] = [y(below), y(below + count)];
      below += count;
      const width = Math.max(1.5, x(toMs) - x(fromMs) - 0.5);
      return svg`<rect class=${`lost ${LOSS_CLASSES[end as Loss]}`} x=${x(fromMs)} y=${Math.min(high, bottom - 2)} width=${width} height=${Math.max(2, low - high)}></rect>`;
    });
  });
  return svg`${bars}${sums.some((sum) => sum > 0) ? drawScale(top, 2, "") : nothing}`;
}

/** A line that holds each bucket's value over its width; a gap where buckets are missing. */
function stairs(buckets: readonly Bucket[], y: (bucket: Bucket) => number, x: (ms: number) => number): string {
  let endMs = Number.NaN;
  return buckets
    .map((bucket) => {
      const joins = Math.abs(bucket.fromMs - endMs) < 1;
      endMs = bucket.toMs;
      const at = y(bucket).toFixed(1);
      return `${joins ? "V" : `M${x(bucket.fromMs).toFixed(1)} `}${at}H${x(bucket.toMs).toFixed(1)}`;
    })
    .join("");
}

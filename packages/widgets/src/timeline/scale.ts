/** The part of a run that the timeline shows, and where a moment lies in it. Lengths in pixels, times in simulated ms. */
import { ticks } from "d3";

/** What is shown: from `fromMs` to `toMs`. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The least that is shown, so that the first seconds do not rush across the whole width. */
export const LEAST_SPAN_MS = 60_000;

/**
 * The span for a run that has come to `headMs` while `atMs` is looked at. With `widthMs` it is a window that follows the
 * moment and never leaves the run; without, everything.
 */
export function spanOf(headMs: number, atMs: number, widthMs: number | undefined): Span {
  const wholeMs = Math.max(LEAST_SPAN_MS, headMs * 1.04);
  if (widthMs === undefined || widthMs >= wholeMs) return { fromMs: 0, toMs: wholeMs };
  const fromMs = Math.min(Math.max(0, atMs - widthMs * 0.7), wholeMs - widthMs);
  return { fromMs, toMs: fromMs + widthMs };
}

/** Where a moment lies, in pixels from the left edge; may lie outside. */
export function xOf(atMs: number, span: Span, width: number): number {
  return ((atMs - span.fromMs) / (span.toMs - span.fromMs)) * width;
}

/** Round moments to write on the axis, about one for every 80 pixels: multiples of seconds or minutes. */
export function axisTicks(span: Span, width: number): number[] {
  const wanted = Math.max(2, Math.floor(width / 80));
  const minutes = span.toMs - span.fromMs > wanted * 60_000;
  const unit = minutes ? 60_000 : 1000;
  return ticks(span.fromMs / unit, span.toMs / unit, wanted)
    .filter((value) => Number.isInteger(value))
    .map((value) => value * unit);
}

/** The part of a run that the timeline shows, and where a moment lies in it. Lengths in pixels, times in simulated ms. */

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
export function axisTicks({ fromMs, toMs }: Span, width: number): number[] {
  const wanted = Math.max(2, Math.floor(width / 80));
  const unitMs = toMs - fromMs > wanted * 60_000 ? 60_000 : 1000;
  const stepMs = roundStep((toMs - fromMs) / unitMs / wanted) * unitMs;
  const first = Math.ceil(fromMs / stepMs);
  const count = Math.floor(toMs / stepMs) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * stepMs);
}

/** The nearest of 1, 2, 5, 10, 20, 50 and so on, by ratio; never below 1. */
function roundStep(exact: number): number {
  const power = 10 ** Math.floor(Math.log10(exact));
  const ratio = exact / power;
  const factor = ratio >= Math.sqrt(50) ? 10 : ratio >= Math.sqrt(10) ? 5 : ratio >= Math.SQRT2 ? 2 : 1;
  return Math.max(1, factor * power);
}

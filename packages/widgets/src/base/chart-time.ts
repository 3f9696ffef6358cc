/** How charts on the lab's clock are read and walked: which moment lies under the pointer, where a key leads, and the wish to go there. */
import type { TimeRequest } from "./speeds.ts";
import type { Span } from "./time-scale.ts";

/** Where the plot lies in a chart, in pixels from its left edge. */
export interface Plot {
  readonly left: number;
  readonly w: number;
}

/** The moment under a pointer, within what is shown and not ahead of the run. */
export function momentUnder(event: PointerEvent, { left, w }: Plot, { fromMs, toMs }: Span, headMs: number): number {
  const edge = (event.currentTarget as HTMLElement).getBoundingClientRect().left;
  const share = (event.clientX - edge - left) / w;
  return Math.round(Math.min(headMs, Math.max(fromMs, fromMs + share * (toMs - fromMs))));
}

/** Moments that keys lead to: one by one, by the page, the first, the last. */
export interface Stops {
  readonly near: readonly number[];
  readonly far: readonly number[];
  readonly atMs: number;
  readonly headMs: number;
}

/** Where a key leads; undefined when it is not for the chart. */
export function goalOf(event: KeyboardEvent, { near, far, atMs, headMs }: Stops): number | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const moments = event.key.startsWith("Page") ? far : near;
  const before = moments.findLast((each) => each < atMs) ?? 0;
  const after = moments.find((each) => each > atMs) ?? headMs;
  const goals: Readonly<Record<string, number | undefined>> = {
    ArrowLeft: before,
    PageDown: before,
    ArrowRight: after,
    PageUp: after,
    Home: near[0] ?? 0,
    End: headMs,
  };
  return goals[event.key];
}

/** Asks the lab to show a moment. */
export function goTo(element: HTMLElement, atMs: number): void {
  const detail: TimeRequest = { action: "scrub", atMs };
  element.dispatchEvent(new CustomEvent("quayside-time", { detail, bubbles: true, composed: true }));
}

/**
 * How near the map looks at its things: the layout takes the first of these measures at which everything fits. Near boxes say
 * everything, far ones a sign and a colour; at the last one instances are bars and their tasks are counted.
 */

export type Level = "near" | "mid" | "short" | "far" | "bars";

/** Sizes at one level, in CSS pixels. */
export interface Measure {
  readonly level: Level;
  /** Least and largest width of a task's box, and its height. */
  readonly least: number;
  readonly most: number;
  readonly high: number;
  readonly gap: number;
  /** Least width of an instance, and what stands over its tasks. */
  readonly machine: number;
  readonly head: number;
}

/** What stands over the tasks of an instance that is looked at from near. */
export const NEAR_HEAD = 48;

const LEVELS: Readonly<Record<Level, Omit<Measure, "level" | "least" | "most" | "high">>> = {
  near: { gap: 7, machine: 200, head: NEAR_HEAD },
  mid: { gap: 5, machine: 140, head: 36 },
  short: { gap: 4, machine: 112, head: 22 },
  far: { gap: 2, machine: 46, head: 16 },
  bars: { gap: 2, machine: 4, head: 0 },
};

function measure(level: Level, least: number, most: number, high: number): Measure {
  return { level, least, most, high, ...LEVELS[level] };
}

/** Every measure, the nearest first. */
export const MEASURES: readonly Measure[] = [
  measure("near", 208, 380, 80),
  measure("near", 154, 300, 60),
  measure("mid", 92, 118, 24),
  measure("mid", 68, 91, 24),
  measure("mid", 62, 67, 24),
  measure("short", 60, 66, 18),
  measure("short", 46, 59, 18),
  ...[20, 17, 14, 12, 10, 8, 6].map((side) => measure("far", side, side, side)),
  ...[15, 12, 9, 6, 4].map((side) => ({ ...measure("bars", 0, 0, 0), machine: side })),
];

/** How many boxes stand side by side in a width, at least one, and how wide each is then. */
export function columnsIn(
  width: number,
  { least, most, gap }: Measure,
): { readonly count: number; readonly w: number } {
  const count = Math.max(1, Math.floor((width + gap) / (least + gap)));
  return { count, w: Math.min(most, (width - gap * (count - 1)) / count) };
}

/** Height of so many boxes in a width; without end where not even one fits. */
export function heightOf(tasks: number, width: number, measure: Measure): number {
  if (tasks === 0) return 0;
  if (width < measure.least) return Number.POSITIVE_INFINITY;
  const rows = Math.ceil(tasks / columnsIn(width, measure).count);
  return rows * measure.high + (rows - 1) * measure.gap;
}

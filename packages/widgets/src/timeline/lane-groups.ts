/** Many tasks as few lanes: one a family, as high as it has tasks at each moment, those that run and those on their way. Pure. */
import type { Lane } from "./lane.ts";

/** From one moment to the next the numbers are the same. */
export interface GroupStep {
  readonly fromMs: number;
  readonly running: number;
  /** On its way up or down, not running. */
  readonly moving: number;
}

export interface LaneGroup {
  readonly name: string;
  readonly steps: readonly GroupStep[];
  /** The most tasks at one moment. */
  readonly most: number;
}

const OVER = new Set(["STOPPED", "DELETED"]);

/** One group a family, in the order in which they came. */
export function groupsOf(lanes: readonly Lane[]): LaneGroup[] {
  const families = new Map<string, Lane[]>();
  for (const lane of lanes) {
    const known = families.get(lane.family);
    if (known === undefined) families.set(lane.family, [lane]);
    else known.push(lane);
  }
  return [...families].map(([name, members]) => {
    const steps = stepsOf(members);
    return { name, steps, most: Math.max(1, ...steps.map(({ running, moving }) => running + moving)) };
  });
}

function stepsOf(lanes: readonly Lane[]): GroupStep[] {
  const changes: { readonly atMs: number; readonly running: number; readonly moving: number }[] = [];
  for (const { stretches } of lanes) {
    for (const { fromMs, toMs, status } of stretches) {
      if (OVER.has(status)) continue;
      const [running, moving] = status === "RUNNING" ? [1, 0] : [0, 1];
      changes.push({ atMs: fromMs, running, moving });
      if (toMs !== undefined) changes.push({ atMs: toMs, running: -running, moving: -moving });
    }
  }
  changes.sort((left, right) => left.atMs - right.atMs);
  const steps: GroupStep[] = [];
  let [running, moving] = [0, 0];
  for (const change of changes) {
    running += change.running;
    moving += change.moving;
    if (steps.at(-1)?.fromMs === change.atMs) steps.pop();
    steps.push({ fromMs: change.atMs, running, moving });
  }
  return steps;
}

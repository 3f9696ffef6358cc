/**
 * What strategies wish for, as a score of each instance that fits: the lowest wins. `spread` counts tasks of the same task
 * group, `binpack` looks at what is left, `random` gives no score and draws.
 * Simplified: `spread` counts over all instances of the cluster that are not INACTIVE, DRAINING ones included, and takes
 * those without the attribute for a group of their own; AWS documents neither.
 */
import type { ContainerInstanceRow } from "../model/container-instances.ts";
import type { PlacementStrategy } from "../model/placement.ts";
import { attributeOf, countOf } from "./query/compile.ts";

/** Lower is better; undefined for a strategy that draws. */
export type Score = ((row: ContainerInstanceRow) => number) | undefined;

/** The scores of a strategy among these instances, for a task of this group. */
export function scoreOf(strategy: PlacementStrategy, all: readonly ContainerInstanceRow[], group: string): Score {
  switch (strategy.type) {
    case "random":
      return undefined;
    case "binpack":
      return strategy.field === "cpu" ? (row) => row.remaining.cpu : (row) => row.remaining.memory;
    case "spread":
      return strategy.field === "instanceId" || strategy.field === "host"
        ? (row) => countOf(row, group)
        : spreadOver(strategy.field.slice("attribute:".length), all, group);
  }
}

function spreadOver(
  name: string,
  all: readonly ContainerInstanceRow[],
  group: string,
): (row: ContainerInstanceRow) => number {
  const counts = new Map<string | null, number>();
  for (const row of all) {
    const count = countOf(row, group);
    if (count === 0) continue;
    const value = attributeOf(row, name) ?? null;
    counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return (row) => counts.get(attributeOf(row, name) ?? null) ?? 0;
}

/** How a connection is walked, hop by hop: the first hop that refuses is the last one. */
import type { Hop, HopKind } from "../model/hop.ts";

/** Asks one place after the other, until one refuses. Each step gives one hop or several. */
export function walk(...steps: readonly (() => Hop | readonly Hop[])[]): Hop[] {
  const hops: Hop[] = [];
  for (const step of steps) {
    const next = step();
    hops.push(...("kind" in next ? [next] : next));
    if (hops.at(-1)?.passes === false) break;
  }
  return hops;
}

/** Whether the last place lets the packet pass, too. */
export function reaches(hops: readonly Hop[]): boolean {
  return hops.at(-1)?.passes !== false;
}

/** A place that lets the packet pass. */
export function passes(kind: HopKind, why: string, sentence: string, ids: { id?: string; rule?: string } = {}): Hop {
  return { kind, passes: true, why, id: ids.id, rule: ids.rule, sentence };
}

/** A place that does not. */
export function refuses(kind: HopKind, why: string, sentence: string, ids: { id?: string; rule?: string } = {}): Hop {
  return { kind, passes: false, why, id: ids.id, rule: ids.rule, sentence };
}

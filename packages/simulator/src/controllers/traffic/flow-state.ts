/**
 * What the engine keeps of the traffic of one load balancer between two closings: its book, the targets as they were seen last,
 * and what has changed since. A value that never changes; it lies beside the tables, because a row a second would be too much.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { CloudReaders } from "../../model/tables.ts";
import { type Book, openBook } from "../../traffic/book.ts";
import type { TargetView } from "../../traffic/view.ts";

/** What may have changed, each with the number of the record that it belongs to. */
export interface Changes {
  /** Undefined: only these targets. */
  readonly everything: number | undefined;
  readonly targets: ReadonlyMap<string, number>;
}

const NO_CHANGES: Changes = { everything: undefined, targets: new Map() };

export interface FlowState {
  readonly book: Book;
  /** By the keys of their rows. */
  readonly targets: ReadonlyMap<string, TargetView>;
  /** What may have changed since the plan was made; undefined: nothing. */
  readonly changed: Changes | undefined;
  /** Number of the entry of the agenda that closes the book next; any other one is out of date. */
  readonly entry: number;
  /** Ways and places in which requests are being lost. */
  readonly losing: ReadonlyMap<string, Losing>;
}

/** Up to when requests were lost in one way, and the record that told of the first. */
export interface Losing {
  readonly untilMs: number;
  readonly record: number;
}

/** Undefined: nobody sends anything to this load balancer. */
export function flowStateOf({ world }: Pick<Cloud, "world">, loadBalancerArn: string): FlowState | undefined {
  return world.flows.get(loadBalancerArn) as FlowState | undefined;
}

export function newFlowState(nowMs: number): FlowState {
  return { book: openBook(nowMs), targets: new Map(), changed: undefined, entry: 0, losing: new Map() };
}

/** Something that traffic depends on has changed: the interval ends with this moment. Belongs to the next record. */
export function touch(sim: Cloud, loadBalancerArn: string, target?: string): void {
  const state = flowStateOf(sim, loadBalancerArn);
  if (state === undefined) return;
  const changed = joined(state.changed ?? NO_CHANGES, target, sim.nextRecord);
  const entry = state.changed === undefined ? closeAfter(sim, loadBalancerArn, 0, sim.nextRecord) : state.entry;
  sim.world.flows.set(loadBalancerArn, { ...state, changed, entry });
}

/** The first cause counts: what follows in the same moment follows from it. */
function joined({ everything, targets }: Changes, target: string | undefined, record: number): Changes {
  if (target === undefined) return { everything: everything ?? record, targets };
  return targets.has(target)
    ? { everything, targets }
    : { everything, targets: new Map([...targets, [target, record]]) };
}

/** Puts the next closing on the agenda. @returns the number of the entry */
export function closeAfter(sim: Cloud, loadBalancerArn: string, delayMs: number, cause?: number): number {
  const slot = sim.tables.loadBalancers.get(loadBalancerArn)?.slot ?? -1;
  return sim.schedule(delayMs, "FLOW_DUE", loadBalancerArn, slot, undefined, cause === undefined ? {} : { cause });
}

/** Number of a load balancer, or of a target group, in the ledger: the place of its row in the table. */
export const placeOf = {
  loadBalancer: ({ slot }: { readonly slot: number }) => 2 * slot,
  targetGroup: ({ slot }: { readonly slot: number }) => 2 * slot + 1,
} as const;

/** The ARN behind a number of the ledger; undefined when its row is gone. */
export function arnAt(tables: Pick<CloudReaders, "loadBalancers" | "targetGroups">, place: number): string | undefined {
  const slot = place >> 1;
  return place % 2 === 0
    ? tables.loadBalancers.at(slot)?.loadBalancerArn
    : tables.targetGroups.at(slot)?.targetGroupArn;
}

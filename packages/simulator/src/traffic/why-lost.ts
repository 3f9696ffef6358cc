/**
 * Why requests were lost: what the ledger says of a stretch of time, put together by what happened to them, where, and the
 * record of the journal that brought their targets into that state. From the record on it is the usual chain of causes.
 */
import { LOSSES, type Loss } from "../model/traffic.ts";
import type { TrafficLedger } from "../model/traffic-ledger.ts";

/** Requests that were lost in one way, at one place, from one cause. */
export interface Lost {
  readonly end: Loss;
  readonly place: number;
  /** Number of the record; -1 when no target had them. */
  readonly since: number;
  readonly count: number;
  /** From the beginning of the first interval to the end of the last one in which some were lost. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Row of the ledger in which the first were lost. */
  readonly firstRow: number;
}

/** What was lost in intervals that end after one moment, and not after another; those that were lost first come first. */
export function lostBetween(ledger: TrafficLedger, fromMs: number, toMs: number): Lost[] {
  const found = new Map<string, Lost>();
  for (let row = ledger.firstAbove("toMs", fromMs); row < ledger.length && ledger.get(row, "toMs") <= toMs; row += 1) {
    for (const end of LOSSES) {
      const count = ledger.get(row, end);
      if (count > 0) add(found, ledger, row, end, count);
    }
  }
  return [...found.values()];
}

function add(found: Map<string, Lost>, ledger: TrafficLedger, row: number, end: Loss, count: number): void {
  const [place, since] = [ledger.get(row, "place"), ledger.get(row, "since")];
  const [fromMs, toMs] = [ledger.get(row, "fromMs"), ledger.get(row, "toMs")];
  const key = `${end} ${place} ${since}`;
  const before = found.get(key) ?? { end, place, since, count: 0, fromMs, toMs, firstRow: row };
  found.set(key, { ...before, count: before.count + count, toMs });
}

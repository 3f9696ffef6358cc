/**
 * Tells in the journal when requests begin to be lost, and when that is over: edges only, one for each way and place. Which
 * requests they are is in the ledger.
 */
import { type Cloud, trafficOf } from "../../model/cloud.ts";
import { LOSSES, type Loss } from "../../model/traffic.ts";
import { arnAt } from "./flow-state.ts";

/** Losses are over when there was none for so long. Ours. */
const OVER_AFTER_MS = 60_000;
/** Errors of a program count when they are more than so many of its answers: every program makes some. Ours. */
const MANY_ERRORS = 0.01;

/**
 * Looks at the rows of a closing.
 * @param losing ways and places in which requests were being lost, with the moment up to which they were
 * @param firstRow of those rows
 * @returns the same after this closing
 */
export function tellLosses(
  sim: Cloud,
  arn: string,
  losing: ReadonlyMap<string, number>,
  firstRow: number,
): ReadonlyMap<string, number> {
  const ledger = trafficOf(sim);
  let after: Map<string, number> | undefined;
  for (let row = firstRow; row < ledger.length; row += 1) {
    for (const end of LOSSES) {
      if (!isLosing(sim, row, end)) continue;
      const key = `${end} ${ledger.get(row, "place")}`;
      after ??= new Map(losing);
      if (!after.has(key)) tell(sim, "LOSSES_BEGAN", arn, key, row);
      after.set(key, sim.nowMs);
    }
  }
  for (const [key, untilMs] of after ?? losing) {
    if (sim.nowMs - untilMs < OVER_AFTER_MS) continue;
    after ??= new Map(losing);
    after.delete(key);
    tell(sim, "LOSSES_ENDED", arn, key, ledger.length - 1);
  }
  return after ?? losing;
}

function isLosing(sim: Cloud, row: number, end: Loss): boolean {
  const ledger = trafficOf(sim);
  const count = ledger.get(row, end);
  return end === "target5xx" ? count > MANY_ERRORS * (count + ledger.get(row, "ok")) : count > 0;
}

function tell(sim: Cloud, kind: "LOSSES_BEGAN" | "LOSSES_ENDED", arn: string, key: string, ledgerRow: number): void {
  const [end = "", place = ""] = key.split(" ");
  const since = kind === "LOSSES_BEGAN" ? trafficOf(sim).get(ledgerRow, "since") : -1;
  const facts = { end: end as Loss, at: arnAt(sim.tables, Number(place)) ?? arn, ledgerRow };
  sim.record(kind, arn, facts, since === -1 ? undefined : since);
}

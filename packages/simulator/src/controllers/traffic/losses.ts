/**
 * Tells in the journal when requests begin to be lost, and when that is over: edges only, one for each way and place. Which
 * requests they are is in the ledger.
 */
import { type Cloud, trafficOf } from "../../model/cloud.ts";
import { LOSSES, type Loss } from "../../model/traffic.ts";
import { arnAt, type Losing } from "./flow-state.ts";

/** Losses are over when there was none for so long. Ours. */
const OVER_AFTER_MS = 60_000;
/** Errors of a program count when they are more than so many of its answers: every program makes some. Ours. */
const MANY_ERRORS = 0.01;

type AllLosing = ReadonlyMap<string, Losing>;

/**
 * Looks at the rows of a closing.
 * @param losing ways and places in which requests were being lost before
 * @param firstRow of those rows
 * @returns the same after this closing
 */
export function tellLosses(sim: Cloud, arn: string, losing: AllLosing, firstRow: number): AllLosing {
  const ledger = trafficOf(sim);
  let after: Map<string, Losing> | undefined;
  for (let row = firstRow; row < ledger.length; row += 1) {
    for (const end of LOSSES) {
      if (!isLosing(sim, row, end)) continue;
      const key = `${end} ${ledger.get(row, "place")}`;
      after ??= new Map(losing);
      const record = after.get(key)?.record ?? tell(sim, "LOSSES_BEGAN", arn, key, row, ledger.get(row, "since"));
      after.set(key, { untilMs: sim.nowMs, record });
    }
  }
  for (const [key, { untilMs, record }] of after ?? losing) {
    if (sim.nowMs - untilMs < OVER_AFTER_MS) continue;
    after ??= new Map(losing);
    after.delete(key);
    tell(sim, "LOSSES_ENDED", arn, key, ledger.length - 1, record);
  }
  return after ?? losing;
}

function isLosing(sim: Cloud, row: number, end: Loss): boolean {
  const ledger = trafficOf(sim);
  const count = ledger.get(row, end);
  return end === "target5xx" ? count > MANY_ERRORS * (count + ledger.get(row, "ok")) : count > 0;
}

/** @param cause number of the record that led to it; -1: whatever this step follows from */
function tell(
  sim: Cloud,
  kind: "LOSSES_BEGAN" | "LOSSES_ENDED",
  arn: string,
  key: string,
  ledgerRow: number,
  cause: number,
): number {
  const [end = "", place = ""] = key.split(" ");
  const facts = { end: end as Loss, at: arnAt(sim.tables, Number(place)) ?? arn, ledgerRow };
  return sim.record(kind, arn, facts, cause === -1 ? undefined : cause);
}

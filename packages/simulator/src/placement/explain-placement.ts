/**
 * What the journal keeps of a placement, and the whole trace worked out from it again. A record `PLACEMENT_DECIDED` holds
 * these facts; the instances stand in the tables as they were just before that record.
 */
import { assert } from "../kernel/assert.ts";
import { placeOf } from "../model/place.ts";
import type { PlacementFacts } from "../model/placement.ts";
import { candidatesOf, type PlacementTables } from "./candidates.ts";
import { type Placement, type PlacementPlan, planPlacement } from "./place.ts";
import { type PlacementTrace, tracePlacement } from "./trace.ts";

/** The facts of a placement, for the journal. */
export function placementFacts({ request }: PlacementPlan, placement: Placement): PlacementFacts {
  if (!placement.placed) return { request, placed: false, failures: placement.failures };
  const { draws, instance } = placement;
  return { request, placed: true, containerInstanceArn: instance.containerInstanceArn, draws };
}

/**
 * The trace of a decision that was made before.
 * @param tables as they stood just before the record: `JournalView.moveToRecord(record.seq)`
 */
export function explainPlacement(tables: PlacementTables, facts: PlacementFacts): PlacementTrace {
  const { request } = facts;
  const draws = facts.placed ? facts.draws : [];
  const winner = facts.placed ? facts.containerInstanceArn : undefined;
  let used = 0;
  const drawAgain = (count: number) => {
    const drawn = draws[used];
    assert(
      drawn?.count === count,
      () => `the decision drew ${drawn?.drawn} of ${drawn?.count}, now it would be of ${count}`,
    );
    used += 1;
    return drawn.drawn;
  };
  const plan = planPlacement(request, placeOf(tables).startsAtMs);
  const { trace } = tracePlacement(plan, candidatesOf(tables, request.clusterArn), drawAgain);
  assert(trace.winner === winner, () => `the decision was ${winner}, its explanation says ${trace.winner}`);
  return trace;
}

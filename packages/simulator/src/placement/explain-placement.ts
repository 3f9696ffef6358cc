/**
 * What the journal keeps of a placement, and the whole trace worked out from it again. A record `PLACEMENT_DECIDED` holds
 * these facts; the instances stand in the tables as they were just before that record.
 */
import { assert } from "../kernel/assert.ts";
import { candidatesOf, type PlacementTables } from "./candidates.ts";
import { type Drawn, type Placement, type PlacementPlan, planPlacement } from "./place.ts";
import type { PlacementRequest } from "./request.ts";
import type { PlacementReason } from "./stages.ts";
import { type PlacementTrace, tracePlacement } from "./trace.ts";

/** What a decision leaves behind: what was asked, what was drawn, what came of it. Plain data. */
export interface PlacementFacts {
  readonly request: PlacementRequest;
  readonly draws: readonly Drawn[];
  /** The instance that got the task; undefined when none could take it. */
  readonly containerInstanceArn?: string;
  /** When none could take it: how many instances there were for each reason. */
  readonly refusals?: Readonly<Partial<Record<PlacementReason, number>>>;
}

/** The facts of a placement, for the journal. */
export function placementFacts({ request }: PlacementPlan, placement: Placement): PlacementFacts {
  if (placement.placed) {
    return { request, draws: placement.draws, containerInstanceArn: placement.instance.containerInstanceArn };
  }
  const refusals: Partial<Record<PlacementReason, number>> = {};
  for (const { reason } of placement.failures) refusals[reason] = (refusals[reason] ?? 0) + 1;
  return { request, draws: [], refusals };
}

/**
 * The trace of a decision that was made before.
 * @param tables as they stood just before the record: `JournalView.moveToRecord(record.seq)`
 */
export function explainPlacement(tables: PlacementTables, facts: PlacementFacts): PlacementTrace {
  const { request, draws } = facts;
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
  const { trace } = tracePlacement(planPlacement(request), candidatesOf(tables, request.clusterArn), drawAgain);
  assert(
    trace.winner === facts.containerInstanceArn,
    () => `the decision was ${facts.containerInstanceArn}, its explanation says ${trace.winner}`,
  );
  return trace;
}

/**
 * A placement with everything that was looked at: the verdict of every stage on every instance, the scores of every
 * strategy, the ties and how they ended. Worked out by the very functions that decide; never kept in the journal, which
 * would grow with instances times tasks.
 */

import type { PlacementReason } from "../model/causes/placements.ts";
import type { ContainerInstanceRow } from "../model/container-instances.ts";
import type { PlacementRequest } from "../model/placement.ts";
import { type Draw, firstRefusal, type Placement, type PlacementPlan, place, type StrategyStep } from "./place.ts";
import type { Amount, Stage, StageId } from "./stages.ts";

/** A stage as the heading of a column. */
export interface TracedStage {
  readonly id: StageId;
  readonly reason: PlacementReason | undefined;
  /** Of a memberOf constraint. */
  readonly expression?: string;
}

/** What a stage said of an instance; `untried` when an earlier one had left it out. */
export type StageVerdict =
  | { readonly verdict: "passed" | "failed"; readonly needed: Amount; readonly left: Amount }
  | { readonly verdict: "untried" };

/** What a strategy said of an instance: still the best with others, or behind; lower scores are better, a lot has none. */
export type StrategyVerdict =
  | { readonly verdict: "passed" | "failed"; readonly score?: number }
  | { readonly verdict: "untried" };

/** One instance in a trace. */
export interface TracedInstance {
  readonly containerInstanceArn: string;
  readonly ec2InstanceId: string;
  readonly slot: number;
  /** `chosen`: it got the task; `fits`: it could have; `unfit`: a stage left it out. */
  readonly outcome: "chosen" | "fits" | "unfit";
  /** One for each stage, in their order. */
  readonly stages: readonly StageVerdict[];
  /** One for each strategy, in their order. */
  readonly strategies: readonly StrategyVerdict[];
}

/**
 * How the decision ended: nobody was left, one instance alone fitted, a strategy left one, a lot was drawn, or the
 * instance that registered first won what was still a tie. `strategy` counts from 0; `among` are those of the last tie.
 */
export type Decision =
  | { readonly by: "nobody-fits" }
  | { readonly by: "only-one-fits" }
  | { readonly by: "strategy"; readonly strategy: number }
  | { readonly by: "lot"; readonly strategy: number; readonly among: number }
  | { readonly by: "registration"; readonly among: number };

/** A placement and how it came about: plain data. */
export interface PlacementTrace {
  readonly request: PlacementRequest;
  readonly stages: readonly TracedStage[];
  /** In the order of registration. */
  readonly instances: readonly TracedInstance[];
  readonly decision: Decision;
  /** ARN of the container instance that got the task. */
  readonly winner: string | undefined;
}

/** Places one task as `place` does, and tells everything. */
export function tracePlacement(
  plan: PlacementPlan,
  candidates: readonly ContainerInstanceRow[],
  draw: Draw,
): { readonly placement: Placement; readonly trace: PlacementTrace } {
  const steps: StrategyStep[] = [];
  const placement = place(plan, candidates, draw, (step) => steps.push(step));
  const { request, stages } = plan;
  const winner = placement.placed ? placement.instance : undefined;
  const scores = scoresByRow(steps);
  const trace: PlacementTrace = {
    request,
    stages: stages.map(({ id, reason, expression }) => ({ id, reason, ...(expression && { expression }) })),
    instances: candidates.map((row) => ({
      containerInstanceArn: row.containerInstanceArn,
      ec2InstanceId: row.spec.ec2InstanceId,
      slot: row.slot,
      outcome: row === winner ? "chosen" : firstRefusal(stages, row) === undefined ? "fits" : "unfit",
      stages: verdictsOf(stages, row),
      strategies: request.strategies.map((_, index) => scores[index]?.get(row) ?? { verdict: "untried" }),
    })),
    decision: decisionOf(placement, steps),
    winner: winner?.containerInstanceArn,
  };
  return { placement, trace };
}

function verdictsOf(stages: readonly Stage[], row: ContainerInstanceRow): StageVerdict[] {
  let refused = false;
  return stages.map((stage) => {
    if (refused) return { verdict: "untried" };
    refused = !stage.passes(row);
    return { verdict: refused ? "failed" : "passed", ...stage.measure(row) };
  });
}

/** For each step what it said of each of its contenders. */
function scoresByRow(steps: readonly StrategyStep[]): ReadonlyMap<ContainerInstanceRow, StrategyVerdict>[] {
  return steps.map(({ contenders, scores, tied }) => {
    const best = new Set(tied);
    return new Map(
      contenders.map((row, index) => {
        const score = scores[index];
        return [row, { verdict: best.has(row) ? "passed" : "failed", ...(score !== undefined && { score }) }] as const;
      }),
    );
  });
}

function decisionOf(placement: Placement, steps: readonly StrategyStep[]): Decision {
  if (!placement.placed) return { by: "nobody-fits" };
  const last = steps.at(-1);
  if (last === undefined) return { by: "only-one-fits" };
  if (last.tied.length > 1) return { by: "registration", among: last.tied.length };
  const strategy = steps.length - 1;
  return last.strategy.type === "random"
    ? { by: "lot", strategy, among: last.contenders.length }
    : { by: "strategy", strategy };
}

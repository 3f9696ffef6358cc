/**
 * Where one task goes: stages leave instances out, strategies order the rest one after the other (each decides only
 * among the ties of those before), and the instance that registered first wins what is still a tie.
 * Several tasks of one call are placed one by one, each with the rows as the one before left them.
 * Ours: the rule for ties; AWS documents none.
 */

import { assert } from "../kernel/assert.ts";
import type { ContainerInstanceRow, TaskReservation } from "../model/container-instances.ts";
import { DEFAULT_PLACE } from "../model/place.ts";
import type { Drawn, PlacementFailure, PlacementRequest, PlacementStrategy, TaskNeeds } from "../model/placement.ts";
import { scoreOf } from "./rankings.ts";
import { type Stage, stagesOf } from "./stages.ts";

/** A request made ready: the same plan places every task of a call. */
export interface PlacementPlan {
  readonly request: PlacementRequest;
  readonly stages: readonly Stage[];
}

/** Draws a number from 0 up to but excluding `count`. */
export type Draw = (count: number) => number;

/** An instance for the task, with what it takes there; or why there is none. */
export type Placement =
  | {
      readonly placed: true;
      readonly instance: ContainerInstanceRow;
      readonly reservation: TaskReservation;
      readonly draws: readonly Drawn[];
    }
  | {
      readonly placed: false;
      /** One for each ACTIVE instance, in the order of registration. None: the cluster has no ACTIVE instance. */
      readonly failures: readonly PlacementFailure[];
    };

/** What one strategy made of the instances that were still tied. */
export interface StrategyStep {
  readonly strategy: PlacementStrategy;
  readonly contenders: readonly ContainerInstanceRow[];
  /** In the order of the contenders; none for a strategy that draws. */
  readonly scores: readonly number[];
  readonly tied: readonly ContainerInstanceRow[];
}

/** Makes a request ready. Its constraints must have passed `checkPlacement`. */
export function planPlacement(request: PlacementRequest, startsAtMs = DEFAULT_PLACE.startsAtMs): PlacementPlan {
  return { request, stages: stagesOf(request, startsAtMs) };
}

/**
 * Places one task.
 * @param candidates the instances of the cluster, ACTIVE or not, in the order of registration (`candidatesOf`)
 * @param watch gets each strategy's step, for a trace; without it nothing is kept
 */
export function place(
  plan: PlacementPlan,
  candidates: readonly ContainerInstanceRow[],
  draw: Draw,
  watch?: (step: StrategyStep) => void,
): Placement {
  const { request, stages } = plan;
  let tied: readonly ContainerInstanceRow[] = candidates.filter((row) => firstRefusal(stages, row) === undefined);
  if (tied.length === 0) return { placed: false, failures: failuresOf(stages, candidates) };
  const draws: Drawn[] = [];
  for (const strategy of request.strategies) {
    if (tied.length === 1) break;
    const contenders = tied;
    const score = scoreOf(strategy, candidates, request.group);
    tied = score === undefined ? [drawn(contenders, draw, draws)] : lowest(contenders, score);
    watch?.({ strategy, contenders, scores: score === undefined ? [] : contenders.map(score), tied });
  }
  const instance = tied[0] as ContainerInstanceRow;
  return { placed: true, instance, reservation: reservationOn(instance, request.needs), draws };
}

/** The first stage that an instance does not pass, or undefined. */
export function firstRefusal(stages: readonly Stage[], row: ContainerInstanceRow): Stage | undefined {
  for (const stage of stages) if (!stage.passes(row)) return stage;
  return undefined;
}

/** What the task takes of an instance that has room for it: of the GPUs those that are listed first. */
function reservationOn({ remaining }: ContainerInstanceRow, needs: TaskNeeds): TaskReservation {
  return { ...needs, gpus: needs.gpus === 0 ? [] : remaining.gpus.slice(0, needs.gpus) };
}

function failuresOf(stages: readonly Stage[], candidates: readonly ContainerInstanceRow[]): PlacementFailure[] {
  const failures: PlacementFailure[] = [];
  for (const row of candidates) {
    const reason = firstRefusal(stages, row)?.reason;
    if (reason !== undefined) failures.push({ arn: row.containerInstanceArn, reason });
  }
  return failures;
}

function lowest(contenders: readonly ContainerInstanceRow[], score: (row: ContainerInstanceRow) => number) {
  let best = Number.POSITIVE_INFINITY;
  let tied: ContainerInstanceRow[] = [];
  for (const row of contenders) {
    const own = score(row);
    if (own > best) continue;
    if (own < best) tied = [];
    best = own;
    tied.push(row);
  }
  return tied;
}

function drawn(contenders: readonly ContainerInstanceRow[], draw: Draw, draws: Drawn[]): ContainerInstanceRow {
  const count = contenders.length;
  const number = draw(count);
  const chosen = contenders[number];
  assert(chosen !== undefined, () => `placement drew ${number} of ${count}`);
  draws.push({ count, drawn: number });
  return chosen;
}

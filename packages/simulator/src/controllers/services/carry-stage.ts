/**
 * Carries a deployment that shifts traffic through its stages: after each beat it looks whether the stage is done, and moves to the
 * next one; a hook that fails, or a stage that lasts too long, sends the traffic back.
 * Source: Developer Guide, "Amazon ECS blue/green service deployments workflow" (checked 2026-11-29).
 * Simplified: one stage a beat of the scheduler; how long AWS takes from one stage to the next is not documented. What hooks answer
 * in a rollback changes nothing.
 */

import type { Nature } from "../../kernel/agenda.ts";
import { assert } from "../../kernel/assert.ts";
import { tellServiceDeployment } from "../../model/causes/service-events.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { DeploymentRow, ServiceRow } from "../../model/services.ts";
import type { StagedView } from "../../services/decide-staged.ts";
import { hookDueAt, isOpen } from "../../services/hooks.ts";
import {
  isReached,
  lastsUntil,
  limitOf,
  type PartCounts,
  partsOf,
  type ShiftPlan,
  type StageCounts,
  stepsOf,
} from "../../services/stages.ts";
import type { ServiceView, Verdict } from "../../services/view.ts";
import { completeDeployment } from "./deployments.ts";
import { beginStages, nextStage, planOfShift, type Shifting, shiftingOf } from "./enter-stage.ts";
import { failDeployment } from "./fail-deployment.ts";
import { networkProblem } from "./move-weights.ts";
import { hookProblem, runHooks } from "./run-hooks.ts";
import { changeService, deploymentsOf } from "./service-rows.ts";

/** What a beat does next: `over` when the deployment is done; else the stage has moved, or waits until a moment. */
export type StageEnd = "over" | "moved" | StageWait;

interface StageWait {
  /** Infinite: for a call. */
  readonly untilMs: number;
  readonly nature: Nature;
  readonly waitsFor: "clock" | "hooks";
}

/** The view of a service that is in a stage; undefined for every other one, and for one that is being deleted. */
export function stagedView(sim: Cloud, view: ServiceView): StagedView | undefined {
  const { service, deployments } = view;
  const [{ rolloutState, serviceDeploymentArn }] = deployments;
  const { shift, deploymentId: greenId } = sim.tables.serviceDeployments.get(serviceDeploymentArn) ?? {};
  if (shift === undefined || greenId === undefined) return undefined;
  return service.status !== "ACTIVE" || rolloutState === "COMPLETED" ? undefined : { ...view, shift, greenId };
}

/** After the passes of a beat. */
export function carryStage(sim: Cloud, service: ServiceRow, { facts, isSettled }: Verdict): StageEnd {
  const deployments = deploymentsOf(sim, service.serviceArn);
  const [primary] = deployments;
  const begun = shiftingOf(sim, primary.serviceDeploymentArn);
  const counts = countsOf(facts, deployments, begun);
  if (primary.rolloutState === "FAILED") return FOREVER;
  if (begun.shift.stage === undefined) {
    const hasLeftovers = counts.leftovers.wanted > 0;
    const reason = networkProblem(sim, begun, { isFirst: planOfShift(sim, begun).isFirst, hasLeftovers })?.reason;
    beginStages(sim, begun, hasLeftovers);
    if (reason !== undefined) failDeployment(sim, service, primary, { why: "network", alarmNames: [], reason });
    return "moved";
  }
  const { row, moved } = runHooks(sim, begun);
  const { shift } = row;
  const plan = planOfShift(sim, row);
  const problem = shift.isRollback ? undefined : (hookProblem(row) ?? limitProblem(sim, row));
  if (problem !== undefined) {
    const why = problem.why === "service-deployment.stage-limit" ? "stage" : "hook";
    failDeployment(sim, service, primary, { why, alarmNames: [], reason: problem.reason });
    return "moved";
  }
  const isOver = sim.nowMs >= lastsUntil(shift, plan) && !shift.hooks.some(isOpen);
  const isTidy = shift.stage !== "CLEAN_UP" || isSettled;
  if (!isOver || !isTidy || !isReached(shift, counts, service.desiredCount)) return moved ? "moved" : waitOf(sim, row);
  if (shift.stage === "CLEAN_UP") {
    completeDeployment(sim, service, primary, undefined);
    return "over";
  }
  nextStage(sim, row, eventAfter(row, plan));
  return "moved";
}

/** A deployment that has failed and was not rolled back stays in its stage. */
const FOREVER: StageWait = { untilMs: Number.POSITIVE_INFINITY, nature: "expiry", waitsFor: "clock" };

function eventAfter({ shift }: Shifting, plan: ShiftPlan) {
  if (shift.isRollback) return "UNDONE";
  const steps = stepsOf(plan).length;
  return shift.stage === "PRODUCTION_TRAFFIC_SHIFT" && shift.step < steps ? "STEPPED" : "DONE";
}

/** Pauses may last longer than a stage. */
function limitProblem(sim: Cloud, row: Shifting) {
  const { stage = "", hooks } = row.shift;
  const isPaused = hooks.some(({ status }) => status === "AWAITING_ACTION");
  if (isPaused || sim.nowMs < limitOf(row.shift, planOfShift(sim, row))) return undefined;
  return tellServiceDeployment("service-deployment.stage-limit", { stage });
}

/** For what a stage waits whose tasks are as it wants them. Nobody waits for a pause: somebody has to end it. */
function waitOf(sim: Cloud, row: Shifting): StageWait {
  const plan = planOfShift(sim, row);
  const { hooks } = row.shift;
  const open = hooks.filter(isOpen);
  const clock = lastsUntil(row.shift, plan);
  const isClockOver = sim.nowMs >= clock;
  const dues = open.flatMap((run) => hookDueAt(run) ?? []);
  const untilMs = Math.min(...dues, isClockOver ? limitOf(row.shift, plan) : clock);
  const isPaused = isClockOver && open.length > 0 && open.every(({ status }) => status === "AWAITING_ACTION");
  return {
    untilMs,
    nature: isPaused ? "expiry" : "progress",
    waitsFor: open.length > 0 ? "hooks" : "clock",
  };
}

/** Rests until the moment: what changes one of its tasks wakes the service before. */
export function waitForStage(sim: Cloud, serviceArn: string, { untilMs, nature, waitsFor }: StageWait): void {
  const service = sim.tables.services.get(serviceArn) as ServiceRow;
  const { serviceDeploymentArn } = deploymentsOf(sim, serviceArn)[0];
  const { stage } = shiftingOf(sim, serviceDeploymentArn).shift;
  assert(stage !== undefined, "a stage waits that has not begun");
  changeService(sim, service, { rests: true });
  const ends = Number.isFinite(untilMs);
  sim.record("STAGE_WAITS", serviceDeploymentArn, { stage, untilMs: ends ? untilMs : undefined, waitsFor });
  if (ends) sim.schedule(untilMs - sim.nowMs, "STAGE_DUE", serviceArn, service.slot, service.series, { nature });
}

const NONE: PartCounts = { wanted: 0, healthy: 0 };

/** What the beat has seen, by what each revision is to the shift. */
function countsOf(
  facts: Verdict["facts"],
  deployments: readonly DeploymentRow[],
  { deploymentId }: Shifting,
): StageCounts {
  const { green, blue } = partsOf(deployments, deploymentId);
  const of = (pick: (row: DeploymentRow) => boolean): PartCounts =>
    deployments.filter(pick).reduce((sum, row) => {
      const count = facts.deployments.find((each) => each.deploymentId === row.deploymentId);
      if (count === undefined) return sum;
      const { running, pending, healthy } = count;
      return { wanted: sum.wanted + running + pending, healthy: sum.healthy + healthy };
    }, NONE);
  return {
    green: of((row) => row === green),
    others: of((row) => row !== green),
    leftovers: of((row) => row !== green && row !== blue),
  };
}

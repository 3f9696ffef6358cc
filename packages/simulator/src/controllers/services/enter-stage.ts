/** A deployment that shifts traffic enters a stage: weights move with it, and the hooks of the stage begin. */
import { type StageEvent, stageChart } from "../../charts/stage-charts.ts";
import { assert } from "../../kernel/assert.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ServiceDeploymentRow } from "../../model/services.ts";
import { type HookRun, type LifecycleStage, NLB_SHIFT_MS, type TrafficShift } from "../../model/strategies.ts";
import { begunHook, hooksAt } from "../../services/hooks.ts";
import { type ShiftPlan, stepsOf } from "../../services/stages.ts";
import { isBehindNetwork, moveWeights } from "./move-weights.ts";

/** The service deployment of that ARN with its shift. */
export interface Shifting extends ServiceDeploymentRow {
  readonly shift: TrafficShift;
}

/** Reads it; it must shift traffic. */
export function shiftingOf(sim: Cloud, serviceDeploymentArn: string): Shifting {
  const row = sim.tables.serviceDeployments.get(serviceDeploymentArn);
  assert(row?.shift !== undefined, () => `${serviceDeploymentArn} shifts no traffic`);
  return row as Shifting;
}

/** Changes fields of its shift. The change belongs to the next record. */
export function changeShift(sim: Cloud, row: Shifting, fields: Partial<TrafficShift>): Shifting {
  const shift = { ...row.shift, ...fields };
  return sim.change("serviceDeployments", row, { shift, updatedAtMs: sim.nowMs }) as Shifting;
}

/** What its stages need to know. */
export function planOfShift(sim: Cloud, row: ServiceDeploymentRow): ShiftPlan {
  const { deploymentConfiguration: configuration, sourceRevisionArns } = row;
  const settleMs = isBehindNetwork(sim, row) ? NLB_SHIFT_MS : 0;
  return { configuration, isFirst: sourceRevisionArns.length === 0, settleMs };
}

/** The first stage: more than one older revision is brought in order before anything else. */
export function beginStages(sim: Cloud, row: Shifting, hasLeftovers: boolean): void {
  enter(sim, row, hasLeftovers ? stageChart.initial : stageChart.after(stageChart.initial, "DONE"));
}

/** The next stage, as the chart has it. */
export function nextStage(sim: Cloud, row: Shifting, event: StageEvent): void {
  const { stage } = row.shift;
  assert(stage !== undefined, "a stage ends that has not begun");
  enter(sim, row, stageChart.after(stage, event));
}

/** The traffic goes back to the revision before. */
export function goBack(sim: Cloud, row: Shifting): void {
  const { stage = stageChart.initial } = row.shift;
  enter(sim, changeShift(sim, row, { isRollback: true }), stageChart.after(stage, "WENT_BACK"));
}

function enter(sim: Cloud, row: Shifting, stage: LifecycleStage): void {
  const { deploymentConfiguration, serviceDeploymentArn } = row;
  const steps = stepsOf(planOfShift(sim, row));
  const hooks = hooksAt(deploymentConfiguration, stage).map((hook): HookRun => {
    const { hookTargetArn = "", targetType } = hook;
    const kind = targetType === "PAUSE" ? "pause" : "lambda";
    return begunHook(hook, `ecs-${kind}-${code(sim)}`, sim.nowMs, sim.tables.hookFunctions.get(hookTargetArn));
  });
  const { shift } = changeShift(sim, row, { ...weightsIn(row.shift, stage, steps), stage, sinceMs: sim.nowMs, hooks });
  const { isRollback, step, testWeight, productionWeight, movesTraffic } = shift;
  sim.record("STAGE_ENTERED", serviceDeploymentArn, {
    ...{ stage, isRollback, step, steps: steps.length, testWeight, productionWeight, movesTraffic },
  });
  moveWeights(sim, row, row.shift, shift);
  for (const { hookId, targetArn, expiresAtMs, timeoutAction } of hooks) {
    if (targetArn === undefined)
      sim.record("HOOK_AWAITING_ACTION", serviceDeploymentArn, { hookId, stage, expiresAtMs, timeoutAction });
    else sim.record("HOOK_CALLED", serviceDeploymentArn, { hookId, stage, functionArn: targetArn, invocation: 1 });
  }
}

/** The weights of a stage when it is entered. */
function weightsIn(shift: TrafficShift, stage: LifecycleStage, steps: readonly number[]): Partial<TrafficShift> {
  if (stage === "TEST_TRAFFIC_SHIFT") return { testWeight: shift.isRollback ? 0 : 100 };
  if (stage !== "PRODUCTION_TRAFFIC_SHIFT") return {};
  if (shift.isRollback) return { productionWeight: 0 };
  return { step: shift.step + 1, productionWeight: steps[shift.step] ?? 100 };
}

/** Forty-three letters, digits, hyphens and underscores, as AWS's ids of hooks have. */
function code(sim: Cloud): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
  return Array.from({ length: 43 }, () => letters[sim.world.random.between("ids", 0, letters.length - 1)]).join("");
}

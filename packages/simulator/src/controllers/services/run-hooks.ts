/** Hooks of a stage while it lasts: their functions answer or are called again, their time runs out. */
import { lambdaHookChart, pauseHookChart } from "../../charts/stage-charts.ts";
import type { Told } from "../../model/cause.ts";
import { tellServiceDeployment } from "../../model/causes/service-events.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ServiceRow } from "../../model/services.ts";
import {
  type HookAction,
  type HookRun,
  type HookStatus,
  type LifecycleStage,
  USUAL_ANSWERS,
} from "../../model/strategies.ts";
import { type HookStep, rollsBack, stepOfHook } from "../../services/hooks.ts";
import { changeShift, type Shifting, shiftingOf } from "./enter-stage.ts";
import { wakeByCall } from "./wake.ts";

/** Does what is due of the hooks of a stage. @returns the service deployment afterwards, and whether anything was due */
export function runHooks(sim: Cloud, row: Shifting): { readonly row: Shifting; readonly moved: boolean } {
  const { stage, hooks } = row.shift;
  if (stage === undefined) return { row, moved: false };
  let moved = false;
  for (const { hookId, targetArn = "" } of hooks) {
    const now = shiftingOf(sim, row.serviceDeploymentArn);
    const run = now.shift.hooks.find((each) => each.hookId === hookId) as HookRun;
    const step = stepOfHook(run, sim.nowMs, sim.tables.hookFunctions.get(targetArn));
    if (step === undefined) continue;
    moved = true;
    const after = take(sim, run, step);
    changeShift(sim, now, { hooks: now.shift.hooks.map((each) => (each === run ? after : each)) });
    note(sim, row.serviceDeploymentArn, stage, after, step);
  }
  return { row: shiftingOf(sim, row.serviceDeploymentArn), moved };
}

/** A hook after what is due of it. */
function take(sim: Cloud, run: HookRun, step: HookStep): HookRun {
  const { seconds, callBackDelay } = sim.tables.hookFunctions.get(run.targetArn ?? "") ?? USUAL_ANSWERS;
  const { dueAtMs: _due, ...rest } = run;
  if (step.kind === "timed-out") return { ...rest, status: timedOut(run) };
  if (step.kind === "called") {
    const dueAtMs = sim.nowMs + seconds * 1_000;
    return { ...rest, isBetween: false, invocations: run.invocations + 1, dueAtMs };
  }
  const { answer } = step;
  if (answer === "IN_PROGRESS") {
    return { ...rest, answer, isBetween: true, dueAtMs: sim.nowMs + callBackDelay * 1_000 };
  }
  return { ...rest, answer, status: lambdaHookChart.after(run.status, answer === "SUCCEEDED" ? answer : "FAILED") };
}

/**
 * Somebody ends a pause, and the scheduler looks at the service soon.
 * @returns whether there was such a pause that waited
 */
export function endPause(sim: Cloud, serviceDeploymentArn: string, hookId: string, action: HookAction): boolean {
  const { shift } = sim.tables.serviceDeployments.get(serviceDeploymentArn) ?? {};
  const run = shift?.hooks.find((each) => each.hookId === hookId);
  if (shift?.stage === undefined || run?.status !== "AWAITING_ACTION") return false;
  const row = shiftingOf(sim, serviceDeploymentArn);
  const after = { ...run, status: pauseHookChart.after(run.status, action === "CONTINUE" ? "CONTINUED" : "REFUSED") };
  changeShift(sim, row, { hooks: shift.hooks.map((each) => (each === run ? after : each)) });
  wakeByCall(sim, sim.tables.services.get(row.serviceArn) as ServiceRow);
  sim.record("HOOK_CONTINUED", serviceDeploymentArn, { hookId, stage: shift.stage, action });
  return true;
}

function timedOut({ targetType, status }: HookRun): HookStatus {
  return (targetType === "PAUSE" ? pauseHookChart : lambdaHookChart).after(status, "TIMED_OUT");
}

function note(sim: Cloud, arn: string, stage: LifecycleStage, run: HookRun, step: HookStep): void {
  const { hookId, targetArn: functionArn = "", invocations, timeoutAction } = run;
  if (step.kind === "timed-out") sim.record("HOOK_TIMED_OUT", arn, { hookId, stage, timeoutAction });
  else if (step.kind === "called")
    sim.record("HOOK_CALLED", arn, { hookId, stage, functionArn, invocation: invocations });
  else sim.record("HOOK_ANSWERED", arn, { hookId, stage, functionArn, answer: step.answer });
}

/** Why the hooks of a stage end the deployment, in AWS's words; undefined when they do not. */
export function hookProblem({ shift: { stage, hooks } }: Shifting): Told | undefined {
  const run = hooks.find(rollsBack);
  if (run === undefined || stage === undefined) return undefined;
  const { targetType, status, answer, targetArn: functionArn = "" } = run;
  if (targetType === "PAUSE") {
    return tellServiceDeployment(
      status === "TIMED_OUT" ? "service-deployment.pause-timeout" : "service-deployment.pause-refused",
      { stage },
    );
  }
  if (status === "TIMED_OUT") return tellServiceDeployment("service-deployment.hook-timeout", { stage });
  return tellServiceDeployment(
    answer === "NO_STATUS" ? "service-deployment.hook-no-status" : "service-deployment.hook-failed",
    { stage, functionArn },
  );
}

/**
 * Hooks of the stages of a deployment: which run, what their functions answer, and when. Pure functions of rows.
 * Source: Developer Guide, "Lambda hooks for Amazon ECS service deployments" and "Pause hooks for Amazon ECS service deployments"
 * (checked 2026-11-29).
 */
import type { DeploymentConfiguration } from "../model/services.ts";
import {
  type HookAnswer,
  type HookFunctionRow,
  type HookRun,
  type LifecycleHook,
  type LifecycleStage,
  USUAL_ANSWERS,
  USUAL_HOOK_MINUTES,
} from "../model/strategies.ts";

/** Stages without hooks. @source API Reference, DeploymentLifecycleHook (checked 2026-11-29) */
export const WITHOUT_HOOKS: ReadonlySet<string> = new Set(["SCALE_UP", "BAKE_TIME", "CLEAN_UP"]);

/** Stages without pause hooks, besides. @source Developer Guide, pause hooks (checked 2026-11-29) */
export const WITHOUT_PAUSE: ReadonlySet<string> = new Set(["TEST_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT"]);

/** The hooks that run in a stage: all at the same time. */
export function hooksAt(
  { lifecycleHooks = [] }: DeploymentConfiguration,
  stage: LifecycleStage,
): readonly LifecycleHook[] {
  return lifecycleHooks.filter(({ lifecycleStages }) => lifecycleStages.includes(stage));
}

type Answers = Omit<HookFunctionRow, "functionArn">;

/** A hook that begins. */
export function begunHook(
  hook: LifecycleHook,
  hookId: string,
  nowMs: number,
  answers: Answers = USUAL_ANSWERS,
): HookRun {
  const { targetType = "AWS_LAMBDA", hookTargetArn, timeoutConfiguration = {} } = hook;
  const { timeoutInMinutes = USUAL_HOOK_MINUTES, action = "ROLLBACK" } = timeoutConfiguration;
  const shared = {
    hookId,
    targetType,
    expiresAtMs: nowMs + timeoutInMinutes * 60_000,
    timeoutAction: action,
    isBetween: false,
  };
  if (targetType === "PAUSE") return { ...shared, status: "AWAITING_ACTION", invocations: 0 };
  const dueAtMs = nowMs + answers.seconds * 1_000;
  return { ...shared, status: "IN_PROGRESS", targetArn: hookTargetArn, invocations: 1, dueAtMs };
}

/** Whether a hook still keeps its stage from ending. */
export function isOpen({ status }: HookRun): boolean {
  return status === "AWAITING_ACTION" || status === "IN_PROGRESS";
}

/** Whether a hook ends its deployment. */
export function rollsBack({ status, timeoutAction }: HookRun): boolean {
  return status === "FAILED" || (status === "TIMED_OUT" && timeoutAction === "ROLLBACK");
}

/** What becomes of an open hook whose moment has come. */
export type HookStep =
  | { readonly kind: "timed-out" }
  | { readonly kind: "called" }
  | { readonly kind: "answered"; readonly answer: HookAnswer };

/** What is due of a hook; undefined: nothing yet. */
export function stepOfHook(run: HookRun, nowMs: number, answers: Answers = USUAL_ANSWERS): HookStep | undefined {
  if (!isOpen(run)) return undefined;
  if (nowMs >= run.expiresAtMs) return { kind: "timed-out" };
  if (run.dueAtMs === undefined || nowMs < run.dueAtMs) return undefined;
  if (run.isBetween) return { kind: "called" };
  const { answers: list } = answers;
  return { kind: "answered", answer: list[Math.min(run.invocations, list.length) - 1] ?? list[0] };
}

/** The next moment at which a hook needs somebody to look; undefined once it has ended. */
export function hookDueAt(run: HookRun): number | undefined {
  if (!isOpen(run)) return undefined;
  return Math.min(run.dueAtMs ?? Number.POSITIVE_INFINITY, run.expiresAtMs);
}

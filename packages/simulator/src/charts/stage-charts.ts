/**
 * The stages of a deployment that shifts traffic, and the lives of its hooks. State names are the values of the API.
 * Source: Developer Guide, "Amazon ECS blue/green service deployments workflow" and "Lifecycle hooks for Amazon ECS service
 * deployments" (checked 2026-11-29).
 * Simplified: a rollback has no stage of its own on AWS, which says only that the hooks of both shifts run again; here it passes
 * the two shifts in reverse and the clean-up.
 */
import { setup } from "xstate";
import type { HookStatus, LifecycleStage } from "../model/strategies.ts";
import { compileChart } from "./compile.ts";

/** `STEPPED`: more steps of production traffic follow. `WENT_BACK`: a rollback begins; `UNDONE`: it is done with a stage. */
export type StageEvent = "DONE" | "STEPPED" | "WENT_BACK" | "UNDONE";

const BACK = { WENT_BACK: "PRODUCTION_TRAFFIC_SHIFT" } as const;

/** `lifecycleStage` of a service deployment. */
export const stageMachine = setup({ types: { events: {} as { type: StageEvent } } }).createMachine({
  id: "lifecycle stage",
  initial: "RECONCILE_SERVICE",
  states: {
    RECONCILE_SERVICE: { on: { DONE: "PRE_SCALE_UP", ...BACK } },
    PRE_SCALE_UP: { on: { DONE: "SCALE_UP", ...BACK } },
    SCALE_UP: { on: { DONE: "POST_SCALE_UP", ...BACK } },
    POST_SCALE_UP: { on: { DONE: "TEST_TRAFFIC_SHIFT", ...BACK } },
    TEST_TRAFFIC_SHIFT: { on: { DONE: "POST_TEST_TRAFFIC_SHIFT", UNDONE: "CLEAN_UP", ...BACK } },
    POST_TEST_TRAFFIC_SHIFT: { on: { DONE: "PRE_PRODUCTION_TRAFFIC_SHIFT", ...BACK } },
    PRE_PRODUCTION_TRAFFIC_SHIFT: { on: { DONE: "PRODUCTION_TRAFFIC_SHIFT", ...BACK } },
    PRODUCTION_TRAFFIC_SHIFT: {
      on: {
        DONE: "POST_PRODUCTION_TRAFFIC_SHIFT",
        STEPPED: "PRE_PRODUCTION_TRAFFIC_SHIFT",
        UNDONE: "TEST_TRAFFIC_SHIFT",
        ...BACK,
      },
    },
    POST_PRODUCTION_TRAFFIC_SHIFT: { on: { DONE: "BAKE_TIME", ...BACK } },
    BAKE_TIME: { on: { DONE: "CLEAN_UP", ...BACK } },
    CLEAN_UP: { type: "final" },
  },
});

/** The stages as a table. */
export const stageChart = compileChart<LifecycleStage, StageEvent>(stageMachine);

export type HookEvent = "SUCCEEDED" | "FAILED" | "CONTINUED" | "REFUSED" | "TIMED_OUT";

/** `status` of a Lambda hook. */
export const lambdaHookMachine = setup({ types: { events: {} as { type: HookEvent } } }).createMachine({
  id: "lambda hook",
  initial: "IN_PROGRESS",
  states: {
    IN_PROGRESS: { on: { SUCCEEDED: "SUCCEEDED", FAILED: "FAILED", TIMED_OUT: "TIMED_OUT" } },
    SUCCEEDED: { type: "final" },
    FAILED: { type: "final" },
    TIMED_OUT: { type: "final" },
  },
});

/** `status` of a pause hook: somebody goes on with the deployment or rolls it back. */
export const pauseHookMachine = setup({ types: { events: {} as { type: HookEvent } } }).createMachine({
  id: "pause hook",
  initial: "AWAITING_ACTION",
  states: {
    AWAITING_ACTION: { on: { CONTINUED: "SUCCEEDED", REFUSED: "FAILED", TIMED_OUT: "TIMED_OUT" } },
    SUCCEEDED: { type: "final" },
    FAILED: { type: "final" },
    TIMED_OUT: { type: "final" },
  },
});

/** The life of a Lambda hook as a table. */
export const lambdaHookChart = compileChart<HookStatus, HookEvent>(lambdaHookMachine);

/** The life of a pause hook as a table. */
export const pauseHookChart = compileChart<HookStatus, HookEvent>(pauseHookMachine);

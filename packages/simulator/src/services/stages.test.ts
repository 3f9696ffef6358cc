/** What stages want and how long they last, and what is due of hooks: without a run, in every stage. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  DEFAULT_DEPLOYMENT_CONFIGURATION,
  type DeploymentConfiguration,
  type DeploymentRow,
} from "../model/services.ts";
import { type HookRun, LIFECYCLE_STAGES, type LifecycleStage, type TrafficShift } from "../model/strategies.ts";
import { begunHook, hookDueAt, stepOfHook } from "./hooks.ts";
import { lastsUntil, type Parts, partsOf, stepsOf, wantedIn } from "./stages.ts";

const configured = (fields: Partial<DeploymentConfiguration>): DeploymentConfiguration => ({
  ...DEFAULT_DEPLOYMENT_CONFIGURATION,
  ...fields,
});
const linear = (stepPercent: number) =>
  configured({ strategy: "LINEAR", linearConfiguration: { stepPercent, stepBakeTimeInMinutes: 6 } });
const steps = (configuration: DeploymentConfiguration) => stepsOf({ configuration, isFirst: false });
const shiftIn = (stage: LifecycleStage, fields: Partial<TrafficShift> = {}): TrafficShift => ({
  ...{ stage, sinceMs: 0, step: 1, testWeight: 0, productionWeight: 0, hooks: [], isRollback: false },
  movesTraffic: true,
  ...fields,
});

test("steps of production traffic, as the Developer Guide counts them", () => {
  expect(steps(linear(10))).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  expect(steps(linear(30))).toEqual([30, 60, 90, 100]);
  expect(steps(linear(50))).toEqual([50, 100]);
  expect(steps(linear(33.3))).toEqual([33.3, 66.6, 99.9, 100]);
  expect(steps(configured({ strategy: "CANARY" }))).toEqual([5, 100]);
  expect(steps(configured({ strategy: "BLUE_GREEN" }))).toEqual([100]);
  expect(stepsOf({ configuration: linear(10), isFirst: true })).toEqual([100]);
});

test("whatever the step, shares rise and end at 100", () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 1_000 }), (tenths) => {
      const shares = steps(linear(tenths / 10));
      expect(shares.at(-1)).toBe(100);
      expect(shares.every((share, at) => at === 0 || share > (shares[at - 1] as number))).toBe(true);
      expect(shares).toHaveLength(Math.ceil(1_000 / tenths));
    }),
  );
});

const deployment = (deploymentId: string, fields: Partial<DeploymentRow>) =>
  ({ deploymentId, status: "ACTIVE", rolloutState: "IN_PROGRESS", ...fields }) as DeploymentRow;
const BLUE = deployment("blue", { rolloutState: "COMPLETED" });
const GREEN = deployment("green", { status: "PRIMARY" });
const LEFT = deployment("left", {});

test("the traffic comes from the newest revision that was rolled out, else from one that has not failed", () => {
  expect(partsOf([GREEN, LEFT, BLUE], "green")).toEqual({ green: GREEN, blue: BLUE });
  const failed = deployment("failed", { rolloutState: "FAILED" });
  const cutShort = deployment("cut short", {});
  expect(partsOf([GREEN, failed, cutShort], "green").blue).toBe(cutShort);
  expect(partsOf([GREEN], "green").blue).toBeUndefined();
});

test("one revision in full in every stage, both from the scale-up to the clean-up", () => {
  const parts: Parts = { green: GREEN, blue: BLUE };
  const counts = (stage: LifecycleStage, isRollback: boolean) =>
    [GREEN, BLUE, LEFT].map((each) => wantedIn(shiftIn(stage, { isRollback }), parts, each, 3)).join(" ");
  expect(LIFECYCLE_STAGES.map((stage) => counts(stage, false))).toEqual([
    ...["0 3 0", "0 3 0"],
    ...Array.from({ length: 8 }, () => "3 3 0"),
    "3 0 0",
  ]);
  expect(counts("PRODUCTION_TRAFFIC_SHIFT", true)).toBe("3 3 0");
  expect(counts("CLEAN_UP", true)).toBe("0 3 0");
});

test("the clock: bake between steps and at the end, a first deployment without", () => {
  const plan = { configuration: { ...linear(50), bakeTimeInMinutes: 15 }, isFirst: false, settleMs: 600_000 };
  expect(lastsUntil(shiftIn("TEST_TRAFFIC_SHIFT"), plan)).toBe(600_000);
  expect(lastsUntil(shiftIn("PRODUCTION_TRAFFIC_SHIFT"), plan)).toBe(960_000);
  expect(lastsUntil(shiftIn("PRODUCTION_TRAFFIC_SHIFT", { step: 2 }), plan)).toBe(600_000);
  expect(lastsUntil(shiftIn("PRODUCTION_TRAFFIC_SHIFT", { isRollback: true }), plan)).toBe(600_000);
  expect(lastsUntil(shiftIn("BAKE_TIME"), plan)).toBe(900_000);
  expect(lastsUntil(shiftIn("BAKE_TIME"), { ...plan, isFirst: true })).toBe(0);
  expect(lastsUntil(shiftIn("POST_SCALE_UP"), plan)).toBe(0);
});

test("a function answers call by call, the last answer for ever; a pause only runs out", () => {
  const answers = { answers: ["IN_PROGRESS", "SUCCEEDED"], seconds: 2, callBackDelay: 30 } as const;
  const run = begunHook({ lifecycleStages: ["POST_SCALE_UP"], hookTargetArn: "check" }, "ecs-lambda-1", 0, answers);
  expect(stepOfHook(run, 1_999, answers)).toBeUndefined();
  expect(stepOfHook(run, 2_000, answers)).toEqual({ kind: "answered", answer: "IN_PROGRESS" });
  const between: HookRun = { ...run, isBetween: true, dueAtMs: 32_000 };
  expect(stepOfHook(between, 32_000, answers)).toEqual({ kind: "called" });
  const third: HookRun = { ...run, invocations: 3, dueAtMs: 40_000 };
  expect(stepOfHook(third, 40_000, answers)).toEqual({ kind: "answered", answer: "SUCCEEDED" });
  const pause = begunHook({ lifecycleStages: ["POST_SCALE_UP"], targetType: "PAUSE" }, "ecs-pause-1", 0);
  expect(stepOfHook(pause, 86_399_999)).toBeUndefined();
  expect(hookDueAt(pause)).toBe(86_400_000);
  expect(stepOfHook(pause, 86_400_000)).toEqual({ kind: "timed-out" });
  expect(hookDueAt({ ...pause, status: "SUCCEEDED" })).toBeUndefined();
});

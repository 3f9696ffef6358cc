/**
 * The strategy of a deployment configuration with what belongs to it: bake times, steps, lifecycle hooks; checked, with AWS's
 * defaults filled in, or with what the service had.
 * Simplified: the role with which ECS calls a function is not looked at; and hooks of a ROLLING deployment, which is in no stage, never run.
 */
import type { Refusal } from "../../../model/refusal.ts";
import type { DeploymentConfiguration, SchedulingStrategy } from "../../../model/services.ts";
import {
  type DeploymentStrategy,
  LIFECYCLE_STAGES,
  type LifecycleHook,
  USUAL_BAKE_MINUTES,
  USUAL_CANARY,
  USUAL_HOOK_MINUTES,
  USUAL_LINEAR,
} from "../../../model/strategies.ts";
import { WITHOUT_HOOKS, WITHOUT_PAUSE } from "../../../services/hooks.ts";
import type { Shape } from "../../shapes.ts";
import { refuse } from "../refusals.ts";
import type { Checked } from "../task-request.ts";

const MAX_BAKE_MINUTES = 1_440;
/** @source API Reference, DeploymentLifecycleHookTimeoutConfiguration (checked 2026-11-29) */
const MAX_PAUSE_MINUTES = 20_160;
/** Of either type. @source Developer Guide, lifecycle hooks for service deployments (checked 2026-11-29) */
const MAX_HOOKS = 10;
const FUNCTION = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]+(:[A-Za-z0-9$_-]+)?$/;

type Given = Shape<"ecs", "DeploymentConfiguration">;

/** What a strategy says. */
export type Strategy = Pick<
  DeploymentConfiguration,
  "strategy" | "bakeTimeInMinutes" | "lifecycleHooks" | "linearConfiguration" | "canaryConfiguration"
>;

/** Reads it. @param usual of the service before, or AWS's defaults */
export function readStrategy(
  input: Given,
  usual: DeploymentConfiguration,
  schedulingStrategy: SchedulingStrategy,
): Checked<Strategy> {
  const strategy = (input.strategy ?? usual.strategy) as DeploymentStrategy;
  const shifts = strategy !== "ROLLING";
  if (shifts && schedulingStrategy === "DAEMON") return refuse("service.strategy-daemon");
  if (shifts && (input.earlySuccessCriteria ?? usual.earlySuccessCriteria)?.enable === true) {
    return refuse("service.strategy-early");
  }
  const bakeTimeInMinutes = input.bakeTimeInMinutes ?? bakeBefore(usual, strategy);
  if (bakeTimeInMinutes < 0 || bakeTimeInMinutes > MAX_BAKE_MINUTES) return refuse("service.bake-time");
  const linear = { ...USUAL_LINEAR, ...usual.linearConfiguration, ...input.linearConfiguration };
  const canary = { ...USUAL_CANARY, ...usual.canaryConfiguration, ...input.canaryConfiguration };
  // What belongs to another strategy is dropped without a word.
  const problem =
    (strategy === "LINEAR" ? linearProblem(linear) : strategy === "CANARY" ? canaryProblem(canary) : undefined) ??
    hooksProblem(input.lifecycleHooks);
  if (problem !== undefined) return problem;
  const lifecycleHooks = (input.lifecycleHooks ?? usual.lifecycleHooks ?? []) as readonly LifecycleHook[];
  return {
    ok: true,
    checked: {
      strategy,
      bakeTimeInMinutes,
      ...(lifecycleHooks.length === 0 ? {} : { lifecycleHooks }),
      ...(strategy === "LINEAR" ? { linearConfiguration: linear } : {}),
      ...(strategy === "CANARY" ? { canaryConfiguration: canary } : {}),
    },
  };
}

/** The bake time stays, unless a service begins or ends to shift traffic. */
function bakeBefore(usual: DeploymentConfiguration, strategy: DeploymentStrategy): number {
  const isSame = (usual.strategy === "ROLLING") === (strategy === "ROLLING");
  return isSame ? usual.bakeTimeInMinutes : strategy === "ROLLING" ? 0 : USUAL_BAKE_MINUTES;
}

/** A number of tenths within bounds. */
function isPercent(value: number, least: number): boolean {
  return value >= least && value <= 100 && Math.abs(value * 10 - Math.round(value * 10)) < 1e-6;
}

function isMinutes(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MAX_BAKE_MINUTES;
}

function linearProblem({ stepPercent, stepBakeTimeInMinutes }: typeof USUAL_LINEAR): Refusal | undefined {
  if (!isPercent(stepPercent, 3)) return refuse("service.step-percent");
  return isMinutes(stepBakeTimeInMinutes) ? undefined : refuse("service.step-bake");
}

function canaryProblem({ canaryPercent, canaryBakeTimeInMinutes }: typeof USUAL_CANARY): Refusal | undefined {
  if (!isPercent(canaryPercent, 0.1)) return refuse("service.canary-percent");
  return isMinutes(canaryBakeTimeInMinutes) ? undefined : refuse("service.canary-bake");
}

type GivenHook = Shape<"ecs", "DeploymentLifecycleHook">;

function hooksProblem(hooks: readonly GivenHook[] = []): Refusal | undefined {
  for (const hook of hooks) {
    const problem = hookProblem(hook);
    if (problem !== undefined) return problem;
  }
  const pauses = hooks.filter(({ targetType }) => targetType === "PAUSE").length;
  return Math.max(pauses, hooks.length - pauses) > MAX_HOOKS ? refuse("hook.too-many") : undefined;
}

function hookProblem(hook: GivenHook): Refusal | undefined {
  const { targetType = "AWS_LAMBDA", lifecycleStages = [], timeoutConfiguration = {} } = hook;
  if (targetType !== "AWS_LAMBDA" && targetType !== "PAUSE") return refuse("hook.target-type");
  const isPause = targetType === "PAUSE";
  const isStage = (stage: string) =>
    (LIFECYCLE_STAGES as readonly string[]).includes(stage) && !WITHOUT_HOOKS.has(stage);
  if (lifecycleStages.length === 0) return refuse("hook.no-stages");
  if (isPause && lifecycleStages.some((stage) => !isStage(stage) || WITHOUT_PAUSE.has(stage))) {
    return refuse("hook.pause-stage");
  }
  if (!lifecycleStages.every(isStage)) return refuse("hook.stage");
  const { timeoutInMinutes = USUAL_HOOK_MINUTES } = timeoutConfiguration;
  const most = isPause ? MAX_PAUSE_MINUTES : USUAL_HOOK_MINUTES;
  if (!Number.isInteger(timeoutInMinutes) || timeoutInMinutes < 1 || timeoutInMinutes > most)
    return refuse("hook.timeout", { most });
  return isPause ? undefined : functionProblem(hook);
}

function functionProblem({ hookTargetArn = "", roleArn }: GivenHook): Refusal | undefined {
  if (!FUNCTION.test(hookTargetArn)) return refuse("hook.function");
  return roleArn === undefined ? refuse("hook.role") : undefined;
}

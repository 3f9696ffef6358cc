/**
 * Deployments that shift traffic from one revision of a service to the next: their settings, the stage that each is in, and
 * the hooks that it waits for. Field names are the API's; times are simulated milliseconds.
 */

/** @source API Reference, DeploymentConfiguration, strategy (checked 2026-11-29) */
export type DeploymentStrategy = "ROLLING" | "BLUE_GREEN" | "LINEAR" | "CANARY";

/**
 * In the order in which a deployment passes them.
 * @source API Reference, ServiceDeployment, lifecycleStage, and DeploymentLifecycleHook (checked 2026-11-29)
 */
export const LIFECYCLE_STAGES = [
  "RECONCILE_SERVICE",
  "PRE_SCALE_UP",
  "SCALE_UP",
  "POST_SCALE_UP",
  "TEST_TRAFFIC_SHIFT",
  "POST_TEST_TRAFFIC_SHIFT",
  "PRE_PRODUCTION_TRAFFIC_SHIFT",
  "PRODUCTION_TRAFFIC_SHIFT",
  "POST_PRODUCTION_TRAFFIC_SHIFT",
  "BAKE_TIME",
  "CLEAN_UP",
] as const;

export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];

/** @source API Reference, DeploymentLifecycleHook, targetType (checked 2026-11-29) */
export type HookTarget = "AWS_LAMBDA" | "PAUSE";

/** What becomes of a deployment whose hook has not ended in time, or whose pause somebody ends. */
export type HookAction = "CONTINUE" | "ROLLBACK";

/** A hook as it was given. @source API Reference, DeploymentLifecycleHook (checked 2026-11-29) */
export interface LifecycleHook {
  /** Without one it is AWS_LAMBDA. */
  readonly targetType?: HookTarget | undefined;
  readonly hookTargetArn?: string | undefined;
  readonly roleArn?: string | undefined;
  readonly lifecycleStages: readonly LifecycleStage[];
  readonly hookDetails?: unknown;
  readonly timeoutConfiguration?:
    | { readonly timeoutInMinutes?: number | undefined; readonly action?: HookAction | undefined }
    | undefined;
}

/** Equal steps. @source API Reference, LinearConfiguration (checked 2026-11-29) */
export interface LinearConfiguration {
  readonly stepPercent: number;
  readonly stepBakeTimeInMinutes: number;
}

/** A small share first, then the rest. @source API Reference, CanaryConfiguration (checked 2026-11-29) */
export interface CanaryConfiguration {
  readonly canaryPercent: number;
  readonly canaryBakeTimeInMinutes: number;
}

/** @source API Reference, DeploymentLifecycleHookDetail, status (checked 2026-11-29) */
export type HookStatus = "AWAITING_ACTION" | "IN_PROGRESS" | "SUCCEEDED" | "FAILED" | "TIMED_OUT";

/** A hook of the stage in which a deployment is. */
export interface HookRun {
  readonly hookId: string;
  readonly targetType: HookTarget;
  /** The function; undefined for a pause. */
  readonly targetArn?: string | undefined;
  readonly status: HookStatus;
  /** How often the function was called. */
  readonly invocations: number;
  /** When the function answers, or is called again; undefined for a pause and for what has ended. */
  readonly dueAtMs?: number | undefined;
  /** True between an answer IN_PROGRESS and the next call. */
  readonly isBetween: boolean;
  readonly expiresAtMs: number;
  readonly timeoutAction: HookAction;
  /** What its function has answered last. */
  readonly answer?: HookAnswer | undefined;
}

/** Where a deployment stands that shifts traffic. */
export interface TrafficShift {
  /** Undefined until the scheduler has begun it. */
  readonly stage: LifecycleStage | undefined;
  /** Since when it is in this stage, or in this step of it. */
  readonly sinceMs: number;
  /** How many steps of the production traffic have been made. */
  readonly step: number;
  /** Shares of the new revision, in percent. */
  readonly testWeight: number;
  readonly productionWeight: number;
  readonly hooks: readonly HookRun[];
  /** It goes back to the revision before. */
  readonly isRollback: boolean;
  /** ECS moves the traffic; it cannot where nothing that it controls leads to the tasks. */
  readonly movesTraffic: boolean;
}

/** What a function answers that is called as a hook. @source Developer Guide, Lambda hooks for service deployments (checked 2026-11-29) */
export const HOOK_ANSWERS = ["SUCCEEDED", "FAILED", "IN_PROGRESS", "NO_STATUS"] as const;

/** `NO_STATUS`: it answers without a hookStatus, or throws. */
export type HookAnswer = (typeof HOOK_ANSWERS)[number];

/** A function that hooks call, as it was declared: its code is not run. */
export interface HookFunctionRow {
  readonly functionArn: string;
  /** Of one hook, call by call; the last one goes for all further calls. */
  readonly answers: readonly [HookAnswer, ...HookAnswer[]];
  /** How long each call takes. */
  readonly seconds: number;
  /** How long ECS waits before it calls again, after IN_PROGRESS. */
  readonly callBackDelay: number;
}

/**
 * What a function does that nobody has declared.
 * Simplified: code of AWS Lambda is not run; a function succeeds after a second unless an event from outside says otherwise.
 * @source Developer Guide, Lambda hooks for service deployments: the delay of 30 s; the rest is ours (checked 2026-11-29)
 */
export const USUAL_ANSWERS: Omit<HookFunctionRow, "functionArn"> = Object.freeze({
  answers: Object.freeze(["SUCCEEDED"] as const),
  seconds: 1,
  callBackDelay: 30,
});

/** Minutes of bake time of a strategy that shifts traffic, when none are given. @source AWS CloudFormation, AWS::ECS::Service DeploymentConfiguration (checked 2026-11-29) */
export const USUAL_BAKE_MINUTES = 15;

/** @source API Reference, LinearConfiguration (checked 2026-11-29) */
export const USUAL_LINEAR: LinearConfiguration = Object.freeze({ stepPercent: 10, stepBakeTimeInMinutes: 6 });

/** @source API Reference, CanaryConfiguration (checked 2026-11-29) */
export const USUAL_CANARY: CanaryConfiguration = Object.freeze({ canaryPercent: 5, canaryBakeTimeInMinutes: 10 });

/** How long a hook may take, in minutes, when its timeout does not say. @source Developer Guide, pause hooks and Lambda hooks (checked 2026-11-29) */
export const USUAL_HOOK_MINUTES = 1_440;

/**
 * How long the two stages that shift traffic take longer behind a Network Load Balancer.
 * @source Developer Guide, Network Load Balancer resources for blue/green deployments (checked 2026-11-29)
 */
export const NLB_SHIFT_MS = 600_000;

/** How long a stage may last, each step of a shift by itself. @source Developer Guide, blue/green deployments workflow (checked 2026-11-29) */
export const LONGEST_STAGE_MS = 24 * 3_600_000;

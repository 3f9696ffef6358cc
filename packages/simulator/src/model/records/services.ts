/** Records of services: created, changed, decided about, rolled out, steady, gone. */
import type { ServiceDecision } from "../service-decision.ts";
import type { HookAction, HookAnswer, LifecycleStage } from "../strategies.ts";
import type { StabilityStatus } from "../task-sets.ts";
import type { About } from "./about.ts";

/** Why a deployment failed: `hook` said so or did not end in time, `stage` lasted too long, `network` is not as it must be. */
export type DeploymentFailure = "breaker" | "alarm" | "asked" | "hook" | "stage" | "network";

/** A hook of a stage. */
interface OfHook {
  readonly hookId: string;
  readonly stage: LifecycleStage;
}

export interface ServiceRecords {
  /** One with an external deployment controller has no definition of its own. */
  SERVICE_CREATED: About<"services", { readonly desiredCount: number; readonly taskDefinitionArn: string | undefined }>;
  /** Members of UpdateService that changed something. */
  SERVICE_UPDATED: About<"services", { readonly changed: readonly string[]; readonly desiredCount: number }>;
  SERVICE_DELETE_REQUESTED: About<"services", { readonly force: boolean }>;
  SERVICE_INACTIVE: About<"services">;
  SERVICE_EXPIRED: About<"services">;
  /** What the scheduler saw, what bounded it, what it does: only when it does something, or cannot for a new reason. */
  SERVICE_DECIDED: About<"services", ServiceDecision>;
  /** The scheduler looked at it and had nothing to do. */
  SERVICE_RESTS: About<"services">;
  SERVICE_BAKES: About<"services", { readonly forMs: number }>;
  SERVICE_STEADY: About<"services", { readonly desiredCount: number }>;
  /** As the service says it, with its prefix. */
  SERVICE_EVENT: About<"services", { readonly message: string }>;

  DEPLOYMENT_STARTED: About<
    "deployments",
    { readonly taskDefinitionArn: string; readonly serviceDeploymentArn: string }
  >;
  /** `enough`: of one that is done early, the number of healthy tasks that it needed. */
  DEPLOYMENT_COMPLETED: About<"deployments", { readonly enough: number | undefined }>;
  DEPLOYMENT_FAILED: About<
    "deployments",
    {
      readonly why: DeploymentFailure;
      readonly failedTasks: number;
      readonly threshold: number;
      /** Those that have failed it. */
      readonly alarmNames: readonly string[];
      /** The same in the words of the API, where a stage failed it. */
      readonly reason?: string;
    }
  >;
  /** `from`: the deployment that failed. */
  ROLLBACK_STARTED: About<"deployments", { readonly from: string }>;
  STOP_DEPLOYMENT_REQUESTED: About<"serviceDeployments">;

  /** Weights are shares of the new revision, in percent; `step` of `steps` of the production traffic. */
  STAGE_ENTERED: About<
    "serviceDeployments",
    {
      readonly stage: LifecycleStage;
      readonly isRollback: boolean;
      readonly step: number;
      readonly steps: number;
      readonly testWeight: number;
      readonly productionWeight: number;
      /** False where nothing leads to the tasks that ECS controls. */
      readonly movesTraffic: boolean;
    }
  >;
  /** All tasks are as the stage wants them; it waits for its hooks or for the clock. */
  STAGE_WAITS: About<
    "serviceDeployments",
    { readonly stage: LifecycleStage; readonly untilMs: number | undefined; readonly waitsFor: "clock" | "hooks" }
  >;
  /** The function of a hook is called, for the n-th time. */
  HOOK_CALLED: About<"serviceDeployments", OfHook & { readonly functionArn: string; readonly invocation: number }>;
  HOOK_AWAITING_ACTION: About<
    "serviceDeployments",
    OfHook & { readonly expiresAtMs: number; readonly timeoutAction: HookAction }
  >;
  HOOK_ANSWERED: About<"serviceDeployments", OfHook & { readonly functionArn: string; readonly answer: HookAnswer }>;
  HOOK_TIMED_OUT: About<"serviceDeployments", OfHook & { readonly timeoutAction: HookAction }>;
  /** By ContinueServiceDeployment. */
  HOOK_CONTINUED: About<"serviceDeployments", OfHook & { readonly action: HookAction }>;
  HOOK_DECLARED: About<"hookFunctions", { readonly answers: readonly HookAnswer[]; readonly seconds: number }>;

  TASK_SET_CREATED: About<"taskSets", { readonly taskDefinitionArn: string; readonly scale: number }>;
  TASK_SET_SCALED: About<"taskSets", { readonly scale: number }>;
  TASK_SET_MADE_PRIMARY: About<"taskSets">;
  TASK_SET_DELETE_REQUESTED: About<"taskSets", { readonly force: boolean }>;
  TASK_SET_STABILITY_CHANGED: About<"taskSets", { readonly stabilityStatus: StabilityStatus }>;
  TASK_SET_GONE: About<"taskSets", { readonly serviceArn: string }>;

  TASK_PROTECTION_CHANGED: About<"tasks", { readonly expiresAtMs: number | undefined }>;
}

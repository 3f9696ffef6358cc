/**
 * What each stage of a deployment that shifts traffic wants: tasks of the two revisions, shares of the traffic, and how long it
 * lasts. Pure functions of rows; hooks come on top.
 * Source: Developer Guide, "Amazon ECS blue/green service deployments workflow", "Amazon ECS linear deployments" and "Amazon ECS
 * canary deployments" (checked 2026-11-29).
 * Simplified: the stages of a first deployment are not documented; it passes all of them, without steps and without bake time, since
 * there is no older revision that could take the traffic back.
 */
import type { DeploymentConfiguration, DeploymentRow } from "../model/services.ts";
import { LONGEST_STAGE_MS, type TrafficShift, USUAL_CANARY, USUAL_LINEAR } from "../model/strategies.ts";

const MINUTE_MS = 60_000;

/** The parts of the deployments of a service in a shift. */
export interface Parts {
  /** What is rolled out. */
  readonly green: DeploymentRow | undefined;
  /** What the traffic goes to until then, and in a rollback. */
  readonly blue: DeploymentRow | undefined;
}

/**
 * Who is who: the traffic comes from the newest revision that was rolled out.
 * @param deployments PRIMARY first
 * @param greenId the deployment that the service deployment rolls out
 */
export function partsOf(deployments: readonly DeploymentRow[], greenId: string): Parts {
  const green = deployments.find(({ deploymentId }) => deploymentId === greenId);
  const others = deployments.filter((each) => each !== green);
  const done = others.find(({ status, rolloutState }) => status === "PRIMARY" || rolloutState === "COMPLETED");
  // One that was rolled back to when a newer deployment cut that short.
  const blue = done ?? others.find(({ rolloutState }) => rolloutState !== "FAILED") ?? others[0];
  return { green, blue };
}

/** What a shift needs to know besides where it stands. */
export interface ShiftPlan {
  readonly configuration: DeploymentConfiguration;
  /** There is no older revision. */
  readonly isFirst: boolean;
  /** How long the balancer takes for a shift of weights. */
  readonly settleMs: number;
}

/** Shares of production traffic of the new revision, step by step; the last one is 100. */
export function stepsOf({ configuration, isFirst }: Pick<ShiftPlan, "configuration" | "isFirst">): readonly number[] {
  if (isFirst) return [100];
  const { strategy, linearConfiguration = USUAL_LINEAR, canaryConfiguration = USUAL_CANARY } = configuration;
  if (strategy === "CANARY" && canaryConfiguration.canaryPercent < 100) return [canaryConfiguration.canaryPercent, 100];
  if (strategy !== "LINEAR") return [100];
  const { stepPercent } = linearConfiguration;
  const count = Math.ceil(Math.round((100 / stepPercent) * 1_000) / 1_000);
  return Array.from({ length: count }, (_, at) => Math.min(100, Math.round((at + 1) * stepPercent * 10) / 10));
}

/** Minutes that a step of production traffic is watched before the next one. */
function stepBakeMinutes({ strategy, linearConfiguration, canaryConfiguration }: DeploymentConfiguration): number {
  if (strategy === "LINEAR") return (linearConfiguration ?? USUAL_LINEAR).stepBakeTimeInMinutes;
  return (canaryConfiguration ?? USUAL_CANARY).canaryBakeTimeInMinutes;
}

/** How many tasks a deployment is to have in a stage. @param desired of the service */
export function wantedIn(shift: TrafficShift, parts: Parts, deployment: DeploymentRow, desired: number): number {
  const { stage, isRollback } = shift;
  if (deployment === parts.green) {
    if (isRollback) return stage === "CLEAN_UP" ? 0 : desired;
    return stage === undefined || stage === "RECONCILE_SERVICE" || stage === "PRE_SCALE_UP" ? 0 : desired;
  }
  if (deployment !== parts.blue) return 0;
  return stage === "CLEAN_UP" && !isRollback ? 0 : desired;
}

/** Tasks that are meant to run, and those of them that are healthy. */
export interface PartCounts {
  readonly wanted: number;
  readonly healthy: number;
}

/** What there is of the new revision, of all others, and of those that neither serve nor are rolled out. */
export interface StageCounts {
  readonly green: PartCounts;
  readonly others: PartCounts;
  readonly leftovers: PartCounts;
}

/** Whether the tasks are as a stage leaves them. */
export function isReached({ stage, isRollback }: TrafficShift, counts: StageCounts, desired: number): boolean {
  if (stage === "RECONCILE_SERVICE") return counts.leftovers.wanted === 0;
  if (stage === "SCALE_UP") return counts.green.wanted === desired && counts.green.healthy === desired;
  if (stage === "CLEAN_UP") return isRollback ? counts.green.wanted === 0 : counts.others.wanted === 0;
  return true;
}

/** Until when a stage lasts by the clock alone; its beginning, when nothing is waited for. */
export function lastsUntil(shift: TrafficShift, plan: ShiftPlan): number {
  const { stage, sinceMs, step, isRollback } = shift;
  const { configuration, isFirst, settleMs } = plan;
  if (stage === "TEST_TRAFFIC_SHIFT") return sinceMs + settleMs;
  if (stage === "PRODUCTION_TRAFFIC_SHIFT") {
    const isLast = isRollback || step >= stepsOf(plan).length;
    return sinceMs + settleMs + (isLast ? 0 : stepBakeMinutes(configuration) * MINUTE_MS);
  }
  if (stage === "BAKE_TIME" && !isFirst) return sinceMs + configuration.bakeTimeInMinutes * MINUTE_MS;
  return sinceMs;
}

/** When a stage has lasted too long. */
export function limitOf(shift: TrafficShift, plan: ShiftPlan): number {
  // A bake of a day is no stage that hangs.
  return lastsUntil(shift, plan) + LONGEST_STAGE_MS;
}

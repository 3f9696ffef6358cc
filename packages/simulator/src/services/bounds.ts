/** How few healthy tasks a service may have, and how many tasks, while it changes. */
import type { CircuitBreaker, DeploymentConfiguration } from "../model/services.ts";

/** Both in tasks: `lower` healthy ones at least, `upper` that have not stopped at most. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The minimum is rounded up, the maximum down.
 * @source Developer Guide, "Deploy Amazon ECS services by replacing tasks" (checked 2026-11-29)
 */
export function boundsOf(
  desired: number,
  { minimumHealthyPercent, maximumPercent }: Pick<DeploymentConfiguration, "minimumHealthyPercent" | "maximumPercent">,
): Bounds {
  return {
    lower: Math.ceil((desired * minimumHealthyPercent) / 100),
    upper: Math.floor((desired * maximumPercent) / 100),
  };
}

/**
 * How many healthy tasks of PRIMARY end its deployment although others are missing; undefined: every one is needed.
 * @source Developer Guide, "Complete Amazon ECS rolling deployments early with early success criteria" (checked 2026-11-29)
 */
export function enoughHealthy(
  desired: number,
  { earlySuccessCriteria }: Pick<DeploymentConfiguration, "earlySuccessCriteria">,
): number | undefined {
  if (earlySuccessCriteria?.enable !== true) return undefined;
  return Math.max(1, Math.ceil((desired * (earlySuccessCriteria.healthyPercent ?? 100)) / 100));
}

/** Least and most failures of a bounded percentage. @source Developer Guide, deployment circuit breaker (checked 2026-11-29) */
const BOUNDS = { least: 3, most: 200 } as const;

/**
 * How many failed tasks fail a deployment, of the latest desired count.
 * @source Developer Guide, deployment circuit breaker (checked 2026-11-29)
 */
export function breakerThreshold(desired: number, { thresholdConfiguration }: CircuitBreaker): number {
  const { type, value } = thresholdConfiguration;
  if (type === "COUNT") return value;
  const share = Math.ceil((desired * value) / 100);
  return type === "UNBOUNDED_PERCENT" ? share : Math.min(BOUNDS.most, Math.max(BOUNDS.least, share));
}

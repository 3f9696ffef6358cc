/**
 * What the probes of a container's health check say, worked out: the k-th probe comes k intervals after the process began,
 * and whether it passes depends on that moment alone. So the one that changes something can be named without running those
 * before it. Source: API Reference, HealthCheck (checked 2026-11-20).
 */
import type { HealthStatus } from "../model/ecs.ts";
import type { HealthCheck } from "../model/task-definition.ts";
import { HEALTH_CHECK_DEFAULTS } from "../model/timing.ts";
import type { Finding } from "./health-command.ts";

/** What a container's row keeps of its probes. */
export interface Probed {
  readonly healthStatus: HealthStatus;
  /** In a row, up to `retries`. */
  readonly failedProbes: number;
}

/** A health check and what its command finds. */
export interface Probing {
  readonly check: HealthCheck;
  /** From moment to moment after the start of the process, in their order; the first one from 0 on. */
  readonly findings: readonly Finding[];
}

/** What a probe `sinceMs` after the start of the process makes of a container. */
export function judgeProbe(probing: Probing, before: Probed, sinceMs: number): Probed & { readonly passed: boolean } {
  if (probing.findings.findLast(({ fromMs }) => fromMs <= sinceMs)?.passes === true)
    return { healthStatus: "HEALTHY", failedProbes: 0, passed: true };
  const { healthStatus } = before;
  if (healthStatus === "UNKNOWN" && sinceMs < startPeriodMs(probing)) return { ...before, passed: false };
  const { retries = HEALTH_CHECK_DEFAULTS.retries } = probing.check;
  const failedProbes = Math.min(retries, before.failedProbes + 1);
  return { healthStatus: failedProbes >= retries ? "UNHEALTHY" : healthStatus, failedProbes, passed: false };
}

/**
 * When the first probe after `sinceMs` comes that changes something, in milliseconds after the start of the process;
 * undefined when all of them repeat what is known. The answer is the same from one probe to the next but at few moments:
 * the first one after the start period, and the first one after each change of what the command finds.
 */
export function nextChangeAfter(probing: Probing, before: Probed, sinceMs: number): number | undefined {
  const intervalMs = 1000 * (probing.check.interval ?? HEALTH_CHECK_DEFAULTS.interval);
  const next = Math.floor(sinceMs / intervalMs) + 1;
  const probes = [0, startPeriodMs(probing), ...probing.findings.map(({ fromMs }) => fromMs)]
    .map((fromMs) => intervalMs * Math.max(next, Math.ceil(fromMs / intervalMs)))
    .sort((a, b) => a - b);
  return probes.find((atMs) => {
    const { healthStatus, failedProbes } = judgeProbe(probing, before, atMs);
    return healthStatus !== before.healthStatus || failedProbes !== before.failedProbes;
  });
}

function startPeriodMs({ check }: Probing): number {
  return 1000 * (check.startPeriod ?? HEALTH_CHECK_DEFAULTS.startPeriod);
}

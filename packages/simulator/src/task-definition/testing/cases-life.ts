/** Cases of the rules about dependencies, health checks, restarts and timeouts. */
import { ruleCase as on, type RuleCase } from "./rule-case.ts";

const high = (field: string, limit: number) =>
  `Health check ${field} must be less than or equal to the maximum allowed value ${limit} for container 'proxy'`;
const low = (field: string, limit: number) =>
  `Health check ${field} must be greater than or equal to the minimum allowed value ${limit} for container 'proxy'`;

/** A near miss and a hit of each. */
export const LIFE_CASES: readonly RuleCase[] = [
  on(
    "dep-cond",
    "initMigrate",
    { "c1.dependsOn.0.condition": "COMPLETE" },
    { "c1.dependsOn.0.condition": "DONE" },
    "c1.dependsOn.0.condition",
    "condition should be one of [START,COMPLETE,SUCCESS,HEALTHY]",
  ),
  on(
    "dep-unknown",
    "initMigrate",
    {},
    { "c1.dependsOn.0.containerName": "sidecar" },
    "c1.dependsOn.0.containerName",
    "Cannot depend on container + 'sidecar' because it does not exist",
  ),
  on(
    "dep-essential",
    "initMigrate",
    { "c0.essential": true, "c1.dependsOn.0.condition": "START" },
    { "c0.essential": true },
    "c1.dependsOn.0.condition",
    "A dependency container with SUCCESS or COMPLETE condition cannot be an essential container",
  ),
  on(
    "dep-health",
    "sidecar",
    { "c1.healthCheck": undefined, "c0.dependsOn.0.condition": "START" },
    { "c1.healthCheck": undefined },
    "c0.dependsOn.0.condition",
    "A dependency container with HEALTHY condition must have health check configured",
  ),
  on(
    "dep-cycle",
    "sidecar",
    {},
    { "c1.dependsOn": [{ containerName: "app", condition: "START" }] },
    "c0.dependsOn",
    "Container dependsOn contains a cycle",
  ),
  on(
    "dep-cycle",
    "initMigrate",
    {},
    { "c1.dependsOn.1": { containerName: "app", condition: "START" } },
    "c1.dependsOn",
    "Container dependsOn contains a cycle",
  ),
  on(
    "hc-interval",
    "sidecar",
    { "c1.healthCheck.interval": 300 },
    { "c1.healthCheck.interval": 301 },
    "c1.healthCheck.interval",
    high("interval", 300),
  ),
  on(
    "hc-timeout",
    "sidecar",
    { "c1.healthCheck.timeout": 60 },
    { "c1.healthCheck.timeout": 61 },
    "c1.healthCheck.timeout",
    high("timeout", 60),
  ),
  on(
    "hc-retries",
    "sidecar",
    { "c1.healthCheck.retries": 10 },
    { "c1.healthCheck.retries": 11 },
    "c1.healthCheck.retries",
    high("retries", 10),
  ),
  on(
    "hc-startperiod",
    "sidecar",
    { "c1.healthCheck.startPeriod": 300 },
    { "c1.healthCheck.startPeriod": 301 },
    "c1.healthCheck.startPeriod",
    high("startPeriod", 300),
  ),
  on(
    "hc-low",
    "sidecar",
    { "c1.healthCheck.interval": 5 },
    { "c1.healthCheck.interval": 4 },
    "c1.healthCheck.interval",
    low("interval", 5),
  ),
  on(
    "hc-low",
    "sidecar",
    { "c1.healthCheck.retries": 1 },
    { "c1.healthCheck.retries": 0 },
    "c1.healthCheck.retries",
    low("retries", 1),
  ),
  on(
    "restart-period",
    "sidecar",
    { "c1.restartPolicy.restartAttemptPeriod": 1800 },
    { "c1.restartPolicy.restartAttemptPeriod": 59 },
    "c1.restartPolicy.restartAttemptPeriod",
    "The 'restartAttemptPeriod' setting for container 'proxy' must be between 60 and 1800.",
  ),
  on(
    "restart-codes",
    "sidecar",
    { "c1.restartPolicy.ignoredExitCodes": Array.from({ length: 50 }, (_, code) => code) },
    { "c1.restartPolicy.ignoredExitCodes": Array.from({ length: 51 }, (_, code) => code) },
    "c1.restartPolicy.ignoredExitCodes",
    "The 'ignoredExitCodes' setting for container 'proxy' can have at most 50 exit codes.",
  ),
  on(
    "start-min",
    "web",
    { "c0.startTimeout": 2 },
    { "c0.startTimeout": 1 },
    "c0.startTimeout",
    "Granular start timeout on container 'web' must be at least 2 seconds.",
  ),
  on(
    "stop-min",
    "web",
    { "c0.stopTimeout": 2 },
    { "c0.stopTimeout": 0 },
    "c0.stopTimeout",
    "Granular stop timeout on container 'web' must be at least 2 seconds.",
  ),
];

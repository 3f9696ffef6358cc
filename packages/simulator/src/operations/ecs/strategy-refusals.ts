/** Refusals about deployments that shift traffic and about their hooks. */
import { row } from "../../model/refusal.ts";

const HOOKS = "Developer Guide, lifecycle hooks for Amazon ECS service deployments";
const unseen = (where: string) => `${where}; the sentence was not seen (checked 2026-11-29)`;

/** By their ids. */
export const STRATEGY_REFUSALS = {
  "service.strategy-daemon": row(
    "UnsupportedFeatureException",
    "quayside",
    () => "Quayside shifts traffic only of REPLICA services.",
  ),
  "service.strategy-early": row(
    "InvalidParameterException",
    "ours",
    () => "earlySuccessCriteria is only supported with the ROLLING deployment strategy",
    unseen("API Reference, DeploymentEarlySuccessCriteria"),
  ),
  "service.strategy-external": row(
    "InvalidParameterException",
    "ours",
    () => "Deployment strategies other than ROLLING are only supported with the deployment controller ECS",
    unseen("API Reference, DeploymentConfiguration"),
  ),
  "service.step-percent": row(
    "InvalidParameterException",
    "ours",
    () => "stepPercent must be between 3.0 and 100.0, in multiples of 0.1",
    unseen("API Reference, LinearConfiguration"),
  ),
  "service.step-bake": row(
    "InvalidParameterException",
    "ours",
    () => "stepBakeTimeInMinutes must be between 0 and 1440",
    unseen("API Reference, LinearConfiguration"),
  ),
  "service.canary-percent": row(
    "InvalidParameterException",
    "ours",
    () => "canaryPercent must be between 0.1 and 100.0, in multiples of 0.1",
    unseen("API Reference, CanaryConfiguration"),
  ),
  "service.canary-bake": row(
    "InvalidParameterException",
    "ours",
    () => "canaryBakeTimeInMinutes must be between 0 and 1440",
    unseen("API Reference, CanaryConfiguration"),
  ),
  "hook.target-type": row(
    "InvalidParameterException",
    "documented",
    () => "Invalid targetType. Valid values are: AWS_LAMBDA, PAUSE",
    `${HOOKS} (checked 2026-11-29)`,
  ),
  "hook.pause-stage": row(
    "InvalidParameterException",
    "documented",
    () => "Invalid lifecycle stage provided for Pause Hook",
    `${HOOKS} (checked 2026-11-29)`,
  ),
  "hook.stage": row(
    "InvalidParameterException",
    "ours",
    () => "Invalid lifecycle stage provided for Lambda Hook",
    "After the sentence of pause hooks (checked 2026-11-29)",
  ),
  "hook.no-stages": row(
    "InvalidParameterException",
    "ours",
    () => "lifecycleStages cannot be empty",
    unseen("API Reference, DeploymentLifecycleHook"),
  ),
  "hook.function": row(
    "InvalidParameterException",
    "ours",
    () => "hookTargetArn must be the ARN of AWS Lambda",
    unseen("API Reference, DeploymentLifecycleHook"),
  ),
  "hook.role": row(
    "InvalidParameterException",
    "ours",
    () => "roleArn is required for Lambda hooks",
    unseen("API Reference, DeploymentLifecycleHook"),
  ),
  "hook.timeout": row(
    "InvalidParameterException",
    "ours",
    ({ most }: { most: number }) => `timeoutInMinutes must be between 1 and ${most}`,
    unseen("API Reference, DeploymentLifecycleHookTimeoutConfiguration"),
  ),
  "hook.too-many": row(
    "InvalidParameterException",
    "ours",
    () => "A service can have at most 10 Lambda hooks and 10 pause hooks",
    unseen(HOOKS),
  ),
} as const;

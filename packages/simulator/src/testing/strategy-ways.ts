/** A call that meets each refusal about deployments that shift traffic and about their hooks. */
import type { Way } from "./refusal-scenery.ts";

const FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:check";
const ROLE = "arn:aws:iam::123456789012:role/ecs-hooks";
const SERVICE = { serviceName: "pair", cluster: "machines", taskDefinition: "pair", desiredCount: 0 };
const create = (deploymentConfiguration: object, more: object = {}): Way => [
  "CreateService",
  { ...SERVICE, deploymentConfiguration, ...more },
];
const linear = (linearConfiguration: object): Way => create({ strategy: "LINEAR", linearConfiguration });
const canary = (canaryConfiguration: object): Way => create({ strategy: "CANARY", canaryConfiguration });
const hook = (change: object): Way => {
  const usual = { hookTargetArn: FUNCTION, roleArn: ROLE, lifecycleStages: ["POST_SCALE_UP"] };
  return create({ strategy: "BLUE_GREEN", lifecycleHooks: [{ ...usual, ...change }] });
};
const PAUSE = { targetType: "PAUSE", lifecycleStages: ["POST_SCALE_UP"] };

export const STRATEGY_WAYS: Readonly<Record<string, Way>> = {
  "service.strategy-daemon": create(
    { strategy: "BLUE_GREEN" },
    { schedulingStrategy: "DAEMON", desiredCount: undefined },
  ),
  "service.strategy-early": create({
    strategy: "BLUE_GREEN",
    earlySuccessCriteria: { enable: true, healthyPercent: 100, sourceServiceRevisionCleanup: "BLOCKING" },
  }),
  "service.strategy-external": create(
    { strategy: "BLUE_GREEN" },
    { deploymentController: { type: "EXTERNAL" }, taskDefinition: undefined },
  ),
  "service.step-percent": linear({ stepPercent: 2.9 }),
  "service.step-bake": linear({ stepBakeTimeInMinutes: 1_441 }),
  "service.canary-percent": canary({ canaryPercent: 0.15 }),
  "service.canary-bake": canary({ canaryBakeTimeInMinutes: -1 }),
  "hook.target-type": hook({ targetType: "SQS" }),
  "hook.pause-stage": hook({ ...PAUSE, lifecycleStages: ["TEST_TRAFFIC_SHIFT"] }),
  "hook.stage": hook({ lifecycleStages: ["SCALE_UP"] }),
  "hook.no-stages": hook({ lifecycleStages: [] }),
  "hook.function": hook({ hookTargetArn: "check" }),
  "hook.role": hook({ roleArn: undefined }),
  "hook.timeout": hook({ timeoutConfiguration: { timeoutInMinutes: 1_441 } }),
  "hook.too-many": create({ strategy: "BLUE_GREEN", lifecycleHooks: Array.from({ length: 11 }, () => PAUSE) }),
};

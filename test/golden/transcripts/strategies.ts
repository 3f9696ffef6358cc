/** A service that shifts traffic: a Lambda hook that is declared, a pause that somebody ends, a canary, a rollback. */
import type { Session } from "@quayside/simulator";
import { type Turn, withKey } from "./transcript.ts";

const FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:smoke-test";
const roleArn = "arn:aws:iam::123456789012:role/ecs-hooks";
const lifecycleHooks = [
  {
    hookTargetArn: FUNCTION,
    roleArn,
    lifecycleStages: ["POST_SCALE_UP", "TEST_TRAFFIC_SHIFT"],
    hookDetails: { path: "/health" },
  },
  {
    targetType: "PAUSE",
    lifecycleStages: ["POST_TEST_TRAFFIC_SHIFT"],
    timeoutConfiguration: { timeoutInMinutes: 30, action: "CONTINUE" },
  },
];
const newest = (of: (serviceDeploymentArn: string) => object) => withKey("serviceDeployments", -1, of);
const describe: Turn = ["ecs", "DescribeServiceDeployments", newest((arn) => ({ serviceDeploymentArns: [arn] }))];
const pass = (seconds: number): Turn => ({ passMs: seconds * 1_000 });
const register: Turn = [
  "ecs",
  "RegisterTaskDefinition",
  { family: "shop", containerDefinitions: [{ name: "app", image: "nginx", memory: 64 }] },
];

/** The hook at which the newest deployment waits. */
function goOn({ tables }: Session): object {
  const row = [...tables.serviceDeployments.values()].at(-1);
  return { serviceDeploymentArn: row?.serviceDeploymentArn, hookId: row?.shift?.hooks[0]?.hookId };
}

export const STRATEGIES: readonly Turn[] = [
  ["ecs", "CreateCluster"],
  ["quayside", "ProvideContainerInstances", { count: 2 }],
  register,
  ["quayside", "DeclareHook", { function: FUNCTION, answers: ["IN_PROGRESS", "SUCCEEDED"], callBackDelay: 60 }],
  [
    "ecs",
    "CreateService",
    {
      serviceName: "shop",
      taskDefinition: "shop",
      desiredCount: 1,
      deploymentConfiguration: {
        strategy: "CANARY",
        canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 5 },
        bakeTimeInMinutes: 2,
        lifecycleHooks,
      },
    },
  ],
  pass(60),
  describe,
  pass(300),
  ["ecs", "ContinueServiceDeployment", goOn],
  pass(600),
  describe,
  register,
  ["ecs", "UpdateService", { service: "shop", taskDefinition: "shop" }],
  pass(300),
  describe,
  ["ecs", "DescribeServices", { services: ["shop"] }],
  ["ecs", "ContinueServiceDeployment", (session) => ({ ...goOn(session), action: "ROLLBACK" })],
  pass(240),
  describe,
  ["ecs", "UpdateService", { service: "shop", deploymentConfiguration: { strategy: "ROLLING", lifecycleHooks: [] } }],
];

/** A service whose task sets somebody else controls: made, scaled, one takes over from the other, both gone. */
import { type Turn, withKey } from "./transcript.ts";

const SERVICE = { cluster: "default", service: "outer" };
const set = (index: number, make: (id: string) => object) =>
  withKey("taskSets", index, (id) => ({ ...SERVICE, ...make(id) }));
const MINUTES: Turn = { passMs: 180_000 };
const describe: Turn = ["ecs", "DescribeTaskSets", { ...SERVICE, include: ["TAGS"] }];

export const TASK_SETS: readonly Turn[] = [
  ["ecs", "CreateCluster"],
  ["quayside", "ProvideContainerInstances", { count: 2 }],
  [
    "ecs",
    "RegisterTaskDefinition",
    { family: "app", containerDefinitions: [{ name: "app", image: "nginx", memory: 64 }] },
  ],
  ["ecs", "CreateService", { serviceName: "outer", desiredCount: 3, deploymentController: { type: "EXTERNAL" } }],
  [
    "ecs",
    "CreateTaskSet",
    { ...SERVICE, taskDefinition: "app", scale: { value: 50, unit: "PERCENT" }, externalId: "one" },
  ],
  MINUTES,
  describe,
  ["ecs", "UpdateServicePrimaryTaskSet", set(0, (primaryTaskSet) => ({ primaryTaskSet }))],
  ["ecs", "CreateTaskSet", { ...SERVICE, taskDefinition: "app", tags: [{ key: "team", value: "blue" }] }],
  MINUTES,
  ["ecs", "DescribeServices", { services: ["outer"] }],
  ["ecs", "UpdateTaskSet", set(0, (taskSet) => ({ taskSet, scale: { value: 0 } }))],
  ["ecs", "UpdateServicePrimaryTaskSet", set(1, (primaryTaskSet) => ({ primaryTaskSet }))],
  MINUTES,
  ["ecs", "DeleteTaskSet", set(0, (taskSet) => ({ taskSet }))],
  ["ecs", "UpdateService", { service: "outer", desiredCount: 1 }],
  MINUTES,
  describe,
  ["ecs", "DeleteService", { service: "outer", force: true }],
  MINUTES,
  ["ecs", "DescribeServices", { services: ["outer"] }],
];

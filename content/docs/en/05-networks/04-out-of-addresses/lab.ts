/** Lab 05/04: a subnet of sixteen addresses that fills up, and a machine that runs out of interfaces before it is full. */
import {
  addressesLeft,
  addressReused,
  all,
  defineLab,
  jsonFile,
  PRIVATE_SUBNET,
  placementFailed,
  taskReached,
  taskStopped,
  tasksLie,
  textsOf,
  type Why,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const ROOMY_SUBNET = "subnet-0ddd1111222233334";
export const CLUSTER = "machines";
/** What a stopped task says when its subnet has no address left; with a public one, more stands between. */
export const NO_ADDRESS: Why = ["interface.no-address", "interface.no-address-public"];

const shop = {
  family: "shop",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "shop", image: "nginx:1.29", essential: true }],
};
const worker = {
  family: "worker",
  requiresCompatibilities: ["EC2"],
  networkMode: "awsvpc",
  containerDefinitions: [{ name: "worker", image: "nginx:1.29", essential: true, cpu: 128, memory: 128 }],
};
const workerBridge = { ...worker, family: "worker-bridge", networkMode: "bridge" };

export default defineLab(texts, {
  id: "05/04",
  seed: 54,
  scenario: {
    id: "sixteen-addresses",
    title: "A private subnet of sixteen addresses, and one m5.large",
    network: { cidrBlocks: { "private-a": "10.0.10.0/28" } },
    commands: [
      ...["default", CLUSTER].map((clusterName) => ({
        service: "ecs" as const,
        operation: "CreateCluster",
        input: { clusterName },
      })),
      {
        service: "quayside",
        operation: "ProvideContainerInstances",
        input: { instanceType: "t3.small", subnets: ["private-a"] },
      },
      {
        service: "quayside",
        operation: "ProvideContainerInstances",
        input: { cluster: CLUSTER, instanceType: "m5.large", subnets: ["private-b"] },
      },
      ...[shop, worker, workerBridge].map((input) => ({
        service: "ecs" as const,
        operation: "RegisterTaskDefinition",
        input,
      })),
    ],
  },
  files: [jsonFile("shop.json", shop), jsonFile("worker.json", worker), jsonFile("worker-bridge.json", workerBridge)],
  checks: [
    {
      id: "full",
      test: addressesLeft({ subnetId: PRIVATE_SUBNET, count: 0 }),
    },
    {
      id: "message",
      test: taskStopped({ family: "shop", subnetId: PRIVATE_SUBNET, started: false, why: NO_ADDRESS }),
    },
    {
      id: "back",
      test: addressReused({ subnetId: PRIVATE_SUBNET }),
    },
    {
      id: "second",
      test: taskReached({ family: "shop", subnetId: ROOMY_SUBNET, status: "RUNNING" }),
    },
    {
      id: "slots",
      test: all(
        tasksLie({ family: "worker", cluster: CLUSTER, perInstance: [2] }),
        placementFailed({ reason: "RESOURCE:ENI", cluster: CLUSTER }),
      ),
    },
    {
      id: "bridge",
      test: taskReached({ family: "worker-bridge", cluster: CLUSTER, status: "RUNNING" }),
    },
    {
      id: "exercise",
      test: tasksLie({ family: "thumb", cluster: CLUSTER, perInstance: [5] }),
    },
  ],
});

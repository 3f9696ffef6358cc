/** Lab 05/01: a task with a network interface of its own: localhost inside, a security group around, slots on its machine. */
import {
  all,
  connectionTested,
  defineLab,
  jsonFile,
  placementFailed,
  taskReached,
  tasksLie,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const SHOP_GROUP = "sg-0aaa5555666677778";
const VISITOR_GROUP = "sg-0bbb5555666677778";
export const OTHER_SUBNET = "subnet-0ddd1111222233334";

const shop = {
  family: "shop",
  requiresCompatibilities: ["EC2"],
  networkMode: "awsvpc",
  containerDefinitions: [
    {
      name: "web",
      image: "nginx:1.29",
      essential: true,
      memory: 256,
      portMappings: [{ containerPort: 80, protocol: "tcp" }],
    },
    {
      name: "cache",
      image: "quayside/cache:1",
      essential: true,
      memory: 256,
      portMappings: [{ containerPort: 6379, protocol: "tcp" }],
    },
  ],
};

const visitor = {
  family: "visitor",
  requiresCompatibilities: ["EC2"],
  networkMode: "awsvpc",
  containerDefinitions: [{ name: "visitor", image: "nginx:1.29", essential: true, memory: 256 }],
};

export default defineLab(texts, {
  id: "05/01",
  seed: 51,
  scenario: {
    id: "shop-and-visitor",
    title: "Two container instances, and a visitor who wants to reach the shop",
    network: {
      securityGroups: [
        {
          groupId: SHOP_GROUP,
          groupName: "shop",
          ingress: [{ protocol: "tcp", fromPort: 80, toPort: 80, peer: VISITOR_GROUP }],
        },
        { groupId: VISITOR_GROUP, groupName: "visitor" },
      ],
    },
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "quayside", operation: "ProvideContainerInstances", input: { instanceType: "t3.medium", count: 2 } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: shop },
      { service: "ecs", operation: "RegisterTaskDefinition", input: visitor },
      {
        service: "ecs",
        operation: "RunTask",
        input: {
          taskDefinition: "visitor",
          launchType: "EC2",
          networkConfiguration: {
            awsvpcConfiguration: { subnets: [OTHER_SUBNET], securityGroups: [VISITOR_GROUP] },
          },
        },
      },
    ],
  },
  files: [jsonFile("shop.json", shop)],
  checks: [
    {
      id: "address",
      test: taskReached({ family: "shop", status: "RUNNING" }),
    },
    {
      id: "localhost",
      test: connectionTested({
        caller: { family: "shop" },
        to: "localhost",
        port: 6379,
        reaches: true,
        answeredBy: "cache",
      }),
    },
    {
      id: "group",
      test: all(
        connectionTested({ caller: { family: "visitor" }, port: 80, reaches: true, answeredBy: "web" }),
        connectionTested({ caller: "instance", port: 80, reaches: false, why: "no-rule" }),
      ),
    },
    {
      id: "out",
      test: connectionTested({ caller: { family: "shop" }, to: "internet", reaches: true }),
    },
    {
      id: "twice",
      test: tasksLie({ family: "shop", perInstance: [2] }),
    },
    {
      id: "slots",
      test: placementFailed({ reason: "RESOURCE:ENI" }),
    },
    {
      id: "exercise",
      test: all(
        taskReached({ family: "board", subnetId: OTHER_SUBNET, status: "RUNNING" }),
        connectionTested({ caller: { family: "visitor" }, port: 80, reaches: true, answeredBy: "board" }),
      ),
    },
  ],
});

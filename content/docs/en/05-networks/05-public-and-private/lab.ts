/**
 * Lab 05/05: ways out of a subnet. A public address, none at all, VPC endpoints one after the other, a NAT gateway.
 * Long, because each way that stays closed is a mistake of its own, with its commands and its words.
 */
import {
  all,
  any,
  connectionTested,
  defineLab,
  jsonFile,
  NO_WAY_OUT,
  PRIVATE_SUBNET,
  taskRanBy,
  taskReached,
  taskStopped,
  textsOf,
  type Why,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const SHOP_GROUP = "sg-0aaa5555666677778";
export const ENDPOINT_GROUP = "sg-0eee5555666677778";

const shopApi = {
  family: "shop-api",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  executionRoleArn: "arn:aws:iam::123456789012:role/shopExecutionRole",
  containerDefinitions: [
    {
      name: "api",
      image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.0",
      essential: true,
      portMappings: [{ containerPort: 8080, protocol: "tcp" }],
      secrets: [
        {
          name: "DB_PASSWORD",
          valueFrom: "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/database-Rq7kZe:password::",
        },
      ],
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": "/ecs/shop-api",
          "awslogs-region": "us-east-1",
          "awslogs-stream-prefix": "shop",
        },
      },
    },
  ],
};

/** An image from Docker Hub, on Fargate and on EC2. */
const fromHub = (family: string) => ({
  family,
  requiresCompatibilities: ["FARGATE", "EC2"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: family, image: "nginx:1.29", essential: true, portMappings: [{ containerPort: 80 }] }],
});

export const failed = (why: Why) => taskStopped({ family: "shop-api", started: false, why });

export default defineLab(texts, {
  id: "05/05",
  seed: 55,
  scenario: {
    id: "private-without-a-way-out",
    title: "Private subnets without a way out, one container instance in a public one, and a probe",
    network: {
      natGateway: false,
      securityGroups: [
        { groupId: SHOP_GROUP, groupName: "shop" },
        { groupId: ENDPOINT_GROUP, groupName: "endpoints" },
      ],
    },
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "logs", operation: "CreateLogGroup", input: { logGroupName: "/ecs/shop-api" } },
      { service: "quayside", operation: "ProvideContainerInstances", input: { subnets: ["public-a"] } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: shopApi },
      { service: "ecs", operation: "RegisterTaskDefinition", input: fromHub("web") },
      { service: "ecs", operation: "RegisterTaskDefinition", input: fromHub("probe") },
      {
        service: "ecs",
        operation: "RunTask",
        input: {
          taskDefinition: "probe",
          launchType: "EC2",
          networkConfiguration: { awsvpcConfiguration: { subnets: [PRIVATE_SUBNET], securityGroups: [SHOP_GROUP] } },
        },
      },
    ],
  },
  files: [jsonFile("shop-api.json", shopApi)],
  checks: [
    {
      id: "public",
      test: taskRanBy({ family: "shop-api", wayOut: "public-address" }),
    },
    {
      id: "cut-off",
      test: all(
        taskReached({ family: "web", status: "RUNNING" }),
        connectionTested({ caller: { family: "web" }, to: "internet", reaches: false, why: "no-public-address" }),
      ),
    },
    {
      id: "stuck",
      test: failed(NO_WAY_OUT),
    },
    {
      id: "door",
      test: any(
        ...["ecr.api", "com.amazonaws.us-east-1.ecr.api", "api.ecr.us-east-1.amazonaws.com"].map((to) =>
          connectionTested({ caller: { family: "probe" }, to, reaches: true, why: "interface" }),
        ),
      ),
    },
    {
      id: "endpoints",
      test: taskRanBy({ family: "shop-api", wayOut: "endpoints" }),
    },
    {
      id: "hub",
      test: taskStopped({ family: "web", started: false, why: "pull.no-route" }),
    },
    {
      id: "nat",
      test: taskRanBy({ family: "web", wayOut: "nat-gateway" }),
    },
    {
      id: "exercise",
      test: any(
        ...["ssm", "com.amazonaws.us-east-1.ssm", "ssm.us-east-1.amazonaws.com"].map((to) =>
          connectionTested({ caller: { family: "probe" }, to, reaches: true, why: "interface" }),
        ),
      ),
    },
  ],
});

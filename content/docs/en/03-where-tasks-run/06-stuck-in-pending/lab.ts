/**
 * Lab 03/06: five tasks that do not come to run, each for a reason of its own, and one that only has to wait.
 * Long, because nine mistakes and two routes each bring their commands and their words.
 */
import { defineLab, hasContainer, jsonFile, taskReached, textFile, textsOf, waitedForHost } from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const definition = (family: string, container: object) => ({
  family,
  requiresCompatibilities: ["EC2"],
  networkMode: "bridge",
  containerDefinitions: [{ name: family, image: "nginx:1.29", essential: true, cpu: 128, memory: 128, ...container }],
});
const splunk = {
  logDriver: "splunk",
  options: { "splunk-url": "https://logs.example.com", "splunk-token": "test" },
};
const report = definition("report", { logConfiguration: splunk });
const gateway = definition("gateway", { portMappings: [{ containerPort: 80, hostPort: 8080, protocol: "tcp" }] });
const payments = definition("payments", { image: "nginx:1.299" });
const orders = definition("orders", { memory: 2600 });
export const archive = {
  ...definition("archive", {}),
  placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type == t3.mediun" }],
};

export const FILE = "user-data.sh";
export const USER_DATA = "#!/bin/bash\necho ECS_CLUSTER=annex >> /etc/ecs/ecs.config\n";
export const AMI = "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id";
const provide = (cluster: string, subnets: readonly string[], count: number) => ({
  service: "quayside" as const,
  operation: "ProvideContainerInstances",
  input: { cluster, instanceType: "t3.medium", subnets, count },
});
const register = (input: object) => ({ service: "ecs" as const, operation: "RegisterTaskDefinition", input });

export default defineLab(texts, {
  id: "03/06",
  seed: 36,
  scenario: {
    id: "five-that-do-not-run",
    title: "Three clusters in which five tasks do not come to run",
    commands: [
      ...["shop", "solo", "annex"].map((clusterName) => ({
        service: "ecs" as const,
        operation: "CreateCluster",
        input: { clusterName },
      })),
      provide("shop", ["private-a", "private-b"], 2),
      provide("solo", ["private-a"], 1),
      ...[report, gateway, payments, orders, definition("catalog", {})].map(register),
      register(definition("legacy", { portMappings: [{ containerPort: 80, hostPort: 8080, protocol: "tcp" }] })),
      register(definition("batch", { memory: 2000 })),
      register(definition("worker", { image: "quayside/stubborn:1", cpu: 1500 })),
      ...[
        { cluster: "shop", taskDefinition: "legacy", count: 2, placementConstraints: [{ type: "distinctInstance" }] },
        { cluster: "shop", taskDefinition: "batch" },
        { cluster: "solo", taskDefinition: "worker" },
      ].map((input) => ({ service: "ecs" as const, operation: "RunTask", input: { ...input, launchType: "EC2" } })),
      {
        service: "quayside",
        operation: "DisconnectAgent",
        input: { cluster: "shop", filter: "not(task:group == family:batch)" },
      },
      {
        service: "ec2",
        operation: "RunInstances",
        input: {
          ImageId: AMI,
          InstanceType: "t3.medium",
          SubnetId: "subnet-0ccc1111222233334",
          MinCount: 1,
          MaxCount: 1,
          UserData: btoa(USER_DATA),
        },
      },
      register(archive),
    ],
  },
  files: [
    jsonFile("report.json", report),
    jsonFile("gateway.json", gateway),
    jsonFile("payments.json", payments),
    jsonFile("archive.json", archive),
    textFile(FILE, USER_DATA),
  ],
  checks: [
    {
      id: "catalog",
      test: taskReached({ family: "catalog", cluster: "annex", status: "RUNNING" }),
    },
    {
      id: "report",
      test: taskReached({ family: "report", cluster: "shop", status: "RUNNING" }),
    },
    {
      id: "gateway",
      test: taskReached({ family: "gateway", cluster: "shop", status: "RUNNING" }),
    },
    {
      id: "orders",
      test: taskReached({
        family: "orders",
        cluster: "shop",
        definition: [hasContainer({ memory: 2600 })],
        status: "RUNNING",
      }),
    },
    {
      id: "payments",
      test: taskReached({ family: "payments", cluster: "shop", status: "RUNNING" }),
    },
    {
      id: "waits",
      test: waitedForHost({ family: "worker", cluster: "solo" }),
    },
    {
      id: "exercise",
      test: taskReached({ family: "archive", cluster: "shop", status: "RUNNING" }),
    },
  ],
});

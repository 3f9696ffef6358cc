/**
 * Lab 03/06: five tasks that do not come to run, each for a reason of its own, and one that only has to wait.
 * Long, because nine mistakes and two routes each bring their commands and their words.
 */
import { defineLab, hasContainer, jsonFile, taskReached, text, textFile, waitedForHost } from "@quayside/grader";

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

export const FILE = "user-data.sh";
export const USER_DATA = "#!/bin/bash\necho ECS_CLUSTER=annex >> /etc/ecs/ecs.config\n";
export const AMI = "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id";
const provide = (cluster: string, subnets: readonly string[], count: number) => ({
  service: "quayside" as const,
  operation: "ProvideContainerInstances",
  input: { cluster, instanceType: "t3.medium", subnets, count },
});
const register = (input: object) => ({ service: "ecs" as const, operation: "RegisterTaskDefinition", input });

export default defineLab({
  id: "03/06",
  seed: 36,
  title: text("Five that do not run", "Năm task không chạy"),
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
    ],
  },
  files: [
    jsonFile("report.json", report),
    jsonFile("gateway.json", gateway),
    jsonFile("payments.json", payments),
    textFile(FILE, USER_DATA),
  ],
  goal: text(
    "Bring five tasks to RUNNING, each by mending what is really wrong: report, gateway, payments and orders (with its 2,600 MiB) in the cluster shop, catalog in the cluster annex. In the cluster solo, replace the running worker by a new one at once, and see it wait.",
    "Đưa năm task tới RUNNING, mỗi task bằng cách sửa đúng chỗ hỏng: report, gateway, payments và orders (vẫn 2.600 MiB) trong cluster shop, catalog trong cluster annex. Trong cluster solo, thay ngay worker đang chạy bằng một worker mới và xem nó chờ.",
  ),
  checks: [
    {
      id: "catalog",
      title: text("catalog runs in annex", "catalog chạy trong annex"),
      test: taskReached({ family: "catalog", cluster: "annex", status: "RUNNING" }),
    },
    {
      id: "report",
      title: text("report runs: its log driver is there", "report chạy: log driver của nó có sẵn"),
      test: taskReached({ family: "report", cluster: "shop", status: "RUNNING" }),
    },
    {
      id: "gateway",
      title: text("gateway runs: its port is free", "gateway chạy: cổng của nó còn trống"),
      test: taskReached({ family: "gateway", cluster: "shop", status: "RUNNING" }),
    },
    {
      id: "orders",
      title: text("orders runs with its 2,600 MiB", "orders chạy với đủ 2.600 MiB"),
      test: taskReached({
        family: "orders",
        cluster: "shop",
        definition: [hasContainer({ memory: 2600 })],
        status: "RUNNING",
      }),
    },
    {
      id: "payments",
      title: text("payments runs: its image exists", "payments chạy: image của nó có thật"),
      test: taskReached({ family: "payments", cluster: "shop", status: "RUNNING" }),
    },
    {
      id: "waits",
      title: text("A new worker waited for the old one", "Một worker mới đã chờ worker cũ"),
      test: waitedForHost({ family: "worker", cluster: "solo" }),
    },
  ],
});

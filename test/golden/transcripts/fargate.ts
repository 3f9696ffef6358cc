/** Tasks on Fargate, their logs, and what happens from outside of ECS. */
import { keyOf, type Turn, withKey } from "./transcript.ts";

const FARGATE = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
const logs = (prefix: string) => ({
  logDriver: "awslogs",
  options: {
    "awslogs-group": "/shop",
    "awslogs-region": "us-east-1",
    "awslogs-stream-prefix": prefix,
    "awslogs-create-group": "true",
  },
});
const secret = (name: string) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:${name}`;
const define = (family: string, containerDefinitions: object[], more: object = {}): Turn => [
  "ecs",
  "RegisterTaskDefinition",
  {
    family,
    ...FARGATE,
    executionRoleArn: "arn:aws:iam::123456789012:role/shopExecutionRole",
    containerDefinitions,
    ...more,
  },
];
const network = (assignPublicIp: string, subnet = "subnet-0aaa1111222233334") => ({
  awsvpcConfiguration: { subnets: [subnet], securityGroups: ["sg-0eee1111222233334"], assignPublicIp },
});
const run = (taskDefinition: string, more: object = {}): Turn => [
  "ecs",
  "RunTask",
  { taskDefinition, launchType: "FARGATE", networkConfiguration: network("ENABLED"), ...more },
];
const describe = (index: number): Turn => [
  "ecs",
  "DescribeTasks",
  withKey("tasks", index, (task) => ({ tasks: [task] })),
];
const lived = (...turns: Turn[]): Turn[] => [...turns, { passMs: 500 }, describe(-1), { passMs: 90_000 }, describe(-1)];
const stream =
  (make: (names: { logGroupName: string; logStreamName: string }) => object) =>
  (session: Parameters<typeof keyOf>[0]) => {
    const row = session.tables.logStreams.get(keyOf(session, "logStreams"));
    return make({ logGroupName: row?.logGroupName ?? "", logStreamName: row?.logStreamName ?? "" });
  };

export const FARGATE_TASKS: readonly Turn[] = [
  ["ecs", "CreateCluster"],
  ["logs", "CreateLogGroup", { logGroupName: "/shop" }],
  ["logs", "PutRetentionPolicy", { logGroupName: "/shop", retentionInDays: 7 }],
  define("web", [
    {
      name: "web",
      image: "nginx",
      logConfiguration: logs("web"),
      healthCheck: { command: ["CMD", "true"], interval: 5 },
    },
  ]),
  ...lived(run("web")),
  ...lived(
    run("web", { platformVersion: "1.4.0", networkConfiguration: network("DISABLED", "subnet-0ccc1111222233334") }),
  ),
  ...lived(run("web", { capacityProviderStrategy: [{ capacityProvider: "FARGATE_SPOT" }], launchType: undefined })),
  ...lived(
    run("web", {
      overrides: {
        ephemeralStorage: { sizeInGiB: 40 },
        cpu: "512",
        memory: "1024",
        containerOverrides: [{ name: "web", memory: 300, cpu: 100 }],
      },
    }),
  ),
  ...[
    secret("shop/database-Rq7kZe"),
    secret("shop/database"),
    `${secret("shop/database-Rq7kZe")}:password::`,
    `${secret("shop/database")}:password:AWSCURRENT:`,
    `${secret("shop/database-Rq7kZe")}:password:AWSPREVIOUS:`,
    secret("shop/datab"),
    secret("shop/database-"),
    "arn:aws:ssm:us-east-1:123456789012:parameter/shop/log-level",
    "/shop/log-level",
    "log-level",
  ].flatMap((valueFrom): Turn[] => [
    define("secret", [
      { name: "app", image: "quayside/hello:1", secrets: [{ name: "S", valueFrom }], logConfiguration: logs("s") },
    ]),
    ...lived(run("secret")),
  ]),
  ...[
    ["sh", "-c", "exit 4"],
    ["sh", "-c", "echo one; sleep 2; echo two; exit 3"],
    ["ls", "/"],
    ["hostname"],
    ["sleep", "5"],
    [],
  ].flatMap((command): Turn[] => [
    define("job", [{ name: "job", image: "busybox", command, logConfiguration: logs("job") }]),
    ...lived(run("job")),
  ]),
  ["logs", "DescribeLogGroups"],
  ["logs", "DescribeLogGroups", { logGroupNamePrefix: "/sh", limit: 1 }],
  ["logs", "DescribeLogGroups", { logGroupNamePattern: "none" }],
  ["logs", "DescribeLogGroups", { logGroupNamePrefix: "hop" }],
  ["logs", "DescribeLogStreams", { logGroupName: "/shop", limit: 3 }],
  ["logs", "DescribeLogStreams", { logGroupName: "/shop", orderBy: "LastEventTime", descending: true, limit: 4 }],
  ["logs", "DescribeLogStreams", { logGroupName: "/shop", logStreamNamePrefix: "job" }],
  ["logs", "GetLogEvents", stream((names) => ({ ...names, limit: 2 }))],
  ["logs", "GetLogEvents", stream((names) => ({ ...names, startFromHead: true, limit: 2 }))],
  ["logs", "FilterLogEvents", { logGroupName: "/shop", limit: 5 }],
  ["logs", "FilterLogEvents", { logGroupName: "/shop", filterPattern: "two" }],
  ["logs", "FilterLogEvents", { logGroupName: "/shop", logStreamNamePrefix: "job", filterPattern: "?one ?three" }],
  ["logs", "FilterLogEvents", { logGroupName: "/shop", logStreamNamePrefix: "job", filterPattern: "-two" }],
  ["quayside", "SlowRegistry", { registry: "docker.io", timesSlower: 5 }],
  ["quayside", "FailPulls", { image: "nginx", count: 1, why: "server-error" }],
  ...lived(run("web")),
  ...lived(run("web")),
  ["quayside", "SlowRegistry", { registry: "docker.io", timesSlower: 1 }],
  ["quayside", "PushImage", { image: "quayside/hello:2" }],
  ["quayside", "DeclareImage", { image: "quay.io/acme/api:1.4", behavesLike: "nginx", port: 8080 }],
  ["quayside", "SetFargateCapacity", { availabilityZone: "us-east-1a", available: false }],
  run("web"),
  ["quayside", "SetFargateCapacity", { availabilityZone: "us-east-1a", available: true }],
  ["quayside", "HangContainer", withKey("tasks", -1, (task) => ({ task, container: "web" }))],
  ["quayside", "ChangeServing", withKey("tasks", -1, (task) => ({ task, serviceMs: 900, errorPercent: 20 }))],
  ["quayside", "ChangeServing", withKey("tasks", -1, (task) => ({ task, places: 0 }))],
  ["quayside", "ChangeServing", withKey("tasks", -1, (task) => ({ task }))],
  ["quayside", "KillContainer", withKey("tasks", -1, (task) => ({ task, container: "web" }))],
  run("web"),
  { passMs: 60_000 },
  ["quayside", "KillContainer", withKey("tasks", -1, (task) => ({ task, container: "web" }))],
  { passMs: 60_000 },
  describe(-1),
  ...["internet", "s3", "ecr.api", "10.0.1.4", "imds"].map(
    (to): Turn => ["quayside", "TestConnection", withKey("tasks", 0, (from) => ({ from, to, port: 443 }))],
  ),
  ["quayside", "TestConnection", withKey("tasks", 0, (to) => ({ from: "internet", to, port: 80 }))],
  ["quayside", "TestConnection", withKey("tasks", 0, (to) => ({ from: to, to: "localhost", port: 80 }))],
  ["quayside", "PutObject", { bucket: "shop-config", key: "more.env", text: "LOG_LEVEL=debug\n" }],
  ["ecs", "ListTasks", { launchType: "FARGATE", family: "web" }],
  ["logs", "DeleteLogGroup", { logGroupName: "/shop" }],
  ["logs", "DescribeLogGroups"],
];

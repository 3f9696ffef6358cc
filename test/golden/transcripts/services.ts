/** Services: made, read, changed, rolled out, rolled back, protected and deleted, on Fargate and on instances. */
import { type Turn, withKey } from "./transcript.ts";

const FARGATE = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
const NETWORK = {
  awsvpcConfiguration: {
    subnets: ["subnet-0aaa1111222233334"],
    securityGroups: ["sg-0eee1111222233334"],
    assignPublicIp: "ENABLED",
  },
};
const define = (family: string, image: string, more: object): Turn => [
  "ecs",
  "RegisterTaskDefinition",
  { family, containerDefinitions: [{ name: family, image, memory: 64 }], ...more },
];
const WEB = {
  serviceName: "web",
  taskDefinition: "web:1",
  desiredCount: 1,
  launchType: "FARGATE",
  networkConfiguration: NETWORK,
  clientToken: "once",
};
const describe = (...services: string[]): Turn => ["ecs", "DescribeServices", { services, include: ["TAGS"] }];
const update = (input: object): Turn => ["ecs", "UpdateService", { service: "web", ...input }];
const deployment = (index: number, make: (arn: string) => object) => withKey("serviceDeployments", index, make);
const revision = (index: number, make: (arn: string) => object) => withKey("serviceRevisions", index, make);
const task = (index: number, make: (arn: string) => object) => withKey("tasks", index, make);
const MINUTES: Turn = { passMs: 180_000 };

export const SERVICES: readonly Turn[] = [
  ["ecs", "CreateCluster"],
  define("web", "nginx", FARGATE),
  define("web", "nginx", { ...FARGATE, cpu: "512", memory: "1024" }),
  define("agent", "nginx", {}),
  ["ecs", "CreateService", { ...WEB, tags: [{ key: "team", value: "blue" }] }],
  ["ecs", "CreateService", { ...WEB, tags: [{ key: "team", value: "red" }] }],
  ["ecs", "CreateService", { ...WEB, desiredCount: 2 }],
  describe("web", "none"),
  MINUTES,
  describe("web"),
  ["ecs", "ListTasks", { serviceName: "web" }],
  ["ecs", "DescribeServiceRevisions", revision(0, (arn) => ({ serviceRevisionArns: [arn] }))],
  update({ taskDefinition: "web:2", propagateTags: "SERVICE", enableECSManagedTags: true }),
  ["ecs", "DescribeServiceRevisions", revision(-1, (arn) => ({ serviceRevisionArns: [arn] }))],
  { passMs: 20_000 },
  describe("web"),
  MINUTES,
  ["ecs", "ListServiceDeployments", { service: "web" }],
  ["ecs", "ListServiceDeployments", { service: "web", status: ["SUCCESSFUL"], maxResults: 1 }],
  ["ecs", "DescribeServiceDeployments", deployment(-1, (arn) => ({ serviceDeploymentArns: [arn, "none"] }))],
  ["ecs", "UpdateTaskProtection", task(-1, (arn) => ({ cluster: "default", tasks: [arn], protectionEnabled: true }))],
  ["ecs", "GetTaskProtection", task(-1, (arn) => ({ cluster: "default", tasks: [arn] }))],
  ["ecs", "UpdateTaskProtection", task(-1, (arn) => ({ cluster: "default", tasks: [arn], protectionEnabled: false }))],
  update({ forceNewDeployment: true, deploymentConfiguration: { bakeTimeInMinutes: 5 } }),
  { passMs: 30_000 },
  ["ecs", "StopServiceDeployment", deployment(-1, (arn) => ({ serviceDeploymentArn: arn }))],
  ["ecs", "StopServiceDeployment", deployment(-1, (arn) => ({ serviceDeploymentArn: arn }))],
  ["ecs", "ContinueServiceDeployment", deployment(-1, (arn) => ({ serviceDeploymentArn: arn, hookId: "ecs-pause-1" }))],
  MINUTES,
  MINUTES,
  ["ecs", "DescribeServiceDeployments", deployment(-1, (arn) => ({ serviceDeploymentArns: [arn] }))],
  describe("web"),
  update({ deploymentConfiguration: { alarms: { alarmNames: ["errors"], enable: true, rollback: true } } }),
  update({ forceNewDeployment: true }),
  { passMs: 90_000 },
  ["quayside", "SetAlarm", { name: "errors", state: "ALARM" }],
  { passMs: 30_000 },
  ["ecs", "DescribeServiceDeployments", deployment(-1, (arn) => ({ serviceDeploymentArns: [arn] }))],
  describe("web"),
  MINUTES,
  ["quayside", "SetAlarm", { name: "errors", state: "OK" }],
  ["quayside", "SetAlarm", { name: "errors", state: "OK" }],
  update({ desiredCount: 0 }),
  ["quayside", "ProvideContainerInstances", { count: 1 }],
  [
    "ecs",
    "CreateService",
    {
      serviceName: "agent",
      taskDefinition: "agent",
      schedulingStrategy: "DAEMON",
      monitoring: { metricConfigurations: [{ metricNames: ["CPUUtilization"], resolutionSeconds: 20 }] },
    },
  ],
  MINUTES,
  describe("agent"),
  ["ecs", "ListServices"],
  ["ecs", "ListServices", { launchType: "EC2", schedulingStrategy: "DAEMON" }],
  ["ecs", "ListServicesByNamespace", { namespace: "shop" }],
  ["ecs", "DescribeClusters", { include: ["STATISTICS"] }],
  ["ecs", "DeleteService", { service: "web" }],
  ["ecs", "DeleteService", { service: "agent" }],
  ["ecs", "ListServices"],
  describe("web", "agent"),
  MINUTES,
  MINUTES,
  describe("web", "agent"),
  ["ecs", "CreateService", { ...WEB, desiredCount: 0 }],
  ["ecs", "DescribeServiceRevisions", revision(0, (arn) => ({ serviceRevisionArns: [arn] }))],
  ["ecs", "DeleteService", { service: "web", force: true }],
];

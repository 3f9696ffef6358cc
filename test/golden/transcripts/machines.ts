/** Container instances and tasks on them: attributes, states, agents, GPUs, and every member of RunTask and StartTask. */
import { keyOf, type Turn, withKey } from "./transcript.ts";

const container = (name: string, more: object = {}) => ({ name, image: "nginx", memory: 64, ...more });
const define = (family: string, more: object): Turn => [
  "ecs",
  "RegisterTaskDefinition",
  { family, requiresCompatibilities: ["EC2"], ...more },
];
const RUN = { taskDefinition: "pair", launchType: "EC2" };
const NETWORK = {
  awsvpcConfiguration: { subnets: ["subnet-0ccc1111222233334"], securityGroups: ["sg-0eee1111222233334"] },
};
const instance = (index: number, make: (key: string) => object) => withKey("containerInstances", index, make);
const describeTask = (index: number): Turn => [
  "ecs",
  "DescribeTasks",
  withKey("tasks", index, (task) => ({ tasks: [task], include: ["TAGS"] })),
];

/** Each change of a call alone: what it says, and nothing else, is in the answer. */
const CHANGES: readonly object[] = [
  { count: 2 },
  { group: "mine" },
  { startedBy: "me" },
  {
    enableExecuteCommand: true,
    overrides: { taskRoleArn: "arn:aws:iam::123456789012:role/shopTaskRole" },
  },
  { enableECSManagedTags: true },
  { propagateTags: "TASK_DEFINITION" },
  { propagateTags: "TASK_DEFINITION", enableECSManagedTags: true, tags: [{ key: "from", value: "call" }] },
  { tags: [{ key: "a", value: "b" }] },
  { clientToken: "once" },
  { clientToken: "once" },
  { referenceId: "r" },
  { placementStrategy: [{ type: "spread", field: "attribute:ecs.availability-zone" }] },
  { placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type == m5.large" }] },
  { placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type == c5.large" }] },
  { taskDefinition: "own", networkConfiguration: NETWORK },
  { taskDefinition: "host" },
  { taskDefinition: "gpu" },
  {
    overrides: {
      cpu: "512",
      memory: "1024",
      taskRoleArn: "arn:aws:iam::123456789012:role/shopTaskRole",
      executionRoleArn: "arn:aws:iam::123456789012:role/shopExecutionRole",
      containerOverrides: [
        {
          name: "b",
          command: ["sleep", "5"],
          cpu: 20,
          memory: 70,
          memoryReservation: 30,
          environment: [{ name: "A", value: "2" }],
        },
      ],
    },
  },
];

export const MACHINES: readonly Turn[] = [
  ["ecs", "CreateCluster"],
  ["quayside", "ProvideContainerInstances", { count: 2, instanceType: "t3.small", attributes: { stack: "test" } }],
  [
    "quayside",
    "ProvideContainerInstances",
    {
      instanceType: "m5.large",
      subnets: ["private-a"],
      agentVersion: "1.60.0",
      agentConfiguration: { ECS_RESERVED_MEMORY: "256" },
    },
  ],
  [
    "quayside",
    "ProvideContainerInstances",
    { instanceType: "g4dn.xlarge", agentConfiguration: { ECS_ENABLE_GPU_SUPPORT: "true" } },
  ],
  ["ecs", "ListContainerInstances"],
  [
    "ecs",
    "DescribeContainerInstances",
    (session) => ({
      containerInstances: [...session.tables.containerInstances.keys(), "none"],
      include: ["TAGS", "CONTAINER_INSTANCE_HEALTH"],
    }),
  ],
  [
    "ecs",
    "PutAttributes",
    instance(0, (targetId) => ({
      attributes: [
        { name: "rack", value: "1", targetId },
        { name: "mark", targetId },
      ],
    })),
  ],
  ["ecs", "ListAttributes", { targetType: "container-instance", attributeName: "rack" }],
  [
    "ecs",
    "ListAttributes",
    { targetType: "container-instance", attributeName: "stack", attributeValue: "test", maxResults: 1 },
  ],
  ["ecs", "DeleteAttributes", instance(0, (targetId) => ({ attributes: [{ name: "rack", targetId }] }))],
  ["ecs", "ListAttributes", { targetType: "container-instance", attributeName: "mark" }],
  ["ecs", "TagResource", instance(0, (resourceArn) => ({ resourceArn, tags: [{ key: "owner", value: "me" }] }))],
  ["ecs", "ListTagsForResource", instance(0, (resourceArn) => ({ resourceArn }))],
  define("pair", {
    tags: [
      { key: "from", value: "definition" },
      { key: "kept", value: "yes" },
    ],
    containerDefinitions: [
      container("a", {
        portMappings: [{ containerPort: 80 }, { containerPort: 53, hostPort: 53, protocol: "udp" }],
        cpu: 10,
      }),
      container("b", { essential: false, command: ["sh", "-c", "exit 4"], image: "busybox", memoryReservation: 32 }),
    ],
  }),
  define("own", {
    networkMode: "awsvpc",
    containerDefinitions: [container("a", { portMappings: [{ containerPort: 80 }] })],
  }),
  define("host", {
    networkMode: "host",
    containerDefinitions: [container("a", { portMappings: [{ containerPort: 81 }] })],
  }),
  define("gpu", { containerDefinitions: [container("a", { resourceRequirements: [{ type: "GPU", value: "1" }] })] }),
  ...CHANGES.flatMap((change): Turn[] => [
    ["ecs", "RunTask", { ...RUN, ...change }],
    { passMs: 45_000 },
    describeTask(-1),
    ["ecs", "StopTask", withKey("tasks", -1, (task) => ({ task, reason: "seen" }))],
    { passMs: 60_000 },
    describeTask(-1),
  ]),
  [
    "ecs",
    "StartTask",
    (session) => ({
      taskDefinition: "pair",
      containerInstances: [keyOf(session, "containerInstances", 0), keyOf(session, "containerInstances", 0), "none"],
      startedBy: "me",
      group: "hand",
      enableECSManagedTags: true,
    }),
  ],
  [
    "ecs",
    "StartTask",
    (session) => ({
      taskDefinition: "own",
      networkConfiguration: NETWORK,
      containerInstances: [keyOf(session, "containerInstances", 1), keyOf(session, "containerInstances", 2)],
    }),
  ],
  ["ecs", "StartTask", instance(0, (key) => ({ taskDefinition: "gpu", containerInstances: [key] }))],
  { passMs: 2_000 },
  ["ecs", "DescribeClusters", { clusters: ["default"], include: ["STATISTICS"] }],
  { passMs: 45_000 },
  ["ecs", "DescribeClusters", { clusters: ["default"], include: ["STATISTICS"] }],
  ["quayside", "DisconnectAgent", instance(0, (containerInstance) => ({ containerInstance }))],
  [
    "ecs",
    "DescribeContainerInstances",
    instance(0, (key) => ({ containerInstances: [key], include: ["CONTAINER_INSTANCE_HEALTH"] })),
  ],
  ["ecs", "StopTask", withKey("tasks", -1, (task) => ({ task }))],
  { passMs: 60_000 },
  describeTask(-1),
  ["quayside", "ReconnectAgent", instance(0, (containerInstance) => ({ containerInstance }))],
  { passMs: 60_000 },
  describeTask(-1),
  ["ecs", "UpdateContainerAgent", instance(2, (containerInstance) => ({ containerInstance }))],
  { passMs: 10_000 },
  ["ecs", "DescribeContainerInstances", instance(2, (key) => ({ containerInstances: [key] }))],
  { passMs: 300_000 },
  ["ecs", "DescribeContainerInstances", instance(2, (key) => ({ containerInstances: [key] }))],
  [
    "ecs",
    "UpdateContainerInstancesState",
    instance(2, (key) => ({ containerInstances: [key, "none"], status: "DRAINING" })),
  ],
  ["ecs", "UpdateContainerInstancesState", instance(2, (key) => ({ containerInstances: [key], status: "ACTIVE" }))],
  ["ecs", "DeregisterContainerInstance", instance(2, (containerInstance) => ({ containerInstance }))],
  ["ecs", "DeregisterContainerInstance", instance(2, (containerInstance) => ({ containerInstance, force: true }))],
  ["ecs", "DescribeContainerInstances", instance(2, (key) => ({ containerInstances: [key] }))],
  [
    "ecs",
    "RegisterContainerInstance",
    withKey("ec2Instances", 2, (instanceId) => ({ instanceIdentityDocument: JSON.stringify({ instanceId }) })),
  ],
  ["quayside", "StopContainer", withKey("tasks", 0, (task) => ({ task, container: "a" }))],
  ["ecs", "RunTask", RUN],
  { passMs: 45_000 },
  ["quayside", "StopContainer", withKey("tasks", -1, (task) => ({ task, container: "a", timeout: 5 }))],
  { passMs: 30_000 },
  describeTask(-1),
  ["ec2", "TerminateInstances", withKey("ec2Instances", 0, (key) => ({ InstanceIds: [key] }))],
  { passMs: 120_000 },
  ["ecs", "ListContainerInstances"],
  ["ecs", "ListTasks", { desiredStatus: "STOPPED", maxResults: 3 }],
];

/** A call that meets each refusal of ECS's operations. Long for its table. */
import { DEFAULT_SUBNETS } from "../default-network.ts";
import type { Session } from "../session.ts";
import { BALANCER_WAYS } from "./balancer-ways.ts";
import { EXEC_WAYS } from "./exec-ways.ts";
import { keyOf, must, RUN_WEB, type Way } from "./refusal-scenery.ts";
import { SERVICE_WAYS } from "./service-ways.ts";

const list = (count: number) => Array.from({ length: count }, (_, index) => `x${index}`);
const tags = (count: number) => list(count).map((key) => ({ key, value: "" }));
const instance = (session: Session) => keyOf(session.tables.containerInstances);
const web = (session: Session) => keyOf(session.tables.tasks, ({ spec }) => spec.launchType === "FARGATE");

/** An attribute of a real instance. */
const put = (attribute: object): Way => {
  return (session) =>
    session.call("ecs", "PutAttributes", {
      cluster: "machines",
      attributes: [{ name: "a", targetId: instance(session), ...attribute }],
    });
};
const create = (clusterTags: object[]): Way => ["CreateCluster", { clusterName: "x", tags: clusterTags }];
const run = (change: object): Way => ["RunTask", { ...RUN_WEB, ...change }];
const onMachines = (change: object): Way => ["RunTask", { taskDefinition: "pair", cluster: "machines", ...change }];
const vpc = (change: object) =>
  run({
    networkConfiguration: { awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["private-a"]], ...change } },
  });

const CLUSTERS: Readonly<Record<string, Way>> = {
  "cluster.not-found": ["ListTasks", { cluster: "nope" }],
  "cluster.name": ["CreateCluster", { clusterName: "no blanks" }],
  "cluster.not-simulated": ["CreateCluster", { clusterName: "x", capacityProviders: ["FARGATE"] }],
  "cluster.setting": [
    "CreateCluster",
    { clusterName: "x", settings: [{ name: "containerInsights", value: "perhaps" }] },
  ],
  "cluster.has-instances": ["DeleteCluster", { cluster: "machines" }],
  "cluster.has-services": (session) => {
    must(session, "ecs", "CreateService", { serviceName: "pair", taskDefinition: "pair", desiredCount: 0 });
    return session.call("ecs", "DeleteCluster", {});
  },
  "cluster.has-tasks": ["DeleteCluster", { cluster: "default" }],
  "clusters.include": ["DescribeClusters", { clusters: ["machines"], include: ["BOGUS"] }],
  "clusters.too-many": ["DescribeClusters", { clusters: list(101) }],
  "container-instance.not-found": ["UpdateContainerAgent", { containerInstance: "nope" }],
  "container-instance.has-tasks": (session) => {
    const containerInstance = keyOf(session.tables.containerInstances, (row) => row.runningTasksCount > 0);
    return session.call("ecs", "DeregisterContainerInstance", { cluster: "machines", containerInstance });
  },
  "container-instance.status": ["UpdateContainerInstancesState", { containerInstances: ["x"], status: "INACTIVE" }],
  "container-instance.filter": ["ListContainerInstances", { filter: "what is" }],
  "container-instance.not-ec2": ["RegisterContainerInstance", {}],
  "container-instance.document": ["RegisterContainerInstance", { instanceIdentityDocument: "{}" }],
  "container-instance.other-cluster": (session) => {
    const instanceIdentityDocument = JSON.stringify({ instanceId: keyOf(session.tables.ec2Instances) });
    return session.call("ecs", "RegisterContainerInstance", { instanceIdentityDocument });
  },
  "container-instances.empty": ["DescribeContainerInstances", { containerInstances: [] }],
  "container-instances.too-many": ["DescribeContainerInstances", { containerInstances: list(101) }],
  "agent.update-in-progress": (session) => {
    must(session, "quayside", "ProvideContainerInstances", { cluster: "machines", agentVersion: "1.60.0" });
    const old = keyOf(session.tables.containerInstances, ({ agentVersion }) => agentVersion === "1.60.0");
    must(session, "ecs", "UpdateContainerAgent", { cluster: "machines", containerInstance: old });
    return session.call("ecs", "UpdateContainerAgent", { cluster: "machines", containerInstance: old });
  },
  "agent.no-update": (session) =>
    session.call("ecs", "UpdateContainerAgent", { cluster: "machines", containerInstance: instance(session) }),
  "attributes.empty": ["PutAttributes", { attributes: [] }],
  "attributes.too-many": ["PutAttributes", { attributes: list(11).map((name) => ({ name })) }],
  "attributes.limit": (session) => {
    const targetId = instance(session);
    const attributes = list(10).map((name) => ({ name, targetId }));
    must(session, "ecs", "PutAttributes", { cluster: "machines", attributes });
    return session.call("ecs", "PutAttributes", { cluster: "machines", attributes: [{ name: "more", targetId }] });
  },
  "attribute.target-not-found": put({ targetId: "nope", targetType: "container-instance" }),
  "attribute.no-target": put({ targetId: undefined }),
  "attribute.no-target-type": put({ targetId: "nope" }),
  "attribute.reserved": put({ name: "ecs.mine" }),
  "attribute.name": put({ name: "no blanks" }),
  "attribute.value": put({ value: " " }),
  "attribute.value-to-delete": (session) =>
    session.call("ecs", "DeleteAttributes", {
      cluster: "machines",
      attributes: [{ name: "a", value: "b", targetId: instance(session) }],
    }),
  "attribute.value-without-name": [
    "ListAttributes",
    { cluster: "machines", targetType: "container-instance", attributeValue: "b" },
  ],
  "account-setting.unknown": ["PutAccountSetting", { name: "nope", value: "enabled" }],
  "account-setting.principal": [
    "PutAccountSetting",
    { name: "awsvpcTrunking", value: "enabled", principalArn: "arn:aws:iam::123456789012:root" },
  ],
  "account-setting.value": ["PutAccountSetting", { name: "awsvpcTrunking", value: "perhaps" }],
  "tags.too-many": create(tags(51)),
  "tags.limit": (session) => {
    const resourceArn = keyOf(session.tables.clusters);
    must(session, "ecs", "TagResource", { resourceArn, tags: tags(50) });
    return session.call("ecs", "TagResource", { resourceArn, tags: [{ key: "more", value: "" }] });
  },
  "tag.key-length": create([{ key: "", value: "" }]),
  "tag.value-length": create([{ key: "a", value: "b".repeat(257) }]),
  "tag.characters": create([{ key: "a", value: "?" }]),
  "tag.reserved": create([{ key: "aws:a", value: "b" }]),
  "tag.duplicate": create([...tags(1), ...tags(1)]),
  "resource.no-definition": [
    "ListTagsForResource",
    { resourceArn: "arn:aws:ecs:us-east-1:123456789012:task-definition/no:1" },
  ],
  "resource.no-task": ["ListTagsForResource", { resourceArn: "arn:aws:ecs:us-east-1:123456789012:task/default/no" }],
  "resource.no-service": [
    "TagResource",
    { resourceArn: "arn:aws:ecs:us-east-1:123456789012:service/default/no", tags: [] },
  ],
  "resource.no-instance": [
    "TagResource",
    { resourceArn: "arn:aws:ecs:us-east-1:123456789012:container-instance/default/no", tags: [] },
  ],
  "resource.stopped-task": (session) => {
    const resourceArn = web(session);
    must(session, "ecs", "StopTask", { task: resourceArn });
    session.stepUntilQuiet();
    return session.call("ecs", "ListTagsForResource", { resourceArn });
  },
  "resource.arn": ["ListTagsForResource", { resourceArn: "nope" }],
};

/** Takes `web:1` out of use; with `DeleteTaskDefinitions` as well, it is being deleted. */
const outOfUse = (session: Session, ...operations: readonly string[]) => {
  must(session, "ecs", "DeregisterTaskDefinition", { taskDefinition: "web:1" });
  for (const operation of operations) must(session, "ecs", operation, { taskDefinitions: ["web:1"] });
};

const TASKS: Readonly<Record<string, Way>> = {
  "task-definition.not-found": ["DescribeTaskDefinition", { taskDefinition: "nope" }],
  "task-definition.not-found-to-run": run({ taskDefinition: "nope", cluster: "nope" }),
  "task-definition.being-deleted": (session) => {
    outOfUse(session, "DeleteTaskDefinitions");
    return session.call("ecs", "RunTask", { ...RUN_WEB, taskDefinition: "web:1" });
  },
  "task-definition.deregistered-in-deletion": (session) => {
    outOfUse(session, "DeleteTaskDefinitions");
    return session.call("ecs", "DeregisterTaskDefinition", { taskDefinition: "web:1" });
  },
  "task-definition.described-revision": ["DescribeTaskDefinition", { taskDefinition: "web:bad" }],
  "task-definition.include": ["DescribeTaskDefinition", { taskDefinition: "nope", include: ["BOGUS"] }],
  "task-definition.inactive": (session) => {
    outOfUse(session);
    return session.call("ecs", "RunTask", { ...RUN_WEB, taskDefinition: "web:1" });
  },
  "task-definition.no-revision": ["DeregisterTaskDefinition", { taskDefinition: "web" }],
  "task-definition.revision": ["DeregisterTaskDefinition", { taskDefinition: "web:one" }],
  "task-definition.delete-none": ["DeleteTaskDefinitions", { taskDefinitions: [] }],
  "task-definition.delete-too-many": ["DeleteTaskDefinitions", { taskDefinitions: list(11) }],
  "task-definition.launch-type": run({ taskDefinition: "pair" }),
  "task.not-found": ["StopTask", { task: "nope" }],
  "task.reason": (session) => session.call("ecs", "StopTask", { task: web(session), reason: "x".repeat(1025) }),
  "tasks.empty": ["DescribeTasks", { tasks: [] }],
  "tasks.too-many": ["DescribeTasks", { tasks: list(101) }],
  "run-task.count": run({ count: 11 }),
  "run-task.started-by": run({ startedBy: "x".repeat(129) }),
  "run-task.started-by-characters": run({ startedBy: "a b" }),
  "run-task.group": run({ group: "service:web" }),
  "run-task.exec-role": run({ enableExecuteCommand: true }),
  "run-task.volumes": run({ volumeConfigurations: [{ name: "data" }] }),
  "run-task.platform-version": run({ platformVersion: "1.3.0" }),
  "tasks.daemon": ["ListTasks", { daemonName: "agent" }],
  "tasks.started-by-alone": ["ListTasks", { startedBy: "me", family: "web" }],
  "run-task.client-token": run({ clientToken: "x".repeat(65) }),
  "run-task.token-reused": (session) => {
    must(session, "ecs", "RunTask", { ...RUN_WEB, clientToken: "one" });
    return session.call("ecs", "RunTask", { ...RUN_WEB, clientToken: "one", group: "other" });
  },
  "run-task.overrides": run({ overrides: { containerOverrides: [{ name: "web", command: ["x".repeat(8192)] }] } }),
  "run-task.override-variable": run({
    overrides: { containerOverrides: [{ name: "web", environment: [{ value: "x" }] }] },
  }),
  "run-task.override-container": run({ overrides: { containerOverrides: [{ name: "nope" }] } }),
  "run-task.override-size": run({ overrides: { cpu: "a lot" } }),
  "run-task.storage-size": run({ overrides: { ephemeralStorage: { sizeInGiB: 20 } } }),
  "run-task.storage-on-ec2": onMachines({ overrides: { ephemeralStorage: { sizeInGiB: 30 } } }),
  "run-task.container-memory": run({ overrides: { containerOverrides: [{ name: "web", memory: 1024 }] } }),
  "run-task.inference": run({ overrides: { inferenceAcceleratorOverrides: [{ deviceName: "a", deviceType: "b" }] } }),
  "run-task.propagate-tags": run({ propagateTags: "SERVICE" }),
  "run-task.launch-type-and-strategy": run({ capacityProviderStrategy: [{ capacityProvider: "FARGATE" }] }),
  "run-task.capacity-provider": onMachines({ capacityProviderStrategy: [{ capacityProvider: "FARGATE" }] }),
  "run-task.launch-type": run({ launchType: "EXTERNAL" }),
  "run-task.no-instances": onMachines({ cluster: "default" }),
  "run-task.platform-on-ec2": onMachines({ platformVersion: "LATEST" }),
  "run-task.platform": run({ platformVersion: "9.9.9" }),
  "run-task.fargate-size": run({ overrides: { cpu: "256", memory: "8192" } }),
  "run-task.role": run({ overrides: { taskRoleArn: "nope" } }),
  "placement.fargate-strategy": run({ placementStrategy: [{ type: "random" }] }),
  "placement.fargate-constraint": run({ placementConstraints: [{ type: "distinctInstance" }] }),
  "placement.invalid": onMachines({ placementStrategy: [{ type: "nope" }] }),
  "network.missing": run({ networkConfiguration: undefined }),
  "network.unwanted": onMachines({ networkConfiguration: RUN_WEB.networkConfiguration }),
  "network.public-address": onMachines({
    taskDefinition: "own",
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["private-a"]], assignPublicIp: "ENABLED" },
    },
  }),
  "network.no-subnets": vpc({ subnets: [] }),
  "network.too-many-subnets": vpc({ subnets: list(17) }),
  "network.too-many-groups": vpc({ securityGroups: list(6) }),
  "network.subnet": vpc({ subnets: ["subnet-0"] }),
  "network.security-group": vpc({ securityGroups: ["sg-0"] }),
};

const elsewhere = (place: string): Way => ["StopTask", { task: `arn:aws:ecs:${place}` }];

const INPUTS: Readonly<Record<string, Way>> = {
  "input.include": ["DescribeTasks", { tasks: ["x"], include: ["FOO"] }],
  "input.launch-type": run({ launchType: "fargate" }),
  "input.value": vpc({ assignPublicIp: "YES" }),
  "input.other-cluster": elsewhere("us-east-1:123456789012:task/machines/0123456789abcdef0123456789abcdef"),
  "input.other-place": elsewhere("eu-west-1:123456789012:task/default/0123456789abcdef0123456789abcdef"),
  "input.identifier": elsewhere("us-east-1:123456789012:cluster/default"),
};

/** By the id of the refusal. */
export const ECS_WAYS: Readonly<Record<string, Way>> = {
  ...BALANCER_WAYS,
  ...INPUTS,
  ...CLUSTERS,
  ...TASKS,
  ...SERVICE_WAYS,
  ...EXEC_WAYS,
};

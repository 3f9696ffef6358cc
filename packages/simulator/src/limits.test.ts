/**
 * Every limit of an input at its edge: so many are taken, one more is refused. The numbers are AWS's and stand here a second
 * time, so that one that slips in the code shows.
 */
import { expect, test } from "vitest";
import { DEFAULT_NETWORK, DEFAULT_SECURITY_GROUP_ID, DEFAULT_SUBNETS } from "./default-network.ts";
import { ECS_OPTIMIZED_AMI } from "./model/amis.ts";
import type { ServiceName } from "./operations/service-names.ts";
import type { Session } from "./session.ts";
import { beginning, keyOf, must, RUN_WEB } from "./testing/refusal-scenery.ts";

const list = (count: number) => Array.from({ length: count }, (_, index) => `x${index}`);
const tags = (count: number) => list(count).map((key) => ({ key, value: "" }));
const NETWORK = (change: object) => ({
  ...RUN_WEB,
  networkConfiguration: { awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["private-a"]], ...change } },
});
const cidrs = (count: number) => Array.from({ length: count }, (_, index) => ({ CidrIp: `10.1.${index}.0/24` }));
const machine = { ImageId: ECS_OPTIMIZED_AMI, MinCount: 1, MaxCount: 1 };
const instance = (session: Session) => keyOf(session.tables.containerInstances);
const task = (session: Session) => keyOf(session.tables.tasks);

/** What is limited, the most that is taken, the id of the refusal, and a call with so many. */
type Limit = readonly [
  most: number,
  refusal: string,
  service: ServiceName,
  operation: string,
  input: (count: number, session: Session) => object,
];

const LIMITS: readonly Limit[] = [
  [255, "cluster.name", "ecs", "CreateCluster", (count) => ({ clusterName: "x".repeat(count) })],
  [100, "clusters.too-many", "ecs", "DescribeClusters", (count) => ({ clusters: list(count) })],
  [100, "tasks.too-many", "ecs", "DescribeTasks", (count) => ({ tasks: list(count) })],
  [
    100,
    "container-instances.too-many",
    "ecs",
    "DescribeContainerInstances",
    (count) => ({ containerInstances: list(count), cluster: "machines" }),
  ],
  [
    10,
    "container-instances.too-many",
    "ecs",
    "UpdateContainerInstancesState",
    (count) => ({ containerInstances: list(count), cluster: "machines", status: "DRAINING" }),
  ],
  [
    10,
    "container-instances.too-many",
    "ecs",
    "StartTask",
    (count) => ({ containerInstances: list(count), cluster: "machines", taskDefinition: "pair" }),
  ],
  [
    36,
    "run-task.started-by",
    "ecs",
    "StartTask",
    (count) => ({
      containerInstances: ["x"],
      cluster: "machines",
      taskDefinition: "pair",
      startedBy: "x".repeat(count),
    }),
  ],
  [
    10,
    "attributes.too-many",
    "ecs",
    "PutAttributes",
    (count, session) => ({
      cluster: "machines",
      attributes: list(count).map((name) => ({ name, targetId: instance(session) })),
    }),
  ],
  [
    128,
    "attribute.name",
    "ecs",
    "PutAttributes",
    (count, session) => ({
      cluster: "machines",
      attributes: [{ name: "x".repeat(count), targetId: instance(session) }],
    }),
  ],
  [
    128,
    "attribute.value",
    "ecs",
    "PutAttributes",
    (count, session) => ({
      cluster: "machines",
      attributes: [{ name: "x", value: "x".repeat(count), targetId: instance(session) }],
    }),
  ],
  [50, "tags.too-many", "ecs", "CreateCluster", (count) => ({ clusterName: "x", tags: tags(count) })],
  [
    128,
    "tag.key-length",
    "ecs",
    "CreateCluster",
    (count) => ({ clusterName: "x", tags: [{ key: "x".repeat(count) }] }),
  ],
  [
    256,
    "tag.value-length",
    "ecs",
    "CreateCluster",
    (count) => ({ clusterName: "x", tags: [{ key: "x", value: "x".repeat(count) }] }),
  ],
  [
    10,
    "task-definition.delete-too-many",
    "ecs",
    "DeleteTaskDefinitions",
    (count) => ({ taskDefinitions: list(count) }),
  ],
  [10, "run-task.count", "ecs", "RunTask", (count) => ({ ...RUN_WEB, count })],
  [128, "run-task.started-by", "ecs", "RunTask", (count) => ({ ...RUN_WEB, startedBy: "x".repeat(count) })],
  [64, "run-task.client-token", "ecs", "RunTask", (count) => ({ ...RUN_WEB, clientToken: "x".repeat(count) })],
  [
    16,
    "network.too-many-subnets",
    "ecs",
    "RunTask",
    (count) => NETWORK({ subnets: repeated(count, Object.values(DEFAULT_SUBNETS)) }),
  ],
  [
    5,
    "network.too-many-groups",
    "ecs",
    "RunTask",
    (count) => NETWORK({ securityGroups: repeated(count, [DEFAULT_SECURITY_GROUP_ID]) }),
  ],
  [1024, "task.reason", "ecs", "StopTask", (count, session) => ({ task: task(session), reason: "x".repeat(count) })],
  [100, "page.too-large", "ecs", "ListTasks", (maxResults) => ({ maxResults })],
  [100, "page.too-large", "ecs", "ListTaskDefinitions", (maxResults) => ({ maxResults })],
  [100, "run-instances.too-many", "ec2", "RunInstances", (count) => ({ ...machine, MaxCount: count })],
  [
    255,
    "security-group.name-too-long",
    "ec2",
    "CreateSecurityGroup",
    (count) => ({ GroupName: "x".repeat(count), Description: "x" }),
  ],
  [
    60,
    "rule.too-many",
    "ec2",
    "AuthorizeSecurityGroupEgress",
    // One rule stands there from the beginning.
    (count) => ({
      GroupId: DEFAULT_SECURITY_GROUP_ID,
      IpPermissions: [{ IpProtocol: "tcp", FromPort: 80, ToPort: 80, IpRanges: cidrs(count - 1) }],
    }),
  ],
  [
    32,
    "route.cidr",
    "ec2",
    "CreateRoute",
    (count) => ({
      RouteTableId: DEFAULT_NETWORK.privateRouteTable,
      DestinationCidrBlock: `1.2.3.4/${count}`,
      GatewayId: DEFAULT_NETWORK.internetGateway,
    }),
  ],
  [
    65_535,
    "rule.ports",
    "ec2",
    "AuthorizeSecurityGroupIngress",
    (count) => ({
      GroupId: DEFAULT_SECURITY_GROUP_ID,
      IpPermissions: [{ IpProtocol: "tcp", FromPort: 0, ToPort: count, IpRanges: cidrs(1) }],
    }),
  ],
  [512, "log-group.name", "logs", "CreateLogGroup", (count) => ({ logGroupName: "x".repeat(count) })],
];

function repeated(count: number, items: readonly string[]): string[] {
  return Array.from({ length: count }, (_, index) => items[index % items.length] as string);
}

test.each(LIMITS.map((limit) => [limit[3], limit[1], limit[0], limit] as const))(
  "%s, %s: %i are taken and not one more",
  (operation, refusal, most, [, , service, , input]) => {
    const at = (count: number) => {
      const session = beginning();
      const outcome = session.call(service, operation, input(count, session));
      return outcome.ok ? "taken" : outcome.id;
    };
    expect([at(most), at(most + 1)]).toEqual(["taken", refusal]);
  },
);

const DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

test("a log group keeps its events for one of the periods that AWS lists, and no other", () => {
  const session = beginning();
  must(session, "logs", "CreateLogGroup", { logGroupName: "/x" });
  const taken = Array.from({ length: 3_700 }, (_, retentionInDays) => retentionInDays).filter(
    (retentionInDays) => session.call("logs", "PutRetentionPolicy", { logGroupName: "/x", retentionInDays }).ok,
  );
  expect(taken).toEqual(DAYS);
});

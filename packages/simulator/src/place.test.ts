/** A world in another Region, begun at another moment: every name and every date in it, in its answers and in its logs says so. */
import { beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_NETWORK, DEFAULT_SUBNETS, DEFAULT_VPC_ID } from "./default-network.ts";
import { placeOf } from "./model/place.ts";
import { privateDnsName, publicDnsName, REGIONS, zonePrefix, zonesOf } from "./model/region-names.ts";
import type { ServiceName } from "./operations/service-names.ts";
import { serviceOperations } from "./operations/services.ts";
import { beginningOf, Picture } from "./picture.ts";
import type { Scenario } from "./scenario.ts";
import { Session } from "./session.ts";

const REGION = "eu-west-1";
const ACCOUNT = "123456789012";
const scenario: Scenario = {
  id: "away",
  title: "Away",
  region: REGION,
  startsAt: "2031-03-01T23:59:50Z",
  network: { endpoints: [{ service: "logs" }, { service: "s3" }] },
  commands: [{ service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } }],
};

function outputOf(session: Session, service: ServiceName, operation: string, input: object = {}) {
  const outcome = session.call(service, operation, input);
  if (!outcome.ok) throw new Error(`${operation}: ${outcome.error.code}: ${outcome.error.message}`);
  return outcome.output as Record<string, never>;
}

const image = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/shop/api:1.0`;
const roles = { executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/shopExecutionRole` };
const logConfiguration = (group: string) => ({
  logDriver: "awslogs",
  options: { "awslogs-group": group, "awslogs-region": REGION, "awslogs-stream-prefix": "app" },
});
const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" };
const onFargate = { launchType: "FARGATE", networkConfiguration: { awsvpcConfiguration } };

/** A world in which the account's own image runs on Fargate and nginx on a machine. */
function lived(): Session {
  const session = Session.start({ scenario });
  outputOf(session, "logs", "CreateLogGroup", { logGroupName: "/app" });
  const secrets = [
    { name: "DB_PASSWORD", valueFrom: `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:shop/database-Rq7kZe` },
    { name: "LOG_LEVEL", valueFrom: "/shop/log-level" },
  ];
  const api = { name: "api", image, secrets, logConfiguration: logConfiguration("/app") };
  const web = { name: "web", image: "nginx", memory: 64, command: ["sh", "-c", "date; hostname; sleep 60"] };
  outputOf(session, "ecs", "RegisterTaskDefinition", {
    family: "api",
    ...roles,
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "256",
    memory: "512",
    containerDefinitions: [api],
  });
  outputOf(session, "ecs", "RegisterTaskDefinition", {
    family: "web",
    ...roles,
    networkMode: "host",
    containerDefinitions: [{ ...web, logConfiguration: logConfiguration("/app") }],
  });
  outputOf(session, "quayside", "ProvideContainerInstances", { count: 1 });
  session.stepUntilQuiet();
  outputOf(session, "ecs", "RunTask", { taskDefinition: "api", ...onFargate });
  outputOf(session, "ecs", "RunTask", {
    taskDefinition: "web",
    launchType: "EC2",
    placementConstraints: [{ type: "memberOf", expression: "registeredAt >= 2031-03-01" }],
  });
  outputOf(session, "ecs", "CreateService", {
    serviceName: "web",
    taskDefinition: "api",
    desiredCount: 1,
    ...onFargate,
  });
  const deploymentController = { type: "EXTERNAL" };
  outputOf(session, "ecs", "CreateService", { serviceName: "outer", desiredCount: 0, deploymentController });
  outputOf(session, "ecs", "CreateTaskSet", {
    cluster: "default",
    service: "outer",
    taskDefinition: "api",
    ...onFargate,
  });
  session.advance({ byMs: 50_000 });
  return session;
}

let session: Session;
beforeAll(() => {
  session = lived();
});

/** What a world says: its rows, its journal, and the answers of every operation that lists or describes. */
function everythingSaid(): Record<string, string> {
  const { tables } = session;
  const keysOf = (table: { keys(): Iterable<string> }) => [...table.keys()];
  const inputs: Readonly<Record<string, object>> = {
    DescribeTasks: { tasks: keysOf(tables.tasks) },
    DescribeContainerInstances: { containerInstances: keysOf(tables.containerInstances) },
    DescribeTaskDefinition: { taskDefinition: "api" },
    DescribeServices: { services: ["web", "outer"] },
    DescribeTaskSets: { cluster: "default", service: "outer" },
    ListServiceDeployments: { service: "web" },
    DescribeServiceDeployments: { serviceDeploymentArns: keysOf(tables.serviceDeployments) },
    DescribeServiceRevisions: { serviceRevisionArns: keysOf(tables.serviceRevisions) },
    GetTaskProtection: { cluster: "default" },
    ListTagsForResource: { resourceArn: [...tables.tasks.keys()][0] },
    ListAttributes: { targetType: "container-instance" },
    DescribeLogStreams: { logGroupName: "/app" },
    FilterLogEvents: { logGroupName: "/app" },
    GetLogEvents: { logGroupName: "/app", logStreamName: [...tables.logStreams.values()][0]?.logStreamName },
    DescribeInstanceAttribute: { InstanceId: keysOf(tables.ec2Instances)[0], Attribute: "instanceType" },
  };
  const said: Record<string, string> = {
    rows: JSON.stringify(Object.values(tables).map((table) => [...table.values()])),
    journal: JSON.stringify(session.journal.records),
  };
  for (const service of ["ecs", "ec2", "logs"] as const) {
    for (const [operation, entry] of Object.entries(serviceOperations[service])) {
      // There is no namespace in any world.
      if (!entry.modelled || !entry.readOnly || operation === "ListServicesByNamespace") continue;
      said[operation] = JSON.stringify(outputOf(session, service, operation, inputs[operation]));
    }
  }
  return said;
}

test("all tasks run, with what lies in their Region", () => {
  expect(
    [...session.tables.tasks.values()].map(({ lastStatus, stoppedReason }) => stoppedReason ?? lastStatus),
  ).toEqual(["RUNNING", "RUNNING", "RUNNING"]);
});

test("nothing says the usual Region or the usual year", () => {
  const said = everythingSaid();
  for (const [what, text] of Object.entries(said)) {
    expect([what, /.{0,60}(us-east-1|use1-az|\.ec2\.internal|compute-1)/.exec(text)?.[0]]).toEqual([what, undefined]);
    expect([what, /.{0,60}(\D176\d{7}\D|\D176\d{10}\D|\D2026[/-]\d\d)/.exec(text)?.[0]]).toEqual([what, undefined]);
  }
  const all = Object.values(said).join();
  const named = [
    `arn:aws:ecs:${REGION}:${ACCOUNT}:task/default/`,
    `arn:aws:ecs:${REGION}:${ACCOUNT}:container-instance/default/`,
    `arn:aws:ec2:${REGION}:${ACCOUNT}:subnet/`,
    `arn:aws:ec2:${REGION}:${ACCOUNT}:security-group/`,
    `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/app`,
    `com.amazonaws.${REGION}.logs`,
    `${REGION}b`,
    "euw1-az1",
    `.${REGION}.compute.internal`,
    `.${REGION}.compute.amazonaws.com`,
    `https://ecs-a-1.${REGION}.amazonaws.com/`,
    `.${REGION}.vpce.amazonaws.com`,
    "Sat Mar  1 23:59:5",
  ];
  expect(named.filter((name) => !all.includes(name))).toEqual([]);
});

test("moments are counted from the scenario's first one", () => {
  expect(placeOf(session.tables).startsAtMs).toBe(1_930_175_990_000);
  expect(outputOf(session, "logs", "DescribeLogGroups").logGroups).toMatchObject([{ creationTime: 1_930_175_990_000 }]);
});

test("ARNs of another Region or account name nothing here", () => {
  const other = `arn:aws:ecs:us-east-1:${ACCOUNT}:task/default/0123456789abcdef0123456789abcdef`;
  expect(session.call("ecs", "StopTask", { task: other })).toMatchObject({ ok: false, id: "input.other-place" });
  const definition = `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/api:1`;
  expect(session.call("ecs", "DescribeTaskDefinition", { taskDefinition: definition }).ok).toBe(false);
});

test("a run is saved and played again where it was", () => {
  const saved = session.save();
  expect(saved.scenario).toMatchObject({ region: REGION, startsAt: "2031-03-01T23:59:50Z" });
  expect(new Set(saved.commands.map(({ region }) => region))).toEqual(new Set([REGION]));
  expect(Session.load(saved).journal.records).toEqual(session.journal.records);
});

test("a picture of its beginning knows the place", () => {
  const begun = Session.start({ scenario });
  const picture = new Picture({ seed: 1, scenario, beginning: beginningOf(begun) });
  expect(placeOf(picture.tables)).toEqual(placeOf(begun.tables));
  expect(picture.tables.places.size).toBe(1);
  expect(Session.start().tables.places.size).toBe(0);
});

test("worlds of two Regions draw ids of their own", () => {
  const idsIn = (region: string) => {
    const away = Session.start({ scenario: { ...scenario, region } });
    outputOf(away, "ec2", "CreateNatGateway", { SubnetId: DEFAULT_SUBNETS["public-b"] });
    return [...away.tables.natGateways.keys()].filter((id) => id !== DEFAULT_NETWORK.natGateway);
  };
  expect(idsIn(REGION)).not.toEqual(idsIn("eu-west-2"));
  expect(idsIn(REGION)).toEqual(idsIn(REGION));
});

describe("names", () => {
  test.each([
    ["us-east-1", "use1", "us-east-1b", "ip-10-0-0-4.ec2.internal", "ec2-1-2-3-4.compute-1.amazonaws.com"],
    [
      "ap-northeast-1",
      "apne1",
      "ap-northeast-1c",
      "ip-10-0-0-4.ap-northeast-1.compute.internal",
      "ec2-1-2-3-4.ap-northeast-1.compute.amazonaws.com",
    ],
  ])("in %s", (region, prefix, second, inside, outside) => {
    expect(zonePrefix(region)).toBe(prefix);
    expect(zonesOf(region)[1]).toBe(second);
    expect(privateDnsName(region, "10.0.0.4")).toBe(inside);
    expect(publicDnsName(region, "1.2.3.4")).toBe(outside);
  });

  test("every Region makes a world", () => {
    expect(new Set(REGIONS.map(zonePrefix)).size).toBe(REGIONS.length);
    for (const region of REGIONS) {
      const { tables } = Session.start({ scenario: { ...scenario, region } });
      expect(tables.vpcs.get(DEFAULT_VPC_ID)?.isDefault).toBe(true);
      expect([...tables.clusters.keys()]).toEqual([`arn:aws:ecs:${region}:${ACCOUNT}:cluster/default`]);
    }
  });
});

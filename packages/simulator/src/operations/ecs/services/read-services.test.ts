/** DescribeServices, ListServices, ListTasks of a service, tags. Recorded answers of September 2026 (checked 2026-11-29), unless said. */
import { expect, test } from "vitest";
import { type Json, PAIR, serviceScenery, WEB } from "../../../testing/service-scenery.ts";

test("what is not there is a failure beside what is; one that is named twice is answered once", () => {
  const { call, create } = serviceScenery();
  create(PAIR);
  const { services, failures } = call("DescribeServices", { cluster: "machines", services: ["pair", "none", "pair"] });
  expect((services as Json[]).map(({ serviceName }) => serviceName)).toEqual(["pair"]);
  const arn = "arn:aws:ecs:us-east-1:123456789012:service/machines/none";
  expect(failures).toEqual([{ arn, reason: "MISSING" }]);
});

test("a service can be named by its ARN, but not with another cluster's", () => {
  const { call, create, said } = serviceScenery();
  const { serviceArn } = create(PAIR);
  expect(call("DescribeServices", { cluster: "machines", services: [serviceArn] }).services).toMatchObject([
    { serviceArn },
  ]);
  expect(said("DescribeServices", { services: [serviceArn] })).toBe(
    "InvalidParameterException: Invalid identifier: Identifier is for cluster machines. Your cluster is default",
  );
});

test("the service deployment that is going on is shown by reads only, from its first beat until it is over", () => {
  const { create, described, pass, update } = serviceScenery();
  expect(create(PAIR).currentServiceDeployment).toBeUndefined();
  expect(described("pair").currentServiceDeployment).toBeUndefined();
  pass(7);
  const first = described("pair").currentServiceDeployment;
  expect(first).toMatch(/^arn:aws:ecs:us-east-1:123456789012:service-deployment\/machines\/pair\/[\w-]{21}$/);
  // The next one is not going on yet, and the one that it stops still is.
  expect(update({ forceNewDeployment: true }).currentServiceDeployment).toBeUndefined();
  expect(described("pair").currentServiceDeployment).toBe(first);
  pass(60);
  expect(described("pair").currentServiceDeployment).toBeUndefined();
});

test("a task counts by the status that it is to have", () => {
  const { create, described, pass, update } = serviceScenery();
  create({ ...PAIR, desiredCount: 1 });
  pass(5.5);
  expect(described("pair")).toMatchObject({ runningCount: 0, pendingCount: 1 });
  pass(60);
  expect(described("pair")).toMatchObject({ runningCount: 1, pendingCount: 0 });
  expect(update({ desiredCount: 0 })).toMatchObject({ desiredCount: 0, runningCount: 1 });
  // What the deployment is to have is the scheduler's next decision.
  expect(described("pair").deployments).toMatchObject([{ desiredCount: 1 }]);
  pass(5.5);
  expect(described("pair")).toMatchObject({ runningCount: 0, deployments: [{ desiredCount: 0 }] });
});

test("ListServices gives ten a page, ACTIVE ones, and filters", () => {
  const { call, create, said } = serviceScenery();
  for (let index = 0; index < 11; index += 1) create({ ...PAIR, serviceName: `pair-${index}` });
  const page = call("ListServices", { cluster: "machines" });
  expect((page.serviceArns as string[]).length).toBe(10);
  const rest = call("ListServices", { cluster: "machines", nextToken: page.nextToken });
  expect(rest).toMatchObject({ serviceArns: [expect.stringMatching(/pair-10$/)], nextToken: undefined });
  for (const filter of [
    { launchType: "FARGATE" },
    { schedulingStrategy: "DAEMON" },
    { resourceManagementType: "ECS" },
  ]) {
    expect(call("ListServices", { cluster: "machines", ...filter }).serviceArns).toEqual([]);
  }
  expect(said("ListServices", { launchType: "SPOT" })).toBe(
    "InvalidParameterException: launch type should be one of [EC2,FARGATE,EXTERNAL,FMI,MANAGED_INSTANCES]",
  );
  expect(said("ListServices", { maxResults: 101 })).toBe(
    "InvalidParameterException: Max results can not be greater than 100",
  );
  expect(said("DescribeServices", { services: ["x"], include: ["FOO"] })).toBe(
    "InvalidParameterException: include should be one of [TAGS]",
  );
});

test("a cluster counts its services by where they run, and those that drain apart", () => {
  const { call, create, remove } = serviceScenery();
  create({ ...WEB, cluster: "machines" });
  create(PAIR);
  const counts = () => {
    const read = call("DescribeClusters", { clusters: ["machines"], include: ["STATISTICS"] }).clusters;
    const [{ activeServicesCount, statistics }] = read as [{ activeServicesCount: number; statistics: Json[] }];
    const counted = statistics.filter(({ name, value }) => String(name).endsWith("ServiceCount") && value !== "0");
    return [activeServicesCount, ...counted.map(({ name, value }) => `${name} ${value}`)];
  };
  expect(counts()).toEqual([2, "activeEC2ServiceCount 1", "activeFargateServiceCount 1"]);
  remove();
  expect(counts()).toEqual([1, "activeFargateServiceCount 1", "drainingEC2ServiceCount 1"]);
});

test("tasks of a service are in its group, started by its deployment, and listed by its name", () => {
  const { call, create, deploymentsOf, pass } = serviceScenery();
  create({ ...PAIR, desiredCount: 2 });
  pass(8);
  const { taskArns: tasks } = call("ListTasks", { cluster: "machines", serviceName: "pair" });
  expect((tasks as string[]).length).toBe(2);
  const [first] = call("DescribeTasks", { cluster: "machines", tasks }).tasks as Json[];
  expect(first).toMatchObject({ group: "service:pair", startedBy: deploymentsOf("pair")[0]?.id, tags: [] });
});

test.each([
  ["NONE", false, []],
  ["SERVICE", false, [{ key: "team", value: "blue" }]],
  [
    "SERVICE",
    true,
    [
      { key: "team", value: "blue" },
      { key: "aws:ecs:clusterName", value: "machines" },
      { key: "aws:ecs:serviceName", value: "pair" },
    ],
  ],
])("propagateTags %s, managed tags %s", (propagateTags, enableECSManagedTags, tags) => {
  const { call, create, pass } = serviceScenery();
  const team = [{ key: "team", value: "blue" }];
  create({ ...PAIR, desiredCount: 1, tags: team, propagateTags, enableECSManagedTags });
  pass(8);
  const { taskArns: tasks } = call("ListTasks", { cluster: "machines", serviceName: "pair" });
  const [task] = call("DescribeTasks", { cluster: "machines", tasks, include: ["TAGS"] }).tasks as Json[];
  expect(task?.tags).toEqual(tags);
});

// The API Reference of TagResource names what can be tagged: services, not their deployments and revisions.
test("a service and a container instance can be tagged, a service deployment cannot", () => {
  const { call, create, said, session } = serviceScenery();
  const { serviceArn } = create(WEB);
  const [instance] = session.tables.containerInstances.keys();
  for (const resourceArn of [serviceArn, instance]) {
    call("TagResource", { resourceArn, tags: [{ key: "a", value: "b" }, { key: "c" }] });
    call("UntagResource", { resourceArn, tagKeys: ["c"] });
    expect(call("ListTagsForResource", { resourceArn }).tags).toEqual([{ key: "a", value: "b" }]);
  }
  const [resourceArn] = session.tables.serviceDeployments.keys();
  expect(said("TagResource", { resourceArn, tags: [] })).toBe(
    "InvalidParameterException: The specified resource ARN is not valid.",
  );
});

test("LATEST is another platform version on Windows", () => {
  const { call, create } = serviceScenery();
  call("RegisterTaskDefinition", {
    family: "windows",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "1024",
    memory: "2048",
    runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
    containerDefinitions: [{ name: "web", image: "mcr.microsoft.com/windows/servercore/iis" }],
  });
  const { deployments, platformVersion } = create({ ...WEB, taskDefinition: "windows" });
  expect([platformVersion, (deployments as Json[])[0]?.platformVersion]).toEqual(["LATEST", "1.0.0"]);
});

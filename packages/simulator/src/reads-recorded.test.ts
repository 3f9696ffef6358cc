/**
 * What clusters and task definitions answer, as recorded in September 2026 (checked 2026-11-29): each test is a row of what
 * was recorded. What registering refuses is with the rules of task definitions.
 */
import { describe, expect, test } from "vitest";
import type { Session } from "./session.ts";
import { beginning, must } from "./testing/refusal-scenery.ts";

type Json = Readonly<Record<string, unknown>>;

const answer = (session: Session, operation: string, input: object) => must(session, "ecs", operation, input);

describe("clusters", () => {
  const STATISTICS = [
    ...["running", "pending"].flatMap((state) => [`${state}EC2TasksCount`, `${state}FargateTasksCount`]),
    ...["running", "pending"].map((state) => `${state}ExternalTasksCount`),
    ...["running", "pending"].map((state) => `${state}ManagedInstancesTasksCount`),
    ...["active", "draining"].flatMap((state) =>
      ["EC2", "Fargate", "External", "ManagedInstances"].map((where) => `${state}${where}ServiceCount`),
    ),
  ];
  const described = (session: Session, more: object = {}) =>
    (answer(session, "DescribeClusters", { clusters: ["tagged"], ...more }).clusters as Json[])[0] as Json;
  const begin = () => {
    const session = beginning();
    const tags = [{ key: "a", value: "b" }];
    const configuration = { executeCommandConfiguration: { logging: "DEFAULT" } };
    must(session, "ecs", "CreateCluster", { clusterName: "tagged", tags, configuration });
    return session;
  };

  test("show settings, tags and statistics only when asked, and sixteen statistics in this order", () => {
    const session = begin();
    expect(described(session)).toMatchObject({ settings: [], tags: [], statistics: [] });
    const { statistics } = described(session, { include: ["STATISTICS"] });
    expect((statistics as Json[]).map(({ name }) => name)).toEqual(STATISTICS);
  });

  test("are deleted in an answer without tags, and can be described with them afterwards", () => {
    const session = begin();
    const { cluster } = answer(session, "DeleteCluster", { cluster: "tagged" });
    expect(cluster).toMatchObject({ status: "INACTIVE", tags: [], statistics: [], settings: [{}], configuration: {} });
    expect(described(session, { include: ["TAGS"] })).toMatchObject({ status: "INACTIVE", tags: [{ key: "a" }] });
  });
});

describe("task definitions", () => {
  const definitionOf = (output: Json) => output.taskDefinition as Json;

  test("deregisteredAt comes with later answers, not with the one that deregisters", () => {
    const session = beginning();
    const taskDefinition = "web:1";
    const { taskDefinition: answered } = answer(session, "DeregisterTaskDefinition", { taskDefinition });
    expect([(answered as Json).status, (answered as Json).deregisteredAt]).toEqual(["INACTIVE", undefined]);
    expect(definitionOf(answer(session, "DescribeTaskDefinition", { taskDefinition }))).toHaveProperty(
      "deregisteredAt",
      expect.any(Number),
    );
  });

  test("families of the status INACTIVE are also those whose revisions are being deleted", () => {
    const session = beginning();
    must(session, "ecs", "DeregisterTaskDefinition", { taskDefinition: "own:1" });
    must(session, "ecs", "DeleteTaskDefinitions", { taskDefinitions: ["own:1"] });
    expect(answer(session, "ListTaskDefinitionFamilies", { status: "INACTIVE" }).families).toEqual(["own"]);
    expect(session.call("ecs", "DescribeTaskDefinition", { taskDefinition: "own" })).toMatchObject({
      error: { code: "ClientException", message: "Unable to describe task definition." },
    });
  });

  test("include TAGS gives an empty list when there are none, and attributes are left out when there are none", () => {
    const session = beginning();
    const shown = answer(session, "DescribeTaskDefinition", { taskDefinition: "pair", include: ["TAGS"] });
    expect(shown.tags).toEqual([]);
    expect(definitionOf(shown).requiresAttributes).toBeUndefined();
  });

  const FARGATE = { networkMode: "awsvpc", cpu: "256", memory: "512" };
  const register = (more: object, container: object = {}) =>
    definitionOf(
      answer(beginning(), "RegisterTaskDefinition", {
        family: "x",
        containerDefinitions: [{ name: "app", image: "nginx", memory: 64, ...container }],
        ...more,
      }),
    );

  test("a start timeout of 121 seconds is taken, on Fargate and on EC2", () => {
    for (const type of ["FARGATE", "EC2"]) {
      const more = { ...FARGATE, requiresCompatibilities: [type] };
      expect(register(more, { startTimeout: 121 })).toMatchObject({ containerDefinitions: [{ startTimeout: 121 }] });
    }
  });

  test("a stop timeout of 121 seconds is taken on EC2", () => {
    expect(register({}, { stopTimeout: 121 })).toMatchObject({ containerDefinitions: [{ stopTimeout: 121 }] });
  });

  test("Windows on ARM64 is taken for Fargate, and fits EC2 and Fargate", () => {
    const runtimePlatform = { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", cpuArchitecture: "ARM64" };
    const size = { cpu: "1024", memory: "2048" };
    const more = { ...FARGATE, ...size, requiresCompatibilities: ["FARGATE"], runtimePlatform };
    expect((register(more).compatibilities as string[]).toSorted()).toEqual(["EC2", "FARGATE"]);
  });

  test("an image by its digest requires Docker's API 1.21, on EC2 that alone", () => {
    const image = `nginx@sha256:${"0".repeat(64)}`;
    expect(register({}, { image }).requiresAttributes).toEqual([
      { name: "com.amazonaws.ecs.capability.docker-remote-api.1.21" },
    ]);
  });
});

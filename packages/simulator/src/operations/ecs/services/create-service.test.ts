/** CreateService: what it answers and what it refuses. Rows of recorded answers of September 2026 (checked 2026-11-29), unless said. */
import { describe, expect, test } from "vitest";
import { ECS_WAYS } from "../../../testing/ecs-ways.ts";
import { beginning } from "../../../testing/refusal-scenery.ts";
import { type Json, PAIR, serviceScenery, WEB } from "../../../testing/service-scenery.ts";
import { SERVICE_WAYS } from "../../../testing/service-ways.ts";

const BREAKER = {
  enable: false,
  rollback: false,
  resetOnHealthyTask: true,
  thresholdConfiguration: { type: "BOUNDED_PERCENT", value: 50 },
};
const ROLLING = {
  deploymentCircuitBreaker: BREAKER,
  maximumPercent: 200,
  minimumHealthyPercent: 100,
  strategy: "ROLLING",
  bakeTimeInMinutes: 0,
};

describe("what is read back", () => {
  test("of a service on EC2 that says only what it must", () => {
    const { createdAt, deployments, currentServiceRevisions, ...rest } = serviceScenery().create(PAIR);
    const [{ id, rolloutStateReason, ...deployment }] = deployments as [Json];
    expect(JSON.parse(JSON.stringify(rest))).toEqual({
      serviceArn: "arn:aws:ecs:us-east-1:123456789012:service/machines/pair",
      serviceName: "pair",
      clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/machines",
      loadBalancers: [],
      serviceRegistries: [],
      status: "ACTIVE",
      desiredCount: 0,
      runningCount: 0,
      pendingCount: 0,
      launchType: "EC2",
      taskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/pair:1",
      deploymentConfiguration: ROLLING,
      events: [],
      placementConstraints: [],
      placementStrategy: [],
      healthCheckGracePeriodSeconds: 0,
      schedulingStrategy: "REPLICA",
      deploymentController: { type: "ECS" },
      createdBy: "arn:aws:iam::123456789012:user/learner",
      enableECSManagedTags: false,
      propagateTags: "NONE",
      enableExecuteCommand: false,
      availabilityZoneRebalancing: "ENABLED",
      resourceManagementType: "CUSTOMER",
    });
    expect(id).toMatch(/^ecs-svc\/\d{19}$/);
    expect(rolloutStateReason).toBe(`ECS deployment ${id} in progress.`);
    expect(JSON.parse(JSON.stringify(deployment))).toEqual({
      status: "PRIMARY",
      taskDefinition: rest.taskDefinition,
      desiredCount: 0,
      pendingCount: 0,
      runningCount: 0,
      failedTasks: 0,
      createdAt,
      updatedAt: createdAt,
      launchType: "EC2",
      rolloutState: "IN_PROGRESS",
    });
    // A revision has the number of its deployment.
    const arn = `arn:aws:ecs:us-east-1:123456789012:service-revision/machines/pair/${String(id).slice(8)}`;
    expect(currentServiceRevisions).toEqual([{ arn, requestedTaskCount: 0, runningTaskCount: 0, pendingTaskCount: 0 }]);
  });

  test("of a service on Fargate: LATEST, its deployment on 1.4.0, and the role that ECS acts with", () => {
    const service = serviceScenery().create(WEB);
    expect(service).toMatchObject({ launchType: "FARGATE", platformVersion: "LATEST", platformFamily: "Linux" });
    expect(service.deployments).toMatchObject([
      { platformVersion: "1.4.0", networkConfiguration: WEB.networkConfiguration },
    ]);
    expect(service.roleArn).toMatch(/:role\/aws-service-role\/ecs.amazonaws.com\/AWSServiceRoleForECS$/);
  });

  test("of a daemon: 0 and 100 percent, no rebalancing, as many as there are instances at its first beat", () => {
    const { create, described, pass } = serviceScenery();
    const service = create({ ...PAIR, desiredCount: undefined, schedulingStrategy: "DAEMON" });
    expect(service).toMatchObject({
      desiredCount: 0,
      availabilityZoneRebalancing: "DISABLED",
      deploymentConfiguration: { maximumPercent: 100, minimumHealthyPercent: 0 },
    });
    pass(6);
    expect(described("pair")).toMatchObject({ desiredCount: 2 });
  });

  test("a maximum of 100 turns rebalancing off", () => {
    const deploymentConfiguration = { maximumPercent: 100, minimumHealthyPercent: 0 };
    expect(serviceScenery().create({ ...PAIR, deploymentConfiguration })).toMatchObject({
      availabilityZoneRebalancing: "DISABLED",
    });
  });

  test("a breaker that is off rolls nothing back; thresholds at the edge of their range are taken", () => {
    const create = (deploymentCircuitBreaker: object) =>
      serviceScenery().create({ ...PAIR, deploymentConfiguration: { deploymentCircuitBreaker } });
    expect(create({ enable: false, rollback: true })).toMatchObject({
      deploymentConfiguration: { deploymentCircuitBreaker: BREAKER },
    });
    for (const thresholdConfiguration of [
      { type: "COUNT", value: 1 },
      { type: "BOUNDED_PERCENT", value: 1 },
      { type: "UNBOUNDED_PERCENT", value: 100 },
    ]) {
      const deploymentCircuitBreaker = { enable: true, rollback: true, thresholdConfiguration };
      expect(create(deploymentCircuitBreaker)).toMatchObject({ deploymentConfiguration: { deploymentCircuitBreaker } });
    }
  });

  test("tags are in the answer when there are some", () => {
    const tags = [{ key: "team", value: "blue" }];
    const { create, described } = serviceScenery();
    expect(create({ ...PAIR, tags })).toMatchObject({ tags });
    expect(described("pair").tags).toBeUndefined();
    expect(described("pair", ["TAGS"])).toMatchObject({ tags });
  });
});

describe("the same call again", () => {
  const tokened = { ...PAIR, clientToken: "once", tags: [{ key: "team", value: "blue" }] };

  test("with its token gives the service, and keeps the old tags", () => {
    const { create, pass } = serviceScenery();
    const first = create(tokened);
    pass(2);
    const again = create({ ...tokened, tags: [{ key: "team", value: "red" }] });
    expect(again).toMatchObject({ serviceArn: first.serviceArn, createdAt: first.createdAt, tags: tokened.tags });
  });

  test.each([
    ["no token", { clientToken: undefined }],
    ["another token", { clientToken: "twice" }],
    ["another count", { desiredCount: 1 }],
    ["another definition", { taskDefinition: "pair:1" }],
  ])("with %s is not idempotent", (_, change) => {
    const { create, said } = serviceScenery();
    create(tokened);
    expect(said("CreateService", { ...tokened, ...change })).toBe(
      "InvalidParameterException: Creation of service was not idempotent.",
    );
  });

  test("with another name makes a second service", () => {
    const { create } = serviceScenery();
    create(tokened);
    expect(create({ ...tokened, serviceName: "other" })).toMatchObject({ serviceName: "other" });
  });
});

describe("words of refusals", () => {
  test.each<[keyof typeof SERVICE_WAYS, string]>([
    ["service.token", "InvalidParameterException: idempotency token longer than 36."],
    ["service.desired-missing", "InvalidParameterException: DesiredCount is missing"],
    ["service.desired-negative", "InvalidParameterException: DesiredCount can not be lesser than 0"],
    ["service.count-negative", "InvalidParameterException: Task count can not be lesser than 0"],
    ["service.scheduling", "InvalidParameterException: Scheduling strategy should be one of [REPLICA,DAEMON]"],
    ["service.maximum-percent", "InvalidParameterException: maximumPercent must be at least 100"],
    ["service.minimum-percent", "InvalidParameterException: minimumHealthyPercent must be at most 100"],
    [
      "service.network-missing",
      "InvalidParameterException: Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    ],
    ["service.no-definition", "ClientException: TaskDefinition not found."],
    ["service.breaker-value", "InvalidParameterException: Invalid deployment circuit breaker threshold value."],
    ["service.breaker-type", "InvalidParameterException: Invalid deployment circuit breaker threshold type."],
    [
      "service.daemon-count",
      "InvalidParameterException: The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again",
    ],
    [
      "service.daemon-fargate",
      "InvalidParameterException: The daemon scheduling strategy does not support the FARGATE launch type. Change the launch type and try again",
    ],
    [
      "service.daemon-maximum",
      "InvalidParameterException: The daemon scheduling strategy does not support values above 100 for maximumPercent on a deployment configuration. Change the maximumPercent value to 100, and try again",
    ],
    [
      "service.rebalancing",
      "InvalidParameterException: The service couldn't be updated because Availability Zone Rebalancing does not support maximumPercent <= 100 % as deployment configuration. Update deployment configuration and try again.",
    ],
    ["service.scaled", "InvalidParameterException: The service cannot be stopped while it is scaled above 0."],
    ["service.draining", "InvalidParameterException: Unable to Start a service that is still Draining."],
    ["service.not-active", "ServiceNotActiveException: Service was not ACTIVE."],
    ["service.not-found", "ServiceNotFoundException: Service not found."],
    ["service.not-there-to-delete", "ServiceNotFoundException: "],
    [
      "cluster.has-services",
      "ClusterContainsServicesException: The Cluster cannot be deleted while Services are active.",
    ],
    ["revisions.too-many", "InvalidParameterException: Service Revision ARN count cannot exceed 20"],
    ["revisions.arn", "InvalidParameterException: The Service ARN provided is invalid."],
    ["revisions.revision-arn", "InvalidParameterException: The ServiceRevision ARN is invalid."],
    [
      "revisions.cross-service",
      "InvalidParameterException: Cross service requests are not allowed. All requested service revisions must be for a single service",
    ],
    [
      "revisions.inactive",
      "InvalidParameterException: Cannot call DescribeServiceRevisions for a service that is INACTIVE",
    ],
    ["revisions.cluster-inactive", "ClusterNotFoundException: The referenced cluster was inactive."],
  ])("%s", (id, words) => {
    const way = ECS_WAYS[id];
    if (way === undefined) throw new Error(`no way leads to ${id}`);
    const session = beginning();
    const outcome = typeof way === "function" ? way(session) : session.call("ecs", way[0], way[1]);
    expect(outcome.ok ? "an answer" : `${outcome.error.code}: ${outcome.error.message}`).toBe(words);
  });

  test("the definition is looked up before the cluster, the network before the strategy", () => {
    const { said } = serviceScenery();
    const nowhere = { ...PAIR, cluster: "nope" };
    expect(said("CreateService", { ...nowhere, taskDefinition: "nope" })).toBe(
      "ClientException: TaskDefinition not found.",
    );
    expect(said("CreateService", nowhere)).toBe("ClusterNotFoundException: Cluster not found.");
    expect(said("CreateService", { ...PAIR, taskDefinition: "own", schedulingStrategy: "DAEMON" })).toMatch(
      /Network Configuration must be provided/,
    );
  });

  test("what is not simulated is refused with a sentence, not ignored", () => {
    const { said } = serviceScenery();
    const ids = Object.entries(SERVICE_WAYS).filter(([id]) => /^service\.(cap|contr)/.test(id));
    expect(ids.length).toBe(2);
    expect(said("CreateService", { ...PAIR, loadBalancers: [{ loadBalancerName: "x" }] })).toBe(
      "UnsupportedFeatureException: Quayside does not simulate Classic Load Balancers; AWS does. Name a target group instead.",
    );
  });
});

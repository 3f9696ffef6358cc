/** Service deployments and revisions. Recorded answers of September 2026, the Developer Guide and the API Reference (checked 2026-11-29). */
import { describe, expect, test } from "vitest";
import { type Json, PAIR, serviceScenery } from "../../../testing/service-scenery.ts";

function rolling() {
  const scenery = serviceScenery();
  const { call, create, pass, update } = scenery;
  create({ ...PAIR, desiredCount: 2 });
  pass(120);
  update({ forceNewDeployment: true });
  const listed = (more: object = {}) =>
    call("ListServiceDeployments", { cluster: "machines", service: "pair", ...more }).serviceDeployments as Json[];
  const described = (serviceDeploymentArn: unknown) =>
    (
      call("DescribeServiceDeployments", { serviceDeploymentArns: [serviceDeploymentArn] }).serviceDeployments as Json[]
    )[0] as Json;
  const revisionOf = (index: number) => (scenery.described("pair").currentServiceRevisions as Json[])[index]?.arn;
  const revisions = (...serviceRevisionArns: unknown[]) => call("DescribeServiceRevisions", { serviceRevisionArns });
  return { ...scenery, listed, describedDeployment: described, revisionOf, revisions };
}

describe("service deployments", () => {
  test("are listed newest first, by status and by moment", () => {
    const { listed } = rolling();
    const [young, old] = listed();
    expect([young?.status, old?.status]).toEqual(["PENDING", "SUCCESSFUL"]);
    expect(listed({ status: ["SUCCESSFUL"] })).toEqual([old]);
    expect(listed({ createdAt: { after: old?.createdAt } })).toEqual([young]);
    expect(listed({ createdAt: { before: young?.createdAt } })).toEqual([old]);
  });

  test("show where they come from, where they go, and how far they are", () => {
    const { describedDeployment, listed, pass, revisionOf } = rolling();
    const arn = listed()[0]?.serviceDeploymentArn;
    pass(6);
    expect(describedDeployment(arn)).toMatchObject({
      status: "IN_PROGRESS",
      sourceServiceRevisions: [{ arn: revisionOf(1), requestedTaskCount: 2, runningTaskCount: 2, pendingTaskCount: 0 }],
      targetServiceRevision: { arn: revisionOf(0), requestedTaskCount: 2, runningTaskCount: 0, pendingTaskCount: 2 },
      deploymentConfiguration: { maximumPercent: 200 },
      deploymentCircuitBreaker: { status: "DISABLED", failureCount: 0 },
      alarms: { status: "DISABLED" },
    });
    pass(180);
    const done = describedDeployment(arn);
    expect(done.status).toBe("SUCCESSFUL");
    expect(done.finishedAt).toBeGreaterThan(done.startedAt as number);
  });

  test("show the alarms that watch them, and the one that failed them", () => {
    const { describedDeployment, listed, pass, raise, update } = rolling();
    pass(180);
    const alarms = { alarmNames: ["calm", "errors"], enable: true, rollback: true };
    update({ forceNewDeployment: true, deploymentConfiguration: { alarms } });
    const arn = listed()[0]?.serviceDeploymentArn;
    expect(describedDeployment(arn)).toMatchObject({
      deploymentConfiguration: { alarms },
      alarms: { status: "MONITORING", alarmNames: ["calm", "errors"] },
    });
    pass(90);
    raise("errors");
    pass(21);
    const reason = "Service deployment rolled back because an alarm was detected.";
    expect(describedDeployment(arn)).toMatchObject({
      status: "ROLLBACK_IN_PROGRESS",
      statusReason: reason,
      rollback: { reason },
      alarms: { status: "TRIGGERED", triggeredAlarmNames: ["errors"] },
    });
    // The alarm is still in ALARM: neither the rollback nor the next deployment looks at it.
    pass(180);
    expect(describedDeployment(arn).status).toBe("ROLLBACK_SUCCESSFUL");
    update({ forceNewDeployment: true });
    pass(180);
    const next = describedDeployment(listed()[0]?.serviceDeploymentArn);
    expect(next).toMatchObject({
      status: "SUCCESSFUL",
      alarms: { status: "DISABLED", alarmNames: ["calm", "errors"] },
    });
  });

  test("that no alarm has failed are watched a few minutes longer", () => {
    const { describedDeployment, listed, pass, update } = rolling();
    pass(180);
    const alarms = { alarmNames: ["errors"], enable: true, rollback: true };
    update({ forceNewDeployment: true, deploymentConfiguration: { alarms } });
    const arn = listed()[0]?.serviceDeploymentArn;
    pass(180);
    expect(describedDeployment(arn).status).toBe("IN_PROGRESS");
    pass(240);
    expect(describedDeployment(arn)).toMatchObject({ status: "SUCCESSFUL", alarms: { status: "MONITORING_COMPLETE" } });
  });

  test("are done early when enough tasks are healthy: what is missing comes and what is old goes afterwards", () => {
    const { call, deploymentsOf, describedDeployment, listed, pass, update } = rolling();
    pass(180);
    const earlySuccessCriteria = { enable: true, healthyPercent: 50, sourceServiceRevisionCleanup: "DEFERRED" };
    const percents = { minimumHealthyPercent: 50, maximumPercent: 100 };
    const [task] = call("ListTasks", { cluster: "machines", serviceName: "pair" }).taskArns as string[];
    call("UpdateTaskProtection", { cluster: "machines", tasks: [task], protectionEnabled: true });
    const deploymentConfiguration = { ...percents, earlySuccessCriteria };
    update({ forceNewDeployment: true, availabilityZoneRebalancing: "DISABLED", deploymentConfiguration });
    const arn = listed()[0]?.serviceDeploymentArn;
    pass(180);
    expect(describedDeployment(arn)).toMatchObject({
      status: "SUCCESSFUL",
      deploymentConfiguration: { earlySuccessCriteria },
    });
    // One that is protected stays behind; nobody replaces it when it stops.
    expect(deploymentsOf("pair")).toMatchObject([
      { status: "PRIMARY", rolloutState: "COMPLETED", runningCount: 1 },
      { status: "ACTIVE", rolloutState: "COMPLETED", runningCount: 1 },
    ]);
    call("StopTask", { cluster: "machines", task });
    pass(180);
    expect(deploymentsOf("pair")).toMatchObject([{ rolloutState: "COMPLETED", runningCount: 2 }]);
  });

  test("can be stopped: they are rolled back, and stopping again changes nothing", () => {
    const { call, deploymentsOf, describedDeployment, listed, pass, revisionOf, said } = rolling();
    const serviceDeploymentArn = listed()[0]?.serviceDeploymentArn;
    pass(6);
    const source = revisionOf(1);
    expect(call("StopServiceDeployment", { serviceDeploymentArn })).toEqual({ serviceDeploymentArn });
    expect(describedDeployment(serviceDeploymentArn).status).toBe("ROLLBACK_REQUESTED");
    expect(call("StopServiceDeployment", { serviceDeploymentArn })).toEqual({ serviceDeploymentArn });
    pass(180);
    expect(describedDeployment(serviceDeploymentArn)).toMatchObject({
      status: "ROLLBACK_SUCCESSFUL",
      rollback: { serviceRevisionArn: source },
    });
    expect(deploymentsOf("pair")).toMatchObject([{ rolloutState: "COMPLETED", runningCount: 2 }]);
    expect(revisionOf(0)).toBe(source);
    expect(said("StopServiceDeployment", { serviceDeploymentArn })).toMatch(/^ConflictException: /);
    expect(said("ContinueServiceDeployment", { serviceDeploymentArn, hookId: "ecs-pause-1" })).toBe(
      "InvalidParameterException: Continuing a service deployment is not allowed for service deployment in terminal states.",
    );
  });

  test("a newer one ends a rollback, and what was being rolled back to is no candidate until it is completed again", () => {
    const { deploymentsOf, listed, pass, call, said, update } = rolling();
    const newest = () => listed()[0]?.serviceDeploymentArn;
    pass(6);
    call("StopServiceDeployment", { serviceDeploymentArn: newest() });
    pass(6);
    expect(listed().map(({ status }) => status)).toEqual(["ROLLBACK_IN_PROGRESS", "SUCCESSFUL"]);
    update({ forceNewDeployment: true });
    expect(listed().map(({ status }) => status)).toEqual(["PENDING", "ROLLBACK_FAILED", "SUCCESSFUL"]);
    pass(6);
    expect(said("StopServiceDeployment", { serviceDeploymentArn: newest() })).toMatch(/^ConflictException: /);
    pass(180);
    expect(listed()[0]?.status).toBe("SUCCESSFUL");
    expect(deploymentsOf("pair")).toMatchObject([{ rolloutState: "COMPLETED", runningCount: 2 }]);
  });

  test("one that is to be rolled back when a newer one comes is stopped", () => {
    const { call, listed, pass, update } = rolling();
    pass(6);
    call("StopServiceDeployment", { serviceDeploymentArn: listed()[0]?.serviceDeploymentArn });
    update({ forceNewDeployment: true });
    expect(listed().map(({ status }) => status)).toEqual(["PENDING", "STOPPED", "SUCCESSFUL"]);
    pass(180);
    expect(listed()[0]?.status).toBe("SUCCESSFUL");
  });

  test("go with their service", () => {
    const { call, create, listed, pass, remove, said } = rolling();
    const serviceDeploymentArn = listed()[0]?.serviceDeploymentArn;
    remove({ force: true });
    pass(300);
    expect(said("ListServiceDeployments", { cluster: "machines", service: "pair" })).toMatch(
      /^ServiceNotFoundException/,
    );
    create(PAIR);
    expect(listed().length).toBe(1);
    expect(call("DescribeServiceDeployments", { serviceDeploymentArns: [serviceDeploymentArn] })).toEqual({
      serviceDeployments: [],
      failures: [{ arn: serviceDeploymentArn, reason: "MISSING" }],
    });
  });
});

describe("service revisions", () => {
  test("the first has no load balancers, a later one an empty list, and images when its deployment has begun", () => {
    const { pass, revisionOf, revisions } = rolling();
    const both = () => revisions(revisionOf(1), revisionOf(0)).serviceRevisions as [Json, Json];
    const [first, second] = both();
    expect([first.loadBalancers, first.serviceRegistries]).toEqual([undefined, undefined]);
    expect([second.loadBalancers, second.serviceRegistries]).toEqual([[], []]);
    expect(first.containerImages).toMatchObject([
      { containerName: "a", image: "nginx", imageDigest: expect.stringMatching(/^sha256:/) },
      { containerName: "b", image: "nginx" },
    ]);
    expect(second.containerImages).toBeUndefined();
    pass(8);
    expect(both()[1].containerImages).toMatchObject([{ containerName: "a" }, { containerName: "b" }]);
  });

  test("keep what they were made of, such as the metrics", () => {
    const { revisionOf, revisions, update } = rolling();
    const monitoring = { metricConfigurations: [{ metricNames: ["CPUUtilization"], resolutionSeconds: 20 }] };
    update({ monitoring });
    const [before, after] = revisions(revisionOf(1), revisionOf(0)).serviceRevisions as [Json, Json];
    expect([before.monitoring, after.monitoring]).toEqual([undefined, monitoring]);
  });

  test("one that is not there is a failure, as often as it is named; in a service that is not there it is an error", () => {
    const { revisions, said } = rolling();
    const arn = "arn:aws:ecs:us-east-1:123456789012:service-revision/machines/pair/1";
    const failure = { arn, reason: "MISSING" };
    expect(revisions(arn, arn)).toEqual({ serviceRevisions: [], failures: [failure, failure] });
    const describe = (place: string) =>
      said("DescribeServiceRevisions", { serviceRevisionArns: [`arn:aws:ecs:${place}`] });
    expect(describe("us-east-1:123456789012:service-revision/machines/none/1")).toBe(
      "ServiceNotFoundException: Service not found.",
    );
    for (const place of [
      "us-west-2:123456789012:service-revision/machines/pair/1",
      "us-east-1:999999999999:service-revision/machines/pair/1",
      "us-east-1:123456789012:service-revision/machines/pair/abc",
    ]) {
      expect(describe(place)).toBe("InvalidParameterException: The ServiceRevision ARN is invalid.");
    }
  });

  test("can be read while the service drains, not when it is INACTIVE; a service of that name has none of them", () => {
    const { create, pass, remove, revisionOf, revisions, said } = rolling();
    const arn = revisionOf(1);
    remove({ force: true });
    expect((revisions(arn).serviceRevisions as Json[]).length).toBe(1);
    pass(300);
    expect(said("DescribeServiceRevisions", { serviceRevisionArns: [arn] })).toBe(
      "InvalidParameterException: Cannot call DescribeServiceRevisions for a service that is INACTIVE",
    );
    create(PAIR);
    expect(revisions(arn).failures).toEqual([{ arn, reason: "MISSING" }]);
  });
});

/** UpdateService: what begins a deployment and what does not. Recorded answers of September 2026 and the API Reference (checked 2026-11-29). */
import { describe, expect, test } from "vitest";
import { type Json, PAIR, serviceScenery, WEB } from "../../../testing/service-scenery.ts";

function steady(made: object = PAIR) {
  const scenery = serviceScenery();
  scenery.create(made);
  scenery.pass(60);
  return scenery;
}

const count = ({ deployments }: Json) => (deployments as Json[]).length;

describe("begins a deployment", () => {
  test.each<[string, object]>([
    ["force", { forceNewDeployment: true }],
    [
      "another resolution of metrics",
      { monitoring: { metricConfigurations: [{ metricNames: ["CPUUtilization"], resolutionSeconds: 20 }] } },
    ],
  ])("%s", (_, change) => {
    const service = steady().update(change);
    expect(count(service)).toBe(2);
    expect(service.deployments).toMatchObject([
      { status: "PRIMARY", rolloutState: "IN_PROGRESS" },
      { status: "ACTIVE", rolloutState: "COMPLETED" },
    ]);
    expect(service).not.toHaveProperty("monitoring");
  });

  test.each<[string, object]>([
    [
      "a network that is another",
      {
        networkConfiguration: {
          awsvpcConfiguration: { ...WEB.networkConfiguration.awsvpcConfiguration, assignPublicIp: "DISABLED" },
        },
      },
    ],
    ["a platform version that is another", { platformVersion: "1.4.0" }],
  ])("%s", (_, change) => {
    const { update } = steady({ ...WEB, desiredCount: 0 });
    expect(count(update({ cluster: "default", service: "web", ...change }))).toBe(2);
  });
});

describe("begins none", () => {
  test.each<[string, object]>([
    ["a count", { desiredCount: 1 }],
    ["percents", { deploymentConfiguration: { minimumHealthyPercent: 50 } }],
    ["rebalancing off", { availabilityZoneRebalancing: "DISABLED" }],
    [
      "rebalancing off with a maximum of 100",
      {
        availabilityZoneRebalancing: "DISABLED",
        deploymentConfiguration: { maximumPercent: 100, minimumHealthyPercent: 0 },
      },
    ],
    ["placement", { placementConstraints: [{ type: "distinctInstance" }], placementStrategy: [] }],
    ["a grace period, without a load balancer, too", { healthCheckGracePeriodSeconds: 30 }],
    ["tags", { enableECSManagedTags: true, propagateTags: "SERVICE" }],
  ])("%s", (_, change) => {
    const service = steady().update(change);
    expect(service).toMatchObject(change);
    expect(count(service)).toBe(1);
    expect(service.tags).toBeUndefined();
  });

  test("the same network and platform version again", () => {
    const { update } = steady({ ...WEB, desiredCount: 0 });
    const { networkConfiguration } = WEB;
    const same = { networkConfiguration, platformVersion: "LATEST" };
    expect(count(update({ cluster: "default", service: "web", ...same }))).toBe(1);
  });
});

test("what is left out of a breaker keeps its old value", () => {
  const { update } = steady();
  const thresholdConfiguration = { type: "COUNT", value: 5 };
  update({
    deploymentConfiguration: {
      deploymentCircuitBreaker: { enable: true, rollback: true, resetOnHealthyTask: false, thresholdConfiguration },
    },
  });
  const deploymentCircuitBreaker = { enable: true, rollback: false };
  expect(update({ deploymentConfiguration: { deploymentCircuitBreaker } })).toMatchObject({
    deploymentConfiguration: {
      maximumPercent: 200,
      deploymentCircuitBreaker: { ...deploymentCircuitBreaker, resetOnHealthyTask: false, thresholdConfiguration },
    },
  });
});

test("an update during a rollout makes a third deployment, and stops the second one's service deployment", () => {
  const { call, update, pass, deploymentsOf } = steady({ ...PAIR, desiredCount: 2 });
  update({ forceNewDeployment: true });
  pass(7);
  expect(count(update({ forceNewDeployment: true }))).toBe(3);
  const list = () =>
    (call("ListServiceDeployments", { cluster: "machines", service: "pair" }).serviceDeployments as Json[]).map(
      ({ status }) => status,
    );
  expect(list()).toEqual(["PENDING", "STOP_REQUESTED", "SUCCESSFUL"]);
  pass(180);
  expect(list()).toEqual(["SUCCESSFUL", "STOPPED", "SUCCESSFUL"]);
  expect(deploymentsOf("pair")).toMatchObject([{ status: "PRIMARY", rolloutState: "COMPLETED", runningCount: 2 }]);
});

test("a scale-out during a rollout goes to both revisions, the old one first", () => {
  const { messagesOf, pass, session, update } = steady();
  update({ forceNewDeployment: true });
  pass(1);
  update({ desiredCount: 1 });
  pass(6);
  expect(messagesOf("pair").filter((message) => message.includes("has started"))).toHaveLength(1);
  const [old, young] = [...session.tables.deployments.values()].slice(-2).map(({ deploymentId }) => deploymentId);
  const tasks = () =>
    [...session.tables.tasks.values()]
      .filter(({ spec }) => spec.group === "service:pair")
      .map(({ spec }) => spec.startedBy);
  expect(tasks()).toEqual([old]);
  pass(10);
  expect(tasks()).toEqual([old, young]);
});

test("a daemon takes no count", () => {
  const { said } = steady({ ...PAIR, desiredCount: undefined, schedulingStrategy: "DAEMON" });
  expect(said("UpdateService", { cluster: "machines", service: "pair", desiredCount: 1 })).toBe(
    "InvalidParameterException: The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again",
  );
});

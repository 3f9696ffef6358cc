/** Conditions about services and their deployments, over what the simulator really does. */
import { expect, test } from "vitest";
import { Ec2Cluster } from "../testing/ec2-cluster.ts";
import { told } from "../testing/told.ts";
import { deploymentReached } from "./deployments.ts";
import { serviceReached, serviceSaid, serviceSteady, taskReplaced } from "./services.ts";
import { taskCreated, taskReached } from "./task-status.ts";

const BREAKER = { deploymentCircuitBreaker: { enable: true, rollback: true } };

/** A service of two tasks, so many seconds after its creation. */
function serving({ seconds = 120, more = {} }: { seconds?: number; more?: object } = {}): Ec2Cluster {
  const cluster = new Ec2Cluster();
  cluster.call("CreateService", { serviceName: "shop", taskDefinition: "web", desiredCount: 2, ...more });
  return pass(cluster, seconds);
}

function pass(cluster: Ec2Cluster, seconds: number): Ec2Cluster {
  cluster.session.advance({ byMs: seconds * 1_000 });
  return cluster;
}

/** A revision whose task ends at once. */
function registerCrashing(cluster: Ec2Cluster): void {
  const containerDefinitions = [{ name: "web", image: "busybox", memory: 100, command: ["sh", "-c", "exit 1"] }];
  cluster.call("RegisterTaskDefinition", { family: "web", requiresCompatibilities: ["EC2"], containerDefinitions });
}

test("a service is steady when it has said so, with so many tasks", () => {
  expect(serviceSteady()(new Ec2Cluster().view()).observed("en")).toBe("There is no service yet.");
  const cluster = serving({ seconds: 6 });
  expect(told(serviceSteady({ tasks: 2 })(cluster.view()))).toMatchObject({
    passed: false,
    observed: {
      en: "Service shop is ACTIVE: desiredCount 2, RUNNING 0, not in a steady state. This step needs a steady state with 2 tasks.",
    },
  });
  const view = pass(cluster, 120).view();
  const steady = serviceSteady({ service: "shop", tasks: 2 })(view);
  expect(told(steady)).toMatchObject({
    passed: true,
    observed: { en: "Service shop reached a steady state with 2 tasks." },
  });
  expect(view.journal[steady.evidence[0] as number]?.kind).toBe("SERVICE_STEADY");
  expect(serviceSteady({ tasks: 3 })(view).passed).toBe(false);
  expect(serviceSteady({ service: "web" })(view).observed("en")).toBe("There is no such service yet; there are: shop.");
  expect(serviceSteady({ cluster: "other" })(view).passed).toBe(false);
  expect(serviceSteady({ schedulingStrategy: "DAEMON" })(view).passed).toBe(false);
});

test("a service was like this at some moment, the ones that are gone included", () => {
  const cluster = serving();
  expect(serviceReached({ desiredCount: 2 })(cluster.view()).passed).toBe(true);
  expect(serviceReached({ status: "INACTIVE" })(cluster.view()).passed).toBe(false);
  cluster.call("DeleteService", { service: "shop", force: true });
  pass(cluster, 3 * 3_600);
  expect(serviceReached({ status: "INACTIVE" })(cluster.view()).observed("en")).toContain("Service shop was INACTIVE");
});

test("what a service said is found by a part of it or by a pattern", () => {
  const cluster = serving();
  expect(serviceSaid({ text: "has started 2 tasks" })(cluster.view()).passed).toBe(true);
  expect(serviceSaid({ text: /steady state\.$/ })(cluster.view()).passed).toBe(true);
  expect(serviceSaid({ text: "unable to place" })(cluster.view()).observed("en")).toMatch(
    /newest event: "\(service shop\) has reached a steady state\."$/,
  );
});

test("a task is replaced once its service has started another one", () => {
  const cluster = serving();
  expect(taskReplaced()(cluster.view()).observed("en")).toBe(
    "No task of service shop has stopped like this without its doing.",
  );
  cluster.call("StopTask", { task: [...cluster.session.tables.tasks.keys()][0] });
  pass(cluster, 60);
  const view = cluster.view();
  const match = { service: "shop", stopCode: "UserInitiated", running: true } as const;
  const verdict = taskReplaced(match)(view);
  expect(told(verdict)).toMatchObject({
    passed: true,
    observed: { en: expect.stringContaining("service shop started it") as string },
  });
  expect(verdict.evidence.map((seq) => view.journal[seq]?.kind)).toEqual(["TASK_STOP_REQUESTED", "TASK_RUNNING"]);
  expect(taskReplaced({ stopCode: "SpotInterruption" })(view).passed).toBe(false);
});

test("a task that the service wanted gone is not replaced, nor one of a service that wants fewer", () => {
  const cluster = serving();
  cluster.call("UpdateService", { service: "shop", desiredCount: 1 });
  pass(cluster, 120);
  expect(taskReplaced()(cluster.view()).passed).toBe(false);
  cluster.call("UpdateService", { service: "shop", desiredCount: 0 });
  cluster.call("StopTask", { task: [...cluster.session.tables.tasks.keys()].at(-1) });
  pass(cluster, 120);
  expect(taskReplaced()(cluster.view()).passed).toBe(false);
});

test("tasks of a service and tasks without one are told apart", () => {
  const cluster = serving();
  expect(taskCreated({ service: false })(cluster.view()).observed("en")).toBe(
    "There is no task without a service yet.",
  );
  expect(taskReached({ service: "shop", status: "RUNNING" })(cluster.view()).passed).toBe(true);
  expect(taskReached({ service: true, status: "RUNNING" })(cluster.view()).passed).toBe(true);
  expect(taskCreated({ service: "web" })(cluster.view()).passed).toBe(false);
  expect(taskCreated({ service: false })(cluster.run(1).view()).passed).toBe(true);
});

test("a deployment is COMPLETED, also one that was forced", () => {
  const cluster = serving();
  expect(deploymentReached({ is: "COMPLETED", family: "web", revision: 1 })(cluster.view()).passed).toBe(true);
  const forced = deploymentReached({ is: "COMPLETED", forced: true });
  expect(forced(cluster.view()).observed("en")).toBe(
    "The deployment of this step has not begun; those so far, in their order: web:1.",
  );
  cluster.call("UpdateService", { service: "shop", forceNewDeployment: true });
  expect(forced(cluster.view()).observed("en")).toContain("PRIMARY, its rolloutState IN_PROGRESS");
  expect(forced(pass(cluster, 300).view()).passed).toBe(true);
});

test("a deployment is superseded by one that begins before it is done, and is told by its percents", () => {
  const cluster = serving();
  const superseded = deploymentReached({ is: "SUPERSEDED", service: "shop" });
  cluster.call("UpdateService", { service: "shop", forceNewDeployment: true });
  expect(superseded(pass(cluster, 15).view()).observed("en")).toContain("needs one that was given up for a newer one");
  const deploymentConfiguration = { minimumHealthyPercent: 50, maximumPercent: 150 };
  cluster.call("UpdateService", { service: "shop", forceNewDeployment: true, deploymentConfiguration });
  const view = pass(cluster, 300).view();
  expect(superseded(view).passed).toBe(true);
  const wide = deploymentReached({ is: "COMPLETED", configured: ({ maximumPercent }) => maximumPercent === 150 });
  expect(wide(view).passed).toBe(true);
  expect(deploymentReached({ is: "COMPLETED", configured: () => false })(view).passed).toBe(false);
});

test("a service is told by the family of what it has rolled out", () => {
  expect(serviceSteady({ family: "web" })(serving().view()).passed).toBe(true);
  expect(serviceSteady({ family: "job" })(serving().view()).passed).toBe(false);
});

test("a deployment fails by its circuit breaker and is rolled back", () => {
  const cluster = serving({ more: { deploymentConfiguration: BREAKER } });
  registerCrashing(cluster);
  cluster.call("UpdateService", { service: "shop", taskDefinition: "web:2" });
  const rolledBack = deploymentReached({ is: "ROLLED_BACK", why: "breaker", revision: 2 });
  expect(rolledBack(pass(cluster, 30).view()).observed("en")).toContain("needs one that was rolled back");
  const view = pass(cluster, 900).view();
  expect(told(rolledBack(view))).toMatchObject({
    passed: true,
    observed: { en: "The deployment of web:2 in service shop was rolled back." },
  });
  expect(deploymentReached({ is: "FAILED", why: "breaker" })(view).passed).toBe(true);
  expect(deploymentReached({ is: "FAILED", why: "asked" })(view).passed).toBe(false);
  expect(deploymentReached({ is: "FAILED", revision: 1 })(view).passed).toBe(false);
});

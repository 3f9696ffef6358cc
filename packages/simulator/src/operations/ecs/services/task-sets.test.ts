/** Task sets of a service with an external deployment controller. API Reference, TaskSet (checked 2026-11-29). */
import { expect, test } from "vitest";
import { type Json, serviceScenery } from "../../../testing/service-scenery.ts";

const SET = { cluster: "machines", service: "outer" };

function outer(desiredCount = 3) {
  const scenery = serviceScenery();
  const { call, create } = scenery;
  create({ serviceName: "outer", cluster: "machines", desiredCount, deploymentController: { type: "EXTERNAL" } });
  const add = (more: object = {}) => call("CreateTaskSet", { ...SET, taskDefinition: "pair", ...more }).taskSet as Json;
  const sets = (more: object = {}) => call("DescribeTaskSets", { ...SET, ...more }).taskSets as Json[];
  return { ...scenery, add, sets };
}

test("a service without deployments shows its task sets", () => {
  const { add, described } = outer();
  const { taskSetArn } = add();
  expect(described("outer")).toMatchObject({
    deploymentController: { type: "EXTERNAL" },
    deployments: [],
    desiredCount: 3,
    taskSets: [
      { taskSetArn, status: "ACTIVE", scale: { value: 100, unit: "PERCENT" }, stabilityStatus: "STABILIZING" },
    ],
  });
  expect(described("outer").taskDefinition).toBeUndefined();
});

test("each has its share of the desired count, rounded up, and says when it is steady", () => {
  const { add, described, messagesOf, pass, sets } = outer(3);
  const { id } = add({ scale: { value: 50, unit: "PERCENT" } });
  pass(180);
  expect(sets()).toMatchObject([
    { computedDesiredCount: 2, runningCount: 2, pendingCount: 0, stabilityStatus: "STEADY_STATE" },
  ]);
  expect(described("outer")).toMatchObject({ runningCount: 2 });
  expect(messagesOf("outer").slice(0, 2)).toEqual([
    "(service outer) has reached a steady state.",
    `(service outer, taskSet ${id}) updated state to STEADY_STATE.`,
  ]);
  expect(messagesOf("outer").at(-1)).toBe(`(service outer) updated computedDesiredCount for taskSet ${id} to 2.`);
});

test("the next one takes over: scaled, PRIMARY, and the old one deleted", () => {
  const { add, call, pass, said, sets } = outer(2);
  const old = add();
  call("UpdateServicePrimaryTaskSet", { ...SET, primaryTaskSet: old.id });
  pass(180);
  const young = add({ scale: { value: 0 }, externalId: "two" });
  call("UpdateTaskSet", { ...SET, taskSet: young.taskSetArn, scale: { value: 100 } });
  pass(180);
  call("UpdateServicePrimaryTaskSet", { ...SET, primaryTaskSet: young.id });
  expect(sets().map(({ status }) => status)).toEqual(["ACTIVE", "PRIMARY"]);
  expect(said("DeleteTaskSet", { ...SET, taskSet: old.id })).toMatch(/^InvalidParameterException: /);
  expect(call("DeleteTaskSet", { ...SET, taskSet: old.id, force: true }).taskSet).toMatchObject({ status: "DRAINING" });
  pass(180);
  expect(sets()).toMatchObject([{ id: young.id, externalId: "two", runningCount: 2, stabilityStatus: "STEADY_STATE" }]);
  expect(call("DescribeTaskSets", { ...SET, taskSets: [old.id] }).failures).toMatchObject([{ reason: "MISSING" }]);
});

test("the service scales its sets, and goes with them", () => {
  const { add, call, described, pass, said } = outer(1);
  add();
  pass(120);
  call("UpdateService", { ...SET, desiredCount: 2 });
  pass(120);
  expect(described("outer").runningCount).toBe(2);
  expect(said("UpdateService", { ...SET, taskDefinition: "pair" })).toBe(
    "InvalidParameterException: TaskDefinition must be blank",
  );
  call("DeleteService", { ...SET, force: true });
  pass(240);
  expect(described("outer")).toMatchObject({ status: "INACTIVE", runningCount: 0 });
});

test("a lost task is replaced; the same call with its token gives the set back", () => {
  const { add, call, pass, sets } = outer(1);
  const made = add({ clientToken: "once" });
  expect(add({ clientToken: "once" }).id).toBe(made.id);
  pass(120);
  const [task] = call("ListTasks", { cluster: "machines", serviceName: "outer" }).taskArns as string[];
  call("StopTask", { cluster: "machines", task });
  pass(120);
  expect(sets()).toMatchObject([{ runningCount: 1, stabilityStatus: "STEADY_STATE" }]);
});

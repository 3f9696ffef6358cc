/** UpdateTaskProtection and GetTaskProtection. Developer Guide, task scale-in protection; API Reference (checked 2026-11-29). */
import { expect, test } from "vitest";
import { type Json, PAIR, serviceScenery } from "../../../testing/service-scenery.ts";

const HOUR = 3_600;

function pairOfTasks() {
  const scenery = serviceScenery();
  scenery.create({ ...PAIR, desiredCount: 2 });
  scenery.pass(60);
  const tasks = scenery.call("ListTasks", { cluster: "machines", serviceName: "pair" }).taskArns as string[];
  const protect = (input: object) =>
    scenery.call("UpdateTaskProtection", { cluster: "machines", tasks, protectionEnabled: true, ...input });
  const read = (input: object = { tasks }) => scenery.call("GetTaskProtection", { cluster: "machines", ...input });
  return { ...scenery, tasks, protect, read };
}

const enabled = ({ protectedTasks }: Json) =>
  (protectedTasks as Json[]).map(({ protectionEnabled }) => protectionEnabled);

test("lasts two hours, or as long as is said; each call begins anew", () => {
  const { pass, protect, read } = pairOfTasks();
  protect({});
  pass(HOUR);
  protect({});
  pass(1.9 * HOUR);
  expect(enabled(read())).toEqual([true, true]);
  pass(0.2 * HOUR);
  expect(enabled(read())).toEqual([false, false]);
  expect((read().protectedTasks as Json[])[0]?.expirationDate).toBeUndefined();
  protect({ expiresInMinutes: 1 });
  pass(61);
  expect(enabled(read())).toEqual([false, false]);
});

test("keeps tasks from a scale-in until it is taken away", () => {
  const { described, messagesOf, pass, protect, update } = pairOfTasks();
  protect({});
  update({ desiredCount: 0 });
  pass(60);
  expect(described("pair")).toMatchObject({ desiredCount: 0, runningCount: 2 });
  expect(messagesOf("pair")[0]).toMatch(/was unable to scale in due to \(reason 2 tasks under protection\)/);
  protect({ protectionEnabled: false });
  pass(60);
  expect(described("pair")).toMatchObject({ runningCount: 0 });
});

test("is for running tasks of services: others are failures", () => {
  const { call, read, session } = pairOfTasks();
  const alone = [...session.tables.tasks.values()].find(({ spec }) => spec.group === "family:pair")?.taskArn as string;
  const none = "arn:aws:ecs:us-east-1:123456789012:task/machines/0123456789abcdef0123456789abcdef";
  expect(read({ tasks: [alone, none] })).toEqual({
    protectedTasks: [],
    failures: [
      { arn: alone, reason: "TASK_NOT_VALID" },
      { arn: none, reason: "MISSING" },
    ],
  });
  expect(call("UpdateTaskProtection", { cluster: "machines", tasks: [none], protectionEnabled: true })).toEqual({
    protectedTasks: [],
    failures: [{ arn: none, reason: "MISSING" }],
  });
});

test("ten tasks a call, at most 2,880 minutes", () => {
  const { said, tasks } = pairOfTasks();
  const refusal = (input: object) =>
    said("UpdateTaskProtection", { cluster: "machines", tasks, protectionEnabled: true, ...input });
  expect(refusal({ tasks: Array.from({ length: 11 }, () => tasks[0]) })).toMatch(/^InvalidParameterException/);
  expect(refusal({ expiresInMinutes: 2_881 })).toMatch(/^InvalidParameterException/);
  expect(refusal({ expiresInMinutes: 2_880 })).toBe("an answer");
});

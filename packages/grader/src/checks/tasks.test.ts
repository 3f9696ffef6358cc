/** Conditions about tasks, over journals made by hand. */
import { describe, expect, test } from "vitest";
import { HandMadeJournal } from "../testing/hand-made.ts";
import { told } from "../testing/told.ts";
import { taskHasPublicAddress } from "./network.ts";
import { field } from "./requirements.ts";
import { noTaskLeft, taskCreated, taskPassedThrough, taskReached } from "./task-status.ts";
import { momentsInOrder, taskStopped, taskToldToStop } from "./task-stop.ts";
import { copiesRunning, tasksRunning } from "./together.ts";

const stoppedByUser = {
  lastStatus: "STOPPED",
  desiredStatus: "STOPPED",
  stopCode: "UserInitiated",
  stoppedReason: "Task stopped by user",
  startedAtMs: 20_000,
  stoppingAtMs: 40_000,
  executionStoppedAtMs: 41_000,
  stoppedAtMs: 66_000,
} as const;

describe("a task that was created", () => {
  test("is found by its family, with the record of its creation", () => {
    const view = new HandMadeJournal().cluster("default").task(0, "abc", {}).view();
    expect(taskCreated({ family: "web" })(view)).toMatchObject({ passed: true, evidence: [1] });
  });

  test("does not count for another family or cluster", () => {
    const view = new HandMadeJournal().task(0, "abc", {}).view();
    expect(told(taskCreated({ family: "api" })(view))).toMatchObject({
      passed: false,
      observed: { en: "There is no task of the family api yet." },
      evidence: [],
    });
    expect(taskCreated({ cluster: "other" })(view).passed).toBe(false);
  });

  test("counts for a public address only when RunTask asked for one", () => {
    const view = new HandMadeJournal().task(0, "abc", {}).view();
    expect(taskCreated({ assignPublicIp: true })(view).passed).toBe(true);
    expect(taskCreated({ assignPublicIp: false })(view).passed).toBe(false);
  });

  test("counts for a definition only when the definition holds what is wanted", () => {
    const view = new HandMadeJournal().definition("web", 1, { cpu: "256" }).task(0, "abc", {}).view();
    expect(taskCreated({ definition: [field("cpu", "256")] })(view).passed).toBe(true);
    expect(taskCreated({ definition: [field("cpu", "512")] })(view).passed).toBe(false);
  });
});

describe("a status that a task reached", () => {
  test("stays reached after the task went on and was forgotten", () => {
    const journal = new HandMadeJournal()
      .task(0, "abc", {})
      .task(20_000, "abc", { lastStatus: "RUNNING" })
      .task(60_000, "abc", stoppedByUser)
      .remove(99_000, "tasks", "arn:aws:ecs:us-east-1:123456789012:task/default/abc");
    expect(told(taskReached({ status: "RUNNING" })(journal.view()))).toEqual({
      passed: true,
      observed: {
        en: "Task abc reached RUNNING 20 s after it was created.",
        vi: "Task abc đạt RUNNING sau 20 s kể từ khi được tạo.",
      },
      evidence: [1],
    });
  });

  test("is missed with the reason of a task that failed to start", () => {
    const failure = { lastStatus: "STOPPED", stopCode: "TaskFailedToStart", stoppedReason: "CannotPull: no" } as const;
    const view = new HandMadeJournal().task(0, "abc", {}).task(9_000, "abc", failure).view();
    expect(told(taskReached({ status: "RUNNING" })(view))).toMatchObject({
      passed: false,
      observed: { en: 'Task abc is STOPPED and never was RUNNING. Its stoppedReason: "CannotPull: no".' },
      evidence: [1],
    });
  });

  test("is awaited while the task is on its way", () => {
    const view = new HandMadeJournal().task(0, "abc", { lastStatus: "PENDING" }).view();
    expect(taskReached({ status: "RUNNING" })(view).observed("en")).toBe("Task abc is PENDING, not RUNNING yet.");
  });
});

describe("a path of statuses", () => {
  const statuses = ["PROVISIONING", "RUNNING", "STOPPED"] as const;

  test("passes with other statuses in between, with a record for each", () => {
    const view = new HandMadeJournal()
      .task(0, "abc", {})
      .task(5, "abc", { lastStatus: "PENDING" })
      .task(9, "abc", { lastStatus: "RUNNING" })
      .task(12, "abc", { lastStatus: "STOPPED" })
      .view();
    expect(taskPassedThrough({ statuses })(view)).toMatchObject({ passed: true, evidence: [0, 2, 3] });
  });

  test("must come in the order that is asked for", () => {
    const view = new HandMadeJournal().task(0, "abc", {}).task(5, "abc", { lastStatus: "RUNNING" }).view();
    expect(taskPassedThrough({ statuses: ["PROVISIONING", "RUNNING"] })(view).passed).toBe(true);
    expect(taskPassedThrough({ statuses: ["RUNNING", "PROVISIONING"] })(view).passed).toBe(false);
  });

  test("must be that of one task, not put together from two", () => {
    const view = new HandMadeJournal()
      .task(0, "abc", {})
      .task(5, "abc", { lastStatus: "STOPPED" })
      .task(5, "def", {})
      .task(9, "def", { lastStatus: "RUNNING" })
      .view();
    expect(told(taskPassedThrough({ statuses })(view))).toMatchObject({
      passed: false,
      observed: { en: "Task def is RUNNING; still to come: STOPPED." },
    });
  });
});

describe("the end of a task", () => {
  test("is judged by code, words and exit code", () => {
    const view = new HandMadeJournal().task(0, "abc", stoppedByUser).container("abc", { exitCode: 0 }).view();
    expect(taskStopped({ stopCode: "UserInitiated", exitCode: 0, reason: "by user" })(view).passed).toBe(true);
    expect(taskStopped({ reason: /^Task stopped/ })(view).passed).toBe(true);
    expect(taskStopped({ exitCode: 137 })(view).passed).toBe(false);
    expect(taskStopped({ container: "web", exitCode: 0 })(view).passed).toBe(true);
    expect(told(taskStopped({ container: "other", exitCode: 0 })(view))).toMatchObject({
      passed: false,
      observed: { en: expect.stringContaining("exit code 0 of other") },
    });
    expect(taskStopped({ reason: "CannotPull" })(view).passed).toBe(false);
    expect(taskStopped({ why: "stop.by-user" })(view).passed).toBe(false);
    const toldBy = new HandMadeJournal()
      .task(0, "abc", stoppedByUser)
      .tells("TASK_STOP_REQUESTED", "stop.by-user")
      .view();
    expect(taskStopped({ why: ["stop.with-reason", "stop.by-user"] })(toldBy).passed).toBe(true);
    expect(taskStopped({ why: "stop.with-reason" })(toldBy).passed).toBe(false);
    expect(taskStopped({ started: false })(view).passed).toBe(false);
    expect(told(taskStopped({ stopCode: "EssentialContainerExited" })(view))).toMatchObject({
      passed: false,
      observed: {
        en: 'Task abc is STOPPED: stopCode UserInitiated, stoppedReason "Task stopped by user", exit code web 0. This step needs a task that ended because an essential container exited (stopCode EssentialContainerExited).',
      },
    });
  });

  test("is not reached by a task that was only told to stop", () => {
    const onItsWay = { lastStatus: "STOPPING", desiredStatus: "STOPPED", stopCode: "UserInitiated" } as const;
    const view = new HandMadeJournal().task(0, "abc", { lastStatus: "RUNNING" }).task(1, "abc", onItsWay).view();
    expect(taskStopped({ stopCode: "UserInitiated" })(view).passed).toBe(false);
    expect(taskToldToStop({ stopCode: "UserInitiated" })(view)).toMatchObject({ passed: true, evidence: [1] });
    expect(taskToldToStop({ stopCode: "SpotInterruption" })(view).passed).toBe(false);
  });

  test("leaves nothing only when every task is over", () => {
    const journal = new HandMadeJournal();
    expect(noTaskLeft()(journal.view()).passed).toBe(false);
    journal.task(0, "abc", stoppedByUser).task(0, "def", { lastStatus: "RUNNING" });
    expect(told(noTaskLeft()(journal.view()))).toMatchObject({
      passed: false,
      observed: { en: "Task def of web:1 is still RUNNING. This step waits until every task is over: 1 of 2 is not." },
      evidence: [1],
    });
    expect(noTaskLeft()(journal.task(9, "def", stoppedByUser).view()).passed).toBe(true);
  });
});

describe("the order of a task's moments", () => {
  const moments = ["stoppingAtMs", "executionStoppedAtMs", "stoppedAtMs"] as const;

  test("passes when each lies after the one before", () => {
    const view = new HandMadeJournal().task(0, "abc", stoppedByUser).view();
    expect(told(momentsInOrder({ stopCode: "UserInitiated", moments })(view))).toMatchObject({
      passed: true,
      observed: {
        en: "Task abc (UserInitiated), counted from its creation: stoppingAt +40 s, executionStoppedAt +41 s, stoppedAt +66 s.",
      },
    });
  });

  test("fails when two are exchanged, equal, or one is missing", () => {
    const withMoments = (more: object) => new HandMadeJournal().task(0, "abc", { ...stoppedByUser, ...more }).view();
    expect(momentsInOrder({ moments })(withMoments({ executionStoppedAtMs: 39_000 })).passed).toBe(false);
    expect(momentsInOrder({ moments })(withMoments({ executionStoppedAtMs: 40_000 })).passed).toBe(false);
    expect(momentsInOrder({ moments })(withMoments({ executionStoppedAtMs: undefined })).passed).toBe(false);
  });
});

describe("tasks that run together", () => {
  test("count as copies only when they are of the same revision", () => {
    const journal = new HandMadeJournal().task(0, "abc", { lastStatus: "RUNNING" });
    journal.task(1, "def", { lastStatus: "RUNNING" }, { revision: "web:2" });
    expect(tasksRunning(2)(journal.view())).toMatchObject({ passed: true, evidence: [1] });
    expect(copiesRunning(2)(journal.view()).passed).toBe(false);
    journal.task(2, "ghi", { lastStatus: "RUNNING" }, { revision: "web:2" });
    expect(copiesRunning(2)(journal.view())).toMatchObject({ passed: true, evidence: [2] });
  });

  test("do not count when one stopped before the other ran", () => {
    const journal = new HandMadeJournal().task(0, "abc", { lastStatus: "RUNNING" }).task(1, "abc", stoppedByUser);
    journal.task(2, "def", { lastStatus: "RUNNING" });
    expect(tasksRunning(2)(journal.view()).passed).toBe(false);
  });
});

describe("the address of a task", () => {
  test("is public only when the interface has a public one", () => {
    const journal = new HandMadeJournal().task(0, "abc", {}).networkInterface("abc", {});
    expect(told(taskHasPublicAddress()(journal.view()))).toMatchObject({
      passed: false,
      observed: { en: "Task abc has the private address 10.0.0.5 and no public one." },
    });
    journal.networkInterface("abc", { publicIpv4Address: "203.0.113.7" });
    expect(taskHasPublicAddress()(journal.view())).toMatchObject({ passed: true, evidence: [2] });
  });

  test("is missing when the interface was never made", () => {
    const view = new HandMadeJournal().task(0, "abc", {}).view();
    expect(taskHasPublicAddress()(view).observed("en")).toBe("Task abc has no network interface.");
  });
});

/**
 * The life of a Fargate task as recorded answers and events show it: states, versions and seconds, over many seeds. Each test
 * is a row of what was recorded in September 2026 (checked 2026-11-29).
 */
import { describe, expect, test } from "vitest";
import type { TaskRow } from "./model/ecs.ts";
import type { Session } from "./session.ts";
import { app, begin, containerOf, LOGS, script, stopRunning, taskOf, until } from "./testing/fargate-life.ts";

/** Every version of the task with what it shows, once each. */
function versions(session: Session): string[] {
  const shown = new Map<number, string>();
  for (const { changes } of session.journal.records) {
    for (const { table, after } of changes) {
      if (table !== "tasks" || after === undefined) continue;
      const { version, lastStatus, desiredStatus } = after as TaskRow;
      shown.set(version, desiredStatus === "RUNNING" ? lastStatus : `${lastStatus} (${desiredStatus})`);
    }
  }
  return [...shown].map(([version, state]) => `${version} ${state}`);
}

describe("versions and states", () => {
  test("of a task that is stopped while it is RUNNING: it stays RUNNING until its containers have stopped", () => {
    expect(versions(stopRunning(1))).toEqual([
      "1 PROVISIONING",
      "2 PENDING",
      "3 RUNNING",
      "4 RUNNING (STOPPED)",
      "5 DEPROVISIONING (STOPPED)",
      "6 STOPPED (STOPPED)",
    ]);
  });

  test("of a task that ends by itself: the wish and DEPROVISIONING are one update", () => {
    const session = begin(1, [script("app", "exit 0")]);
    session.stepUntilQuiet();
    expect(versions(session).slice(2)).toEqual(["3 RUNNING", "4 DEPROVISIONING (STOPPED)", "5 STOPPED (STOPPED)"]);
    const { stoppingAtMs, stopCode, stoppedReason } = taskOf(session);
    expect([stopCode, stoppedReason]).toEqual(["EssentialContainerExited", "Essential container in task exited"]);
    const stopped = session.journal.records.find(({ kind }) => kind === "CONTAINERS_STOPPED");
    expect(stopped?.atMs).toBe(stoppingAtMs);
  });

  test("of a task whose start fails: four", () => {
    const session = begin(1, [app({ logConfiguration: LOGS })]);
    session.stepUntilQuiet();
    expect(versions(session)).toEqual([
      "1 PROVISIONING",
      "2 PENDING",
      "3 DEPROVISIONING (STOPPED)",
      "4 STOPPED (STOPPED)",
    ]);
  });

  test("a start that fails just after the call that stops the task ends its execution, not the stop that follows", () => {
    const failing = () => begin(1, [app({ image: "nginx:nope" })]);
    const failure = (session: Session) => session.journal.records.find(({ kind }) => kind === "PULL_FAILED");
    const whole = failing();
    whole.stepUntilQuiet();
    const atMs = failure(whole)?.atMs ?? 0;
    const session = failing();
    session.advance({ byMs: atMs - 100 });
    session.call("ecs", "StopTask", { task: taskOf(session).taskArn });
    session.stepUntilQuiet();
    expect(failure(session)?.atMs).toBe(atMs);
    expect(taskOf(session)).toMatchObject({ executionStoppedAtMs: atMs, stopCode: "UserInitiated" });
  });

  test("of a task that is stopped while it is PENDING: five", () => {
    const session = begin(1, [app()]);
    const { taskArn } = until(session, ({ pullStartedAtMs }) => pullStartedAtMs !== undefined);
    session.call("ecs", "StopTask", { task: taskArn });
    session.stepUntilQuiet();
    expect(versions(session).slice(1)).toEqual([
      "2 PENDING",
      "3 PENDING (STOPPED)",
      "4 DEPROVISIONING (STOPPED)",
      "5 STOPPED (STOPPED)",
    ]);
  });

  test("a container that runs while its task is PENDING and a non-essential one that exits count as well", () => {
    const first = script("first", "sleep 2", { essential: false });
    const session = begin(1, [first, app({ dependsOn: [{ containerName: "first", condition: "SUCCESS" }] })]);
    session.stepUntilQuiet();
    expect(versions(session)).toEqual(["1 PROVISIONING", "2 PENDING", "3 PENDING", "4 RUNNING", "5 RUNNING"]);
  });

  test("stopped in PROVISIONING: it stays there, has its stoppedAt with DEPROVISIONING, and no interface", () => {
    const session = begin(1, [app()]);
    session.advance({ untilMs: 1_000 });
    session.call("ecs", "StopTask", { task: taskOf(session).taskArn });
    const leaving = until(session, ({ lastStatus }) => lastStatus === "DEPROVISIONING");
    expect(leaving.stoppedAtMs).toBe(session.nowMs);
    expect(session.nowMs - 1_000).toBeGreaterThanOrEqual(7_000);
    session.stepUntilQuiet();
    expect(taskOf(session).stoppedAtMs).toBe(leaving.stoppedAtMs);
    expect(versions(session)).toEqual([
      "1 PROVISIONING",
      "2 PROVISIONING (STOPPED)",
      "3 DEPROVISIONING (STOPPED)",
      "4 STOPPED (STOPPED)",
    ]);
    const answer = session.call("ecs", "DescribeTasks", { tasks: [leaving.taskArn] });
    expect(answer).toMatchObject({
      output: {
        tasks: [
          {
            attachments: [
              {
                status: "DELETED",
                details: [{ name: "subnetId" }, { name: "networkInterfaceId", value: "unset" }, { name: "macAddress" }],
              },
            ],
            containers: [{ lastStatus: "STOPPED" }],
          },
        ],
      },
    });
    expect(containerOf(session, "app").exitCode).toBeUndefined();
  });
});

describe("failed starts", () => {
  test("a log group that is missing: refused before the pull, no digest, no reason and no exit code in the container", () => {
    const session = begin(1, [app({ logConfiguration: LOGS })]);
    session.stepUntilQuiet();
    const {
      pullStartedAtMs = 0,
      pullStoppedAtMs = 0,
      executionStoppedAtMs,
      startedAtMs,
      stoppedReason,
    } = taskOf(session);
    expect(pullStoppedAtMs - pullStartedAtMs).toBeGreaterThanOrEqual(6);
    expect(pullStoppedAtMs - pullStartedAtMs).toBeLessThanOrEqual(25);
    expect([executionStoppedAtMs, startedAtMs]).toEqual([pullStoppedAtMs, undefined]);
    expect(stoppedReason).toMatch(/^ResourceInitializationError: failed to validate logger args: /);
    const { imageDigest, runtimeId, reason, exitCode } = containerOf(session, "app");
    expect([imageDigest, reason, exitCode]).toEqual([undefined, undefined, undefined]);
    expect(runtimeId).toBeDefined();
  });

  test("a dependency that fails: `Task failed to start`, and the dependent says nothing though its image was pulled", () => {
    const first = script("init", "exit 7", { essential: false });
    const session = begin(1, [first, app({ dependsOn: [{ containerName: "init", condition: "SUCCESS" }] })]);
    session.stepUntilQuiet();
    expect(taskOf(session)).toMatchObject({
      stopCode: "TaskFailedToStart",
      stoppedReason: "Task failed to start",
      startedAtMs: undefined,
    });
    const dependent = containerOf(session, "app");
    expect([dependent.exitCode, dependent.reason]).toEqual([undefined, undefined]);
    expect([dependent.imageDigest, dependent.runtimeId]).not.toContain(undefined);
  });
});

test("the id of a container is the task's and a number made of its name", () => {
  const session = begin(1, [
    script("main", "sleep 1"),
    ...["init", "provider", "dependent", "nonessential", "sleeper"].map((name) =>
      script(name, "sleep 1", { essential: false }),
    ),
  ]);
  session.stepUntilQuiet();
  const { taskId } = taskOf(session).spec;
  const numbers = Object.entries({
    main: "3935363592",
    init: "0380752755",
    provider: "3082861500",
    dependent: "1756339920",
    nonessential: "1585788040",
    sleeper: "1634946175",
  });
  for (const [name, number] of numbers) expect(containerOf(session, name).runtimeId).toBe(`${taskId}-${number}`);
});

test("what has stopped is shown when ECS has heard of it: until then the container is RUNNING, without an exit code", () => {
  const job = script("job", "exit 7", { essential: false });
  const session = begin(1, [app(), job]);
  until(session, ({ lastStatus }) => lastStatus === "RUNNING");
  session.advance({ byMs: 5_000 });
  const shown = () => {
    const answer = session.call("ecs", "DescribeTasks", { tasks: [taskOf(session).taskArn] });
    const [task] = (answer.ok ? answer.output.tasks : []) as { containers: Record<string, unknown>[] }[];
    return task?.containers.find(({ name }) => name === "job");
  };
  expect(containerOf(session, "job").phase).toBe("STOPPED");
  expect([shown()?.lastStatus, shown()?.exitCode]).toEqual(["RUNNING", undefined]);
  session.advance({ byMs: 10_000 });
  expect([shown()?.lastStatus, shown()?.exitCode]).toEqual(["STOPPED", 7]);
});

describe("the interface of a task", () => {
  const called = (session: Session, operation: string, input: object) => {
    const outcome = session.call("ec2", operation, input);
    return outcome.ok ? outcome.output : outcome.error;
  };

  test("is PRECREATED, ATTACHED, DETACHING while DEPROVISIONING, and DELETED", () => {
    const session = begin(1, [app()]);
    const shown = new Map<string, string>();
    const look = ({ lastStatus, attachmentStatus }: TaskRow) => shown.set(lastStatus, attachmentStatus ?? "none");
    const { taskArn } = until(session, (task) => look(task) && task.lastStatus === "RUNNING");
    session.call("ecs", "StopTask", { task: taskArn });
    until(session, (task) => look(task) && task.lastStatus === "STOPPED");
    expect(Object.fromEntries(shown)).toMatchObject({
      RUNNING: "ATTACHED",
      DEPROVISIONING: "DETACHING",
      STOPPED: "DELETED",
    });
    expect(taskOf(begin(1, [app()])).attachmentStatus).toBe("PRECREATED");
  });

  test("holds its security group until it is gone", () => {
    const session = begin(1, [app()]);
    const { GroupId } = called(session, "CreateSecurityGroup", { GroupName: "own", Description: "Own" });
    const awsvpcConfiguration = { subnets: [taskOf(session).spec.subnetId], securityGroups: [GroupId] };
    const networkConfiguration = { awsvpcConfiguration };
    const outcome = session.call("ecs", "RunTask", {
      taskDefinition: "web",
      launchType: "FARGATE",
      networkConfiguration,
    });
    const [task] = (outcome.ok ? outcome.output.tasks : []) as { taskArn: string }[];
    session.advance({ byMs: 60_000 });
    expect(called(session, "DeleteSecurityGroup", { GroupId })).toMatchObject({ code: "DependencyViolation" });
    session.call("ecs", "StopTask", { task: task?.taskArn });
    session.stepUntilQuiet();
    expect(called(session, "DeleteSecurityGroup", { GroupId })).toMatchObject({ GroupId });
  });

  test("belongs to ECS, and takes one address of its subnet until it is gone", () => {
    const session = begin(1, [app()]);
    const free = () => called(session, "DescribeSubnets", { SubnetIds: [taskOf(session).spec.subnetId] });
    const before = session.tables.subnets.get(taskOf(session).spec.subnetId)?.availableIpAddressCount ?? 0;
    const { taskArn, spec } = until(session, ({ lastStatus }) => lastStatus === "RUNNING");
    expect(free()).toMatchObject({ Subnets: [{ AvailableIpAddressCount: before - 1 }] });
    const description = `arn:aws:ecs:us-east-1:123456789012:attachment/${spec.attachmentId}`;
    const found = called(session, "DescribeNetworkInterfaces", {
      Filters: [{ Name: "description", Values: [description] }],
    });
    expect(found).toMatchObject({
      NetworkInterfaces: [{ RequesterManaged: true, Status: "in-use", Attachment: { InstanceOwnerId: "amazon-aws" } }],
    });
    expect(JSON.stringify(found)).not.toContain("InstanceId");
    session.call("ecs", "StopTask", { task: taskArn });
    session.stepUntilQuiet();
    expect(free()).toMatchObject({ Subnets: [{ AvailableIpAddressCount: before }] });
  });
});

/** Volumes: which container sees which file, in one task and in the next, and what cannot be mounted. */

import { describe, expect, test } from "vitest";
import { DEFAULT_SUBNETS } from "./default-network.ts";
import { readLog } from "./logs.ts";
import { DEFAULT_PLACE } from "./model/place.ts";
import { Session } from "./session.ts";

const SHARED = "fs-0a11d4e6b2c357f98";
const FIRST_ZONE_ONLY = "fs-0b22e5f7c3d468a09";

interface Setting {
  readonly containers: readonly object[];
  readonly volumes?: readonly object[];
  readonly subnet?: keyof typeof DEFAULT_SUBNETS;
  readonly more?: object;
}

/** Runs one task of a definition until nothing more happens; gives the exit codes by container, and the task. */
function run(session: Session, { containers, volumes, subnet = "public-a", more = {} }: Setting) {
  const registered = session.call("ecs", "RegisterTaskDefinition", {
    family: "files",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: containers,
    ...(volumes === undefined ? {} : { volumes }),
    ...more,
  });
  expect(registered).toMatchObject({ ok: true });
  const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS[subnet]], assignPublicIp: "ENABLED" };
  const started = session.call("ecs", "RunTask", {
    taskDefinition: "files",
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration },
  });
  expect(started).toMatchObject({ ok: true });
  session.stepUntilQuiet();
  const task = [...session.tables.tasks.values()].at(-1);
  const rows = [...session.tables.containers.values()].filter(({ taskArn }) => taskArn === task?.taskArn);
  return { task, codes: Object.fromEntries(rows.map(({ name, exitCode }) => [name, exitCode])) };
}

const shell = (name: string, script: string, more: object = {}) => ({
  name,
  image: "busybox:1.37",
  command: ["sh", "-c", script],
  ...more,
});
const mounted = { mountPoints: [{ sourceVolume: "data", containerPath: "/data" }] };
const writer = (more: object = {}) => shell("writer", "echo hello > /data/note", { essential: false, ...more });
const reader = (more: object = {}) =>
  shell("reader", "cat /data/note", { dependsOn: [{ containerName: "writer", condition: "SUCCESS" }], ...more });
const alone = (more: object = {}) => shell("reader", "cat /data/note", more);
const efs = (fileSystemId: string, more: object = {}) => [
  { name: "data", efsVolumeConfiguration: { fileSystemId, ...more } },
];

describe("containers of one task", () => {
  test("do not see each other's files without a volume", () => {
    expect(run(Session.start(), { containers: [writer(), reader()] }).codes).toEqual({ writer: 0, reader: 1 });
  });

  test("share an empty volume where both mount it, and not where one does", () => {
    const volumes = [{ name: "data" }];
    const both = [writer(mounted), reader(mounted)];
    expect(run(Session.start(), { containers: both, volumes }).codes).toEqual({ writer: 0, reader: 0 });
    expect(run(Session.start(), { containers: [writer(mounted), reader()], volumes }).codes.reader).toBe(1);
  });

  test("may mount it at other paths, take it from another container, and not write to a read-only one", () => {
    const volumes = [{ name: "data" }];
    const elsewhere = { mountPoints: [{ sourceVolume: "data", containerPath: "/in/" }] };
    const other = shell("reader", "cat /in/note", {
      dependsOn: [{ containerName: "writer", condition: "SUCCESS" }],
      ...elsewhere,
    });
    expect(run(Session.start(), { containers: [writer(mounted), other], volumes }).codes.reader).toBe(0);
    const borrowed = reader({ volumesFrom: [{ sourceContainer: "writer" }] });
    expect(run(Session.start(), { containers: [writer(mounted), borrowed], volumes }).codes.reader).toBe(0);
    const locked = { mountPoints: [{ sourceVolume: "data", containerPath: "/data", readOnly: true }] };
    expect(run(Session.start(), { containers: [writer({ ...locked, essential: true })], volumes }).codes.writer).toBe(
      1,
    );
  });

  test("see what the other has written by then", () => {
    const containers = [
      shell("writer", "sleep 7; touch /data/ready; sleep 30", mounted),
      shell("reader", "until [ -f /data/ready ]; do sleep 2; done; exit 5", { ...mounted, essential: false }),
    ];
    const session = Session.start();
    expect(run(session, { containers, volumes: [{ name: "data" }] }).codes.reader).toBe(5);
    expect(session.tables.files.size).toBe(0);
  });
});

test("a sidecar prints the log file of its neighbour", () => {
  const session = Session.start();
  session.call("logs", "CreateLogGroup", { logGroupName: "/ecs/app" });
  const options = { "awslogs-group": "/ecs/app", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "app" };
  const containers = [
    shell("app", "for i in 1 2 3; do echo line $i >> /data/app.log; sleep 5; done; sleep 20", mounted),
    shell("tail", "tail -F /data/app.log", {
      ...mounted,
      essential: false,
      logConfiguration: { logDriver: "awslogs", options },
    }),
  ];
  const more = { executionRoleArn: "arn:aws:iam::123456789012:role/ecsTaskExecutionRole" };
  run(session, { containers, volumes: [{ name: "data" }], more });
  const [stream] = [...session.tables.logStreams.values()];
  expect(stream && readLog(stream, session.nowMs, DEFAULT_PLACE).map(({ text }) => text)).toEqual([
    "line 1",
    "line 2",
    "line 3",
  ]);
});

describe("an EFS file system", () => {
  test("keeps a file for the next task, in another zone, too; an empty volume does not", () => {
    const session = Session.start();
    run(session, { containers: [writer({ ...mounted, essential: true })], volumes: efs(SHARED) });
    expect(run(session, { containers: [alone(mounted)], volumes: efs(SHARED), subnet: "public-b" }).codes.reader).toBe(
      0,
    );
    run(session, { containers: [writer({ ...mounted, essential: true })], volumes: [{ name: "data" }] });
    expect(run(session, { containers: [alone(mounted)], volumes: [{ name: "data" }] }).codes.reader).toBe(1);
  });

  test("a root directory is a part of it, and must exist", () => {
    const session = Session.start();
    const write = shell("writer", "echo x > /data/reports/note", mounted);
    run(session, { containers: [write], volumes: efs(SHARED) });
    const below = efs(SHARED, { rootDirectory: "/reports" });
    expect(run(session, { containers: [alone(mounted)], volumes: below }).codes.reader).toBe(0);
    const missing = run(session, { containers: [alone(mounted)], volumes: efs(SHARED, { rootDirectory: "/none" }) });
    expect(missing.task?.stoppedReason).toBe(
      `ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: mount.nfs4: mounting ${SHARED}.efs.us-east-1.amazonaws.com:/none failed, reason given by server: No such file or directory : unsuccessful EFS utils command execution; code: 32`,
    );
  });

  test.each([
    ["without a mount target in the zone", FIRST_ZONE_ONLY, "public-b"],
    ["that does not exist", "fs-0fffffffffffffff0", "public-a"],
  ] as const)("%s cannot be resolved", (_, fileSystemId, subnet) => {
    const { task } = run(Session.start(), { containers: [alone(mounted)], volumes: efs(fileSystemId), subnet });
    expect(task).toMatchObject({ stopCode: "TaskFailedToStart", lastStatus: "STOPPED", pullStartedAtMs: undefined });
    expect(task?.stoppedReason).toBe(
      `ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "${fileSystemId}.efs.us-east-1.amazonaws.com" - check that your file system ID is correct, and ensure that the VPC has an EFS mount target for this file system ID. See https://docs.aws.amazon.com/console/efs/mount-dns-name for more detail. Attempting to lookup mount target ip address using botocore. Failed to import necessary dependency botocore, please install botocore first. : unsuccessful EFS utils command execution; code: 1`,
    );
  });
});

test("a task that polls a file can be stopped, and time travel gives the same end", () => {
  const session = Session.start();
  const { task } = run(session, {
    containers: [shell("poll", "while true; do [ -f /x ] && exit 0; sleep 60; done", { stopTimeout: 5 })],
  });
  expect(task?.lastStatus).toBe("RUNNING");
  session.call("ecs", "StopTask", { task: task?.taskArn });
  session.stepUntilQuiet();
  expect([...session.tables.tasks.values()].at(-1)?.lastStatus).toBe("STOPPED");
  const end = session.journal.length;
  const { nowMs } = session;
  session.seek(nowMs / 2);
  session.seek(nowMs);
  expect(session.journal.length).toBe(end);
});

test("ephemeral storage is 20 GiB unless the definition says more", () => {
  const sizeOf = (more: object) => {
    const session = Session.start();
    const { task } = run(session, { containers: [alone()], more });
    return session.call("ecs", "DescribeTasks", { tasks: [task?.taskArn] });
  };
  expect(sizeOf({})).toMatchObject({ output: { tasks: [{ ephemeralStorage: { sizeInGiB: 20 } }] } });
  expect(sizeOf({ ephemeralStorage: { sizeInGiB: 60 } })).toMatchObject({
    output: { tasks: [{ ephemeralStorage: { sizeInGiB: 60 } }] },
  });
});

/** Logs of containers on Fargate, from the stream that is opened to the events that are read. */

import { describe, expect, test } from "vitest";
import { DEFAULT_SUBNETS } from "./default-network.ts";
import { sentenceOf } from "./explain.ts";
import { readLog } from "./logs.ts";
import { DEFAULT_PLACE } from "./model/place.ts";
import { Session } from "./session.ts";

const GROUP = "/ecs/web";

interface Setting {
  readonly container?: object;
  readonly options?: object;
  readonly logs?: boolean;
  readonly group?: string;
  readonly overrides?: object;
  readonly role?: string;
}

/** A session with one task on Fargate, not advanced yet. */
function startTask({
  container = {},
  options = {},
  logs = true,
  group,
  overrides,
  role = "ecsTaskExecutionRole",
}: Setting): Session {
  const session = Session.start({ seed: 3 });
  const must = (service: "ecs" | "logs", operation: string, input: unknown) =>
    expect(session.call(service, operation, input)).toMatchObject({ ok: true });
  if (group !== undefined) must("logs", "CreateLogGroup", { logGroupName: group });
  const awslogs = { "awslogs-group": GROUP, "awslogs-region": "us-east-1", "awslogs-stream-prefix": "web", ...options };
  must("ecs", "RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    executionRoleArn: `arn:aws:iam::123456789012:role/${role}`,
    containerDefinitions: [
      {
        name: "app",
        image: "busybox:1.37",
        command: ["sh", "-c", "echo hello; sleep 10; echo bye; exit 3"],
        ...(logs ? { logConfiguration: { logDriver: "awslogs", options: awslogs } } : {}),
        ...container,
      },
    ],
  });
  must("ecs", "RunTask", {
    taskDefinition: "web",
    launchType: "FARGATE",
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" },
    },
    ...(overrides === undefined ? {} : { overrides }),
  });
  return session;
}

const taskOf = (session: Session) => [...session.tables.tasks.values()][0];
const textsOf = (session: Session, untilMs = session.nowMs) =>
  [...session.tables.logStreams.values()].flatMap((stream) =>
    readLog(stream, untilMs, DEFAULT_PLACE).map(({ text }) => text),
  );

describe("a container with the awslogs driver", () => {
  test("has a stream prefix/container/task-id with what it printed", () => {
    const session = startTask({ group: GROUP });
    session.stepUntilQuiet();
    const task = taskOf(session);
    const logStreamName = `web/app/${task?.spec.taskId}`;
    expect(session.call("logs", "DescribeLogStreams", { logGroupName: GROUP })).toMatchObject({
      output: { logStreams: [{ logStreamName }] },
    });
    const answer = session.call("logs", "GetLogEvents", { logGroupName: GROUP, logStreamName, startFromHead: true });
    const events = (answer.ok ? answer.output.events : []) as { timestamp: number; message: string }[];
    expect(events.map((event) => event.message)).toEqual(["hello", "bye"]);
    expect((events[1]?.timestamp ?? 0) - (events[0]?.timestamp ?? 0)).toBe(10_000);
    expect(task).toMatchObject({ lastStatus: "STOPPED", stopCode: "EssentialContainerExited" });
  });

  test("can be read while it runs, and at an earlier moment", () => {
    const session = startTask({ group: GROUP });
    session.stepUntilQuiet();
    const container = [...session.tables.containers.values()][0];
    const startedAtMs = container?.startedAtMs ?? 0;
    expect(textsOf(session, startedAtMs - 1)).toEqual([]);
    expect(textsOf(session, startedAtMs + 9_999)).toEqual(["hello"]);
    session.seek(startedAtMs + 5_000);
    expect(textsOf(session)).toEqual(["hello"]);
  });

  test("keeps its lines when ECS has forgotten the task", () => {
    const session = startTask({ group: GROUP });
    session.advance({ byMs: 3 * 3_600_000 });
    expect(session.tables.tasks.size).toBe(0);
    expect(textsOf(session)).toEqual(["hello", "bye"]);
  });

  test("the command and the environment of RunTask count", () => {
    const override = {
      name: "app",
      command: ["sh", "-c", "echo $GREETING"],
      environment: [{ name: "GREETING", value: "xin chào" }],
    };
    const session = startTask({ group: GROUP, overrides: { containerOverrides: [override] } });
    session.stepUntilQuiet();
    expect(textsOf(session)).toEqual(["xin chào"]);
  });

  test("nginx says that it starts and that it was told to stop", () => {
    const session = startTask({ group: GROUP, container: { image: "nginx:1.29", command: undefined } });
    session.advance({ byMs: 60_000 });
    expect(textsOf(session).at(-1)).toMatch(/^2026\/01\/05 09:00:\d\d \[notice\] 1#1: start worker process 29$/);
    session.call("ecs", "StopTask", { task: taskOf(session)?.taskArn });
    session.stepUntilQuiet();
    expect(textsOf(session).at(-1)).toMatch(/exit$/);
  });
});

describe("a container that cannot have its stream", () => {
  const reasonOf = (setting: Setting) => {
    const session = startTask(setting);
    session.stepUntilQuiet();
    const task = taskOf(session);
    expect(task).toMatchObject({ lastStatus: "STOPPED", stopCode: "TaskFailedToStart", startedAtMs: undefined });
    expect(session.tables.logStreams.size).toBe(0);
    return task?.stoppedReason ?? "";
  };

  test("the group is missing", () => {
    expect(reasonOf({})).toMatch(
      /^ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: operation error CloudWatch Logs: CreateLogStream, https response error StatusCode: 400, RequestID: [0-9a-f-]{36}, ResourceNotFoundException: The specified log group does not exist. : exit status 1$/,
    );
  });

  test("the group is in another Region", () => {
    expect(reasonOf({ group: GROUP, options: { "awslogs-region": "eu-west-1" } })).toContain(
      "log group does not exist",
    );
  });

  test("the execution role may not create the stream", () => {
    expect(reasonOf({ group: GROUP, role: "shopTaskRole" })).toMatch(
      /^ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: operation error CloudWatch Logs: CreateLogStream, https response error StatusCode: 400, RequestID: [0-9a-f-]{36}, api error AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role\/shopTaskRole\/([0-9a-f]{32}) is not authorized to perform: logs:CreateLogStream on resource: arn:aws:logs:us-east-1:123456789012:log-group:\/ecs\/web:log-stream:web\/app\/\1 because no identity-based policy allows the logs:CreateLogStream action : exit status 1$/,
    );
  });

  test("the execution role may not create the group", () => {
    const reason = reasonOf({ options: { "awslogs-create-group": "true" } });
    expect(reason).toMatch(
      /failed to create Cloudwatch log group: operation error CloudWatch Logs: CreateLogGroup, .* api error AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role\/ecsTaskExecutionRole\/[0-9a-f]{32} is not authorized to perform: logs:CreateLogGroup on resource: arn:aws:logs:us-east-1:123456789012:log-group:\/ecs\/web because no identity-based policy allows the logs:CreateLogGroup action : exit status 1$/,
    );
  });
});

test("awslogs-create-group makes the group when the execution role may", () => {
  const session = startTask({ options: { "awslogs-create-group": "true" }, role: "loggingExecutionRole" });
  session.stepUntilQuiet();
  expect(textsOf(session)).toEqual(["hello", "bye"]);
  expect(session.call("logs", "DescribeLogGroups", {})).toMatchObject({
    output: { logGroups: [{ logGroupName: GROUP }] },
  });
});

test("a container that is restarted goes on in its stream", () => {
  const restartPolicy = { enabled: true, restartAttemptPeriod: 60 };
  const command = ["sh", "-c", "echo up; sleep 70; echo down; exit 1"];
  const session = startTask({ group: GROUP, container: { command, restartPolicy } });
  session.advance({ byMs: 120_000 });
  expect(textsOf(session)).toEqual(["up", "down", "up"]);
});

test("without logConfiguration nothing is kept", () => {
  const session = startTask({ group: GROUP, logs: false });
  session.stepUntilQuiet();
  expect(session.tables.logStreams.size).toBe(0);
  expect([...session.tables.containers.values()][0]?.exitCode).toBe(3);
});

describe("CloudWatch Logs", () => {
  test("a group exists once, until it is deleted with its streams", () => {
    const session = startTask({ group: GROUP });
    session.stepUntilQuiet();
    expect(session.call("logs", "CreateLogGroup", { logGroupName: GROUP })).toMatchObject({
      error: { code: "ResourceAlreadyExistsException", message: "The specified log group already exists" },
    });
    expect(session.call("logs", "DeleteLogGroup", { logGroupName: GROUP })).toMatchObject({ ok: true });
    expect(session.tables.logStreams.size).toBe(0);
    expect(session.call("logs", "DescribeLogStreams", { logGroupName: GROUP })).toMatchObject({
      error: { code: "ResourceNotFoundException", message: "The specified log group does not exist." },
    });
  });

  test("events come page by page in both directions, and by pattern", () => {
    const session = startTask({
      group: GROUP,
      container: { command: ["sh", "-c", "for i in 1 2 3 4 5; do echo line $i; done"] },
    });
    session.stepUntilQuiet();
    const stream = [...session.tables.logStreams.values()][0];
    const read = (input: object) => {
      const name = { logGroupName: GROUP, logStreamName: stream?.logStreamName };
      const answer = session.call("logs", "GetLogEvents", { ...name, ...input });
      return answer.ok
        ? (answer.output as { events: { message: string }[]; nextForwardToken: string; nextBackwardToken: string })
        : { events: [], nextForwardToken: "", nextBackwardToken: "" };
    };
    const newest = read({ limit: 2 });
    expect(newest.events.map(({ message }) => message)).toEqual(["line 4", "line 5"]);
    const before = read({ limit: 2, nextToken: newest.nextBackwardToken });
    expect(before.events.map(({ message }) => message)).toEqual(["line 2", "line 3"]);
    expect(read({ nextToken: newest.nextForwardToken }).nextForwardToken).toBe(newest.nextForwardToken);
    expect(session.call("logs", "FilterLogEvents", { logGroupName: GROUP, filterPattern: '"line 3"' })).toMatchObject({
      output: { events: [{ message: "line 3" }] },
    });
  });
});

describe("mode non-blocking", () => {
  /** Eight lines of ten bytes at once, one more after ten seconds, and what came through of them. */
  const flood = (options: Readonly<Record<string, string>>, before?: (session: Session) => void) => {
    const session = Session.start();
    before?.(session);
    const logConfiguration = {
      logDriver: "awslogs",
      options: { "awslogs-group": GROUP, "awslogs-region": "us-east-1", "awslogs-stream-prefix": "web", ...options },
    };
    const command = ["sh", "-c", "for i in 1 2 3 4 5 6 7 8; do echo line-000-$i; done; sleep 10; echo last; sleep 900"];
    const must = (service: "ecs" | "logs", operation: string, input: object) =>
      expect(session.call(service, operation, input)).toMatchObject({ ok: true });
    must("logs", "CreateLogGroup", { logGroupName: GROUP });
    must("ecs", "RegisterTaskDefinition", {
      family: "flood",
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "256",
      memory: "512",
      executionRoleArn: "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
      containerDefinitions: [{ name: "app", image: "busybox", command, logConfiguration }],
    });
    must("ecs", "RunTask", {
      taskDefinition: "flood",
      launchType: "FARGATE",
      networkConfiguration: {
        awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" },
      },
    });
    session.advance({ byMs: 120_000 });
    return { lines: textsOf(session), lost: session.journal.records.filter(({ kind }) => kind === "LOG_LINES_LOST") };
  };

  test("drops what does not fit into the buffer, and the journal says so", () => {
    const { lines, lost } = flood({ "max-buffer-size": "50" });
    expect(lines).toEqual(["line-000-1", "line-000-2", "line-000-3", "line-000-4", "line-000-5", "last"]);
    expect(lost).toMatchObject([{ facts: { lost: 3, bufferBytes: 50 } }]);
    expect(sentenceOf(lost[0] as never)).toMatch(/^3 lines of the log got lost: the buffer of 50 bytes was full/);
  });

  test("loses nothing with a larger buffer, without a size, or in mode blocking, also by the account's default", () => {
    expect(flood({ "max-buffer-size": "4k" }).lines).toHaveLength(9);
    expect(flood({}).lines).toHaveLength(9);
    expect(flood({ "max-buffer-size": "50", mode: "blocking" })).toMatchObject({ lines: { length: 9 }, lost: [] });
    const blocking = (session: Session) => {
      session.call("ecs", "PutAccountSettingDefault", { name: "defaultLogDriverMode", value: "blocking" });
    };
    expect(flood({ "max-buffer-size": "50" }, blocking).lines).toHaveLength(9);
    expect(flood({ "max-buffer-size": "50", mode: "non-blocking" }, blocking).lines).toHaveLength(6);
  });
});

/** Environment files in Amazon S3, and secrets that a key of the customer's encrypts: who may read them, and what a container gets. */
import { describe, expect, test } from "vitest";
import { DEFAULT_SUBNETS, type NetworkPlan } from "./default-network.ts";
import { readLog } from "./logs.ts";
import { ACCOUNT_ID, DEFAULT_PLACE } from "./model/place.ts";
import type { ContainerDefinition } from "./model/task-definition.ts";
import { Session } from "./session.ts";
import { must } from "./testing/cause-scenery.ts";
import { whyOf } from "./why/why.ts";

const API_FILE = "arn:aws:s3:::shop-config/api.env";
const FAILED =
  "ResourceInitializationError: failed to download env files: file download command: non empty error stream: ";
const denied = (name: string) =>
  `${FAILED}failed to download file ${name}: failed to write to a temporary file: AccessDenied: Access Denied`;

interface Setting {
  readonly files?: readonly string[];
  readonly role?: string | undefined;
  readonly container?: Partial<ContainerDefinition>;
  readonly overrides?: object;
  readonly onInstance?: boolean;
}

function started(network?: NetworkPlan): Session {
  const session = Session.start({
    seed: 1,
    scenario: { id: "files", title: "", commands: [], ...(network && { network }) },
  });
  must(session, "ecs", "CreateCluster", { clusterName: "default" });
  must(session, "logs", "CreateLogGroup", { logGroupName: "/ecs/app" });
  return session;
}

const options = { "awslogs-group": "/ecs/app", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "app" };

/** Runs a task that prints three variables; gives its row after ten minutes, and what it printed. */
function run(session: Session, setting: Setting) {
  const { files = [], role = "shopExecutionRole", container, overrides, onInstance = false } = setting;
  must(session, "ecs", "RegisterTaskDefinition", {
    family: "app",
    requiresCompatibilities: [onInstance ? "EC2" : "FARGATE"],
    networkMode: onInstance ? "bridge" : "awsvpc",
    cpu: "256",
    memory: "512",
    ...(role !== "" && { executionRoleArn: `arn:aws:iam::${ACCOUNT_ID}:role/${role}` }),
    containerDefinitions: [
      {
        name: "app",
        image: "busybox:1.37",
        command: ["sh", "-c", "echo $LOG_LEVEL $REGION_NAME $GREETING; sleep 3600"],
        environmentFiles: files.map((value) => ({ type: "s3", value })),
        ...(role !== "" && { logConfiguration: { logDriver: "awslogs", options } }),
        ...container,
      },
    ],
  });
  const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["private-a"]] };
  must(session, "ecs", "RunTask", {
    taskDefinition: "app",
    launchType: onInstance ? "EC2" : "FARGATE",
    ...(!onInstance && { networkConfiguration: { awsvpcConfiguration } }),
    ...(overrides && { overrides }),
  });
  session.advance({ byMs: 600_000 });
  const task = [...session.tables.tasks.values()].at(-1);
  const stream = [...session.tables.logStreams.values()].find(({ taskArn }) => taskArn === task?.taskArn);
  return { task, printed: stream && readLog(stream, session.nowMs, DEFAULT_PLACE).map(({ text }) => text) };
}

const put = (session: Session, key: string, text: string) =>
  must(session, "quayside", "PutObject", { bucket: "shop-config", key, text });

describe("environment files", () => {
  test("reach the container; what the definition and RunTask say wins", () => {
    expect(run(started(), { files: [API_FILE] }).printed).toEqual(["info Virginia hello from S3"]);
    const container = { environment: [{ name: "LOG_LEVEL", value: "debug" }] };
    expect(run(started(), { files: [API_FILE], container }).printed).toEqual(["debug Virginia hello from S3"]);
    const environment = [{ name: "GREETING", value: "bye" }];
    const overrides = { containerOverrides: [{ name: "app", environment }] };
    expect(run(started(), { files: [API_FILE], container, overrides }).printed).toEqual(["debug Virginia bye"]);
  });

  test("of several, the first that has a name decides; those of RunTask stand in the place of the definition's", () => {
    const session = started();
    put(session, "more.env", "LOG_LEVEL=trace\nREGION_NAME=Ohio\n");
    const more = "arn:aws:s3:::shop-config/more.env";
    expect(run(session, { files: [more, API_FILE] }).printed).toEqual(["trace Ohio hello from S3"]);
    const environmentFiles = [{ type: "s3", value: more }];
    const overrides = { containerOverrides: [{ name: "app", environmentFiles }] };
    expect(run(session, { files: [API_FILE], overrides }).printed).toEqual(["trace Ohio"]);
  });

  test("are read once: a running task does not see what is put there later", () => {
    const session = started();
    const container = { command: ["sh", "-c", "sleep 900; echo $LOG_LEVEL"] };
    const { task } = run(session, { files: [API_FILE], container });
    put(session, "api.env", "LOG_LEVEL=changed\n");
    session.advance({ byMs: 900_000 });
    const stream = [...session.tables.logStreams.values()].find(({ taskArn }) => taskArn === task?.taskArn);
    expect(stream && readLog(stream, session.nowMs, DEFAULT_PLACE).map(({ text }) => text)).toEqual(["info"]);
  });

  test.each([
    ["LOG_LEVEL: debug\nGREETING: hello\n", ""],
    ['LOG_LEVEL="info"\nexport GREETING=hello\n# REGION_NAME=Ohio\n', '"info"'],
    ["LOG_LEVEL=a=b\r\nREGION_NAME=\nGREETING=x y\r\n", "a=b x y"],
  ])("lines in another form say nothing: %j", (text, line) => {
    const session = started();
    put(session, "odd.env", text);
    const { printed, task } = run(session, { files: ["arn:aws:s3:::shop-config/odd.env"] });
    expect(printed?.map((each) => each.trim().replace(/ +/g, " "))).toEqual([line]);
    expect(task?.lastStatus).toBe("RUNNING");
  });

  test.each([
    ["without the right to read", "ecsTaskExecutionRole", API_FILE, denied("api.env")],
    [
      "that are not there, for who may not list",
      "shopExecutionRole",
      "arn:aws:s3:::shop-config/a/b.env",
      denied("b.env"),
    ],
    [
      "that are not there, for who may list",
      "vaultExecutionRole",
      "arn:aws:s3:::shop-config/none.env",
      `${FAILED}failed to download file none.env: failed to write to a temporary file: NoSuchKey: The specified key does not exist.`,
    ],
    [
      "in a bucket that is not there",
      "vaultExecutionRole",
      "arn:aws:s3:::nobodys/none.env",
      `${FAILED}failed to download file none.env: failed to write to a temporary file: NoSuchBucket: The specified bucket does not exist`,
    ],
    [
      "without an execution role",
      "",
      API_FILE,
      "ResourceInitializationError: failed to download env files: execution resource retrieval failed: unable to find execution role credentials",
    ],
  ])("%s end the task before its images are pulled", (_, role, file, reason) => {
    const { task } = run(started(), { role, files: [file] });
    expect(task).toMatchObject({ stopCode: "TaskFailedToStart", stoppedReason: reason, pullStartedAtMs: undefined });
  });

  test("need a way to Amazon S3, which a gateway endpoint is", () => {
    const endpoints = ["ecr.api", "ecr.dkr", "logs"].map((service) => ({ service }));
    const image = `${ACCOUNT_ID}.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.0`;
    const { task } = run(started({ natGateway: false, endpoints }), { files: [API_FILE], container: { image } });
    expect(task?.stoppedReason).toBe(
      `${FAILED}RequestCanceled: request context canceled caused by: context deadline exceeded`,
    );
    const withS3 = [...endpoints, { service: "s3" }];
    const reached = run(started({ natGateway: false, endpoints: withS3 }), { files: [API_FILE], container: { image } });
    expect(reached.task?.stoppedReason).toBeUndefined();
  });

  test("on an instance fail in the agent's words, and why? names the step", () => {
    const session = started();
    must(session, "quayside", "ProvideContainerInstances", { subnets: ["private-a"] });
    const { task } = run(session, { role: "ecsTaskExecutionRole", files: [API_FILE], onInstance: true });
    expect(task?.stoppedReason).toBe(
      "unable to download env file with key api.env from bucket shop-config, error: AccessDenied: Access Denied",
    );
    const failed = session.journal.records.findLast(({ kind }) => kind === "RESOURCE_FAILED");
    const rows = whyOf(session.journal, { seq: failed?.seq ?? -1 })?.table?.rows ?? [];
    expect(rows.filter(({ verdict }) => verdict === "failed").map(({ id }) => id)).toEqual(["permission"]);
  });
});

describe("a key of the customer's", () => {
  const SECRET = `arn:aws:secretsmanager:us-east-1:${ACCOUNT_ID}:secret:shop/card-processor-Zt8rWu`;
  const wants = (valueFrom: string) => ({ secrets: [{ name: "CARD", valueFrom }] });

  test("must be open to the execution role, too", () => {
    const without = run(started(), { container: wants(SECRET) });
    expect(without.task?.stoppedReason).toMatch(
      /^ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time\(s\): failed to fetch secret arn:aws:secretsmanager:us-east-1:123456789012:secret:shop\/card-processor-Zt8rWu from secrets manager: AccessDeniedException: Access to KMS is not allowed status code: 400, request id: [0-9a-f-]{36}$/,
    );
    expect(run(started(), { container: wants(SECRET), role: "vaultExecutionRole" }).task?.lastStatus).toBe("RUNNING");
  });

  test("encrypts a SecureString of Parameter Store; AWS's own key asks for no right", () => {
    const denied = run(started(), { container: wants("/shop/card-pin") });
    expect(denied.task?.stoppedReason).toContain(
      "AccessDeniedException: The ciphertext refers to a customer master key",
    );
    const may = { container: wants("/shop/card-pin"), role: "vaultExecutionRole" };
    expect(run(started(), may).task?.lastStatus).toBe("RUNNING");
    expect(run(started(), { container: wants("/shop/mail-password") }).task?.lastStatus).toBe("RUNNING");
  });
});

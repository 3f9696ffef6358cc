/**
 * The task API as recorded answers of September 2026 show it (checked 2026-11-29): each test is a row of what was recorded.
 * The life of a task is in fargate-recorded.test.ts; clusters and task definitions are in reads-recorded.test.ts.
 */
import { describe, expect, test } from "vitest";
import type { Outcome } from "./operations/operation.ts";
import type { Session } from "./session.ts";
import { ECS_WAYS } from "./testing/ecs-ways.ts";
import { beginning, must, RUN_WEB } from "./testing/refusal-scenery.ts";

type Json = Readonly<Record<string, unknown>>;

const answer = (session: Session, operation: string, input: object) => must(session, "ecs", operation, input);
const said = (outcome: Outcome) => (outcome.ok ? "an answer" : `${outcome.error.code}: ${outcome.error.message}`);
const refusal = (session: Session, operation: string, input: object) => said(session.call("ecs", operation, input));
const run = (session: Session, more: object = {}) =>
  answer(session, "RunTask", { ...RUN_WEB, ...more }).tasks as Json[];
const arnsOf = (tasks: readonly Json[]) => tasks.map(({ taskArn }) => taskArn);
const describeTask = (session: Session, taskArn: unknown, more: object = {}) =>
  (answer(session, "DescribeTasks", { tasks: [taskArn], ...more }).tasks as Json[])[0] as Json;

describe("words of refusals", () => {
  test.each<[keyof typeof ECS_WAYS, string]>([
    ["task-definition.not-found-to-run", "ClientException: TaskDefinition not found."],
    ["task-definition.inactive", "InvalidParameterException: TaskDefinition is inactive"],
    ["task-definition.being-deleted", "InvalidParameterException: TaskDefinition is being deleted"],
    ["task-definition.not-found", "ClientException: Unable to describe task definition."],
    [
      "task-definition.described-revision",
      "InvalidParameterException: Invalid task definition: Invalid revision number.",
    ],
    [
      "task-definition.include",
      "ClientException: BOGUS is not a valid value for include. The value must be one of [[TAGS]]",
    ],
    [
      "task-definition.deregistered-in-deletion",
      "ClientException: The task definition could not be deregistered because it is in the process of being deleted.",
    ],
    [
      "run-task.token-reused",
      "ConflictException: The RunTask request could not be processed due to conflicts. The provided clientToken is already in use with a different request.",
    ],
    [
      "clusters.include",
      "InvalidParameterException: include should be one of [ATTACHMENTS,CONFIGURATIONS,SETTINGS,STATISTICS,TAGS]",
    ],
    ["cluster.setting", "InvalidParameterException: Invalid setting 'value'"],
    ["cluster.has-tasks", "ClusterContainsTasksException: The Cluster cannot be deleted while Tasks are active."],
    ["cluster.not-found", "ClusterNotFoundException: Cluster not found."],
    [
      "resource.stopped-task",
      "InvalidParameterException: The specified task is stopped. Specify a running task and try again.",
    ],
  ])("%s", (id, words) => {
    const way = ECS_WAYS[id];
    if (way === undefined) throw new Error(`no way leads to ${id}`);
    const session = beginning();
    expect(said(typeof way === "function" ? way(session) : session.call("ecs", way[0], way[1]))).toBe(words);
  });

  test("StartTask looks for the definition before the cluster, as RunTask does", () => {
    const input = { taskDefinition: "nope", cluster: "nope", containerInstances: ["x"] };
    expect(refusal(beginning(), "StartTask", input)).toBe("ClientException: TaskDefinition not found.");
  });

  test("include is not looked at when no named cluster exists", () => {
    const input = { clusters: ["nope"], include: ["BOGUS"] };
    expect(answer(beginning(), "DescribeClusters", input)).toMatchObject({ failures: [{ reason: "MISSING" }] });
  });

  test("a definition is inactive before a token is honoured", () => {
    const session = beginning();
    run(session, { clientToken: "one", taskDefinition: "web:1" });
    must(session, "ecs", "DeregisterTaskDefinition", { taskDefinition: "web:1" });
    const again = { ...RUN_WEB, clientToken: "one", taskDefinition: "web:1" };
    expect(refusal(session, "RunTask", again)).toBe("InvalidParameterException: TaskDefinition is inactive");
  });
});

describe("the answer of RunTask", () => {
  test("has version 1, no health, an interface yet to come and every container among the overrides", () => {
    const [task = {}] = run(beginning());
    expect(task).toMatchObject({
      lastStatus: "PROVISIONING",
      desiredStatus: "RUNNING",
      version: 1,
      attachments: [{ status: "PRECREATED", details: [{ name: "subnetId" }] }],
      attributes: [{ name: "ecs.cpu-architecture", value: "x86_64" }],
      containers: [{ name: "web", lastStatus: "PENDING", networkInterfaces: [], cpu: "0" }],
      overrides: { containerOverrides: [{ name: "web" }], inferenceAcceleratorOverrides: [] },
      platformVersion: "1.4.0",
      platformFamily: "Linux",
      ephemeralStorage: { sizeInGiB: 20 },
      fargateEphemeralStorage: { sizeInGiB: 20 },
    });
    expect([task.healthStatus, (task.containers as Json[])[0]?.healthStatus]).toEqual([undefined, undefined]);
  });

  test("DescribeTasks adds the health of task and containers", () => {
    const session = beginning();
    const shown = describeTask(session, run(session)[0]?.taskArn);
    expect(shown).toMatchObject({ healthStatus: "UNKNOWN", containers: [{ healthStatus: "UNKNOWN" }] });
  });

  test("a container has no networkBindings until it has run, and then an empty list", () => {
    const session = beginning();
    const [{ taskArn } = {} as Json] = run(session);
    const bindings = () => (describeTask(session, taskArn).containers as Json[])[0]?.networkBindings;
    expect(bindings()).toBeUndefined();
    session.stepUntilQuiet();
    expect(bindings()).toEqual([]);
    const [failed = {}] = run(session);
    answer(session, "StopTask", { task: failed.taskArn });
    session.stepUntilQuiet();
    expect((describeTask(session, failed.taskArn).containers as Json[])[0]?.networkBindings).toBeUndefined();
  });
});

describe("a client token", () => {
  const token = { clientToken: "one" };

  test("gives the same tasks in their present state with their present tags, also when they have stopped", () => {
    const session = beginning();
    const first = run(session, { ...token, count: 2 });
    const [one] = arnsOf(first);
    must(session, "ecs", "TagResource", { resourceArn: one as string, tags: [{ key: "later", value: "yes" }] });
    for (const task of arnsOf(first)) answer(session, "StopTask", { task });
    session.stepUntilQuiet();
    const again = run(session, { ...token, count: 2 });
    expect(arnsOf(again)).toEqual(arnsOf(first));
    expect(again[0]).toMatchObject({ lastStatus: "STOPPED", tags: [{ key: "later", value: "yes" }] });
    expect(again[0]).toHaveProperty("stoppedAt");
  });

  const { subnets } = RUN_WEB.networkConfiguration.awsvpcConfiguration;
  const tags = ["a", "b"].map((key) => ({ key, value: "" }));
  const definition = "arn:aws:ecs:us-east-1:123456789012:task-definition/web:1";

  test.each<[string, object, object]>([
    ["count left out and 1", {}, { count: 1 }],
    ["count 1 and 2", { count: 1 }, { count: 2 }],
    ["family and revision, and family", { taskDefinition: "web:1" }, {}],
    ["family and revision, and ARN", { taskDefinition: "web:1" }, { taskDefinition: definition }],
    ["order of tags", { tags }, { tags: tags.toReversed() }],
    ["overrides left out and empty", {}, { overrides: {} }],
    ["startedBy left out and empty", {}, { startedBy: "" }],
    [
      "assignPublicIp left out and DISABLED",
      {},
      { networkConfiguration: { awsvpcConfiguration: { subnets, assignPublicIp: "DISABLED" } } },
    ],
    [
      "cluster by name and by ARN",
      { cluster: "default" },
      { cluster: "arn:aws:ecs:us-east-1:123456789012:cluster/default" },
    ],
  ])("is literal: %s are two requests", (_, before, after) => {
    const session = beginning();
    const first = run(session, { ...token, ...before });
    const outcome = session.call("ecs", "RunTask", { ...RUN_WEB, ...token, ...after });
    expect(outcome).toMatchObject({ ok: false, error: { code: "ConflictException", resourceIds: arnsOf(first) } });
  });

  test("does not mind in which order a client writes the members of a request", () => {
    const session = beginning();
    const { networkConfiguration, ...others } = RUN_WEB;
    const { awsvpcConfiguration } = networkConfiguration;
    const full = { ...awsvpcConfiguration, assignPublicIp: "DISABLED" };
    const turned = Object.fromEntries(Object.entries(full).toReversed());
    const first = run(session, { ...token, networkConfiguration: { awsvpcConfiguration: full } });
    const again = { ...token, networkConfiguration: { awsvpcConfiguration: turned }, ...others };
    expect(arnsOf(must(session, "ecs", "RunTask", again).tasks as Json[])).toEqual(arnsOf(first));
  });

  test("is another one in another cluster", () => {
    const session = beginning();
    const here = run(session, token);
    const there = run(session, { ...token, cluster: "machines" });
    expect(arnsOf(there)).not.toEqual(arnsOf(here));
  });
});

describe("tags of a task", () => {
  test("are merged at RunTask, the request wins, and later tags of the definition change nothing", () => {
    const session = beginning();
    const resourceArn = "arn:aws:ecs:us-east-1:123456789012:task-definition/web:1";
    const of = (...pairs: [string, string][]) => pairs.map(([key, value]) => ({ key, value }));
    must(session, "ecs", "TagResource", { resourceArn, tags: of(["team", "shop"], ["stage", "test"]) });
    const [task = {}] = run(session, { propagateTags: "TASK_DEFINITION", tags: of(["stage", "live"]) });
    const merged = of(["team", "shop"], ["stage", "live"]);
    expect(task.tags).toEqual(merged);
    must(session, "ecs", "TagResource", { resourceArn, tags: of(["team", "other"]) });
    expect(describeTask(session, task.taskArn, { include: ["TAGS"] }).tags).toEqual(merged);
  });

  test("are not in the answer of StopTask; DescribeTasks still has them, and the first reason", () => {
    const session = beginning();
    const [{ taskArn: task } = {} as Json] = run(session, { tags: [{ key: "a", value: "b" }] });
    const stop = (reason: string) => answer(session, "StopTask", { task, reason }).task;
    expect(stop("first")).toMatchObject({ tags: [], desiredStatus: "STOPPED", stopCode: "UserInitiated" });
    expect(stop("second")).toMatchObject({ stoppedReason: "first" });
    session.stepUntilQuiet();
    const shown = describeTask(session, task, { include: ["TAGS"] });
    expect(shown).toMatchObject({ stoppedReason: "first", tags: [{ key: "a", value: "b" }] });
  });
});

test("times are seconds since 1970 with milliseconds", () => {
  const [{ createdAt } = {} as Json] = run(beginning());
  expect(String(createdAt)).toMatch(/^\d{10}(\.\d{1,3})?$/);
});

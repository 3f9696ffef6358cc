/** Rules of EventBridge at work: schedules that run tasks, events that are caught, and calls that are refused without a word to anyone. Long for its stories. */
import { describe, expect, test } from "vitest";
import { DEFAULT_SUBNETS } from "./default-network.ts";
import { ecsEventsOf } from "./ecs-events.ts";
import type { JournalRecord } from "./model/records.ts";
import { EVENTS_REFUSALS } from "./operations/events/refusals.ts";
import type { TARGET_REFUSALS } from "./operations/events/target-refusals.ts";
import type { Session } from "./session.ts";
import { beginning, met, must, toMeet, type Way } from "./testing/refusal-scenery.ts";

const ACCOUNT = "123456789012";
const CLUSTER = `arn:aws:ecs:us-east-1:${ACCOUNT}:cluster/default`;
const GROUP = `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/aws/events/ecs`;
const TOPIC = `arn:aws:sns:us-east-1:${ACCOUNT}:stopped`;
const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;

const EcsParameters = {
  TaskDefinitionArn: `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/report`,
  LaunchType: "FARGATE",
  NetworkConfiguration: { awsvpcConfiguration: { Subnets: [DEFAULT_SUBNETS["private-a"]] } },
};
const runs = (more: object = {}) => ({
  Id: "run",
  Arn: CLUSTER,
  RoleArn: role("ecsEventsRole"),
  EcsParameters,
  ...more,
});

function register(session: Session, more: object = {}): void {
  must(session, "ecs", "RegisterTaskDefinition", {
    family: "report",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    executionRoleArn: "ecsTaskExecutionRole",
    taskRoleArn: "shopTaskRole",
    containerDefinitions: [{ name: "report", image: "nginx" }],
    ...more,
  });
}

/** A rule that comes every five minutes, with one target. */
function every5(session: Session, target: object = runs()): Session {
  must(session, "events", "PutRule", { Name: "often", ScheduleExpression: "rate(5 minutes)" });
  must(session, "events", "PutTargets", { Rule: "often", Targets: [target] });
  return session;
}

function withReport(): Session {
  const session = beginning();
  register(session);
  return session;
}

/** With a topic that somebody reads by mail. */
function withTopic(Attributes: object = {}): Session {
  const session = withReport();
  must(session, "sns", "CreateTopic", { Name: "stopped", Attributes });
  must(session, "sns", "Subscribe", { TopicArn: TOPIC, Protocol: "email", Endpoint: "ops@example.com" });
  return session;
}

const calls = ({ journal }: Session) =>
  journal.records.filter(
    (record): record is JournalRecord<"EVENT_TARGET_CALLED"> => record.kind === "EVENT_TARGET_CALLED",
  );
const outcomes = (session: Session) =>
  calls(session).map(({ facts: { outcome } }) => (outcome.ok ? outcome.taskArns.length : outcome.id));

describe("a schedule that runs a task", () => {
  test("comes every five minutes, as the role, and says so in startedBy", () => {
    const session = every5(withReport());
    const before = session.tables.tasks.size;
    session.advance({ byMs: 11 * 60_000 });
    expect(outcomes(session)).toEqual([1, 1]);
    const started = [...session.tables.tasks.values()].slice(before);
    expect(started.map(({ spec }) => spec.startedBy)).toEqual(["events-rule/often", "events-rule/often"]);
    expect(calls(session)[0]?.facts.caller).toMatch(
      /^arn:aws:sts::123456789012:assumed-role\/ecsEventsRole\/[0-9a-f]{32}$/,
    );
    expect(session.repeating.map(({ sentence }) => sentence)).toEqual(["The next time of often comes in 4 min"]);
  });

  test("stops when it is switched off, and counts anew when it is switched on", () => {
    const session = every5(withReport());
    session.advance({ byMs: 4 * 60_000 });
    must(session, "events", "DisableRule", { Name: "often" });
    session.advance({ byMs: 60 * 60_000 });
    expect(outcomes(session)).toEqual([]);
    must(session, "events", "EnableRule", { Name: "often" });
    session.advance({ byMs: 4 * 60_000 });
    expect(outcomes(session)).toEqual([]);
    session.advance({ byMs: 2 * 60_000 });
    expect(outcomes(session)).toEqual([1]);
  });

  test("gives the overrides of its input", () => {
    const Input = '{"containerOverrides": [{"name": "report", "environment": [{"name": "DAY", "value": "monday"}]}]}';
    const session = every5(withReport(), runs({ Input }));
    session.advance({ byMs: 6 * 60_000 });
    const task = [...session.tables.tasks.values()].at(-1);
    expect(task?.spec.overrides.containerOverrides?.[0]?.environment).toEqual([{ name: "DAY", value: "monday" }]);
  });

  test("loses what has no place: the failures are in the answer, and nobody tries again", () => {
    const session = withReport();
    must(session, "quayside", "SetFargateCapacity", { available: false });
    every5(session).advance({ byMs: 6 * 60_000 });
    const [call] = calls(session);
    expect(call?.facts.outcome).toMatchObject({ ok: true, taskArns: [], failures: [{ reason: expect.any(String) }] });
    expect(session.advance({ byMs: 3 * 60_000 }).steps).toBe(0);
  });

  test("a name that is too long is cut in startedBy, as AWS cuts it", () => {
    const session = withReport();
    must(session, "events", "PutRule", {
      Name: "a-name-that-is-longer-than-it-may-be",
      ScheduleExpression: "rate(1 minute)",
    });
    must(session, "events", "PutTargets", { Rule: "a-name-that-is-longer-than-it-may-be", Targets: [runs()] });
    session.advance({ byMs: 62_000 });
    expect([...session.tables.tasks.values()].at(-1)?.spec.startedBy).toBe("events-rule/a-name-that-is-longer-th");
  });
});

describe("a rule for events", () => {
  const catching = (pattern: object) => {
    const session = withReport();
    must(session, "logs", "CreateLogGroup", { logGroupName: "/aws/events/ecs" });
    must(session, "events", "PutRule", { Name: "caught", EventPattern: JSON.stringify(pattern) });
    must(session, "events", "PutTargets", { Rule: "caught", Targets: [{ Id: "log", Arn: GROUP }] });
    return session;
  };
  const written = (session: Session) =>
    [...session.tables.logStreams.values()].flatMap(({ written: lines = [] }) =>
      lines.map(({ text }) => JSON.parse(text)),
    );

  test("writes what it catches into a log group, where it can be read", () => {
    const session = catching({ source: ["aws.ecs"], detail: { lastStatus: ["STOPPED"] } });
    const [task = ""] = session.tables.tasks.keys();
    must(session, "ecs", "StopTask", { task });
    session.stepUntilQuiet();
    expect(written(session).map(({ detail }) => [detail.lastStatus, detail.stopCode])).toEqual([
      ["STOPPED", "UserInitiated"],
    ]);
    const read = must(session, "logs", "FilterLogEvents", {
      logGroupName: "/aws/events/ecs",
      filterPattern: "UserInitiated",
    });
    expect(read.events).toHaveLength(1);
  });

  test("catches exactly what the journal tells, whether anybody looks or not", () => {
    const session = catching({ source: ["aws.ecs"] });
    must(session, "ecs", "CreateService", {
      serviceName: "web",
      taskDefinition: "web",
      desiredCount: 2,
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["private-a"]] } },
    });
    session.stepUntilQuiet();
    must(session, "ecs", "UpdateService", { service: "web", desiredCount: 1 });
    must(session, "ecs", "RunTask", { taskDefinition: "pair", cluster: "machines", count: 2 });
    session.stepUntilQuiet();
    const from = session.journal.records.find(({ kind }) => kind === "EVENT_TARGETS_PUT")?.seq ?? 0;
    const told = ecsEventsOf(session.journal).filter(({ record }) => record.seq > from);
    expect(told.length).toBeGreaterThan(15);
    const byId = (events: { readonly id: string }[]) => events.sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(byId(written(session))).toEqual(byId(told.map(({ event }) => event)));
  });

  test("runs a task for every object that somebody announces, with its key", () => {
    const session = withReport();
    const pattern = { source: ["my.shop"], "detail-type": ["Order Placed"] };
    must(session, "events", "PutRule", { Name: "orders", EventPattern: JSON.stringify(pattern) });
    const InputTransformer = {
      InputPathsMap: { order: "$.detail.order" },
      InputTemplate:
        '{"containerOverrides": [{"name": "report", "environment": [{"name": "ORDER", "value": "<order>"}]}]}',
    };
    must(session, "events", "PutTargets", { Rule: "orders", Targets: [runs({ InputTransformer })] });
    const entry = { Source: "my.shop", DetailType: "Order Placed", Detail: '{"order": 17}' };
    const answer = must(session, "events", "PutEvents", {
      Entries: [entry, { ...entry, Source: "aws.ecs" }, { ...entry, Detail: "[]" }, { ...entry, Detail: undefined }],
    });
    expect(answer).toMatchObject({
      FailedEntryCount: 3,
      Entries: [
        { EventId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
        { ErrorCode: "NotAuthorizedForSourceException" },
        { ErrorCode: "MalformedDetail", ErrorMessage: "Detail is malformed." },
        {
          ErrorCode: "InvalidArgument",
          ErrorMessage: "Parameter Detail is not valid. Reason: Detail is a required argument.",
        },
      ],
    });
    session.stepUntilQuiet();
    const task = [...session.tables.tasks.values()].at(-1);
    expect(task?.spec.overrides.containerOverrides?.[0]?.environment).toEqual([{ name: "ORDER", value: "17" }]);
  });

  test("costs no step while no rule looks at events", () => {
    const [plain, scheduled] = [withReport(), every5(withReport())];
    for (const session of [plain, scheduled]) {
      must(session, "ecs", "StopTask", { task: [...session.tables.tasks.keys()][0] as string });
      session.advance({ byMs: 60_000 });
    }
    expect(scheduled.steps).toBe(plain.steps);
  });
});

describe("answers", () => {
  test("a rule is what was put last, and keeps its targets", () => {
    const session = every5(withReport());
    must(session, "events", "PutRule", { Name: "often", EventPattern: '{"source":["aws.ecs"]}', State: "DISABLED" });
    expect(must(session, "events", "DescribeRule", { Name: "often" })).toEqual({
      Name: "often",
      Arn: `arn:aws:events:us-east-1:${ACCOUNT}:rule/often`,
      EventPattern: '{"source":["aws.ecs"]}',
      State: "DISABLED",
      EventBusName: "default",
      CreatedBy: ACCOUNT,
    });
    expect(must(session, "events", "ListTargetsByRule", { Rule: "often" }).Targets).toEqual([runs()]);
    expect(must(session, "events", "ListRuleNamesByTarget", { TargetArn: CLUSTER })).toEqual({ RuleNames: ["often"] });
    session.advance({ byMs: 20 * 60_000 });
    expect(outcomes(session)).toEqual([]);
  });

  test("rules are listed by name and by page", () => {
    const session = beginning();
    for (const Name of ["b", "a", "ab"])
      must(session, "events", "PutRule", { Name, ScheduleExpression: "rate(1 day)" });
    const names = (input: object) =>
      (must(session, "events", "ListRules", input).Rules as { Name: string }[]).map(({ Name }) => Name);
    expect(names({})).toEqual(["a", "ab", "b"]);
    expect(names({ NamePrefix: "a" })).toEqual(["a", "ab"]);
    const { NextToken } = must(session, "events", "ListRules", { Limit: 2 });
    expect(names({ Limit: 2, NextToken })).toEqual(["b"]);
  });

  test("a pattern can be tried, and the bus described", () => {
    const session = beginning();
    const Event = JSON.stringify({
      ...{ id: "1", account: ACCOUNT, source: "aws.ecs", time: "", region: "us-east-1", resources: [] },
      "detail-type": "ECS Service Action",
    });
    expect(must(session, "events", "TestEventPattern", { Event, EventPattern: '{"source":["aws.ecs"]}' })).toEqual({
      Result: true,
    });
    expect(must(session, "events", "DescribeEventBus", {}).Name).toBe("default");
    expect(must(session, "events", "ListEventBuses", {}).EventBuses).toHaveLength(1);
    expect(must(session, "events", "ListEventBuses", { NamePrefix: "x" }).EventBuses).toEqual([]);
  });

  test("what is gone is gone: targets, then the rule", () => {
    const session = every5(withReport());
    must(session, "events", "RemoveTargets", { Rule: "often", Ids: ["run", "nope"] });
    must(session, "events", "DeleteRule", { Name: "often" });
    must(session, "events", "DeleteRule", { Name: "often" });
    expect(session.advance({ byMs: 3_600_000 }).ended).toBe("moment");
    expect(session.tables.eventRules.size).toBe(0);
  });
});

test("every refusal of EventBridge is met", () => {
  const often = { Name: "often", ScheduleExpression: "rate(5 minutes)" };
  const withTarget =
    (...targets: object[]): Way =>
    (session) => {
      must(session, "events", "PutRule", often);
      return session.call("events", "PutTargets", { Rule: "often", Targets: targets });
    };
  const log = { Id: "log", Arn: GROUP };
  const ways: Record<string, Way> = {
    "event-bus.not-found": ["PutRule", { ...often, EventBusName: "mine" }],
    "event-rule.not-found": ["DescribeRule", { Name: "nope" }],
    "event-rule.neither": ["PutRule", { Name: "often" }],
    "event-rule.schedule": ["PutRule", { ...often, ScheduleExpression: "rate(5 minute)" }],
    "event-rule.pattern": ["PutRule", { Name: "often", EventPattern: '{"source":"aws.ecs"}' }],
    "event-rule.role": ["PutRule", { ...often, RoleArn: role("ecsTaskExecutionRole") }],
    "event-rule.has-targets": (session) => every5(session).call("events", "DeleteRule", { Name: "often" }),
    "event-rule.event": ["TestEventPattern", { EventPattern: '{"source":["a"]}', Event: "{}" }],
    "event-target.limit": withTarget(...["1", "2", "3", "4", "5", "6"].map((Id) => ({ ...log, Id }))),
    "event-target.arn": withTarget({ Id: "x", Arn: "nope" }),
    "event-target.role-required": withTarget({ ...runs(), RoleArn: undefined }),
    "event-target.ecs-parameters": withTarget({ ...runs(), EcsParameters: undefined }),
    "event-target.inputs": withTarget({ ...log, Input: "{}", InputPath: "$" }),
    "event-target.input": withTarget({ ...log, Input: "{" }),
    "event-target.path": withTarget({ ...log, InputPath: "detail" }),
    "event-target.not-modelled": withTarget({ Id: "x", Arn: `arn:aws:lambda:us-east-1:${ACCOUNT}:function:f` }),
  };
  expect(met("events", ways)).toEqual(toMeet(EVENTS_REFUSALS));
});

describe("every refusal of a call that a rule makes", () => {
  const stories: Readonly<Record<keyof typeof TARGET_REFUSALS, () => Session>> = {
    "target-call.role-trust": () => every5(withReport(), runs({ RoleArn: role("ecsTaskExecutionRole") })),
    "target-call.run-task-denied": () => {
      const session = every5(withReport(), runs({ RoleArn: role("eventsPinnedRole") }));
      register(session);
      return session;
    },
    "target-call.pass-role-denied": () => every5(withReport(), runs({ RoleArn: role("eventsWithoutPassRole") })),
    "target-call.overrides": () => every5(withReport(), runs({ Input: '"text"' })),
    "target-call.publish-denied": () => every5(withTopic(), { Id: "mail", Arn: TOPIC }),
    "target-call.no-topic": () => every5(withReport(), { Id: "mail", Arn: TOPIC }),
    "target-call.no-log-group": () => every5(withReport(), { Id: "log", Arn: GROUP }),
  };

  test.each(Object.entries(stories))("%s", (id, story) => {
    const session = story();
    session.advance({ byMs: 6 * 60_000 });
    expect(outcomes(session)).toEqual([id]);
  });

  test("a role that is pinned to a revision runs that revision, and no later one", () => {
    const session = every5(withReport(), runs({ RoleArn: role("eventsPinnedRole") }));
    session.advance({ byMs: 6 * 60_000 });
    register(session);
    session.advance({ byMs: 5 * 60_000 });
    expect(outcomes(session)).toEqual([1, "target-call.run-task-denied"]);
  });

  test("a dead-letter queue is named", () => {
    const Arn = `arn:aws:sqs:us-east-1:${ACCOUNT}:dead`;
    const session = every5(withReport(), runs({ RoleArn: role("eventsWithoutPassRole"), DeadLetterConfig: { Arn } }));
    session.advance({ byMs: 6 * 60_000 });
    expect(calls(session)[0]?.facts.deadLetterArn).toBe(Arn);
  });

  test("what RunTask itself refuses is refused here, too", () => {
    const session = every5(withReport(), runs({ EcsParameters: { ...EcsParameters, TaskCount: 11 } }));
    session.advance({ byMs: 6 * 60_000 });
    expect(outcomes(session)).toEqual(["run-task.count"]);
  });

  test("the same run comes to the same calls when it is played again", () => {
    const session = every5(withReport(), runs({ RoleArn: role("eventsPinnedRole") }));
    register(session);
    session.advance({ byMs: 16 * 60_000 });
    const before = JSON.stringify(session.journal.records);
    session.seek(0);
    session.seek(16 * 60_000);
    expect(JSON.stringify(session.journal.records)).toBe(before);
  });
});

/** EventBridge: a schedule that runs a task, a rule that catches what becomes of it, and every answer on the way. */
import { DEFAULT_SUBNETS } from "@quayside/simulator";
import type { Turn } from "./transcript.ts";

const events = (operation: string, input: object): Turn => ["events", operation, input];
const CLUSTER = "arn:aws:ecs:us-east-1:123456789012:cluster/default";
const GROUP = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/events/ecs";
const RUNS = {
  Id: "run",
  Arn: CLUSTER,
  RoleArn: "arn:aws:iam::123456789012:role/ecsEventsRole",
  EcsParameters: {
    TaskDefinitionArn: "arn:aws:ecs:us-east-1:123456789012:task-definition/report",
    LaunchType: "FARGATE",
    TaskCount: 1,
    NetworkConfiguration: {
      awsvpcConfiguration: { Subnets: [DEFAULT_SUBNETS["private-a"]], AssignPublicIp: "DISABLED" },
    },
    Tags: [{ Key: "by", Value: "rule" }],
  },
  DeadLetterConfig: { Arn: "arn:aws:sqs:us-east-1:123456789012:dead" },
  RetryPolicy: { MaximumRetryAttempts: 2 },
};
const PATTERN = { source: ["aws.ecs"], detail: { lastStatus: ["STOPPED"] } };
const EVENT = {
  ...{ id: "1", account: "123456789012", source: "aws.ecs", time: "2026-01-05T09:00:00Z", region: "us-east-1" },
  ...{ resources: [], "detail-type": "ECS Task State Change", detail: { lastStatus: "STOPPED" } },
};

export const EVENTS: readonly Turn[] = [
  [
    "ecs",
    "RegisterTaskDefinition",
    {
      family: "report",
      ...{ requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" },
      containerDefinitions: [{ name: "report", image: "busybox:1.37", command: ["sh", "-c", "sleep 5"] }],
    },
  ],
  events("ListEventBuses", {}),
  events("DescribeEventBus", {}),
  events("DescribeEventBus", { Name: "mine" }),
  events("PutRule", { Name: "often", ScheduleExpression: "rate(5 minutes)", Description: "a report" }),
  events("PutTargets", { Rule: "often", Targets: [RUNS] }),
  ["logs", "CreateLogGroup", { logGroupName: "/aws/events/ecs" }],
  events("PutRule", { Name: "stopped", EventPattern: JSON.stringify(PATTERN) }),
  events("PutTargets", {
    Rule: "stopped",
    Targets: [
      {
        Id: "log",
        Arn: GROUP,
        InputTransformer: {
          InputPathsMap: { code: "$.detail.containers[0].exitCode", type: "$.detail-type" },
          InputTemplate: '"<type>: the container ended with <code>"',
        },
      },
    ],
  }),
  events("ListRules", {}),
  events("DescribeRule", { Name: "often" }),
  events("ListTargetsByRule", { Rule: "often" }),
  events("ListRuleNamesByTarget", { TargetArn: CLUSTER }),
  { passMs: 360_000 },
  ["logs", "FilterLogEvents", { logGroupName: "/aws/events/ecs" }],
  events("PutTargets", {
    Rule: "often",
    Targets: [{ ...RUNS, RoleArn: "arn:aws:iam::123456789012:role/eventsPinnedRole" }],
  }),
  [
    "ecs",
    "RegisterTaskDefinition",
    { family: "report", containerDefinitions: [{ name: "report", image: "busybox:1.37", memory: 64 }] },
  ],
  { passMs: 300_000 },
  events("DisableRule", { Name: "often" }),
  events("EnableRule", { Name: "often" }),
  events("PutEvents", { Entries: [{ Source: "my.shop", DetailType: "Order", Detail: '{"order":1}' }, {}] }),
  events("TestEventPattern", { Event: JSON.stringify(EVENT), EventPattern: JSON.stringify(PATTERN) }),
  events("DeleteRule", { Name: "often" }),
  events("RemoveTargets", { Rule: "often", Ids: ["run"] }),
  events("DeleteRule", { Name: "often" }),
];

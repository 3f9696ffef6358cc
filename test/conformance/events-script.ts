/** Commands of EventBridge whose output is compared with the real AWS CLI's: a schedule that runs a task, and what is caught of it. */
import type { CliScript } from "./cli-script.ts";

const ROLE = "arn:aws:iam::123456789012:role/ecsEventsRole";
const CLUSTER = "arn:aws:ecs:us-east-1:123456789012:cluster/default";
const GROUP = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/events/ecs";
const TARGETS = [
  {
    Id: "run",
    Arn: CLUSTER,
    RoleArn: ROLE,
    EcsParameters: {
      TaskDefinitionArn: "arn:aws:ecs:us-east-1:123456789012:task-definition/report",
      LaunchType: "FARGATE",
      NetworkConfiguration: {
        awsvpcConfiguration: { Subnets: ["subnet-0aaa1111222233334"], AssignPublicIp: "ENABLED" },
      },
    },
  },
];
const PATTERN = { source: ["aws.ecs"], detail: { lastStatus: ["RUNNING", "STOPPED"] } };
const EVENT = {
  id: "1",
  account: "123456789012",
  source: "aws.ecs",
  time: "2026-01-05T09:00:00Z",
  region: "us-east-1",
  resources: [],
  "detail-type": "ECS Task State Change",
  detail: { lastStatus: "STOPPED" },
};

/** Recorded like the others, see record-golden.ts. */
export const EVENTS_SCRIPT: CliScript = {
  name: "events",
  files: {
    "targets.json": JSON.stringify(TARGETS),
    "pattern.json": JSON.stringify(PATTERN),
    "event.json": JSON.stringify(EVENT),
    "container.json": JSON.stringify([{ name: "report", image: "busybox:1.37", command: ["sh", "-c", "sleep 5"] }]),
  },
  steps: [
    "aws ecs register-task-definition --family report --requires-compatibilities FARGATE --network-mode awsvpc --cpu 256 --memory 512 --container-definitions file://container.json --query taskDefinition.revision",
    "aws events put-rule --name often --schedule-expression 'rate(5 minutes)' --description 'a report'",
    "aws events put-rule --name often --schedule-expression 'rate(5 minute)'",
    "aws events put-rule --name often",
    "aws events put-targets --rule often --targets file://targets.json",
    "aws events put-targets --rule nope --targets Id=1,Arn=arn:aws:sns:us-east-1:123456789012:x",
    `aws events put-targets --rule often --targets Id=run,Arn=${CLUSTER}`,
    "aws logs create-log-group --log-group-name /aws/events/ecs",
    "aws events put-rule --name caught --event-pattern file://pattern.json --state ENABLED",
    `aws events put-targets --rule caught --targets Id=log,Arn=${GROUP}`,
    "aws events list-rules",
    "aws events list-rules --name-prefix oft --query 'Rules[].[Name,ScheduleExpression,State]' --output table",
    "aws events list-rules --max-items 1 --output text",
    "aws events describe-rule --name often",
    "aws events describe-rule --name often --output text",
    "aws events list-targets-by-rule --rule often",
    `aws events list-rule-names-by-target --target-arn ${CLUSTER} --output text`,
    { advanceMs: 360_000 },
    "aws ecs list-tasks --desired-status STOPPED --query 'length(taskArns)'",
    "aws logs filter-log-events --log-group-name /aws/events/ecs --query 'events[0].message' --output text",
    "aws events test-event-pattern --event-pattern file://pattern.json --event file://event.json",
    `aws events test-event-pattern --event-pattern '{"source":"aws.ecs"}' --event file://event.json`,
    `aws events put-events --entries '[{"Source":"my.shop","DetailType":"Order","Detail":"{}"},{"Source":"aws.ecs","DetailType":"x","Detail":"{}"}]' --query FailedEntryCount`,
    "aws events disable-rule --name often",
    "aws events enable-rule --name often",
    "aws events describe-event-bus",
    "aws events list-event-buses --output text",
    "aws events delete-rule --name often",
    "aws events remove-targets --rule often --ids run",
    "aws events delete-rule --name often",
    "aws events describe-rule --name often",
  ],
};

/** Refusals of Amazon EventBridge. Source of what was observed: answers in public issues, and those that a public emulator has recorded. */
import { refuserOf, row } from "../../model/refusal.ts";

const RECORDED = "Answers of EventBridge recorded in 2024 by a public emulator (checked 2026-11-29)";

interface OfTarget {
  readonly id: string;
}

/** By their ids. */
export const EVENTS_REFUSALS = {
  "event-bus.not-found": row(
    "ResourceNotFoundException",
    "observed",
    ({ name }: { readonly name: string }) => `Event bus ${name} does not exist.`,
    RECORDED,
  ),
  "event-rule.not-found": row(
    "ResourceNotFoundException",
    "observed",
    ({ name }: { readonly name: string }) => `Rule ${name} does not exist on EventBus default.`,
    RECORDED,
  ),
  "event-rule.neither": row(
    "ValidationException",
    "observed",
    () => "Parameter(s) EventPattern or ScheduleExpression must be specified.",
    "awsdocs/aws-cloudformation-user-guide pull request 456 (checked 2026-11-29)",
  ),
  "event-rule.schedule": row(
    "ValidationException",
    "observed",
    () => "Parameter ScheduleExpression is not valid.",
    "localstack/localstack pull request 12156, aws/aws-cdk issue 27618 (checked 2026-11-29)",
  ),
  "event-rule.pattern": row(
    "InvalidEventPatternException",
    "observed",
    ({ reason }: { readonly reason: string }) => `Event pattern is not valid. Reason: ${reason}`,
    RECORDED,
  ),
  "event-rule.role": row(
    "ValidationException",
    "observed",
    ({ roleArn }: { readonly roleArn: string }) =>
      `Provided role '${roleArn}' cannot be assumed by principal 'events.amazonaws.com'.`,
    "Miserlou/Zappa issue 381 (checked 2026-11-29)",
  ),
  "event-rule.has-targets": row(
    "ValidationException",
    "observed",
    () => "Rule can't be deleted since it has targets.",
    "Logs and source of Terraform's provider (checked 2026-11-29)",
  ),
  "event-target.limit": row(
    "LimitExceededException",
    "unsourced",
    () => "The requested resource exceeds the maximum number allowed.",
  ),
  "event-target.arn": row(
    "ValidationException",
    "observed",
    ({ arn }: { readonly arn: string }) =>
      `Parameter ${arn} is not valid. Reason: Provided Arn is not in correct format.`,
    "Logs of applied Terraform in public repositories (checked 2026-11-29)",
  ),
  "event-target.role-required": row(
    "ValidationException",
    "observed",
    ({ arn }: { readonly arn: string }) => `RoleArn is required for target ${arn}.`,
    "awsdocs/aws-codepipeline-user-guide pull request 18 (checked 2026-11-29)",
  ),
  "event-target.ecs-parameters": row(
    "ValidationException",
    "ours",
    ({ id }: OfTarget) => `Parameter(s) EcsParameters must be specified for target: ${id}.`,
  ),
  "event-target.inputs": row(
    "ValidationException",
    "observed",
    ({ id }: OfTarget) => `Only one of Input, InputPath, or InputTransformer must be provided for target ${id}.`,
    "badmintoncryer/cdk-preflight, measured in September 2026 (checked 2026-11-29)",
  ),
  "event-target.input": row(
    "ValidationException",
    "ours",
    ({ id }: OfTarget) => `JSON syntax error in input for target ${id}.`,
  ),
  "event-target.path": row(
    "ValidationException",
    "ours",
    ({ id, path }: OfTarget & { readonly path: string }) => `Invalid InputPath for target ${id}: ${path}`,
  ),
  "event-target.not-modelled": row(
    "NotModelledException",
    "quayside",
    ({ arn }: { readonly arn: string }) =>
      `Quayside's rules call clusters of Amazon ECS (RunTask), topics of SNS and log groups of CloudWatch Logs; a target of another service does nothing here: ${arn}`,
  ),
  "event-rule.event": row(
    "ValidationException",
    "ours",
    ({ problem }: { readonly problem: string }) => `Parameter Event is not valid. Reason: ${problem}`,
  ),
} as const;

/** Refuses with a row of the table of EventBridge. */
export const refuse = refuserOf(EVENTS_REFUSALS);

/**
 * What a call that a rule makes is refused for before its operation looks at it. Nobody gets these as an answer: they stand in the
 * journal, in the trail of calls, and in what a dead-letter queue is told.
 */
import { refuserOf, row } from "../../model/refusal.ts";

const FRAME = "The frame of AWS's denials in many public issues (checked 2026-11-29)";

interface Denied {
  readonly who: string;
  readonly resource: string;
  /** Which policy is the reason. */
  readonly why: string;
}

const denied =
  (action: string) =>
  ({ who, resource, why }: Denied) =>
    `User: ${who} is not authorized to perform: ${action} on resource: ${resource} ${why}`;

/** By their ids. */
export const TARGET_REFUSALS = {
  "target-call.role-trust": row(
    "AccessDenied",
    "ours",
    ({ roleArn, service }: { readonly roleArn: string; readonly service: string }) =>
      `${service} cannot assume the role ${roleArn}: it does not exist, or its trust policy does not name ${service}.`,
  ),
  "target-call.run-task-denied": row("AccessDeniedException", "observed", denied("ecs:RunTask"), FRAME),
  "target-call.pass-role-denied": row("AccessDeniedException", "observed", denied("iam:PassRole"), FRAME),
  "target-call.publish-denied": row("AuthorizationError", "observed", denied("SNS:Publish"), FRAME),
  "target-call.no-topic": row("NotFound", "unsourced", () => "Topic does not exist"),
  "target-call.overrides": row(
    "InvalidParameterException",
    "ours",
    ({ problem }: { readonly problem: string }) => `The input of the target is no TaskOverride: ${problem}`,
  ),
  "target-call.no-log-group": row(
    "ResourceNotFoundException",
    "ours",
    ({ name }: { readonly name: string }) => `The log group ${name} does not exist.`,
  ),
} as const;

/** Refuses a call of a rule. */
export const refuseTarget = refuserOf(TARGET_REFUSALS);

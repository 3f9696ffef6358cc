/**
 * A rule calls its target: RunTask with a role, or a line in a log group. What comes of it stands in one record; nobody is told. A
 * refusal is final: EventBridge tries again only what the service itself could not do, which never happens here.
 * Source: EventBridge User Guide, event retry policy and dead-letter queues: permissions are not tried again (checked 2026-11-29).
 */
import { targetInput } from "../../events/input.ts";
import type { Json } from "../../events/matchers.ts";
import { type ReadOverrides, readOverrides } from "../../events/overrides.ts";
import { hexId, uuid } from "../../kernel/ids.ts";
import { isoSeconds } from "../../model/calendar.ts";
import type { Cloud } from "../../model/cloud.ts";
import {
  EVENTS_PRINCIPAL,
  type EventEnvelope,
  type EventRuleRow,
  type EventTarget,
  startedByOf,
} from "../../model/event-rules.ts";
import { sessionArn } from "../../model/iam.ts";
import { epochMs, regionOf } from "../../model/place.ts";
import type { TargetCallFacts, TargetOutcome } from "../../model/records/events.ts";
import { findGroup } from "../logs/create-log-group.ts";
import { runTaskAs, runTaskInput } from "./run-task-as.ts";
import { refuseTarget } from "./target-refusals.ts";

/** What a call needs: who asks what, and how it is done. */
interface Call extends Pick<TargetCallFacts, "service" | "operation" | "input" | "caller"> {
  readonly make: () => TargetOutcome;
}

const NOTHING_STARTED: TargetOutcome = { ok: true, taskArns: [], failures: [] };

/** Calls it, and writes down what came of it. */
export function callTarget(sim: Cloud, rule: EventRuleRow, target: EventTarget, event: EventEnvelope): void {
  const { ruleArn, ruleName } = rule;
  const ingestionTime = isoSeconds(epochMs(sim.tables, sim.nowMs));
  const text = targetInput(target, event as unknown as Json, { ruleArn, ruleName, ingestionTime });
  const { make, ...asked } = target.Arn.includes(":log-group:")
    ? logCall(sim, target, text)
    : ecsCall(sim, target, startedByOf("events-rule", ruleName), text);
  const facts: TargetCallFacts & { outcome: TargetOutcome; deadLetterArn: string | undefined } = {
    ruleName,
    targetId: target.Id,
    targetArn: target.Arn,
    ...asked,
    roleArn: target.RoleArn,
    outcome: NOTHING_STARTED,
    deadLetterArn: undefined,
  };
  // As with calls of the user: the record comes first, as the cause of what follows, and learns its outcome before anyone reads it.
  sim.record("EVENT_TARGET_CALLED", ruleArn, facts);
  const outcome = make();
  facts.outcome = outcome;
  if (!outcome.ok) facts.deadLetterArn = target.DeadLetterConfig?.Arn;
}

/** The event itself is no override: only what somebody chose as input is. */
function ecsCall(sim: Cloud, target: EventTarget, startedBy: string, text: string): Call {
  const { Input, InputPath, InputTransformer, RoleArn: roleArn = "" } = target;
  const isChosen = Input !== undefined || InputPath !== undefined || InputTransformer !== undefined;
  const read: ReadOverrides | undefined = isChosen ? readOverrides(text) : undefined;
  const input = runTaskInput(target, startedBy, read?.ok === true ? read.overrides : undefined);
  const session = hexId(sim.world.random, 32, "event bus");
  const make = () =>
    read?.ok === false
      ? refuseTarget("target-call.overrides", { problem: read.problem })
      : runTaskAs(sim, { roleArn, session, principal: EVENTS_PRINCIPAL }, input);
  return { service: "ecs", operation: "RunTask", input, caller: sessionArn(roleArn, session), make };
}

/** Simplified: the resource policy of CloudWatch Logs, which must let EventBridge write, is not looked at. */
function logCall(sim: Cloud, { Arn }: EventTarget, text: string): Call {
  const logGroupName = /:log-group:([^:]+)/.exec(Arn)?.[1] ?? "";
  const input = { logGroupName, message: text };
  const make = () => writeLine(sim, logGroupName, text);
  return { service: "logs", operation: "PutLogEvents", input, caller: EVENTS_PRINCIPAL, make };
}

/** Every event has a stream of its own. */
function writeLine(sim: Cloud, logGroupName: string, text: string): TargetOutcome {
  if (findGroup(sim, logGroupName) === undefined)
    return refuseTarget("target-call.no-log-group", { name: logGroupName });
  const region = regionOf(sim.tables);
  const logStreamName = uuid(sim.world.random, "event bus");
  const { nowMs: atMs } = sim;
  const written = [{ atMs, text }];
  sim.put("logStreams", { region, logGroupName, logStreamName, createdAtMs: atMs, runs: [], written });
  sim.record("LOG_STREAM_CREATED", logStreamName, { logGroupName });
  return NOTHING_STARTED;
}

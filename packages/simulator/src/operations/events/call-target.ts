/**
 * A rule calls its target: RunTask with a role, a message to a topic, or a line in a log group. What comes of it stands in one record; nobody is told. A
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
import { denialReason, judgeRequest, sessionArn } from "../../model/iam.ts";
import { epochMs, regionOf } from "../../model/place.ts";
import type { TargetCallFacts, TargetOutcome } from "../../model/records/events.ts";
import type { Refusal } from "../../model/refusal.ts";
import { allowsService, type TopicRow } from "../../model/sns.ts";
import { findGroup } from "../logs/create-log-group.ts";
import { publishTo } from "../sns/publish.ts";
import { type Caller, runTaskAs, runTaskInput } from "./run-task-as.ts";
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
  const { make, ...asked } = callOf(sim, target, ruleName, text);
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

function callOf(sim: Cloud, target: EventTarget, ruleName: string, text: string): Call {
  if (target.Arn.includes(":log-group:")) return logCall(sim, target, text);
  if (target.Arn.startsWith("arn:aws:sns:")) return snsCall(sim, target, text);
  return ecsCall(sim, target, startedByOf("events-rule", ruleName), text);
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

/** Without a role the policy of the topic must let EventBridge publish, which the first policy of a topic does not. */
function snsCall(sim: Cloud, { Arn, RoleArn }: EventTarget, text: string): Call {
  const session = hexId(sim.world.random, 32, "event bus");
  const caller = RoleArn === undefined ? EVENTS_PRINCIPAL : sessionArn(RoleArn, session);
  const make = (): TargetOutcome => {
    const topic = sim.tables.topics.get(Arn);
    if (topic === undefined) return refuseTarget("target-call.no-topic");
    const denial =
      RoleArn === undefined
        ? serviceDenial(topic)
        : roleProblem(sim, { roleArn: RoleArn, session, principal: EVENTS_PRINCIPAL }, Arn);
    if (denial !== undefined) return denial;
    publishTo(sim, topic, { message: text });
    return NOTHING_STARTED;
  };
  return { service: "sns", operation: "Publish", input: { TopicArn: Arn, Message: text }, caller, make };
}

function serviceDenial(topic: TopicRow): Refusal | undefined {
  if (allowsService(topic, EVENTS_PRINCIPAL)) return undefined;
  const why = "because no resource-based policy allows the SNS:Publish action";
  return refuseTarget("target-call.publish-denied", { who: EVENTS_PRINCIPAL, resource: topic.topicArn, why });
}

function roleProblem(sim: Cloud, { roleArn, session, principal }: Caller, topicArn: string): Refusal | undefined {
  const role = sim.tables.roles.get(roleArn);
  if (role === undefined || !role.trustedServices.includes(principal)) {
    return refuseTarget("target-call.role-trust", { roleArn, service: principal });
  }
  const request = { action: "sns:Publish", resource: topicArn };
  if (judgeRequest(role, request) === "allowed") return undefined;
  const why = denialReason(role, request);
  return refuseTarget("target-call.publish-denied", { who: sessionArn(roleArn, session), resource: topicArn, why });
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

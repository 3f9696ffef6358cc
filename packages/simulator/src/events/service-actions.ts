/**
 * Which of the things that a service says are events of their own, `ECS Service Action`, and what those are called.
 * Source: Developer Guide, Amazon ECS service action events; Track Amazon ECS Availability Zone rebalancing (checked 2026-11-29).
 * Simplified: deployments are told by `ECS Deployment State Change` alone; AWS's page lists their names here, too.
 */
import type { EVENT_CAUSES } from "../model/causes/events.ts";
import type { SERVICE_EVENTS } from "../model/causes/service-events.ts";
import type { ServiceAction } from "../model/event-rules.ts";
import type { ServiceEventRow } from "../model/services.ts";

type Told = keyof typeof SERVICE_EVENTS | keyof typeof EVENT_CAUSES;

const info = (eventName: string): ServiceAction => ({ eventType: "INFO", eventName });
const PLACEMENT: ServiceAction = { eventType: "ERROR", eventName: "SERVICE_TASK_PLACEMENT_FAILURE" };

/** By what the service says. What is not here is told in its event list alone. */
const ACTIONS: { readonly [Why in Told]?: ServiceAction } = {
  "service.steady": info("SERVICE_STEADY_STATE"),
  "service.task-set-steady": info("TASKSET_STEADY_STATE"),
  "service.task-set-scaled": info("SERVICE_DESIRED_COUNT_UPDATED"),
  "service.stopped-running": info("TASKS_STOPPED"),
  "service.unbalanced": info("SERVICE_REBALANCING_STARTED"),
  "service.balanced": info("SERVICE_REBALANCING_COMPLETED"),
  "service.rebalancing-stopped": info("SERVICE_REBALANCING_STOPPED"),
  "service.started-in-zone": info("TASKS_STARTED"),
  "service.stopped-in-zone": info("TASKS_STOPPED"),
  "service.protected": info("TASKSET_SCALE_IN_FAILURE_BY_TASK_PROTECTION"),
  "service.inconsistent": { eventType: "WARN", eventName: "SERVICE_TASK_START_IMPAIRED" },
  "service.unable-to-place": { ...PLACEMENT, reason: "RESOURCE:FARGATE" },
  "service.no-place-in-zone": { ...PLACEMENT, reason: "RESOURCE:FARGATE" },
  "service.no-instance-in-zone": PLACEMENT,
  "event.no-instances": PLACEMENT,
};

/** The event of what a service says; undefined when it has none. */
export function serviceActionOf({ why, failures = [] }: ServiceEventRow): ServiceAction | undefined {
  const action = Object.hasOwn(ACTIONS, why) ? ACTIONS[why as Told] : undefined;
  const reason = failures[0]?.reason;
  if (action !== PLACEMENT || reason === undefined) return action;
  return { ...action, reason, containerInstanceArns: failures.flatMap(({ arn }) => arn ?? []) };
}

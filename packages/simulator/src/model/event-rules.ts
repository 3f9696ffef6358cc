/** Rows of Amazon EventBridge: rules with their targets, on the default bus. Member names of targets are those of the API. */
import { arn } from "../kernel/ids.ts";
import type { ContainerInstanceRow } from "./container-instances.ts";
import type { TaskRow } from "./ecs.ts";
import type { EcsShapes } from "./generated/ecs.ts";
import type { EventsShapes } from "./generated/events.ts";
import { ACCOUNT_ID, type Placed, regionOf } from "./place.ts";
import type { DeploymentRow } from "./services.ts";
import type { Range } from "./timing.ts";

/**
 * The bus that every account has. Simplified: the only one; AWS lets an account create more.
 * @source EventBridge User Guide, event buses (checked 2026-11-29)
 */
export const DEFAULT_BUS = "default";

/** Whom the trust policy of a target's role must name. @source Developer Guide, Amazon ECS EventBridge IAM role (checked 2026-11-29) */
export const EVENTS_PRINCIPAL = "events.amazonaws.com";

/** @source EventBridge API Reference, PutRule, State (checked 2026-11-29) */
export type RuleState = "ENABLED" | "DISABLED" | "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

export type EventTarget = EventsShapes["Target"];

export interface EventRuleRow {
  readonly ruleArn: string;
  readonly ruleName: string;
  readonly description?: string | undefined;
  readonly eventPattern?: string | undefined;
  readonly scheduleExpression?: string | undefined;
  readonly state: RuleState;
  readonly roleArn?: string | undefined;
  /** In the order in which they were put. */
  readonly targets: readonly EventTarget[];
  /** From when on its rate counts. */
  readonly countsFromMs: number;
  /** Sequence number of the agenda entry for its next time, while it has one. */
  readonly timer?: number | undefined;
}

/** An event as it is sent. @source EventBridge User Guide, AWS service event metadata (checked 2026-11-29) */
export interface EventEnvelope {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: object;
}

/** What a service says of itself in an event: name and level, and what it is about. */
export interface ServiceAction {
  readonly eventType: "INFO" | "WARN" | "ERROR";
  readonly eventName: string;
  readonly reason?: string | undefined;
  readonly containerInstanceArns?: readonly string[] | undefined;
}

/** Something of ECS that is told: the row as it stands from now on, or what a service does. */
export type Announcement =
  | { readonly about: "tasks"; readonly row: TaskRow }
  | { readonly about: "containerInstances"; readonly row: ContainerInstanceRow }
  | { readonly about: "deployments"; readonly row: DeploymentRow }
  | { readonly about: "services"; readonly serviceArn: string; readonly id: string; readonly action: ServiceAction };

/** A place that a service did not find for a task, as an event tells it. */
export type PlacementFailed = Pick<EcsShapes["Failure"], "arn" | "reason">;

/** ARN of a rule of the default bus. */
export function ruleArnOf(tables: Placed, ruleName: string): string {
  return arn({ service: "events", region: regionOf(tables), account: ACCOUNT_ID, resource: `rule/${ruleName}` });
}

/** ARN of the default bus. */
export function busArnOf(tables: Placed): string {
  return arn({
    service: "events",
    region: regionOf(tables),
    account: ACCOUNT_ID,
    resource: `event-bus/${DEFAULT_BUS}`,
  });
}

/** Ours: the bucket of rules that look at every event. */
export const WATCHING = "watching";

/** True for a rule that is not switched off. */
export function isEnabled({ state }: Pick<EventRuleRow, "state">): boolean {
  return state !== "DISABLED";
}

/**
 * From an event until its targets are called.
 * @source EventBridge User Guide: in near real time; AWS's announcement of November 2024 names 129 ms for the 99th percentile of custom events (checked 2026-11-29)
 */
export const DELIVERED_AFTER: Range = { lowMs: 100, highMs: 500 };

/** Letters of `startedBy` that AWS keeps of a name that it makes itself. @source Tasks of 2026 whose schedules have long names (checked 2026-11-29) */
const STARTED_BY_LETTERS = 36;

/** `startedBy` of a task that a rule or a schedule has started. */
export function startedByOf(kind: "events-rule" | "chronos-schedule", name: string): string {
  return `${kind}/${name}`.slice(0, STARTED_BY_LETTERS);
}

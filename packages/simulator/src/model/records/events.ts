/** Records of Amazon EventBridge: rules, the events that they catch, and what becomes of the calls that they make. */
import type { EventEnvelope, PlacementFailed, RuleState } from "../event-rules.ts";
import type { Refusal } from "../refusal.ts";
import type { About } from "./about.ts";

/** What came of a call that a rule or a schedule made. */
export type TargetOutcome =
  | { readonly ok: true; readonly taskArns: readonly string[]; readonly failures: readonly PlacementFailed[] }
  | Refusal;

/** A call that was made because of an event or a schedule: by whom, of what, and what came of it. */
export interface TargetCallFacts {
  readonly ruleName: string;
  readonly targetId: string;
  readonly targetArn: string;
  readonly service: string;
  readonly operation: string;
  readonly input: unknown;
  /** The session of the role that called, or the service that called itself. */
  readonly caller: string;
  readonly roleArn: string | undefined;
  readonly outcome: TargetOutcome;
  /** Where the event went that could not be delivered. */
  readonly deadLetterArn: string | undefined;
}

export interface EventRecords {
  EVENT_RULE_PUT: About<"eventRules", { readonly isNew: boolean }>;
  EVENT_RULE_STATE_CHANGED: About<"eventRules", { readonly state: RuleState }>;
  EVENT_RULE_DELETED: About<"eventRules">;
  EVENT_TARGETS_PUT: About<"eventRules", { readonly targetIds: readonly string[] }>;
  EVENT_TARGETS_REMOVED: About<"eventRules", { readonly targetIds: readonly string[] }>;
  /** An event fits the pattern of the rule, or its time has come. */
  EVENT_RULE_MATCHED: About<"eventRules", { readonly event: EventEnvelope }>;
  EVENT_TARGET_CALLED: About<"eventRules", TargetCallFacts>;
}

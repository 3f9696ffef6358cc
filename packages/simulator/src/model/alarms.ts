/** Rows of CloudWatch alarms, as far as deployments watch them: whoever is in no row is OK. */

/** @source Amazon CloudWatch API Reference, MetricAlarm, StateValue (checked 2026-11-29) */
export type AlarmState = "OK" | "ALARM";

export interface AlarmRow {
  readonly alarmName: string;
  readonly stateValue: AlarmState;
  readonly changedAtMs: number;
}

/**
 * How long an alarm has been in ALARM before a deployment sees it: Amazon ECS asks for the states of alarms now and then.
 * Simplified: one published run took 21 s until the rollback; ten seconds and the next beat of the scheduler make 10 to 20.
 * @source A published log of 2026; Developer Guide, deployment alarms (checked 2026-11-29)
 */
export const ALARM_SEEN_AFTER_MS = 10_000;

/**
 * How long a rolling deployment with alarms is watched when its configuration does not say.
 * Simplified: AWS computes it from the settings of the alarms, and says that it is less than five minutes for most of them.
 * @source Developer Guide, deployment alarms (checked 2026-11-29)
 */
export const ALARM_BAKE_MS = 4 * 60_000;

/**
 * SetAlarm: a CloudWatch alarm goes into ALARM, or back to OK, for the deployments that watch it. `{ name, state }`.
 * Simplified: there are no metrics yet, so nothing else ever changes an alarm, and every name is taken.
 */
import type { AlarmState } from "../../model/alarms.ts";
import { answer, command } from "../operation.ts";
import { fieldsOf } from "./read-input.ts";
import { refuse } from "./refusals.ts";

/** @source Amazon CloudWatch API Reference, PutMetricAlarm, AlarmName (checked 2026-11-29) */
const MAX_NAME = 255;
const STATES: readonly AlarmState[] = ["ALARM", "OK"];

export const setAlarm = command<"quayside", "SetAlarm">((sim, input) => {
  const { name, state } = fieldsOf(input);
  const stateValue = STATES.find((each) => each === state);
  if (typeof name !== "string" || name === "" || name.length > MAX_NAME || stateValue === undefined) {
    return refuse("quayside.input", {
      usage: `SetAlarm takes {"name": "its name, up to ${MAX_NAME} characters", "state": ${STATES.map((each) => `"${each}"`).join(" or ")}}.`,
    });
  }
  if (sim.tables.alarms.get(name)?.stateValue !== stateValue) {
    sim.put("alarms", { alarmName: name, stateValue, changedAtMs: sim.nowMs });
    sim.record("ALARM_STATE_CHANGED", name, { stateValue });
  }
  return answer({ name, state: stateValue });
});

/**
 * Every refusal of Elastic Load Balancing's operations. Source: its API Reference, and replies pasted in public issues
 * (checked 2026-11-29).
 */
import { refuserOf, row } from "../../model/refusal.ts";
import { ATTRIBUTE_REFUSALS } from "./attribute-refusals.ts";
import { LISTENER_REFUSALS } from "./listener-refusals.ts";
import { LOAD_BALANCER_REFUSALS } from "./load-balancer-refusals.ts";
import { TARGET_REFUSALS } from "./target-refusals.ts";

/** By their ids. */
export const ELBV2_REFUSALS = {
  ...LOAD_BALANCER_REFUSALS,
  ...LISTENER_REFUSALS,
  ...TARGET_REFUSALS,
  ...ATTRIBUTE_REFUSALS,
  "elbv2.not-simulated": row(
    "OperationNotPermitted",
    "quayside",
    ({ what }: { what: string }) => `Quayside does not simulate ${what}; AWS has it.`,
  ),
  "elbv2.value": row(
    "ValidationError",
    "unsourced",
    ({ place, value, allowed }: { place: string; value: string; allowed: readonly string[] }) =>
      `1 validation error detected: Value '${value}' at '${place}' failed to satisfy constraint: Member must satisfy enum value set: [${allowed.join(", ")}]`,
  ),
  "elbv2.too-small": row(
    "ValidationError",
    "unsourced",
    ({ place, value, from }: { place: string; value: number; from: number }) =>
      `1 validation error detected: Value '${value}' at '${place}' failed to satisfy constraint: Member must have value greater than or equal to ${from}`,
  ),
  "elbv2.too-large": row(
    "ValidationError",
    "unsourced",
    ({ place, value, to }: { place: string; value: number; to: number }) =>
      `1 validation error detected: Value '${value}' at '${place}' failed to satisfy constraint: Member must have value less than or equal to ${to}`,
  ),
  "elbv2.form": row(
    "ValidationError",
    "unsourced",
    ({ place, value, form }: { place: string; value: string; form: string }) =>
      `1 validation error detected: Value '${value}' at '${place}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${form}`,
  ),
  "elbv2.page-size": row(
    "ValidationError",
    "ours",
    ({ size }: { size: number }) => `Page size '${size}' must be between '1' and '400' inclusive`,
  ),
  "elbv2.marker": row("ValidationError", "ours", () => "The marker is not valid"),
} as const;

/** Refuses with a row of Elastic Load Balancing's table. */
export const refuse = refuserOf(ELBV2_REFUSALS);

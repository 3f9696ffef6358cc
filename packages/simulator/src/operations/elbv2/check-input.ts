/**
 * What Elastic Load Balancing looks at in every call before its operation runs: values that its model lists, the ranges of its
 * numbers, and members that must be there.
 */
import { ELBV2_VALUES } from "../../model/generated/elbv2-values.ts";
import type { Refusal } from "../../model/refusal.ts";
import { valuesAt } from "../values-at.ts";
import { refuse } from "./refusals.ts";

type Input = Readonly<Record<string, unknown>>;

/** By member, wherever it stands. @source Elastic Load Balancing API Reference, the constraints of these members (checked 2026-11-29) */
const RANGES: Readonly<Record<string, readonly [from: number, to: number]>> = {
  Port: [1, 65_535],
  "Targets.Port": [1, 65_535],
  Priority: [1, 50_000],
  "RulePriorities.Priority": [1, 50_000],
  HealthCheckIntervalSeconds: [5, 300],
  HealthCheckTimeoutSeconds: [2, 120],
  HealthyThresholdCount: [2, 10],
  UnhealthyThresholdCount: [2, 10],
};

/** Paths whose values have a form. @source The same reference, FixedResponseActionConfig (checked 2026-11-29) */
const CODES = ["DefaultActions.FixedResponseConfig.StatusCode", "Actions.FixedResponseConfig.StatusCode"];
const CODE = "^(2|4|5)\\d\\d$";

/** The first thing that is wrong with the input of a call. */
export function inputProblem(operation: string, input: Input): Refusal | undefined {
  for (const [path, allowed] of ELBV2_VALUES[operation] ?? []) {
    for (const { place, value } of valuesAt(input, path.split("."))) {
      if (typeof value === "string" && !allowed.includes(value))
        return refuse("elbv2.value", { place, value, allowed });
    }
  }
  for (const [path, [from, to]] of Object.entries(RANGES)) {
    for (const { place, value } of valuesAt(input, path.split("."))) {
      if (typeof value !== "number") continue;
      if (value < from) return refuse("elbv2.too-small", { place, value, from });
      if (value > to) return refuse("elbv2.too-large", { place, value, to });
    }
  }
  for (const { place, value } of CODES.flatMap((path) => valuesAt(input, path.split(".")))) {
    if (!new RegExp(CODE).test(String(value))) return refuse("elbv2.form", { place, value: String(value), form: CODE });
  }
  return undefined;
}

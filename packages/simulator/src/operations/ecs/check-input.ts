/**
 * What is looked at in every call of ECS before its operation runs: values that AWS's model lists, and ARNs of somewhere
 * else. An operation that has AWS's own way with a value looks at it itself.
 */
import type { Cloud } from "../../model/cloud.ts";
import { ECS_VALUES } from "../../model/generated/ecs-values.ts";
import type { Refusal } from "../../model/refusal.ts";
import { valuesAt } from "../values-at.ts";
import { refuseIdentifiers } from "./check-identifiers.ts";
import { refuse } from "./refusals.ts";

/**
 * Values that an operation or a rule looks at itself: AWS's list or moment is another there, or its sentence is.
 */
const LOOKED_AT_LATER: ReadonlySet<string> = new Set([
  // Recorded: only when there is a cluster to describe.
  "DescribeClusters include",
  // Recorded: a sentence of its own.
  "DescribeTaskDefinition include",
  // Six values in the model, two that are taken.
  "UpdateContainerInstancesState status",
  // The sentence says what can be set here.
  "PutAccountSetting name",
  "PutAccountSettingDefault name",
  "DeleteAccountSetting name",
  // Words of its own.
  "CreateService schedulingStrategy",
  "CreateService deploymentConfiguration.deploymentCircuitBreaker.thresholdConfiguration.type",
  "UpdateService deploymentConfiguration.deploymentCircuitBreaker.thresholdConfiguration.type",
  "CreateService deploymentConfiguration.lifecycleHooks.targetType",
  "UpdateService deploymentConfiguration.lifecycleHooks.targetType",
  // Of a pause it is another list.
  "CreateService deploymentConfiguration.lifecycleHooks.lifecycleStages",
  "UpdateService deploymentConfiguration.lifecycleHooks.lifecycleStages",
  "CreateService placementConstraints.type",
  "CreateService placementStrategy.type",
  "UpdateService placementConstraints.type",
  "UpdateService placementStrategy.type",
  // Checked with the expression and the field beside it.
  "RunTask placementConstraints.type",
  "RunTask placementStrategy.type",
]);

/** Values that AWS knows and its model does not. @source Recorded answers (checked 2026-11-29) */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  "RunTask launchType": ["FMI"],
  "ListTasks launchType": ["FMI"],
  "ListServices launchType": ["FMI"],
  "CreateService launchType": ["FMI"],
  // The operation's page speaks of INACTIVE beside the list.
  "ListContainerInstances status": ["INACTIVE"],
};

/** The first thing that is wrong with the input of a call. */
export function inputProblem(
  operation: string,
  input: Readonly<Record<string, unknown>>,
  sim: Cloud,
): Refusal | undefined {
  return valueProblem(operation, input) ?? refuseIdentifiers(sim, input);
}

function valueProblem(operation: string, input: Readonly<Record<string, unknown>>): Refusal | undefined {
  for (const [path, allowed] of ECS_VALUES[operation] ?? []) {
    const where = `${operation} ${path}`;
    if (LOOKED_AT_LATER.has(where)) continue;
    const steps = path.split(".");
    const member = steps.at(-1) as string;
    const taken = [...allowed, ...(BESIDES[where] ?? [])];
    for (const { value } of valuesAt(input, steps)) {
      if (typeof value === "string" && !taken.includes(value)) return wrongValue(member, allowed);
    }
  }
  return undefined;
}

function wrongValue(member: string, allowed: readonly string[]): Refusal {
  if (member === "include") return refuse("input.include", { member, allowed });
  return refuse(member === "launchType" ? "input.launch-type" : "input.value", { member, allowed });
}

/**
 * Launch types that the content of a definition is fit for, whatever was asked: the rules of each launch type decide.
 * Source: exported task definitions (checked 2026-11-20).
 */
import type { Definition } from "./definition.ts";
import { isWindows, type Rule } from "./rule.ts";
import { fargateNeeds } from "./rules/fargate.ts";
import { fargateRefusals } from "./rules/fargate-refusals.ts";
import { managedRules } from "./rules/managed-instances.ts";

// A warning does not keep a definition from Fargate: the service registers it.
const FARGATE_RULES: readonly Rule[] = [...fargateNeeds, ...fargateRefusals].filter(
  ({ severity }) => severity === "error",
);

/**
 * `compatibilities` of a registered definition; what was asked for is always among them.
 * Simplified: a host-mode task is not called fit for Managed Instances unless it asks; whether AWS does is not known.
 */
export function compatibilitiesOf(definition: Definition): string[] {
  const isAwsvpc = definition.networkMode === "awsvpc";
  const found = isAwsvpc ? ["EC2"] : ["EXTERNAL", "EC2"];
  if (isAwsvpc && !isWindows(definition) && passes(definition, "MANAGED_INSTANCES", managedRules)) {
    found.push("MANAGED_INSTANCES");
  }
  if (isAwsvpc && passes(definition, "FARGATE", FARGATE_RULES)) found.push("FARGATE");
  for (const asked of definition.requiresCompatibilities ?? []) if (!found.includes(asked)) found.push(asked);
  return found;
}

/** True when the rules of a launch type find nothing, as if the definition asked for it. */
function passes(definition: Definition, launchType: string, rules: readonly Rule[]): boolean {
  const asking: Definition = { ...definition, requiresCompatibilities: [launchType] };
  return rules.every((rule) => {
    for (const _violation of rule.check(asking, { accountId: undefined })) return false;
    return true;
  });
}

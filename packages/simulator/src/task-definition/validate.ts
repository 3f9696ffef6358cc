/**
 * The rules in the order in which the service applies them. The service answers with the first violation; editor and
 * linter show all of them. Source of the order: observed hints only, the rest is ours.
 */
import type { TaskDefinitionInput } from "../model/task-definition.ts";
import type { Finding, Rule } from "./rule.ts";
import { containerRules } from "./rules/containers.ts";
import { fargateRules } from "./rules/fargate.ts";
import { lifecycleRules } from "./rules/lifecycle.ts";
import { loggingRules } from "./rules/logging.ts";
import { networkRules } from "./rules/network.ts";
import { resourceRules } from "./rules/resources.ts";

/** Every rule, in order. */
export const TASK_DEFINITION_RULES: readonly Rule[] = [
  ...containerRules,
  ...resourceRules,
  ...networkRules,
  ...lifecycleRules,
  ...loggingRules,
  ...fargateRules,
];

/** All findings of a definition of the right shape, in the service's order; empty when it would be registered. */
export function validateTaskDefinition(definition: TaskDefinitionInput): Finding[] {
  return TASK_DEFINITION_RULES.flatMap((rule) => findings(rule, definition));
}

/** The finding that the service would answer with, or undefined when it would register the definition. */
export function firstFinding(definition: TaskDefinitionInput): Finding | undefined {
  for (const rule of TASK_DEFINITION_RULES) {
    const [first] = findings(rule, definition);
    if (first !== undefined) return first;
  }
  return undefined;
}

function findings(rule: Rule, definition: TaskDefinitionInput): Finding[] {
  const { id: ruleId, code, evidence, hint } = rule;
  return Array.from(rule.check(definition), (violation) => ({
    ...violation,
    ruleId,
    code,
    evidence,
    hint,
    severity: "error" as const,
  }));
}

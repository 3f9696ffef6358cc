/**
 * Task definitions: the same rules for the service, the editor and the linter. Importing this entry puts the rules in
 * force: RegisterTaskDefinition needs them.
 */
import { installRules } from "./rule-book.ts";
import { firstFinding } from "./validate.ts";

installRules(firstFinding);

export { type Definition, readDefinition } from "./definition.ts";
export { compatibilities, registeredForm } from "./register.ts";
export type { Evidence, Finding, Rule, RuleContext } from "./rule.ts";
export type { Fault, Path } from "./shape.ts";
export { FARGATE_SIZES, isFargateSize, readCpu, readMemory } from "./sizes.ts";
export { firstFinding, TASK_DEFINITION_RULES, validateTaskDefinition } from "./validate.ts";

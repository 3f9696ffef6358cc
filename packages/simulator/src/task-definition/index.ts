/** Task definitions: the same rules for the service, the editor and the linter. */

export { compatibilities, registeredForm } from "./register.ts";
export type { Evidence, Finding, Path, Rule } from "./rule.ts";
export { FARGATE_SIZES, isFargateSize, readCpu, readMemory } from "./sizes.ts";
export { firstFinding, TASK_DEFINITION_RULES, validateTaskDefinition } from "./validate.ts";

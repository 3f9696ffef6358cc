/** Task definitions: the same rules for the service, the editor and the linter. */
export { type Definition, readDefinition } from "./definition.ts";
export { compatibilities, registeredForm } from "./register.ts";
export {
  at,
  containerRule,
  type Evidence,
  type Finding,
  type Rule,
  type RuleContext,
  type RuleText,
  rule,
} from "./rule.ts";
export { type Fault, NOT_KNOWN, type Path } from "./shape.ts";
export { FARGATE_SIZES, isFargateSize, readCpu, readMemory } from "./sizes.ts";
export { firstFinding, TASK_DEFINITION_RULES, type ValidationOptions, validateTaskDefinition } from "./validate.ts";

/** @quayside/linter: what is wrong with the text of a task definition, where, and how to mend it. */
export { LINT_RULES, type LintRule, lintRule } from "./catalogue.ts";
export { type CheckOptions, checkDefinition, definitionValue } from "./check.ts";
export { type Choice, choicesAt } from "./choices.ts";
export { cleanUp, unwrap } from "./describe-output.ts";
export { type Fix, type FixTitle, fixText } from "./fixes/fix.ts";
export { fixesFor } from "./fixes/index.ts";
export { NOTE_CODES } from "./notes.ts";
export { meantImage } from "./official-images.ts";
export { PRACTICES } from "./practices.ts";
export { PROBLEM_SOURCES, type Problem, type ProblemSource } from "./problem.ts";

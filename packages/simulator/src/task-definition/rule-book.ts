/**
 * Where RegisterTaskDefinition finds the rules. They are a third of the simulator's weight and a page needs them only
 * when the learner registers something, so they come with the entry `@quayside/simulator/task-definition`.
 */
import type { TaskDefinitionInput } from "../model/task-definition.ts";
import type { Finding } from "./rule.ts";

type Judge = (definition: TaskDefinitionInput) => Finding | undefined;

let judge: Judge | undefined;

/** Puts the rules in force. The same rules every time: which world asks makes no difference. */
export function installRules(rules: Judge): void {
  judge = rules;
}

/** True once the rules are in force. */
export function rulesAreInstalled(): boolean {
  return judge !== undefined;
}

/** The rule that a definition breaks first. Without rules (a scenario of ours, on a page) nothing is broken. */
export function firstBroken(definition: TaskDefinitionInput): Finding | undefined {
  return judge?.(definition);
}

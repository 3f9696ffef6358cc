/** What a rule is: one small function with an id, AWS's message, and how well that message is known. */
import type { TaskDefinitionInput } from "../model/task-definition.ts";

/** Where a finding stands: the keys and indexes that lead to the JSON node. */
export type Path = readonly (string | number)[];

/**
 * How well the wording is known. `exact`: seen in replies of the real service. `near`: quoted, perhaps shortened.
 * `ours`: the rule is AWS's, the wording is not confirmed and is ours.
 */
export type Evidence = "exact" | "near" | "ours";

export interface Violation {
  readonly message: string;
  readonly path: Path;
}

export interface Rule {
  readonly id: string;
  /** Exception of the service. */
  readonly code: "ClientException" | "InvalidParameterException";
  readonly evidence: Evidence;
  /** What to do, in one sentence. */
  readonly hint: string;
  readonly check: (definition: TaskDefinitionInput) => Iterable<Violation>;
}

/** A violation of a rule in a particular definition. */
export interface Finding extends Violation {
  readonly ruleId: string;
  readonly code: string;
  readonly severity: "error";
  readonly evidence: Evidence;
  readonly hint: string;
}

type RuleText = Omit<Rule, "code" | "check"> & { readonly code?: Rule["code"] };

/** Declares a rule; the exception is ClientException unless the text says otherwise. */
export function rule(text: RuleText, check: Rule["check"]): Rule {
  return { code: "ClientException", ...text, check };
}

/** Containers with their place. */
export function eachContainer(
  definition: TaskDefinitionInput,
): { container: TaskDefinitionInput["containerDefinitions"][number]; path: Path }[] {
  return definition.containerDefinitions.map((container, index) => ({
    container,
    path: ["containerDefinitions", index],
  }));
}

/** True when the definition asks to be checked for Fargate. */
export function asksForFargate(definition: TaskDefinitionInput): boolean {
  return definition.requiresCompatibilities?.includes("FARGATE") === true;
}

/**
 * What an expression of the cluster query language can say, as data: subjects, operators and their aliases, and the tree
 * that the parser gives and the printer takes.
 * Source: Developer Guide, "Create expressions to define container instances for Amazon ECS tasks" (checked 2026-11-21).
 */

/** Subjects that are not attributes. */
export type FieldName =
  | "agentConnected"
  | "agentVersion"
  | "ec2InstanceId"
  | "registeredAt"
  | "runningTasksCount"
  | "task:group";

/** What is looked at: an attribute of the container instance by its name, or one of the fields. */
export type Subject =
  | { readonly kind: "attribute"; readonly name: string }
  | { readonly kind: "field"; readonly name: FieldName };

export type Comparison = "==" | "!=" | ">" | ">=" | "<" | "<=";

/** Every operator by its sign; the words that mean the same are in `OPERATOR_WORDS`. */
export type Operator = Comparison | "exists" | "!exists" | "in" | "!in" | "=~" | "!~";

/** One question to a container instance: subject, operator, argument. */
export type Test =
  | { readonly kind: "compare"; readonly subject: Subject; readonly operator: Comparison; readonly value: string }
  | { readonly kind: "exists"; readonly subject: Subject; readonly negated: boolean }
  | { readonly kind: "in"; readonly subject: Subject; readonly negated: boolean; readonly values: readonly string[] }
  | { readonly kind: "matches"; readonly subject: Subject; readonly negated: boolean; readonly pattern: string };

/** A parsed expression. `and` and `or` have two terms or more. */
export type Expression =
  | Test
  | { readonly kind: "and" | "or"; readonly terms: readonly Expression[] }
  | { readonly kind: "not"; readonly term: Expression };

/** What is wrong with an expression, and where: `at` counts characters from 0. */
export interface ExpressionFault {
  readonly at: number;
  readonly message: string;
}

/** Longest expression, in characters. @source API Reference, PlacementConstraint (checked 2026-11-21) */
export const MAX_EXPRESSION_LENGTH = 2_000;

/** Deepest nesting of parentheses and `not`. Ours: AWS's bound is not known, and nobody needs as many. */
export const MAX_NESTING = 64;

/** Operators as words. */
export const OPERATOR_WORDS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ["equals", "=="],
  ["not_equals", "!="],
  ["greater_than", ">"],
  ["greater_than_equal", ">="],
  ["less_than", "<"],
  ["less_than_equal", "<="],
  ["exists", "exists"],
  ["not_exists", "!exists"],
  ["in", "in"],
  ["not_in", "!in"],
  ["matches", "=~"],
  ["not_matches", "!~"],
]);

/** Operators as signs, longer ones first, as a reader of text needs them. */
export const OPERATOR_SIGNS: readonly Operator[] = ["==", "!=", ">=", "<=", "=~", "!~", "!exists", "!in", ">", "<"];

const ORDERED: readonly Operator[] = ["==", "!=", ">", ">=", "<", "<="];
const TEXTUAL: readonly Operator[] = ["==", "!=", "in", "!in", "=~", "!~"];
const ALL: readonly Operator[] = [...ORDERED, "exists", "!exists", "in", "!in", "=~", "!~"];

/** The operators that a field understands. Attributes and task groups understand all. */
export const FIELD_OPERATORS: Readonly<Record<FieldName, readonly Operator[]>> = {
  agentConnected: TEXTUAL,
  agentVersion: ORDERED,
  ec2InstanceId: TEXTUAL,
  registeredAt: ORDERED,
  runningTasksCount: ORDERED,
  "task:group": ALL,
};

/** The operators that a subject understands. */
export function operatorsOf(subject: Subject): readonly Operator[] {
  return subject.kind === "attribute" ? ALL : FIELD_OPERATORS[subject.name];
}

/** A subject as it is written. */
export function subjectText(subject: Subject): string {
  return subject.kind === "attribute" ? `attribute:${subject.name}` : subject.name;
}

/**
 * What AWS refuses in placement constraints and strategies before it looks at any instance, and what it takes when there
 * are none. All refusals are InvalidParameterException. Five texts are AWS's own, recorded as replies of CreateService; the
 * others are ours, after their pattern.
 */

import {
  DEFAULT_SERVICE_STRATEGIES,
  DEFAULT_TASK_STRATEGIES,
  MAX_CONSTRAINTS,
  MAX_STRATEGIES,
  type PlacementConstraint,
  type PlacementStrategy,
} from "../model/placement.ts";
import { MAX_EXPRESSION_LENGTH } from "./query/expression.ts";
import { faultSentence, parseExpression } from "./query/parse.ts";

/** Constraints and strategies as the API's members hold them. */
export interface PlacementInput {
  /** `placementConstraints` of the call. */
  readonly constraints?: readonly { readonly type?: string; readonly expression?: string }[] | undefined;
  /** `placementConstraints` of the task definition. */
  readonly definitionConstraints?: readonly { readonly type?: string; readonly expression?: string }[] | undefined;
  /** `placementStrategy` of the call. */
  readonly strategies?: readonly { readonly type?: string; readonly field?: string }[] | undefined;
  /** Who places: it decides what is done without strategies. */
  readonly placedBy: "task" | "service";
}

/** Checked members, ready for a `PlacementRequest`, or AWS's message. */
export type CheckedPlacement =
  | {
      readonly ok: true;
      readonly constraints: readonly PlacementConstraint[];
      readonly strategies: readonly PlacementStrategy[];
    }
  | { readonly ok: false; readonly message: string };

/** Refuses wrong constraints and strategies with a message, or gives them with the defaults filled in. */
export function checkPlacement(input: PlacementInput): CheckedPlacement {
  const { constraints: own = [], definitionConstraints = [], strategies = [], placedBy } = input;
  const constraints = [...own, ...definitionConstraints];
  // @source Ours, after the text for strategies: AWS's is not known.
  if (constraints.length > MAX_CONSTRAINTS) return refused(`Maximum number of constraints is ${MAX_CONSTRAINTS}`);
  // @source Reply of CreateService recorded by badmintoncryer/cdk-preflight (checked 2026-11-21)
  if (strategies.length > MAX_STRATEGIES) return refused(`Maximum number of strategies is ${MAX_STRATEGIES}`);
  for (const constraint of constraints) {
    const problem = constraintProblem(constraint);
    if (problem !== undefined) return refused(problem);
  }
  for (const strategy of strategies) {
    const problem = strategyProblem(strategy);
    if (problem !== undefined) return refused(problem);
  }
  const defaults = placedBy === "service" ? DEFAULT_SERVICE_STRATEGIES : DEFAULT_TASK_STRATEGIES;
  return {
    ok: true,
    constraints: constraints.map(asConstraint),
    strategies: strategies.length === 0 ? defaults : strategies.map(asStrategy),
  };
}

function refused(message: string): CheckedPlacement {
  return { ok: false, message };
}

function constraintProblem({ type, expression }: { readonly type?: string; readonly expression?: string }) {
  if (type === "distinctInstance") {
    // @source Reply of CreateService pasted in hashicorp/terraform#11471 and #11446 (checked 2026-11-21)
    return expression === undefined ? undefined : "distinctInstance expression should not be specified.";
  }
  // @source Reply of RegisterTaskDefinition pasted in aws-samples/aws-cdk-examples#628 (checked 2026-11-21)
  if (type !== "memberOf") return `constraint.type '${type ?? ""}' is not supported.`;
  if (expression === undefined || expression.trim() === "") return "memberOf expression should be specified.";
  if (expression.length > MAX_EXPRESSION_LENGTH) {
    return `constraint.expression can have at most ${MAX_EXPRESSION_LENGTH} characters.`;
  }
  const parsed = parseExpression(expression);
  if (parsed.ok) return undefined;
  return `constraint.expression '${expression}' is not a valid expression. ${faultSentence(parsed)}`;
}

function strategyProblem({ type, field }: { readonly type?: string; readonly field?: string }): string | undefined {
  switch (type) {
    case "random":
      // @source Reply of CreateService recorded by badmintoncryer/cdk-preflight (checked 2026-11-21)
      return field === undefined ? undefined : "random field should not be specified";
    case "binpack":
      // @source Reply of CreateService recorded by badmintoncryer/cdk-preflight (checked 2026-11-21)
      return isOneOf(field, ["cpu", "memory"]) ? undefined : `binpack field '${field ?? ""}' is invalid`;
    case "spread":
      return isSpreadField(field) ? undefined : `spread field '${field ?? ""}' is invalid`;
    default:
      return `strategy.type '${type ?? ""}' is not supported.`;
  }
}

/** AWS's own CDK writes CPU and MEMORY, so that is taken, too. */
function isOneOf(field: string | undefined, names: readonly string[]): boolean {
  return field !== undefined && names.includes(field.toLowerCase());
}

function isSpreadField(field: string | undefined): boolean {
  return field === "instanceId" || field === "host" || /^attribute:[A-Za-z0-9_.\\/-]{1,128}$/.test(field ?? "");
}

function asConstraint({ type, expression = "" }: { readonly type?: string; readonly expression?: string }) {
  return type === "distinctInstance"
    ? ({ type: "distinctInstance" } as const)
    : ({ type: "memberOf", expression } as const);
}

function asStrategy({ type, field = "" }: { readonly type?: string; readonly field?: string }): PlacementStrategy {
  if (type === "random") return { type };
  if (type === "binpack") return { type, field: field.toLowerCase() as "cpu" | "memory" };
  return { type: "spread", field };
}

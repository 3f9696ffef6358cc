/** @quayside/simulator/placement: where tasks go and why, over plain rows; the cluster query language. */
export { candidatesOf } from "./candidates.ts";
export { type CheckedPlacement, checkPlacement, type PlacementInput } from "./check-placement.ts";
export {
  type Draw,
  type Drawn,
  type Placement,
  type PlacementFailure,
  type PlacementPlan,
  place,
  planPlacement,
  type StrategyStep,
} from "./place.ts";
export { compileExpression, type InstancePredicate } from "./query/compile.ts";
export type { Expression, ExpressionFault } from "./query/expression.ts";
export { faultSentence, type Parsed, parseExpression } from "./query/parse.ts";
export { printExpression } from "./query/print.ts";
export type * from "./request.ts";
export type { PlacementReason, StageId } from "./stages.ts";

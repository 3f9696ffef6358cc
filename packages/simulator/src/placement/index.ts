/** @quayside/simulator/placement: where tasks go and why, over plain rows; the cluster query language. */

export type * from "../model/placement.ts";
export { candidatesOf } from "./candidates.ts";
export { type CheckedPlacement, checkPlacement, type PlacementInput } from "./check-placement.ts";
export { closestMatch, unableToPlace } from "./closest-match.ts";
export { explainPlacement, placementFacts } from "./explain-placement.ts";
export {
  type Draw,
  type Placement,
  type PlacementPlan,
  place,
  planPlacement,
  type StrategyStep,
} from "./place.ts";
export { compileExpression, type InstancePredicate } from "./query/compile.ts";
export type { Expression, ExpressionFault } from "./query/expression.ts";
export { faultSentence, type Parsed, parseExpression } from "./query/parse.ts";
export { printExpression } from "./query/print.ts";
export { type ScaleIn, type ScaleInTask, scaleIn } from "./scale-in.ts";
export type { Amount, StageId } from "./stages.ts";
export {
  type Decision,
  type PlacementTrace,
  type StageVerdict,
  type StrategyVerdict,
  type TracedInstance,
  type TracedStage,
  tracePlacement,
} from "./trace.ts";

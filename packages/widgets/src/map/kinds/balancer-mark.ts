/** What the map says about load balancers and target groups, made by balancers/balancer-row.ts, which comes with the first load balancer. */
import type { SVGTemplateResult } from "lit";
import type { BalancerFacts, GroupFacts } from "../../base/balancer-facts.ts";
import type { Rect } from "../rect.ts";

/** A card of the traffic row, at the origin, in the words of the map. */
interface Card extends Rect {
  readonly key: string;
  readonly drawing: SVGTemplateResult;
  readonly sentence: string;
}

export interface BalancerMark extends Card {
  readonly kind: "balancer";
  readonly facts: BalancerFacts;
}

export interface TargetGroupMark extends Card {
  readonly kind: "targetGroup";
  readonly facts: GroupFacts;
}

/** What the map says about a service: its card in the rail, made by services/service-cards.ts, which comes with the first service. */
import type { SVGTemplateResult } from "lit";
import type { ServiceFacts } from "../../base/service-facts.ts";
import type { Rect } from "../rect.ts";

export interface ServiceMark extends Rect {
  readonly kind: "service";
  readonly key: string;
  readonly facts: ServiceFacts;
  /** The card at the origin, in the words of the map. */
  readonly drawing: SVGTemplateResult;
  readonly sentence: string;
}

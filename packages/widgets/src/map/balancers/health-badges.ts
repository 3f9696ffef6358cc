/** How well a target is, as a small sign at the upper right edge of its task; each state has a shape of its own, so that none is told by colour alone. */
import { type SVGTemplateResult, svg } from "lit";
import type { TargetRow } from "../../base/balancer-facts.ts";

/** Around the origin, 5 pixels to each side. */
const SIGNS: Readonly<Record<TargetRow["state"], SVGTemplateResult | undefined>> = {
  initial: svg`<g class="badge initial"><circle r="5"></circle></g>`,
  healthy: svg`<g class="badge healthy"><circle r="5"></circle><path d="M-2.4 0.2-0.7 2 2.5-1.8"></path></g>`,
  unhealthy: svg`<g class="badge unhealthy"><path class="body" d="M0-6.5 6.5 0 0 6.5-6.5 0z"></path><path d="M-2-2 2 2M2-2-2 2"></path></g>`,
  draining: svg`<g class="badge draining"><circle r="5"></circle><path d="M0-2.6v5M-2 0.6 0 2.6 2 0.6"></path></g>`,
  unused: undefined,
  unavailable: svg`<g class="badge unavailable"><circle r="5"></circle></g>`,
};

/** The worst first: a task in several groups shows it. */
const ORDER: readonly TargetRow["state"][] = ["unhealthy", "draining", "initial", "unavailable", "healthy", "unused"];

/** The sign of a task with these targets. The same object for the same state. */
export function badgeOf(targets: readonly TargetRow[]): SVGTemplateResult | undefined {
  const worst = ORDER.find((state) => targets.some((target) => target.state === state));
  return worst && SIGNS[worst];
}

/** Images on their way: a line from the registry over the gateway to each task that pulls, with dots that travel it. */
import { type SVGTemplateResult, svg } from "lit";
import type { PaintInput } from "./painter.ts";
import type { Flow } from "./scene.ts";

/** Dots move so far in a simulated second, in pixels. */
const DOT_SPEED = 26;

/** The way of a flow as path data: straight down to the gateway, then a bend that arrives from above. */
export function flowPath({ from, over, to }: Flow): string {
  const bend = (to.y - over.y) * 0.55;
  return `M${from.x} ${from.y}L${over.x} ${over.y}C${over.x} ${over.y + bend} ${to.x} ${to.y - bend} ${to.x} ${to.y}`;
}

/** All flows of the scene. */
export function drawFlows({ scene, still }: PaintInput): SVGTemplateResult[] {
  const offset = still ? 0 : -((scene.atMs / 1000) * DOT_SPEED) % 12;
  return scene.flows.map(
    (flow) => svg`<path class="flow" d=${flowPath(flow)} stroke-dashoffset=${offset.toFixed(1)}></path>`,
  );
}

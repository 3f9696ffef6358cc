/** Images on their way: a line from the registry over the gateway to each task that pulls, with dots that travel it. */
import { curveMonotoneY, line } from "d3";
import { type SVGTemplateResult, svg } from "lit";
import type { PaintInput } from "./painter.ts";
import type { Flow } from "./scene.ts";

const path = line<{ readonly x: number; readonly y: number }>()
  .x((point) => point.x)
  .y((point) => point.y)
  .curve(curveMonotoneY);

/** Dots move so far in a simulated second, in pixels. */
const DOT_SPEED = 26;

/** The way of a flow as path data. */
export function flowPath(flow: Flow): string {
  return path([flow.from, flow.over, flow.to]) ?? "";
}

/** All flows of the scene. */
export function drawFlows({ scene, still }: PaintInput): SVGTemplateResult[] {
  const offset = still ? 0 : -((scene.atMs / 1000) * DOT_SPEED) % 12;
  return scene.flows.map(
    (flow) => svg`<path class="flow" d=${flowPath(flow)} stroke-dashoffset=${offset.toFixed(1)}></path>`,
  );
}

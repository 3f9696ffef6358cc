/** One EC2 instance as SVG, at the origin and at its own size: a berth with its type, gauges, interfaces and ports. */
import { nothing, type SVGTemplateResult, svg } from "lit";
import { fitText } from "../painter.ts";
import { type Gauge, hasTileTitle, type InstanceMark, TILE_TITLE } from "./instance-mark.ts";

/** Interfaces drawn one by one; more are a number. */
const MOST_PIPS = 8;

/** The drawing of a machine. Drawn again only when its mark changed. */
export function drawInstance(mark: InstanceMark): SVGTemplateResult {
  const { w, h, detail } = mark;
  const radius = detail === "bar" ? 1.5 : 6;
  return svg`<rect class="berth" x="0.5" y="0.5" width=${Math.max(0, w - 1)} height=${Math.max(0, h - 1)} rx=${radius}></rect>
    ${detail === "frame" ? drawFrame(mark) : detail === "tile" ? drawTile(mark) : drawBar(mark)}`;
}

function drawFrame(mark: InstanceMark): SVGTemplateResult {
  const { w, h, status, tone } = mark;
  const state = tone === "ready" ? "" : status;
  const stateWidth = state.length * 5.6;
  const title = fitText(mark.title, w - 24 - stateWidth, 6.2);
  const id = fitText(mark.shortId, w - 34 - stateWidth - title.length * 6.2, 5.8);
  return svg`<path class="chip" d="M6 4.5h8v8H6zM4 6.5h2M4 10.5h2M14 6.5h2M14 10.5h2"></path>
    <text class="machine-name" x="20" y="12">${title}<tspan class="cidr" dx="5">${id}</tspan></text>
    ${state === "" ? nothing : svg`<text class="machine-state" x=${w - 7} y="12">${state}</text>`}
    ${mark.gauges.map((gauge, index) => drawGauge(gauge, 7 + index * ((w - 14 + 6) / 2), (w - 14 - 6) / 2))}
    ${h >= 112 ? drawFoot(mark) : nothing}`;
}

/** Name, bar and, where there is room, the numbers. */
function drawGauge(gauge: Gauge, x: number, w: number): SVGTemplateResult {
  const share = gauge.all === 0 ? 0 : Math.min(1, gauge.used / gauge.all);
  const name = gauge.name === "CPU" ? "CPU" : "MEM";
  const numbers = w >= 104 ? `${gauge.used}/${gauge.all}` : "";
  const bar = Math.max(8, w - 24 - numbers.length * 5);
  return svg`<g class="gauge" transform="translate(${x} 17)">
    <text class="gauge-name" y="7.5">${name}</text>
    <rect class="gauge-all" x="22" y="2" width=${bar} height="5" rx="2.5"></rect>
    <rect class="gauge-used" x="22" y="2" width=${bar * share} height="5" rx="2.5"></rect>
    ${numbers === "" ? nothing : svg`<text class="gauge-name" x=${w} y="7.5" text-anchor="end">${numbers}</text>`}</g>`;
}

function drawFoot({ w, h, interfaces, ports }: InstanceMark): SVGTemplateResult {
  const shown = Math.min(MOST_PIPS, interfaces.all);
  const pips = Array.from({ length: shown }, (_, index) => index < (interfaces.used / interfaces.all) * shown);
  const from = 30 + shown * 9 + 8;
  const text = ports.length === 0 ? "" : fitText(`:${ports.slice(0, 6).join(" :")}`, w - from - 6, 5.6);
  return svg`<g class="foot" transform="translate(7 ${h - 6})"><text class="gauge-name">ENI</text>
    ${pips.map((used, index) => svg`<circle class=${used ? "pip used" : "pip"} cx=${26 + index * 9} cy="-3" r="3"></circle>`)}
    <text class="gauge-name ports" x=${from}>${text}</text></g>`;
}

function drawTile(mark: InstanceMark): SVGTemplateResult {
  const title = hasTileTitle(mark) ? TILE_TITLE : 0;
  const text = mark.tone === "ready" ? mark.title : `${mark.title} ${mark.status}`;
  return svg`${title === 0 ? nothing : svg`<text class="tile-name" x="5" y="9.5">${fitText(text, mark.w - 8, 5)}</text>`}
    ${mark.gauges.map((gauge, index) => thin(gauge, 4, title + 2.5 + index * 3, mark.w - 8))}`;
}

/** Two upright bars: how full CPU and memory are. */
function drawBar({ w, h, gauges }: InstanceMark): SVGTemplateResult {
  const each = Math.max(1, (w - 3) / 2);
  return svg`${gauges.map(({ used, all }, index) => {
    const high = all === 0 ? 0 : Math.min(1, used / all) * (h - 2);
    return svg`<rect class="gauge-used" x=${1 + index * (each + 1)} y=${h - 1 - high} width=${each} height=${high}></rect>`;
  })}`;
}

function thin({ used, all }: Gauge, x: number, y: number, w: number): SVGTemplateResult {
  const share = all === 0 ? 0 : Math.min(1, used / all);
  return svg`<rect class="gauge-all" x=${x} y=${y} width=${w} height="2" rx="1"></rect>
    <rect class="gauge-used" x=${x} y=${y} width=${w * share} height="2" rx="1"></rect>`;
}

/** One EC2 instance as SVG, at the origin and at its own size: a berth with its id, type and gauges; near, its interfaces and ports. */
import { nothing, type SVGTemplateResult, svg } from "lit";
import { fitText } from "../painter.ts";
import type { Gauge, InstanceMark } from "./instance-mark.ts";

/** Interfaces drawn one by one; more are a number. */
const MOST_PIPS = 8;
/** Widths of a letter of the id and of other words. */
const MONO = 7.3;
const SANS = 6.1;

/** The drawing of a machine. Drawn again only when its mark changed. */
export function drawInstance(mark: InstanceMark): SVGTemplateResult {
  const { w, h, detail } = mark;
  const radius = detail === "bars" ? 1.5 : detail === "far" ? 4 : 7;
  return svg`<rect class="berth" x="0.5" y="0.5" width=${Math.max(0, w - 1)} height=${Math.max(0, h - 1)} rx=${radius}></rect>
    ${DRAWERS[detail](mark)}`;
}

const DRAWERS: Readonly<Record<InstanceMark["detail"], (mark: InstanceMark) => SVGTemplateResult>> = {
  near: drawNear,
  mid: drawHead,
  short: drawLine,
  far: drawSmall,
  bars: drawBars,
};

/** Everything, and larger where a person has zoomed. */
function drawNear(mark: InstanceMark): SVGTemplateResult {
  const own = { ...mark, w: mark.w / mark.times };
  return svg`<g transform="scale(${mark.times})">${drawHead(own)}${drawFoot(own)}</g>`;
}

/** Id and type, and a line of gauges. */
function drawHead(mark: InstanceMark): SVGTemplateResult {
  const { w, status, tone, title } = mark;
  const words = tone === "ready" ? title : status;
  const room = w - 16 - mark.shortId.length * MONO;
  const each = (w - 16 - 10) / 2;
  return svg`<text class="machine-name" x="8" y="15">${mark.shortId}</text>
    <text class="machine-state" x=${w - 8} y="15">${fitText(words, room - 6, SANS)}</text>
    ${mark.gauges.map((gauge, index) => drawGauge(gauge, 8 + index * (each + 10), each))}`;
}

/** Name, bar and, where there is room, the numbers. */
function drawGauge(gauge: Gauge, x: number, w: number): SVGTemplateResult {
  const name = gauge.name === "CPU" ? "CPU" : "MEM";
  const numbers = w >= 130 ? `${gauge.used}/${gauge.all}` : "";
  const bar = Math.max(8, w - 30 - (numbers === "" ? 0 : numbers.length * 6.2 + 6));
  return svg`<g class="gauge" transform="translate(${x} 20)">
    <text class="gauge-name" y="9.5">${name}</text>${drawBar(gauge, 30, 3, bar, 6)}
    ${numbers === "" ? nothing : svg`<text class="gauge-name" x=${w} y="9.5" text-anchor="end">${numbers}</text>`}</g>`;
}

function drawFoot({ w, interfaces, ports }: InstanceMark): SVGTemplateResult {
  const shown = Math.min(MOST_PIPS, interfaces.all);
  const pips = Array.from({ length: shown }, (_, index) => index < (interfaces.used / interfaces.all) * shown);
  const from = 32 + shown * 9 + 8;
  const text = ports.length === 0 ? "" : fitText(`:${ports.slice(0, 6).join(" :")}`, w - from - 14, 6.6);
  return svg`<g class="foot" transform="translate(8 43)"><text class="gauge-name">ENI</text>
    ${pips.map((used, index) => svg`<circle class=${used ? "pip used" : "pip"} cx=${28 + index * 9} cy="-3.5" r="3"></circle>`)}
    <text class="gauge-name ports" x=${from}>${text}</text></g>`;
}

/** Id, or what is the matter, and two bars in the same line. */
function drawLine(mark: InstanceMark): SVGTemplateResult {
  const { w, tone, shortId, status } = mark;
  const bar = Math.max(16, w - 16 - shortId.length * MONO - 8);
  return svg`<text class="machine-name" x="6" y="14.5">${shortId}</text>
    ${
      tone === "ready" || mark.gauges.length > 0
        ? mark.gauges.map((gauge, index) => drawBar(gauge, w - 7 - bar, 6 + index * 6, bar, 4))
        : svg`<text class="machine-state" x=${w - 7} y="14.5">${fitText(status, bar, SANS)}</text>`
    }`;
}

/** Four signs of the id, and two small bars. */
function drawSmall({ w, shortId, gauges }: InstanceMark): SVGTemplateResult {
  return svg`<text class="machine-name small" x="4" y="12">${shortId.slice(2, 6)}</text>
    ${gauges.map((gauge, index) => drawBar(gauge, w - 15, 4.5 + index * 5, 11, 3))}`;
}

/** Two upright bars: how full CPU and memory are; a sign on what is not well. */
function drawBars({ w, h, gauges, tone }: InstanceMark): SVGTemplateResult {
  const each = Math.max(1, (w - 3) / 2);
  return svg`${gauges.map(({ name, used, all }, index) => {
    const high = all === 0 ? 0 : Math.min(1, used / all) * (h - 2);
    return svg`<rect class="gauge-used ${name}" x=${1 + index * (each + 1)} y=${h - 1 - high} width=${each} height=${high}></rect>`;
  })}${tone === "problem" ? svg`<path class="machine-lost" d=${`M1 1L${w - 1} ${h - 1}M${w - 1} 1L1 ${h - 1}`}></path>` : nothing}`;
}

function drawBar({ name, used, all }: Gauge, x: number, y: number, w: number, h: number): SVGTemplateResult {
  const share = all === 0 ? 0 : Math.min(1, used / all);
  return svg`<rect class="gauge-all" x=${x} y=${y} width=${w} height=${h} rx=${h / 2}></rect>
    <rect class="gauge-used ${name}" x=${x} y=${y} width=${w * share} height=${h} rx=${h / 2}></rect>`;
}

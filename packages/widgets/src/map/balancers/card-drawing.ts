/** Cards of load balancers and target groups as SVG, and the bands between them: as thick as the share that a group gets. */
import { nothing, type SVGTemplateResult, svg } from "lit";
import { type BalancerFacts, type GroupFacts, rateText, type Way } from "../../base/balancer-facts.ts";
import { fitText } from "../painter.ts";
import type { Rect } from "../rect.ts";
import type { LaidBalancer, LaidGroup } from "./layout.ts";
import type { BalancerTexts } from "./texts/index.ts";

/** About as wide as a letter of a name, of a port, of a count. */
const LETTER = { name: 6.6, mono: 6.7, small: 5.6 } as const;
/** Thickness of a band that gets everything. */
const WHOLE = 10;

/** What the field calls the types. */
export function typeName({ row }: BalancerFacts): string {
  return row.type === "application" ? "ALB" : "NLB";
}

/** Its listeners as a line: `HTTP:80, 2 rules`. */
export function listenersText({ listeners, groups }: BalancerFacts, texts: BalancerTexts): string {
  if (listeners.length === 0) return texts.noListeners;
  const ports = listeners.map(({ protocol, port }) => `${protocol}:${port}`).join(" ");
  const rules = new Set(groups.flatMap(({ ways }) => ways.map(({ rule }) => rule.ruleArn))).size;
  return rules > listeners.length ? `${ports}, ${texts.rules(rules)}` : ports;
}

/** The card of a load balancer. */
export function drawBalancer(
  facts: BalancerFacts,
  texts: BalancerTexts,
  { w, h }: Rect,
  perSecond: number,
): SVGTemplateResult {
  const rate = perSecond > 0 ? `${rateText(perSecond)}/s` : "";
  const { row } = facts;
  const isUp = row.state === "active";
  const end = isUp ? typeName(facts) : row.state;
  const name = fitText(row.loadBalancerName, w - 26 - end.length * LETTER.small, LETTER.name);
  return svg`<rect class="card" x="0.5" y="0.5" width=${w - 1} height=${h - 1} rx="8"></rect>
    <text class="traffic-name" x="10" y=${h / 2 - 3}>${name}</text>
    <text class=${`traffic-state${isUp ? "" : " waits"}`} x=${w - 8} y=${h / 2 - 3}>${end}</text>
    <text class="traffic-port" x="10" y=${h / 2 + 12}>${fitText(listenersText(facts, texts), w - 20 - rate.length * LETTER.mono, LETTER.mono)}</text>
    ${rate === "" ? nothing : svg`<text class="traffic-port traffic-rate" x=${w - 8} y=${h / 2 + 12}>${rate}</text>`}`;
}

/** The card of a target group: its name, and how many targets are how. */
export function drawGroup(
  { row, counts, targets }: GroupFacts,
  texts: BalancerTexts,
  { w, h }: Rect,
): SVGTemplateResult {
  const whole = texts.counts(counts);
  const room = w - 24 - Math.min(row.targetGroupName.length, 14) * LETTER.name;
  const says = whole.length * LETTER.small <= room ? whole : `${counts.healthy}/${targets.length}`;
  const name = fitText(row.targetGroupName, w - 24 - says.length * LETTER.small, LETTER.name);
  return svg`<rect class="card" x="0.5" y="0.5" width=${w - 1} height=${h - 1} rx="6"></rect>
    <text class="traffic-name" x="8" y=${h / 2 + 4}>${name}</text>
    <text class=${`traffic-count traffic-state${counts.unhealthy > 0 ? " unhealthy" : ""}`} x=${w - 8} y=${h / 2 + 4}>${says}</text>`;
}

/** The bands of a load balancer: as thick as the share of its first listener, which is the one of production. */
export function drawBands({ rect, groups, more }: LaidBalancer): SVGTemplateResult {
  const to = rect.y + rect.h + 4;
  return svg`${groups.map((group) => drawBand(rect, group))}
    ${more === 0 ? nothing : svg`<text class="traffic-count" x=${(groups[0]?.rect.x ?? 0) - 24} y=${to}>+${more}</text>`}`;
}

function drawBand(from: Rect, { facts, rect }: LaidGroup): SVGTemplateResult {
  const [x1, x2] = [from.x + from.w, rect.x];
  const [y1, y2] = [middleOf(from, rect), rect.y + rect.h / 2];
  const share = facts.ways[0]?.percent ?? 0;
  const bend = (x2 - x1) / 2;
  const path = `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  const says = bandText(facts.ways, x2 - x1);
  const [middle, width] = [(x1 + x2) / 2, says.length * LETTER.mono + 8];
  return svg`<path class=${`band${share === 0 ? " none" : ""}`} stroke-width=${share === 0 ? nothing : Math.max(1, (WHOLE * share) / 100)} d=${path}></path>
    <rect class="band-label" x=${middle - width / 2} y=${(y1 + y2) / 2 - 7.5} width=${width} height="15" rx="5"></rect>
    <text class="band-share" x=${middle} y=${(y1 + y2) / 2 + 4}>${says}</text>`;
}

/** A band leaves the balancer at the height of its group, within the card. */
function middleOf({ y, h }: Rect, group: Rect): number {
  return Math.min(y + h - 7, Math.max(y + 7, group.y + group.h / 2));
}

/** Each way's share, with its port where there are several; where that has no room the first listener's, as the band shows it. */
function bandText(ways: readonly Way[], width: number): string {
  const all = ways.map(({ percent, listener }) => `:${listener.port} ${shareText(percent)}`).join("  ");
  return ways.length > 1 && all.length * LETTER.mono <= width - 10 ? all : shareText(ways[0]?.percent ?? 0);
}

/** A share as the map writes it: whole percents, or one place behind the point. */
export function shareText(percent: number): string {
  return `${Number(percent.toFixed(1))} %`;
}

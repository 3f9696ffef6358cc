/** The card of a service as SVG: a stripe in its hue, name and revision, a pip a task, and what it says; small, a chip. */
import { nothing, type SVGTemplateResult, svg } from "lit";
import type { ServiceFacts } from "../../base/service-facts.ts";
import { drawPatterns } from "../../base/service-hues.ts";
import { cut, linesOf, type Pip, pipsOf, revisionsOf, wrapped } from "./card-lines.ts";
import type { CardTexts } from "./texts/index.ts";

/** Left edge of the words, behind the stripe. */
const LEFT = 14;
const HEAD = 22;
const LINE = 15;
const PIP = { size: 9, step: 11, most: 24 } as const;
/** About as wide as a letter of a name, of a revision, of a line. */
const LETTER = { name: 6.6, mono: 7, line: 5.7 } as const;

/** How high a card is that says everything. */
export function cardHeight(facts: ServiceFacts, texts: CardTexts, w: number): number {
  return HEAD + pipRows(facts, w) * PIP.step + textLines(facts, texts, w).length * LINE + 10;
}

/** The whole card. */
export function drawCard(
  facts: ServiceFacts,
  texts: CardTexts,
  { w, h }: { readonly w: number; readonly h: number },
): SVGTemplateResult {
  const { whole, short } = revisionsOf(facts);
  const name = cut(facts.row.serviceName, (w - LEFT - 14 - short.length * LETTER.mono) / LETTER.name);
  const room = w - LEFT - 14 - name.length * LETTER.name;
  const top = HEAD + pipRows(facts, w) * PIP.step + 13;
  return svg`${drawFrame(facts, w, h)}
    <text class="service-name" x=${LEFT} y="16">${name}</text>
    <text class="service-revision" x=${w - 8} y="16">${whole.length * LETTER.mono <= room ? whole : short}</text>
    ${drawPips(facts, w)}
    ${textLines(facts, texts, w).map(({ text, isHeld }, at) => svg`<text class=${isHeld ? "held" : ""} x=${LEFT} y=${top + at * LINE}>${text}</text>`)}`;
}

/** Where there is room for little: name, how many run of how many, and how many more are on their way. */
export function drawChip(facts: ServiceFacts, { w, h }: { readonly w: number; readonly h: number }): SVGTemplateResult {
  const { row, running, pending, heldBy, isHeldForNow } = facts;
  const count = `${running}/${row.desiredCount}${pending > 0 ? ` +${pending}` : ""}`;
  const name = cut(row.serviceName, (w - LEFT - 12 - count.length * LETTER.mono) / LETTER.name);
  return svg`${drawFrame(facts, w, h)}
    <text class="service-name" x=${LEFT} y=${h / 2 + 4}>${name}</text>
    <text class=${`service-revision${heldBy.length > 0 && !isHeldForNow ? " held" : ""}`} x=${w - 7} y=${h / 2 + 4}>${count}</text>`;
}

function drawFrame({ hue }: ServiceFacts, w: number, h: number): SVGTemplateResult {
  return svg`<defs>${drawPatterns(hue)}<clipPath id="service-edge-${hue}-${h}"><rect x="1" y="1" width="6" height=${h - 2} rx="2"></rect></clipPath></defs>
    <rect class="card" x="0.5" y="0.5" width=${w - 1} height=${h - 1} rx="7"></rect>
    <g clip-path="url(#service-edge-${hue}-${h})"><rect x="1" y="1" width="6" height=${h - 2} fill="url(#service-${hue})"></rect></g>`;
}

function textLines(
  facts: ServiceFacts,
  texts: CardTexts,
  w: number,
): { readonly text: string; readonly isHeld: boolean }[] {
  const lines = linesOf(facts, texts);
  const firstHeld = lines.length - facts.heldBy.length;
  return lines.flatMap((line, at) =>
    wrapped(line, Math.floor((w - LEFT - 6) / LETTER.line)).map((text) => ({
      text,
      isHeld: at >= firstHeld && !facts.isHeldForNow,
    })),
  );
}

function pipRows(facts: ServiceFacts, w: number): number {
  const count = pipsOf(facts).reduce((sum, [, number]) => sum + number, 0);
  return count > PIP.most ? 1 : Math.ceil(count / perRow(w));
}

function perRow(w: number): number {
  return Math.floor((w - LEFT - 6) / PIP.step);
}

/** A pip a task; of many one bar with the same fills. */
function drawPips(facts: ServiceFacts, w: number): SVGTemplateResult | SVGTemplateResult[] | typeof nothing {
  const pips = pipsOf(facts);
  const count = pips.reduce((sum, [, number]) => sum + number, 0);
  if (count === 0) return nothing;
  if (count > PIP.most) return drawBar(pips, count, facts.hue, w);
  const each = pips.flatMap(([pip, number]) => Array.from({ length: number }, () => pip));
  return each.map((pip, at) => {
    const x = LEFT + (at % perRow(w)) * PIP.step;
    const y = HEAD + 1 + Math.floor(at / perRow(w)) * PIP.step;
    return drawPip(pip, facts.hue, { x, y, w: PIP.size });
  });
}

function drawBar(pips: readonly [Pip, number][], count: number, hue: number, w: number): SVGTemplateResult[] {
  let x = LEFT;
  return pips.flatMap(([pip, number]) => {
    if (number === 0) return [];
    const width = ((w - LEFT - 8) * number) / count;
    x += width;
    return [drawPip(pip, hue, { x: x - width, y: HEAD + 1, w: Math.max(2, width - 1) })];
  });
}

function drawPip(
  pip: Pip,
  hue: number,
  at: { readonly x: number; readonly y: number; readonly w: number },
): SVGTemplateResult {
  const fills: Partial<Record<Pip, string>> = {
    running: `var(--qs-service-${hue})`,
    older: `url(#service-old-${hue})`,
    stopping: `url(#service-stopping-${hue})`,
  };
  return svg`<rect class="service-pip ${pip}" style="--c: var(--qs-service-${hue})" fill=${fills[pip] ?? "none"} x=${at.x + 0.5} y=${at.y + 0.5} width=${at.w - 1} height=${PIP.size - 1} rx="2"></rect>`;
}

/**
 * `<quayside-lifecycle>`: the chart that runs in the simulator, drawn, with the way that one task took through it. The
 * states and moves are read from `taskChart`, so the picture cannot disagree with the engine.
 */
import { type JournalRecord, taskChart, waitText } from "@quayside/simulator";
import { css, html, nothing, type SVGTemplateResult, svg } from "lit";
import type { Moment } from "../base/cloud.ts";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { taskLook } from "../base/state-look.ts";
import { layChart, type MoveLine } from "./chart-layout.ts";
import { type PathStep, taskPath } from "./task-path.ts";
import { lifecycleTexts } from "./texts/index.ts";

const ROW = 44;
const BOX = { x: 6, w: 150, h: 28 };
const LANE = 15;
const LAYOUT = layChart({ initial: taskChart.initial, states: taskChart.states, moves: taskChart.moves });
const HEIGHT = LAYOUT.states.length * ROW;
const WIDTH = BOX.x + BOX.w + 78 + LAYOUT.lanes * LANE;
const CORNER = 6;

/** A task's way through its chart, `<quayside-lifecycle>`. */
export class QuaysideLifecycle extends QuaysideElement {
  static override styles = [
    sharedStyles,
    css`
      svg.chart { display: block; width: 100%; height: auto; max-width: 24rem; }
      rect { fill: var(--qs-surface); stroke: var(--qs-border-strong); stroke-width: 1.2; }
      .visited rect { stroke: var(--c); fill: color-mix(in srgb, var(--c) 10%, var(--qs-surface)); }
      .now rect { stroke: var(--c); stroke-width: 3; fill: color-mix(in srgb, var(--c) 22%, var(--qs-surface)); }
      .never text { fill: var(--qs-muted); }
      .never path { opacity: 0.55; }
      text { font: 600 11px var(--qs-mono); fill: var(--qs-text); }
      text.spent { font-weight: 400; paint-order: stroke; stroke: var(--qs-raised); stroke-width: 5px; stroke-linejoin: round; fill: var(--qs-muted); font-size: 10.5px; }
      .glyph { fill: var(--c); }
      .move { fill: none; stroke: var(--qs-border-strong); stroke-width: 1.2; opacity: 0.75; }
      .move.taken { stroke: var(--qs-accent); stroke-width: 2.6; opacity: 1; }
      .move.next { stroke-dasharray: 4 3; stroke: var(--qs-accent); opacity: 1; }
      marker path { fill: context-stroke; }
      ol { margin: 0.5rem 0 0; padding: 0; list-style: none; font-size: 0.8rem; }
    `,
  ];
  static override properties = { records: { attribute: false }, moment: { attribute: false }, taskArn: {} };
  declare records: readonly JournalRecord[];
  declare moment: Moment | undefined;
  declare taskArn: string;

  constructor() {
    super();
    this.records = [];
    this.taskArn = "";
  }

  protected override render() {
    const { moment } = this;
    if (moment === undefined) return nothing;
    const path = taskPath(this.records, this.taskArn, moment.recordCount);
    return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${lifecycleTexts(this.language).lifecycle}>
        <defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse" markerUnits="userSpaceOnUse"><path d="M0 0 8 4 0 8z"></path></marker></defs>
        ${LAYOUT.moves.map((move) => this.#drawMove(move, path))}
        ${LAYOUT.states.map(({ state, row }) => this.#drawState(state, row, path, moment))}
      </svg>
      <ol class="hidden-text">${path.map((step) => html`<li>${step.status}: ${this.#spent(step, moment)}</li>`)}</ol>`;
  }

  #drawState(state: string, row: number, path: readonly PathStep[], moment: Moment): SVGTemplateResult {
    const step = path.findLast((candidate) => candidate.status === state);
    const now = path.at(-1)?.status === state;
    const look = taskLook(state);
    const y = row * ROW + (ROW - BOX.h) / 2;
    return svg`<g class=${now ? "now" : step === undefined ? "never" : "visited"} style="--c: var(${look.token})">
      <rect x=${BOX.x} y=${y} width=${BOX.w} height=${BOX.h} rx="7" stroke-dasharray=${look.dash.length > 0 && step === undefined ? "3 3" : nothing}></rect>
      <path class="glyph" transform="translate(${BOX.x + 10} ${y + 8})" d=${look.glyph}></path>
      <text x=${BOX.x + 29} y=${y + 18}>${state}</text>
      ${step === undefined ? nothing : svg`<text class="spent" x=${BOX.x + BOX.w + 8} y=${y + 18}>${this.#spent(step, moment)}</text>`}
    </g>`;
  }

  #spent(step: PathStep, moment: Moment): string {
    const ms = (step.leftAtMs ?? moment.atMs) - step.enteredAtMs;
    return step.leftAtMs === undefined && step.status !== "STOPPED"
      ? `${lifecycleTexts(this.language).lifeSpent({ text: waitText(ms) })} …`
      : lifecycleTexts(this.language).lifeSpent({ text: waitText(ms) });
  }

  #drawMove(move: MoveLine, path: readonly PathStep[]): SVGTemplateResult {
    const taken = path.some((step, index) => step.status === move.from && path[index + 1]?.status === move.to);
    const next = path.at(-1)?.status === move.from;
    return svg`<path class="move ${taken ? "taken" : next ? "next" : ""}" d=${movePath(move)} marker-end="url(#arrow)">
      <title>${lifecycleTexts(this.language).lifeMove({ from: move.from, to: move.to, event: move.events.join(", ") })}</title></path>`;
  }
}

/** A straight line to the next row, or out to the move's lane and back with rounded corners. */
function movePath(move: MoveLine): string {
  const from = move.fromRow * ROW + ROW / 2;
  const to = move.toRow * ROW + ROW / 2;
  if (move.lane === 0) return `M${BOX.x + 24} ${from + BOX.h / 2}V${to - BOX.h / 2 - 1}`;
  const right = BOX.x + BOX.w;
  const x = right + 66 + move.lane * LANE;
  const down = to > from ? CORNER : -CORNER;
  return `M${right} ${from - 9}H${x - CORNER}q${CORNER} 0 ${CORNER} ${down}V${to + 9 - down}q0 ${down} ${-CORNER} ${down}H${right + 1}`;
}

customElements.define("quayside-lifecycle", QuaysideLifecycle);

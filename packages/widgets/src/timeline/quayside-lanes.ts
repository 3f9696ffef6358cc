/**
 * `<quayside-lanes>`: every task of a run as a lane of its own, over the map, on the time bar's axis, under the service that started
 * it; services fold. Draws the lanes that are in view. A press on a lane dispatches `quayside-select`. Comes when somebody asks for
 * all lanes.
 */
import { css, html, nothing, type PropertyValues, svg } from "lit";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { hueOf } from "../base/service-facts.ts";
import { drawPatterns } from "../base/service-hues.ts";
import { type Span, xOf } from "../base/time-scale.ts";
import type { GroupStep, LaneGroup } from "./lane-groups.ts";
import { laneTexts } from "./lane-texts/index.ts";
import { LANE_HEIGHT, paintGroup, paintNamedLane } from "./many-lanes.ts";
import type { Colour } from "./track-drawing.ts";

const HEAD_HEIGHT = 26;
/** Room between two groups. */
const GAP = 4;

/** A group with the place of its head and of its lanes, from the top of the list. */
interface Laid {
  readonly group: LaneGroup;
  readonly top: number;
  readonly isOpen: boolean;
}

/** All lanes, `<quayside-lanes>`. */
export class QuaysideLanes extends QuaysideElement {
  static override styles = [
    sharedStyles,
    css`
      .all { position: relative; max-height: min(26rem, 50vh); overflow: auto; outline-offset: -2px; }
      canvas { position: sticky; top: 0; display: block; width: 100%; cursor: pointer; }
      .list { position: relative; }
      .head { position: absolute; inset-inline: 0; display: flex; gap: 0.4rem; align-items: center; height: ${HEAD_HEIGHT}px; padding: 0 0.3rem 0 0.55rem; border: 0; background: none; font-size: 0.8rem; text-align: start; white-space: nowrap; }
      .head:hover { box-shadow: inset 0 0 0 1px var(--qs-accent); }
      .head:focus-visible { outline-offset: -2px; }
      .head > * { padding: 0 0.25rem; border-radius: 3px; background: color-mix(in srgb, var(--qs-surface) 82%, transparent); }
      .head b { min-width: 0; overflow: hidden; text-overflow: ellipsis; }
      .head .counts { color: var(--qs-muted); font-variant-numeric: tabular-nums; }
      .head .sign { flex: none; padding: 0; font-size: 0.7rem; transition: rotate 0.15s; }
      .head[aria-expanded="true"] .sign { rotate: 90deg; }
      .head .hue { flex: none; width: 10px; height: 14px; padding: 0; border-radius: 2px; }
      .mark { position: absolute; padding: 0 0.15rem; border-radius: 3px; background: var(--qs-surface); font: 600 11px/14px var(--qs-mono); pointer-events: none; }
      @media (prefers-reduced-motion: reduce) { .head .sign { transition: none; } }
    `,
  ];
  static override properties = {
    groups: { attribute: false },
    span: { attribute: false },
    atMs: { type: Number },
    headMs: { type: Number },
    selected: {},
    label: {},
    colour: { attribute: false },
    width: { state: true },
  };
  declare groups: readonly LaneGroup[];
  declare span: Span;
  declare atMs: number;
  declare headMs: number;
  declare selected: string | undefined;
  declare label: string;
  declare colour: Colour;
  declare width: number;
  readonly #folded = new Set<string>();
  #sizes = new ResizeObserver(([entry]) => {
    this.width = entry?.contentRect.width ?? this.width;
    this.#draw();
  });

  constructor() {
    super();
    this.groups = [];
    this.width = 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  get #laid(): { readonly all: readonly Laid[]; readonly height: number } {
    let top = 0;
    const all = this.groups.map((group): Laid => {
      const laid = { group, top, isOpen: !this.#folded.has(group.key) };
      top += HEAD_HEIGHT + (laid.isOpen ? group.lanes.length * LANE_HEIGHT : 0) + GAP;
      return laid;
    });
    return { all, height: Math.max(0, top - GAP) };
  }

  protected override render() {
    const { all, height } = this.#laid;
    return html`<div class="all" tabindex="0" role="region" aria-label=${this.label} @scroll=${this.#draw} @click=${this.#onClick}>
      <canvas aria-hidden="true"></canvas><div class="list" style="height: ${height}px">${all.map((laid) => this.#renderHead(laid))}</div></div>`;
  }

  #renderHead({ group, top, isOpen }: Laid) {
    const words = laneTexts(this.language);
    const { key, name, story, lanes, steps } = group;
    const step = steps.findLast(({ fromMs }) => fromMs <= this.atMs) ?? NONE;
    const counts = words.counts({ ...step, desired: story?.at(this.atMs)?.desired });
    const service = story?.service;
    const hue = service && hueOf(service);
    return html`<button class="head" type="button" style="top: ${top}px" aria-expanded=${isOpen}
      @click=${(event: Event) => this.#fold(event, key)}><span class="sign" aria-hidden="true">▶</span>
      ${hue === undefined ? nothing : html`<svg class="hue" viewBox="0 0 10 14" aria-hidden="true">${svg`<defs>${drawPatterns(hue)}</defs><rect width="10" height="14" fill=${`url(#service-${hue})`}></rect>`}</svg>`}
      ${story === undefined ? nothing : html`<span class="hidden-text">${words.service}</span>`}<b>${story === undefined ? words.standalone(name) : name}</b><span class="counts">${words.tasks(lanes.length)}, ${counts}</span></button>
      ${this.width === 0 || story === undefined ? nothing : story.rollouts.map(({ fromMs, definition }) => this.#renderMark(fromMs, definition, top))}`;
  }

  /** A deployment, by the revision that it brings; the first one is the service itself. */
  #renderMark(fromMs: number, definition: string, top: number) {
    const x = xOf(fromMs, this.span, this.width);
    if (x < this.width * 0.35 || x > this.width - 24) return nothing;
    return html`<span class="mark" aria-hidden="true" style="left: ${x + 2}px; top: ${top + 1}px">${definition.slice(definition.lastIndexOf(":"))}</span>`;
  }

  protected override updated(_changed: PropertyValues): void {
    const box = this.renderRoot.querySelector(".all");
    if (box !== null) this.#sizes.observe(box);
    this.#draw();
  }

  #draw = (): void => {
    const box = this.renderRoot.querySelector<HTMLElement>(".all");
    const canvas = this.renderRoot.querySelector("canvas");
    const pen = canvas?.getContext("2d");
    if (box === null || !canvas || !pen) return;
    const { all, height: whole } = this.#laid;
    const [width, height] = [box.clientWidth, Math.min(box.clientHeight, whole)];
    const ratio = globalThis.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.height = `${height}px`;
    canvas.style.marginBottom = `${-height}px`;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const { span, atMs, headMs, selected, colour } = this;
    const input = { span, atMs, headMs, selected, colour, width };
    for (const { group, top, isOpen } of all) {
      const y = top - box.scrollTop;
      const end = y + HEAD_HEIGHT + (isOpen ? group.lanes.length * LANE_HEIGHT : 0);
      if (end < 0 || y > height) continue;
      pen.fillStyle = colour("--qs-water");
      pen.fillRect(0, y, width, HEAD_HEIGHT);
      paintGroup(pen, group, { y, high: HEAD_HEIGHT, input });
      if (!isOpen) continue;
      const first = Math.max(0, Math.floor((-y - HEAD_HEIGHT) / LANE_HEIGHT));
      for (const [index, lane] of group.lanes.slice(first, first + Math.ceil(height / LANE_HEIGHT) + 2).entries())
        paintNamedLane(pen, lane, group, { y: y + HEAD_HEIGHT + (first + index) * LANE_HEIGHT + 1, input });
    }
    pen.fillStyle = colour("--qs-text");
    pen.fillRect(Math.min(width - 2, Math.max(0, xOf(atMs, span, width) - 1)), 0, 2, height);
  };

  #fold(event: Event, key: string): void {
    event.stopPropagation();
    if (!this.#folded.delete(key)) this.#folded.add(key);
    this.requestUpdate();
  }

  #onClick = (event: MouseEvent): void => {
    const box = event.currentTarget as HTMLElement;
    const y = event.clientY - box.getBoundingClientRect().top + box.scrollTop;
    const laid = this.#laid.all.findLast(({ top }) => top + HEAD_HEIGHT <= y);
    if (laid?.isOpen !== true) return;
    const key = laid.group.lanes[Math.floor((y - laid.top - HEAD_HEIGHT) / LANE_HEIGHT)]?.key;
    if (key === undefined) return;
    this.dispatchEvent(
      new CustomEvent("quayside-select", { detail: { table: "tasks", key }, bubbles: true, composed: true }),
    );
  };
}

const NONE: GroupStep = { fromMs: 0, running: 0, moving: 0 };

customElements.define("quayside-lanes", QuaysideLanes);

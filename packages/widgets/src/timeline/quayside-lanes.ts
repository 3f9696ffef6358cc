/**
 * `<quayside-lanes>`: every task of a run as a lane of its own, over the map, on the time bar's axis. Draws the lanes that are
 * in view. A press on a lane dispatches `quayside-select`. Comes when somebody asks for all lanes.
 */
import { css, html, LitElement, type PropertyValues } from "lit";
import type { Span } from "../base/time-scale.ts";
import type { Lane } from "./lane.ts";
import { LANE_HEIGHT, paintLanes } from "./many-lanes.ts";
import type { Colour } from "./track-drawing.ts";

export class QuaysideLanes extends LitElement {
  static override styles = css`
    :host { display: block; }
    .all { position: relative; max-height: min(26rem, 50vh); overflow: auto; outline-offset: -2px; }
    canvas { position: sticky; top: 0; display: block; width: 100%; cursor: pointer; }
  `;
  static override properties = {
    lanes: { attribute: false },
    span: { attribute: false },
    atMs: { type: Number },
    headMs: { type: Number },
    selected: {},
    label: {},
    colour: { attribute: false },
  };
  declare lanes: readonly Lane[];
  declare span: Span;
  declare atMs: number;
  declare headMs: number;
  declare selected: string | undefined;
  declare label: string;
  declare colour: Colour;
  #sizes = new ResizeObserver(() => this.#draw());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  protected override render() {
    return html`<div class="all" tabindex="0" role="region" aria-label=${this.label} @scroll=${this.#draw} @click=${this.#onClick}>
      <canvas aria-hidden="true"></canvas><div style="height: ${this.lanes.length * LANE_HEIGHT}px"></div></div>`;
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
    const [width, height] = [box.clientWidth, Math.min(box.clientHeight, this.lanes.length * LANE_HEIGHT)];
    const ratio = globalThis.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.height = `${height}px`;
    canvas.style.marginBottom = `${-height}px`;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintLanes(pen, { ...this.#input, width, height, top: box.scrollTop });
  };

  get #input() {
    const { lanes, span, atMs, headMs, selected, colour } = this;
    return { lanes, span, atMs, headMs, selected, colour };
  }

  #onClick = (event: MouseEvent): void => {
    const box = event.currentTarget as HTMLElement;
    const y = event.clientY - box.getBoundingClientRect().top + box.scrollTop;
    const key = this.lanes[Math.floor(y / LANE_HEIGHT)]?.key;
    if (key === undefined) return;
    this.dispatchEvent(
      new CustomEvent("quayside-select", { detail: { table: "tasks", key }, bubbles: true, composed: true }),
    );
  };
}

customElements.define("quayside-lanes", QuaysideLanes);

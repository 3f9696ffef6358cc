/**
 * `<quayside-timeline>`: transport, clock and the scrubber over the tasks' lanes. Holds no time of its own: it shows the
 * moment it is given and asks for what the learner wants with `quayside-time` { action, speed?, atMs? }, `quayside-fork` and
 * `quayside-span`. `bare` leaves only the track, for a second run below the first.
 */
import { epochMs, type JournalRecord, type Repeating, waitText } from "@quayside/simulator";
import { html, nothing, type PropertyValues } from "lit";
import { clockText, wallText } from "../base/clock.ts";
import type { Moment } from "../base/cloud.ts";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { icon } from "../base/icons.ts";
import { SPEEDS, type TimeRequest } from "../base/speeds.ts";
import { type Span, spanOf } from "../base/time-scale.ts";
import { Lanes } from "./lanes.ts";
import type { ManyLanes } from "./many-lanes.ts";
import { timelineStyles } from "./timeline-styles.ts";
import { MOST_LANES, paintTrack } from "./track-drawing.ts";

const SPANS = [undefined, 30 * 60_000, 5 * 60_000, 60_000] as const;

/** Transport, clock and scrubber, `<quayside-timeline>`. */
export class QuaysideTimeline extends QuaysideElement {
  static override styles = [sharedStyles, timelineStyles];
  static override properties = {
    moment: { attribute: false },
    records: { attribute: false },
    playing: { type: Boolean },
    quiet: { type: Boolean },
    repeating: { attribute: false },
    nextDueMs: { attribute: false },
    speed: { type: Number },
    selected: {},
    forks: {},
    name: {},
    bare: { type: Boolean },
    ownHeadMs: { attribute: false },
    spanMs: { attribute: false },
    allLanes: { state: true },
  };
  declare moment: Moment | undefined;
  declare records: readonly JournalRecord[];
  declare playing: boolean;
  /** Nothing more will happen by itself. */
  declare quiet: boolean;
  /** What repeats next, when nothing is on its way to an end. */
  declare repeating: Repeating | undefined;
  declare nextDueMs: number | undefined;
  declare speed: number;
  declare selected: string | undefined;
  /** There is a button that forks the moment, or leaves the comparison. */
  declare forks: "fork" | "leave" | undefined;
  /** What the run is called, when there are two. */
  declare name: string | undefined;
  declare bare: boolean;
  /** How far this run itself has come, when the moment's head is that of a longer one. */
  declare ownHeadMs: number | undefined;
  declare spanMs: number | undefined;
  /** Every task has a lane of its own, over the map. */
  declare allLanes: boolean;

  #lanes = new Lanes();
  #many: ManyLanes | undefined;
  #asksForMany = false;
  #colours = new Map<string, string>();
  #size = { width: 0, height: 0 };
  #resizes = new ResizeObserver((entries) => {
    const { width, height } = entries[0]?.contentRect ?? this.#size;
    this.#size = { width, height };
    this.requestUpdate();
  });
  #themes = new MutationObserver(() => {
    this.#colours.clear();
    this.requestUpdate();
  });

  constructor() {
    super();
    this.records = [];
    this.playing = false;
    this.quiet = true;
    this.speed = 5;
    this.bare = false;
    this.allLanes = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    document.fonts.addEventListener("loadingdone", this.#onLetters);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
    this.#themes.disconnect();
    document.fonts.removeEventListener("loadingdone", this.#onLetters);
  }

  /** Letters that have come are drawn. */
  #onLetters = (): void => this.requestUpdate();

  protected override willUpdate(): void {
    this.#lanes.follow(this.records);
  }

  protected override render() {
    const { t, moment } = this;
    if (moment === undefined) return nothing;
    if (this.bare) return this.#renderTrack(moment);
    const wall = wallText(epochMs(moment.tables, moment.atMs));
    const [day, ...time] = wall.split(" ");
    return html`<div class="transport" role="group" aria-label=${t.transport}>
        <div class="group">
          <button class="button primary play" type="button" aria-label=${this.playing ? t.pause : t.play} title=${this.playing ? t.pause : t.play}
            @click=${() => this.#ask({ action: this.playing ? "pause" : "play" })}>${icon(this.playing ? "pause" : "play")}</button>
          <button class="button" type="button" title=${t.stepHint} aria-label=${t.step} @click=${() => this.#ask({ action: "step" })}>${icon("step")}</button>
          <button class="button" type="button" title=${t.untilQuietHint} aria-label=${t.untilQuiet} @click=${() => this.#ask({ action: "quiet" })}>${icon("quiet")}</button>
        </div>
        <label class="inline"><span class="hidden-text">${t.speed}</span>
          <select @change=${this.#onSpeed}>${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === this.speed}>${speed}×</option>`)}</select></label>
        <div class="clock" title=${t.clockTitle(wall)}><b>${clockText(moment.atMs)}</b><small>${day}<br />${time.join(" ")}</small></div>
        ${this.#lanes.lanes.length > MOST_LANES ? html`<button class="button lanes" type="button" aria-expanded=${this.allLanes} @click=${this.#onAllLanes}>${t.allLanes(this.#lanes.lanes.length)}</button>` : nothing}
        <div class="state">${this.#renderState(moment)}</div>
        ${this.#renderFork()}<slot name="acts"></slot>
      </div>
      ${this.#renderTrack(moment)}
      ${this.allLanes && this.#lanes.lanes.length > MOST_LANES ? this.#renderAllLanes(moment) : nothing}`;
  }

  #renderAllLanes(moment: Moment) {
    return html`<div class="over"><quayside-lanes .groups=${this.#manyLanes()?.of(this.#lanes.lanes, this.records) ?? []} .span=${this.#span(moment)} .atMs=${moment.atMs} .headMs=${this.ownHeadMs ?? moment.headMs}
      .selected=${this.selected} .label=${this.t.allLanes(this.#lanes.lanes.length)} .colour=${this.#colour} @keydown=${this.#onLanesKey}></quayside-lanes></div>`;
  }

  #renderFork() {
    const { t, forks } = this;
    if (forks === undefined) return nothing;
    const text = forks === "fork" ? t.fork : t.leaveFork;
    return html`<button class="button fork" type="button" title=${forks === "fork" ? t.forkHint : text} aria-label=${text} @click=${() => this.#tell("quayside-fork")}>${icon("fork")}</button>`;
  }

  #renderState(moment: Moment) {
    const { t } = this;
    if (moment.atMs < moment.headMs) {
      return html`<span class="past">${t.past}</span>
        <button class="button back" type="button" @click=${() => this.#ask({ action: "present" })}>${t.backToPresent}</button>`;
    }
    const wait = this.nextDueMs === undefined ? undefined : Math.max(0, this.nextDueMs - moment.headMs);
    const due = this.quiet || wait === undefined ? t.quiet : t.nextDue({ text: waitText(wait) });
    const text = this.repeating === undefined ? due : t.repeats(this.repeating);
    return html`<span title=${text}>${text}</span>${moment.headMs > 60_000 ? this.#renderSpans() : nothing}`;
  }

  #renderSpans() {
    const { t } = this;
    return html`<label class="inline"><span class="hidden-text">${t.span}</span>
      <select @change=${this.#onSpan}>${SPANS.map((span) => html`<option value=${span ?? ""} ?selected=${span === this.spanMs}>${span === undefined ? t.spanAll : waitText(span)}</option>`)}</select></label>`;
  }

  #renderTrack(moment: Moment) {
    const span = this.#span(moment);
    return html`<div class="track">${this.name === undefined ? nothing : html`<b class="name" aria-hidden="true">${this.name}</b>`}
      <canvas aria-hidden="true"></canvas>
      <input type="range" min=${span.fromMs} max=${span.toMs} step="100" .value=${String(moment.atMs)} aria-label=${this.name === undefined ? this.t.scrub : `${this.t.scrub}, ${this.name}`}
        aria-valuetext=${clockText(moment.atMs)} @input=${this.#onScrub} @keydown=${this.#onKey} />
    </div>`;
  }

  protected override updated(_changed: PropertyValues): void {
    const canvas = this.renderRoot.querySelector("canvas");
    const { moment } = this;
    if (canvas === null || moment === undefined) return;
    this.#resizes.observe(canvas);
    const { width, height } = this.#size;
    const ratio = globalThis.devicePixelRatio || 1;
    if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
    if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
    const pen = canvas.getContext("2d");
    if (pen === null || width === 0) return;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const { lanes, marks } = this.#lanes;
    const { atMs } = moment;
    const headMs = this.ownHeadMs ?? moment.headMs;
    paintTrack(pen, {
      width,
      height,
      span: this.#span(moment),
      lanes,
      records: this.records,
      paintGroups: lanes.length > MOST_LANES ? this.#manyLanes()?.paint : undefined,
      marks,
      atMs,
      headMs,
      selected: this.selected,
      colour: this.#colour,
    });
  }

  #span(moment: Moment): Span {
    return spanOf(moment.headMs, moment.atMs, this.spanMs);
  }

  #colour = (token: string): string => {
    let colour = this.#colours.get(token);
    if (colour === undefined) {
      colour = getComputedStyle(this).getPropertyValue(token).trim() || "#888";
      this.#colours.set(token, colour);
    }
    return colour;
  };

  /** What paints many tasks; fetched when they are. */
  #manyLanes(): ManyLanes | undefined {
    if (!this.#asksForMany) {
      this.#asksForMany = true;
      void import("./many-lanes.ts").then(({ ManyLanes }) => {
        this.#many = new ManyLanes();
        this.requestUpdate();
      });
    }
    return this.#many;
  }

  #onAllLanes = (): void => {
    void import("./quayside-lanes.ts").then(() => {
      this.allLanes = !this.allLanes;
    });
  };

  #onLanesKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    this.allLanes = false;
    this.renderRoot.querySelector<HTMLElement>(".lanes")?.focus();
  };

  #onSpeed = (event: Event): void => {
    this.#ask({ action: "speed", speed: Number((event.target as HTMLSelectElement).value) });
  };

  #onSpan = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    this.spanMs = value === "" ? undefined : Number(value);
    this.#tell("quayside-span", this.spanMs);
  };

  #onScrub = (event: Event): void => {
    this.#ask({ action: "scrub", atMs: Number((event.target as HTMLInputElement).value) });
  };

  /** Arrow keys move by a second, with Shift by ten. */
  #onKey = (event: KeyboardEvent): void => {
    const sign = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (sign === 0 || this.moment === undefined) return;
    event.preventDefault();
    this.#ask({ action: "scrub", atMs: this.moment.atMs + sign * (event.shiftKey ? 10_000 : 1000) });
  };

  #ask(detail: TimeRequest): void {
    this.#tell("quayside-time", detail);
  }

  #tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("quayside-timeline", QuaysideTimeline);

/**
 * `<quayside-map>`: the VPC with its tasks at one moment. Shows the scene as SVG or canvas, walks it by keyboard through one
 * invisible button that lies over the focused task, and has a table twin. Dispatches `quayside-select` and `quayside-why`
 * { table, key }, and `quayside-point` { targets } (see pointing.ts). Over 300 lines because sizes, theme, pointer and keyboard all end in this one element.
 */
import { html, nothing, type PropertyValues } from "lit";
import type { Moment } from "../base/cloud.ts";
import { adoptSheet, QuaysideElement, sharedStyles } from "../base/element.ts";
import { FrameLoop } from "../base/frame-loop.ts";
import { drawEmpty, isEmpty } from "./empty-map.ts";
import { drawFocus } from "./focus-frame.ts";
import { kindOf, thingsOf } from "./kinds/index.ts";
import type { Verdict } from "./kinds/instance-mark.ts";
import type { Thing, Told } from "./kinds/kind.ts";
import type { LateMap } from "./late-map.ts";
import { mapStyles } from "./map-styles.ts";
import { Mover } from "./mover.ts";
import type { Overlaid } from "./overlays.ts";
import { PainterSlot } from "./painter-slot.ts";
import type { Balancers, Cards, View } from "./place.ts";
import { buildScene, type Scene, standsStill } from "./scene.ts";
import { SceneMemory } from "./scene-memory.ts";
import type { TripFacts } from "./trip.ts";

const CONTROLS_EVERY_MS = 150;
const REDRAWS = ["selected", "marked", "verdicts", "asTable"];
const NOTHING_MARKED: ReadonlySet<string> = new Set();

/** The VPC and its tasks, `<quayside-map>`. */
export class QuaysideMap extends QuaysideElement {
  static override styles = [sharedStyles, mapStyles];
  static override properties = {
    moment: { attribute: false },
    selected: {},
    marked: { attribute: false },
    verdicts: { attribute: false },
    frames: { attribute: false },
    instant: { type: Boolean },
    painterName: { attribute: "painter" },
    highlight: {},
    trip: { attribute: false },
    covered: { attribute: false },
    filled: { type: Boolean },
    asTable: { state: true },
    keyed: { state: true },
    focused: { state: true },
    hovered: { state: true },
  };
  declare moment: Moment | undefined;
  /** ARN of the selected task. */
  declare selected: string | undefined;
  declare marked: ReadonlySet<string>;
  /** While a placement is being told: what it makes of each instance, by ARN. */
  declare verdicts: ReadonlyMap<string, Verdict> | undefined;
  /** The lab's loop; a map on its own has one of its own. */
  declare frames: FrameLoop;
  /** The next scenes appear without movement. */
  declare instant: boolean;
  /** "svg" or "canvas" to force one; else by how near the map looks: text in moving SVG is laid out again in every frame. */
  declare painterName: string | undefined;
  /** What the page points at: `eni`, `status:RUNNING` ...; see rings.ts. */
  declare highlight: string | undefined;
  /** The connection test that was the last thing to happen. */
  declare trip: TripFacts | undefined;
  /** Pixels at its right that something lies over: what is chosen is brought out from under it. */
  declare covered: number;
  /** The lab fills the page, so that the wheel is the map's. */
  declare filled: boolean;
  declare asTable: boolean;
  /** The key to the signs is open. */
  declare keyed: boolean;
  declare focused: string | undefined;
  declare hovered: Thing | undefined;

  #scene: Scene | undefined;
  #view: View | undefined;
  readonly #memory = new SceneMemory();
  /** The scene is newer than what is drawn. */
  #stale = false;
  readonly #slot = new PainterSlot();
  /** The language may come after the first picture. */
  #wordsDrawn: QuaysideElement["t"] | undefined;
  readonly #mover = new Mover({
    isStill: () => this.instant || this.#reduced.matches,
    tables: () => this.moment?.tables,
    draw: () => this.#draw(),
  });
  #cards: Cards | undefined;
  #balancers: Balancers | undefined;
  #serving = false;
  #balancing = false;
  #late: LateMap | undefined;
  #coming: Promise<LateMap> | undefined;
  #controlsTimer: ReturnType<typeof setTimeout> | undefined;
  #renderedMs = 0;
  #size = { width: 0, height: 0 };
  #resizes = new ResizeObserver((entries) => this.#onResize(entries[0]));
  #themes = new MutationObserver(() => {
    this.#slot.painter?.forgetColours();
    this.#draw();
  });
  #reduced = matchMedia("(prefers-reduced-motion: reduce)");

  constructor() {
    super();
    this.marked = NOTHING_MARKED;
    this.frames = new FrameLoop();
    this.covered = 0;
    this.filled = false;
    this.instant = false;
    this.asTable = false;
    this.keyed = false;
  }

  /** What is drawn, for tests and the bench. */
  get scene(): Scene | undefined {
    return this.#scene;
  }

  /** No movement: reduced motion. */
  get still(): boolean {
    return this.#reduced.matches;
  }

  /** Shows the cloud in another view, at once; with `later` from the next change on. */
  look(view: View | undefined, later?: "later"): void {
    this.#view = view;
    if (later === undefined) this.#show();
  }

  /** Calls back once a frame until it gives false. */
  eachFrame(job: (nowMs: number) => boolean): void {
    this.frames.start("camera", job);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const observer of [this.#resizes, this.#themes]) observer.disconnect();
    for (const job of ["map", "camera"]) this.frames.stop(job);
    this.#late?.speaker.stop();
    clearTimeout(this.#controlsTimer);
  }

  protected override render() {
    const { t } = this;
    return html`${this.asTable ? this.#renderTable() : this.#renderStage()}
      ${this.keyed ? this.#late?.drawLegend() : nothing}
      <div class="bar" role="toolbar" aria-label=${t.map} @keydown=${this.#onBarKey}>${this.#isEmpty ? nothing : html`<slot name="offer"></slot>`}
        ${this.asTable ? nothing : this.#late?.drawZoom()}
        <button class="button quiet" type="button" aria-pressed=${this.asTable} @click=${() => (this.asTable = !this.asTable)}>${this.asTable ? t.showMap : t.showTable}</button>
        <button class="button quiet" type="button" tabindex="-1" aria-pressed=${this.keyed} @click=${() => (this.keyed = !this.keyed)}>${t.mapKey}</button><slot name="acts"></slot></div>
      <div class="hidden-text" role="status" aria-live="polite" id="live"></div>`;
  }

  /** Its buttons are one stop of Tab. */
  #onBarKey = ({ currentTarget, target, key }: KeyboardEvent): void => {
    if (key.startsWith("Arrow"))
      void this.#bring().then((late) => late.walkBar(currentTarget as HTMLElement, target, key));
  };

  #renderStage() {
    const on = this.#onUse;
    return html`<div class="stage" @click=${on} @dblclick=${on} @pointerdown=${on} @pointermove=${on} @pointerup=${on} @pointercancel=${on} @pointerleave=${this.#onLeave}>
      ${drawFocus(this.focusedMark, this.#told, this.t, { key: this.#onKey, focus: this.#onFocus, leave: this.#onLeave })} ${this.#renderTip}
      ${this.#isEmpty && this.#scene ? drawEmpty(this.#scene, this.t) : nothing}
    </div>`;
  }

  get #isEmpty(): boolean {
    return !this.asTable && this.#scene !== undefined && isEmpty(this.#scene);
  }

  #renderTable() {
    const [told, scene] = [this.#told, this.#scene];
    if (told === undefined || scene === undefined || this.#late === undefined) return nothing;
    return this.#late.drawTable(scene, told);
  }

  get #renderTip() {
    const [mark, told] = [this.hovered, this.#told];
    return mark === undefined || told === undefined ? nothing : this.#late?.drawTip(mark, told, this.#size);
  }

  /** The picture follows every frame, but the controls around it only a few times a second. */
  protected override shouldUpdate(changed: PropertyValues): boolean {
    const nowMs = performance.now();
    const restMs = this.#renderedMs + CONTROLS_EVERY_MS - nowMs;
    if (restMs > 0 && this.hasUpdated && !this.asTable && changed.size === 1 && changed.has("moment")) {
      this.#follow(changed.get("moment"));
      if (this.#stale) this.#draw();
      this.#stale = false;
      this.#controlsTimer ??= setTimeout(() => this.requestUpdate(), restMs);
      return false;
    }
    clearTimeout(this.#controlsTimer);
    this.#controlsTimer = undefined;
    this.#renderedMs = nowMs;
    return true;
  }

  /** What the map needs once it is used. */
  #bring(): Promise<LateMap> {
    this.#coming ??= import("./late-map.ts").then(async (module) => {
      const late = await module.LateMap.of(this);
      adoptSheet(this.renderRoot, late.styles);
      this.#late = late;
      this.requestUpdate();
      return late;
    });
    return this.#coming;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.asTable || this.keyed || this.highlight || this.trip !== undefined || this.verdicts !== undefined)
      void this.#bring();
    if (changed.has("moment")) this.#follow(changed.get("moment"));
    else if (changed.has("asTable") && this.#view !== undefined) this.#rebuild();
  }

  protected override updated(changed: PropertyValues): void {
    const stage = this.renderRoot.querySelector(".stage");
    if (stage !== null) {
      this.#resizes.observe(stage);
      this.#mount(stage);
    }
    if (changed.has("highlight") || changed.has("trip")) void this.#overlay();
    if (changed.has("selected") || changed.has("covered")) this.#reveal();
    const isInOtherWords = this.#wordsDrawn !== undefined && this.#wordsDrawn !== this.t;
    if (this.#stale || isInOtherWords || REDRAWS.some((name) => changed.has(name))) this.#draw();
    this.#stale = false;
  }

  #follow(before: Moment | undefined): void {
    if (!standsStill(before, this.moment, this.#scene)) this.#rebuild();
  }

  /** Builds the scene anew and sets the boxes on their way. */
  #rebuild(): void {
    const { moment } = this;
    if (moment === undefined || this.#size.width < 40) return;
    this.#stale = true;
    // The table says the same however near the map looks.
    const view = this.asTable ? undefined : this.#view;
    if (moment.tables.services.size > 0) void this.#serve();
    if (moment.tables.loadBalancers.size > 0) void this.#balance();
    const [{ tables, atMs }, cards, balancers] = [moment, this.#cards, this.#balancers];
    this.#scene = buildScene({ tables, atMs, ...this.#size, view, cards, balancers }, this.#memory);
    this.#mover.follow(this.#scene);
    if (!this.hasAttribute("silent")) this.#announceSoon();
  }

  /** Cards come with the first service. */
  async #serve(): Promise<void> {
    if (this.#serving) return;
    this.#serving = true;
    const { ServiceCards } = await import("./services/service-cards.ts");
    this.#cards = await ServiceCards.of(this);
    this.#show();
  }

  /** The row of load balancers comes with the first of them. */
  async #balance(): Promise<void> {
    if (this.#balancing) return;
    this.#balancing = true;
    const { BalancerRow } = await import("./balancers/balancer-row.ts");
    this.#balancers = await BalancerRow.of(this);
    this.#show();
  }

  /** Says what changed as soon as it may, what comes meanwhile together with it; nothing of a map that nobody has begun. */
  #announceSoon(): void {
    if (this.#late === undefined && this.moment?.atMs === 0) return;
    void this.#bring().then((late) => late.speaker.soon(() => ({ scene: this.#scene, texts: late.texts })));
  }

  #draw(): void {
    this.frames.start("map", (nowMs) => this.#paint(nowMs));
  }

  #paint(nowMs: number): boolean {
    const scene = this.#scene;
    if (scene === undefined || this.#slot.painter === undefined || this.asTable) return false;
    const moving = this.#mover.poses.settle(nowMs);
    this.#wordsDrawn = this.t;
    const late = this.#slot.painter.paint({
      scene,
      motion: this.#mover.poses,
      selected: this.selected,
      marked: this.marked,
      verdicts: this.verdicts,
      texts: this.t,
      still: this.#reduced.matches,
    });
    this.#late?.overlays.paint(scene, this.#mover.poses, this.#overlaid);
    return moving || late;
  }

  /** What lies over the picture follows what the page and the lab point at; what was pressed there is said as well. */
  async #overlay(): Promise<void> {
    if (!this.highlight && this.trip === undefined && this.#late === undefined) return;
    const { overlays, speaker, texts } = await this.#bring();
    if (!(await overlays.bring(this.#overlaid))) return;
    overlays.mount(this.renderRoot.querySelector(".stage"));
    this.#draw();
    speaker.say(await overlays.said(this.#scene, this.#mover.poses, this.highlight, texts));
  }

  get #overlaid(): Overlaid {
    return { highlight: this.highlight, trip: this.trip, still: this.#reduced.matches };
  }

  #mount(stage: Element): void {
    const came = () => this.hasUpdated && this.requestUpdate();
    const fresh = this.#slot.mount(stage, this.#scene?.measure.level, this.painterName, came);
    this.#late?.overlays.mount(stage);
    if (fresh) this.#draw();
  }

  #onResize(entry: ResizeObserverEntry | undefined): void {
    if (entry === undefined) return;
    const { width, height } = entry.contentRect;
    if (Math.abs(width - this.#size.width) < 1 && Math.abs(height - this.#size.height) < 1) return;
    this.#size = { width, height };
    this.#show();
    if (this.#view !== undefined) this.#late?.camera.settle();
  }

  /** Builds the scene anew and shows it without movement. */
  #show(): void {
    const before = this.instant;
    this.instant = true;
    this.#rebuild();
    this.instant = before;
    this.requestUpdate();
    this.#draw();
  }

  /** What is chosen comes into view; when nothing covers the cloud any more, it goes back. */
  #reveal(): void {
    if (this.selected === undefined && this.#view === undefined) return;
    void this.#bring().then(({ camera }) => camera.reveal(this.selected));
  }

  /** What the keyboard is at. */
  get focusedMark(): Thing | undefined {
    const marks = this.#scene === undefined ? [] : thingsOf(this.#scene);
    return (
      marks.find((mark) => mark.key === this.focused) ?? marks.find((mark) => mark.key === this.selected) ?? marks[0]
    );
  }

  /** What words about the things are made from. */
  get #told(): Told | undefined {
    return this.moment && { texts: this.t, tables: this.moment.tables };
  }

  #onFocus = (): void => {
    const mark = this.focusedMark;
    this.focused = mark?.key;
    void this.#bring().then(({ pointing }) => pointing.at(this.#scene, mark));
  };

  #onKey = (event: KeyboardEvent): void => {
    void this.#bring().then(({ walk }) => walk.on(event, this.focusedMark));
  };

  #onUse = (event: MouseEvent): void => {
    void this.#bring().then(({ hands }) => hands.on(event));
  };

  #onLeave = (): void => {
    this.hovered = undefined;
    void this.#late?.pointing.at(undefined);
  };

  /** Chooses a thing, or asks why it is as it is. */
  choose(mark: Thing, name: "quayside-select" | "quayside-why" = "quayside-select"): void {
    const detail = kindOf(mark).selects(mark);
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("quayside-map", QuaysideMap);

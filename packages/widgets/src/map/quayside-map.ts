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
import { focusFrame } from "./focus-frame.ts";
import { kindOf, movingOf, thingsOf } from "./kinds/index.ts";
import type { Verdict } from "./kinds/instance-mark.ts";
import type { Thing, Told } from "./kinds/kind.ts";
import type { LateMap } from "./late-map.ts";
import { MAP_KEYS } from "./map-keys.ts";
import { mapStyles } from "./map-styles.ts";
import { Motion } from "./motion.ts";
import { type Overlaid, Overlays } from "./overlays.ts";
import { PainterSlot } from "./painter-slot.ts";
import { buildScene, type Scene, SceneMemory } from "./scene.ts";
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
    bare: { type: Boolean },
    instant: { type: Boolean },
    painterName: { attribute: "painter" },
    highlight: {},
    trip: { attribute: false },
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
  /** Only the picture: no key, no table, no keyboard (the home page's hero, which is an illustration). */
  declare bare: boolean;
  /** The next scenes appear without movement. */
  declare instant: boolean;
  /** "svg" or "canvas" to force one; else by how near the map looks: text in moving SVG is laid out again in every frame. */
  declare painterName: string | undefined;
  /** What the page points at: `eni`, `status:RUNNING` ...; see rings.ts. */
  declare highlight: string | undefined;
  /** The connection test that was the last thing to happen. */
  declare trip: TripFacts | undefined;
  declare asTable: boolean;
  /** The key to the signs is open. */
  declare keyed: boolean;
  declare focused: string | undefined;
  declare hovered: Thing | undefined;

  #scene: Scene | undefined;
  readonly #memory = new SceneMemory();
  /** The scene is newer than what is drawn. */
  #stale = false;
  readonly #slot = new PainterSlot();
  readonly #overlays = new Overlays();
  /** The language may come after the first picture. */
  #wordsDrawn: QuaysideElement["t"] | undefined;
  #motion = new Motion();
  #sayTimer: ReturnType<typeof setTimeout> | undefined;
  #late: LateMap | undefined;
  #coming: Promise<LateMap> | undefined;
  #controlsTimer: ReturnType<typeof setTimeout> | undefined;
  #renderedMs = 0;
  #size = { width: 0, height: 0 };
  #resizes = new ResizeObserver((entries) => this.#onResize(entries[0]));
  #themes = new MutationObserver(() => this.#onTheme());
  #reduced = matchMedia("(prefers-reduced-motion: reduce)");

  constructor() {
    super();
    this.marked = NOTHING_MARKED;
    this.frames = new FrameLoop();
    this.bare = false;
    this.instant = false;
    this.asTable = false;
    this.keyed = false;
  }

  /** What is drawn, for tests and the bench. */
  get scene(): Scene | undefined {
    return this.#scene;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
    this.#themes.disconnect();
    this.frames.stop("map");
    clearTimeout(this.#sayTimer);
    this.#sayTimer = undefined;
    clearTimeout(this.#controlsTimer);
    this.#controlsTimer = undefined;
  }

  protected override render() {
    const { t } = this;
    if (this.bare)
      return html`<div class="stage" role="img" aria-label=${this.getAttribute("aria-label") ?? t.map}></div>`;
    return html`${this.asTable ? this.#renderTable() : this.#renderStage()}
      ${this.keyed ? this.#late?.drawLegend() : nothing}
      <div class="bar">${this.#isEmpty ? nothing : html`<slot name="offer"></slot>`}
        <button class="button quiet" type="button" aria-pressed=${this.asTable} @click=${this.#toggleTable}>${this.asTable ? t.showMap : t.showTable}</button>
        <button class="button quiet" type="button" aria-pressed=${this.keyed} @click=${this.#toggleKey}>${t.mapKey}</button><slot name="acts"></slot></div>
      <div class="hidden-text" role="status" aria-live="polite" id="live"></div>`;
  }

  #renderStage() {
    return html`<div class="stage" @click=${this.#onClick} @pointermove=${this.#onPointer} @pointerleave=${this.#onLeave}>
      ${this.#renderFocus()} ${this.#renderTip}
      ${this.#isEmpty && this.#scene ? drawEmpty(this.#scene, this.t) : nothing}
    </div>`;
  }

  get #isEmpty(): boolean {
    return !this.asTable && this.#scene !== undefined && isEmpty(this.#scene);
  }

  #renderTable() {
    const [told, scene] = [this.#told, this.#scene];
    if (told === undefined || scene === undefined || this.#late === undefined) return nothing;
    return this.#late.drawTable(scene, told, (mark) => this.#select(mark, "quayside-select"));
  }

  get #renderTip() {
    const [mark, told] = [this.hovered, this.#told];
    return mark === undefined || told === undefined ? nothing : this.#late?.drawTip(mark, told, this.#size);
  }

  #renderFocus() {
    const mark = this.#focusedMark();
    const told = this.#told;
    const name = mark === undefined || told === undefined ? this.t.mapNoTasks : kindOf(mark).sentence(mark, told);
    const style = mark === undefined ? "left:0;top:0;width:100%;height:100%" : focusFrame(mark);
    return html`<button class="focus" type="button" style=${style} aria-label=${name} aria-describedby="map-keys"
      @keydown=${this.#onKey} @focus=${this.#onFocus} @blur=${this.#onLeave}></button><span id="map-keys" class="hidden-text">${this.t.mapKeys}</span>`;
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
    this.#coming ??= import("./late-map.ts").then((module) => {
      const late = new module.LateMap(this);
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
  }

  protected override updated(changed: PropertyValues): void {
    const stage = this.renderRoot.querySelector(".stage");
    if (stage !== null) {
      this.#resizes.observe(stage);
      this.#mount(stage);
    }
    if (changed.has("highlight") || changed.has("trip")) void this.#overlay();
    const isInOtherWords = this.#wordsDrawn !== undefined && this.#wordsDrawn !== this.t;
    if (this.#stale || isInOtherWords || REDRAWS.some((name) => changed.has(name))) this.#draw();
    this.#stale = false;
  }

  #follow(before: Moment | undefined): void {
    if (!this.#standsStill(before)) this.#rebuild();
  }

  /** Only the clock has moved: nothing happened and no image is on its way, so the picture is the one that is there. */
  #standsStill(before: Moment | undefined): boolean {
    const { moment } = this;
    if (before === undefined || moment === undefined || this.#scene === undefined || this.#scene.flows.length > 0)
      return false;
    return before.tables === moment.tables && before.recordCount === moment.recordCount;
  }

  /** Builds the scene anew and sets the boxes on their way. */
  #rebuild(): void {
    const { moment } = this;
    if (moment === undefined || this.#size.width < 40) return;
    this.#stale = true;
    this.#scene = buildScene({ tables: moment.tables, atMs: moment.atMs, ...this.#size }, this.#memory);
    const still = this.instant || this.#reduced.matches;
    this.#motion.aim(
      movingOf(this.#scene).map((mark) => ({ key: mark.key, rect: mark })),
      performance.now(),
      still,
    );
    if (!this.bare && !this.hasAttribute("silent")) this.#announceSoon();
  }

  /** Says what changed as soon as it may, what comes meanwhile together with it; nothing of a map that nobody has begun. */
  #announceSoon(): void {
    if (this.#late === undefined && this.moment?.atMs === 0) return;
    void this.#bring().then(({ announcer }) => {
      this.#sayTimer ??= setTimeout(() => {
        this.#sayTimer = undefined;
        this.#say(this.#scene && announcer.tell(this.#scene, this.t, performance.now()));
      }, announcer.waitMs(performance.now()));
    });
  }

  #say(sentence: string | undefined): void {
    const live = this.renderRoot.querySelector("#live");
    if (sentence !== undefined && live !== null) live.textContent = sentence;
  }

  #draw(): void {
    this.frames.start("map", (nowMs) => this.#paint(nowMs));
  }

  #paint(nowMs: number): boolean {
    const scene = this.#scene;
    if (scene === undefined || this.#slot.painter === undefined || this.asTable) return false;
    const moving = this.#motion.settle(nowMs);
    this.#wordsDrawn = this.t;
    const late = this.#slot.painter.paint({
      scene,
      motion: this.#motion,
      selected: this.selected,
      marked: this.marked,
      verdicts: this.verdicts,
      texts: this.t,
      still: this.#reduced.matches,
    });
    this.#overlays.paint(scene, this.#motion, this.#overlaid);
    return moving || late;
  }

  /** What lies over the picture follows what the page and the lab point at; what was pressed there is said as well. */
  async #overlay(): Promise<void> {
    if (!(await this.#overlays.bring(this.#overlaid))) return;
    this.#overlays.mount(this.renderRoot.querySelector(".stage"));
    this.#draw();
    this.#say(await this.#overlays.said(this.#scene, this.#motion, this.highlight, this.t));
  }

  get #overlaid(): Overlaid {
    return { highlight: this.highlight, trip: this.trip, still: this.#reduced.matches };
  }

  #mount(stage: Element): void {
    const came = () => this.hasUpdated && this.requestUpdate();
    const fresh = this.#slot.mount(stage, this.#scene?.level, this.painterName, came);
    this.#overlays.mount(stage);
    if (fresh) this.#draw();
  }

  #onResize(entry: ResizeObserverEntry | undefined): void {
    if (entry === undefined) return;
    const { width, height } = entry.contentRect;
    if (Math.abs(width - this.#size.width) < 1 && Math.abs(height - this.#size.height) < 1) return;
    this.#size = { width, height };
    const before = this.instant;
    this.instant = true;
    this.#rebuild();
    this.instant = before;
    this.requestUpdate();
    this.#draw();
  }

  #onTheme(): void {
    this.#slot.painter?.forgetColours();
    this.#draw();
  }

  #focusedMark(): Thing | undefined {
    const marks = this.#marks();
    return (
      marks.find((mark) => mark.key === this.focused) ?? marks.find((mark) => mark.key === this.selected) ?? marks[0]
    );
  }

  /** What the keyboard walks. */
  #marks(): readonly Thing[] {
    return this.#scene === undefined ? [] : thingsOf(this.#scene);
  }

  /** What words about the things are made from. */
  get #told(): Told | undefined {
    return this.moment && { texts: this.t, tables: this.moment.tables };
  }

  #toggleTable = (): void => {
    this.asTable = !this.asTable;
  };

  #toggleKey = (): void => {
    this.keyed = !this.keyed;
  };

  #onFocus = (): void => {
    const mark = this.#focusedMark();
    this.focused = mark?.key;
    void this.#bring().then(({ hand }) => hand.at(this.#scene, mark));
  };

  #onKey = (event: KeyboardEvent): void => {
    const mark = this.#focusedMark();
    const action = Object.hasOwn(MAP_KEYS, event.key) ? MAP_KEYS[event.key] : undefined;
    if (mark === undefined || action === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (action === "select") this.#select(mark, "quayside-select");
    else if (action === "why") this.#select(mark, "quayside-why");
    else
      void this.#bring().then(({ hand }) => {
        const next = hand.next(this.#marks(), mark, action);
        this.focused = next.key;
        void hand.at(this.#scene, next);
      });
    event.preventDefault();
    event.stopPropagation();
  };

  #onClick = (event: MouseEvent): void => {
    const spot = spotOf(event);
    void this.#bring().then(({ hand }) => {
      const mark = this.#scene && hand.under(this.#scene, spot);
      if (mark === undefined) return;
      this.focused = mark.key;
      this.#select(mark, "quayside-select");
    });
  };

  #onPointer = (event: PointerEvent): void => {
    if (event.pointerType === "touch") return;
    const spot = spotOf(event);
    const stage = event.currentTarget as HTMLElement;
    void this.#bring().then(({ hand }) => {
      const mark = this.#scene && hand.under(this.#scene, spot);
      if (mark?.key !== this.hovered?.key) this.hovered = mark;
      stage.style.cursor = mark === undefined ? "" : "pointer";
      void hand.at(this.#scene, mark, spot);
    });
  };

  #onLeave = (): void => {
    this.hovered = undefined;
    void this.#late?.hand.at(undefined);
  };

  #select(mark: Thing, name: "quayside-select" | "quayside-why"): void {
    const detail = kindOf(mark).selects(mark);
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** Where an event of the pointer is, from the upper left corner of the element that listens. */
function spotOf(event: MouseEvent): { readonly x: number; readonly y: number } {
  const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

customElements.define("quayside-map", QuaysideMap);

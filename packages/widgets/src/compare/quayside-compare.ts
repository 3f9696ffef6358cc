/**
 * `<quayside-compare>`: two stories side by side with one clock, for a lesson: the same workload under two strategies, say. Takes
 * them as the properties `a` and `b`, or as attributes with their JSON. Shows its children (a picture) until it is `open`.
 * The reader moves time and looks; nothing can be done to the runs.
 */
import { html, type PropertyValues, type TemplateResult } from "lit";
import type { Selection } from "../base/cloud.ts";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { FrameLoop } from "../base/frame-loop.ts";
import { LabRun } from "../run/lab-run.ts";
import { sandboxOf } from "../run/sandbox-lab.ts";
import type { QuaysideTimeline } from "../timeline/quayside-timeline.ts";
import "../timeline/quayside-timeline.ts";
import type { TimeRequest } from "../base/speeds.ts";
import { shortcutOf } from "../run/shortcuts.ts";
import { compareStyles } from "./compare-styles.ts";
import "./quayside-differences.ts";
import "./quayside-pair.ts";
import { PairReader } from "./pair-reader.ts";
import { otherOf, type RunName, RunPair } from "./run-pair.ts";
import { readStory, runStory, type Story } from "./story.ts";
import { compareTexts } from "./texts/index.ts";

const DEFAULT_SPEED = 5;
const story = { converter: (text: string | null) => (text === null ? undefined : readStory(text)) };

/** Two stories side by side, `<quayside-compare>`; attributes `a`, `b`, `open`, `speed`, `lang`. */
export class QuaysideCompare extends QuaysideElement {
  static override styles = [sharedStyles, compareStyles];
  static override properties = {
    a: story,
    b: story,
    open: { type: Boolean, reflect: true },
    speed: { type: Number },
    shown: { state: true },
    selection: { state: true },
    playing: { state: true },
    spanMs: { state: true },
  };
  declare a: Story | undefined;
  declare b: Story | undefined;
  /** The runs are shown, and begin to play. */
  declare open: boolean;
  /** Simulated seconds per real second. */
  declare speed: number;
  declare shown: RunName;
  declare selection: Selection | undefined;
  declare playing: boolean;
  declare spanMs: number | undefined;

  #pair: RunPair | undefined;
  #reader: PairReader | undefined;
  #leapt = false;
  readonly #frames = new FrameLoop();
  readonly #visibility = new IntersectionObserver((entries) => {
    if (entries.at(-1)?.isIntersecting === false) this.#pause();
  });

  constructor() {
    super();
    this.open = false;
    this.speed = DEFAULT_SPEED;
    this.shown = "a";
    this.playing = false;
    this.#frames.onError = (error) => this.fail(error);
    this.addEventListener("keydown", this.#onKey);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#visibility.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#visibility.disconnect();
    this.#pause();
    this.#reader?.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("open") || changed.has("a") || changed.has("b")) this.#begin();
  }

  protected override render() {
    const [pair, reader] = [this.#pair, this.#reader];
    if (pair === undefined || reader === undefined) return html`<slot></slot>`;
    const texts = compareTexts(this.language);
    const reading = reader.read(performance.now());
    const names = { a: this.a?.name ?? "A", b: this.b?.name ?? "B" };
    return html`<div class="compare" role="group" aria-label=${texts.both} @quayside-select=${this.#onSelect}>
      <div class="top">${this.#renderTime(pair)}</div>
      <quayside-pair watched .pair=${pair} .reader=${reader} .reading=${reading} .atMs=${pair.atMs} .spoken=${this.shown} .names=${names} .frames=${this.#frames}
        .instant=${this.#leapt} .selection=${this.selection} @quayside-speak=${this.#onSpeak}></quayside-pair>
      <details><summary>${texts.differences}: ${texts.differing(reading.differences.differing)}</summary>
        <quayside-differences .reading=${reading} .names=${names} @quayside-speak=${this.#onSpeak}></quayside-differences></details></div>`;
  }

  protected override updated(changed: PropertyValues): void {
    this.#leapt = false;
    if (!changed.has("open") || !this.open) return;
    // The button that opened it is gone: the focus goes on to where time is.
    const timeline = this.renderRoot.querySelector<QuaysideTimeline>("quayside-timeline");
    void timeline?.updateComplete.then(() => timeline.shadowRoot?.querySelector<HTMLElement>(".play")?.focus());
  }

  #renderTime(pair: RunPair): TemplateResult {
    const track = (name: RunName) => {
      const { moment, session } = pair[name];
      return { moment: { ...moment, headMs: pair.headMs }, records: session.journal.records };
    };
    const [a, b] = [track("a"), track("b")];
    return html`<quayside-timeline told name="A" .moment=${a.moment} .records=${a.records} .playing=${this.playing} .quiet=${pair.atRest && pair.repeating === undefined} .repeating=${pair.repeating} .nextDueMs=${pair.nextDueMs} .speed=${this.speed}
        .ownHeadMs=${pair.a.session.nowMs} .spanMs=${this.spanMs} .selected=${this.#keyIn("a")} @quayside-time=${this.#onTime} @quayside-span=${this.#onSpan}></quayside-timeline>
      <quayside-timeline bare name="B" .moment=${b.moment} .records=${b.records} .ownHeadMs=${pair.b.session.nowMs} .spanMs=${this.spanMs} .selected=${this.#keyIn("b")} @quayside-time=${this.#onTime}></quayside-timeline>`;
  }

  #begin(): void {
    this.#pause();
    this.#reader?.stop();
    const { a, b } = this;
    if (!this.open || a === undefined || b === undefined) {
      this.#pair = undefined;
      return;
    }
    const [left, right] = [a, b].map((each) => new LabRun(sandboxOf(each.scenario), runStory(each)));
    if (left === undefined || right === undefined) return;
    for (const run of [left, right]) run.look(0);
    const pair = new RunPair(left, right);
    this.#pair = pair;
    this.#reader = new PairReader(pair, () => this.requestUpdate());
    this.selection = undefined;
    this.#play();
  }

  #play(): void {
    const pair = this.#pair;
    if (pair === undefined) return;
    // What has come to its end begins again.
    if (!pair.inPast) this.#look(0);
    this.playing = true;
    let lastMs: number | undefined;
    this.#frames.start("player", (nowMs) => {
      pair.play(lastMs === undefined ? 16 : nowMs - lastMs, this.speed, () => performance.now());
      lastMs = nowMs;
      if (!pair.inPast) this.playing = false;
      this.requestUpdate();
      return this.playing;
    });
  }

  #pause(): void {
    this.#frames.stop("player");
    this.playing = false;
  }

  #look(atMs: number): void {
    this.#pair?.look(atMs);
    this.#leapt = true;
    this.requestUpdate();
  }

  #keyIn(name: RunName): string | undefined {
    const key = this.selection?.key;
    return key === undefined || name === this.shown ? key : this.#reader?.counterpart(key, otherOf(name));
  }

  #onTime = (event: CustomEvent<TimeRequest>): void => {
    event.stopPropagation();
    const request = event.detail;
    if (request.action === "speed") this.speed = request.speed;
    else if (request.action === "play") this.#play();
    else {
      this.#pause();
      if (request.action === "scrub") this.#look(request.atMs);
      else if (request.action === "step") this.#pair?.step();
      else if (request.action !== "pause") this.#look(this.#pair?.headMs ?? 0);
      this.requestUpdate();
    }
  };

  #onSpan = ({ detail }: CustomEvent<number | undefined>): void => {
    this.spanMs = detail;
  };

  /** Another run is the one looked at: what is selected there is the task in the same role. */
  #onSpeak = ({ detail: name }: CustomEvent<RunName>): void => {
    const key = this.#keyIn(name);
    this.shown = name;
    this.selection = key === undefined ? undefined : { table: "tasks", key };
  };

  #onSelect = (event: CustomEvent<Selection>): void => {
    event.stopPropagation();
    this.selection = event.detail;
  };

  #onKey = (event: KeyboardEvent): void => {
    const pair = this.#pair;
    if (pair === undefined) return;
    const request = shortcutOf(event)?.request?.({ playing: this.playing, atMs: pair.atMs, speed: this.speed });
    if (request === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#onTime(new CustomEvent("quayside-time", { detail: request }));
  };
}

customElements.define("quayside-compare", QuaysideCompare);

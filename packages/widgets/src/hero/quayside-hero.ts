/**
 * `<quayside-hero>`: a cluster on the home page that can be touched. Untouched it plays what the engine did while the site was built
 * (its `film`); at the first sign of a reader the engine comes, catches up with the moment shown, and obeys from then on. Pauses
 * off-screen; who wants no movement finds it paused, and it goes on with the first press.
 */
import { Replay } from "@quayside/simulator/picture";
import { html, type PropertyValues } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { FrameLoop } from "../base/frame-loop.ts";
import type { StoryFilm } from "./film.ts";
import { heroStyles } from "./hero-styles.ts";
import { heroView } from "./hero-view.ts";
import { chipPlaces, moveChips } from "./moving.ts";
import { ENDS_ITSELF_MS, FROM_MS, STORY_SPEED, Story } from "./story.ts";
import { heroTexts } from "./texts/index.ts";

/** Longest step of the clock between two frames, in milliseconds of the page. */
const LONGEST_FRAME_MS = 400;

/** The home page's cluster, `<quayside-hero>`. */
export class QuaysideHero extends QuaysideElement {
  static override styles = [sharedStyles, heroStyles];
  static override properties = { film: { attribute: false } };
  declare film: StoryFilm | undefined;
  #replay: Replay | undefined;
  #story: Story | undefined;
  #engine: Promise<typeof import("@quayside/simulator/engine")> | undefined;
  #reduced = matchMedia("(prefers-reduced-motion: reduce)");
  #playing = !this.#reduced.matches;
  #touched = false;
  #wished: string | undefined;
  /** The engine is on its way to an act: time stands. */
  #waits = false;
  #isVisible = false;
  #shownSecond = -1;
  #before = new Map<string, DOMRect>();
  #frames = new FrameLoop();
  #visibility = new IntersectionObserver((entries) => this.#onVisible(entries.at(-1)?.isIntersecting === true));

  constructor() {
    super();
    for (const sign of ["pointerenter", "pointerdown", "focusin"]) this.addEventListener(sign, () => void this.#load());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#frames.onError = (error) => this.fail(error);
    this.#visibility.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#visibility.disconnect();
    this.#frames.stop("story");
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener("click", (event) => this.#onClick(event));
    return root;
  }

  protected override shouldUpdate(): boolean {
    return this.film !== undefined;
  }

  protected override update(changed: PropertyValues): void {
    // The picture that came with the page goes in the frame in which this one draws.
    if (!this.hasUpdated) {
      this.renderRoot.replaceChildren();
      this.renderOptions.renderBefore = null;
    }
    super.update(changed);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("film")) this.#begin();
    this.#before = this.#reduced.matches || !this.#isVisible ? new Map() : chipPlaces(this.renderRoot);
  }

  protected override render() {
    const { film } = this;
    const run = this.#story ?? this.#replay;
    if (film === undefined || run === undefined) return html``;
    const notes = this.#story?.notes ?? film.notes;
    const { tables, atMs } = run;
    const view = {
      tables,
      notes,
      atMs,
      playing: this.#playing,
      touched: this.#touched,
      wished: this.#wished,
      anew: keyed,
    };
    return heroView(view, heroTexts(this.language));
  }

  protected override updated(): void {
    if (this.#before.size > 0) moveChips(this.renderRoot, this.#before);
  }

  #begin(): void {
    if (this.film === undefined) return;
    this.#story = undefined;
    this.#wished = undefined;
    this.#replay = new Replay(this.film.recording);
    this.#replay.moveTo(FROM_MS);
    this.#shownSecond = -1;
    this.#run();
  }

  #onVisible(visible: boolean): void {
    this.#isVisible = visible;
    this.#run();
  }

  /** Plays on while there is somebody to see it and something to come. */
  #run(): void {
    this.#frames.stop("story");
    if (!this.#isVisible || !this.#playing || this.#waits) return;
    let lastMs: number | undefined;
    this.#frames.start("story", (nowMs) => {
      const elapsedMs = Math.min(LONGEST_FRAME_MS, lastMs === undefined ? 0 : nowMs - lastMs);
      lastMs = nowMs;
      return this.#goOn(elapsedMs * STORY_SPEED);
    });
  }

  /** @returns whether something is still to come */
  #goOn(byMs: number): boolean {
    const { film } = this;
    const run = this.#story ?? this.#replay;
    if (film === undefined || run === undefined) return false;
    if (run instanceof Story) run.goTo(run.atMs + byMs);
    else run.moveTo(Math.min(run.atMs + byMs, film.recording.toMs));
    const second = Math.floor(run.atMs / 1000);
    if (second !== this.#shownSecond) this.requestUpdate();
    this.#shownSecond = second;
    return run instanceof Story ? run.goesOn : run.atMs < film.recording.toMs;
  }

  #onClick(event: Event): void {
    const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-act]") : null;
    if (pressed === null || this.#waits) return;
    this.#touched = true;
    const { act, instance = "" } = pressed.dataset;
    if (act === "play") this.#setPlaying(!this.#playing);
    else if (act === "again") this.#begin();
    else if (act === "launch") void this.#act((story) => story.launch());
    else if (act === "end") {
      this.#wished = instance;
      void this.#act((story) => story.end(instance));
    }
    this.requestUpdate();
  }

  #setPlaying(playing: boolean): void {
    this.#playing = playing;
    this.#run();
  }

  /** Does something on the engine, which catches up first with what was shown. */
  async #act(act: (story: Story) => void): Promise<void> {
    this.#waits = this.#story === undefined;
    this.#run();
    try {
      const { Session } = await this.#load();
      this.#story ??= this.#caughtUp(Session);
      act(this.#story);
    } catch (error) {
      this.fail(error);
    }
    this.#waits = false;
    this.#wished = undefined;
    this.#setPlaying(true);
    this.requestUpdate();
  }

  #caughtUp(session: typeof import("@quayside/simulator/engine").Session): Story {
    const story = new Story({ start: session.start, endsItselfMs: ENDS_ITSELF_MS });
    story.goTo(this.#replay?.atMs ?? FROM_MS);
    return story;
  }

  #load(): Promise<typeof import("@quayside/simulator/engine")> {
    this.#engine ??= import("@quayside/simulator/engine");
    return this.#engine;
  }
}

customElements.define("quayside-hero", QuaysideHero);

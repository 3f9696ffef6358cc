/**
 * `<quayside-hero>`: the home page's picture: a run of the simulator, recorded while the site was built and drawn by the lab's
 * map. Tasks start, one dies, another takes its place. Pauses off-screen; with reduced motion it shows one moment and stands
 * still. The page gives it its `film`.
 */
import { Replay } from "@quayside/simulator/picture";
import { css, html, nothing, type PropertyValues } from "lit";
import type { Moment } from "../base/cloud.ts";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { FrameLoop } from "../base/frame-loop.ts";
import "../map/quayside-map.ts";
import type { HarbourFilm } from "../run/harbour.ts";

const SPEED = 6;

/** The home page's self-running picture, `<quayside-hero>`. */
export class QuaysideHero extends QuaysideElement {
  static override styles = [
    sharedStyles,
    css`
      :host { height: 100%; min-height: 22rem; }
      quayside-map { height: 100%; min-height: inherit; }
    `,
  ];
  static override properties = { film: { attribute: false }, moment: { state: true } };
  declare film: HarbourFilm | undefined;
  declare moment: Moment | undefined;
  #replay: Replay | undefined;
  #frames = new FrameLoop();
  #reduced = matchMedia("(prefers-reduced-motion: reduce)");
  #visibility = new IntersectionObserver((entries) => this.#onVisible(entries.at(-1)?.isIntersecting === true));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#frames.onError = (error) => this.fail(error);
    this.#visibility.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#visibility.disconnect();
    this.#frames.stop("player");
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("film") || this.film === undefined) return;
    this.#replay = new Replay(this.film.recording);
    this.#show(this.film.fromMs);
  }

  protected override render() {
    return html`<quayside-map bare .moment=${this.moment} .frames=${this.#frames} aria-label=${this.getAttribute("aria-label") ?? nothing}></quayside-map>`;
  }

  #onVisible(visible: boolean): void {
    this.#frames.stop("player");
    if (!visible || this.#reduced.matches) return;
    let lastMs: number | undefined;
    this.#frames.start("player", (nowMs) => {
      const elapsedMs = Math.min(100, lastMs === undefined ? 16 : nowMs - lastMs);
      lastMs = nowMs;
      this.#goOn(elapsedMs * SPEED);
      return !this.#reduced.matches;
    });
  }

  /** Plays on; at its end the recording begins again. */
  #goOn(byMs: number): void {
    if (this.#replay === undefined || this.film === undefined) return;
    const { fromMs, recording } = this.film;
    const atMs = this.#replay.atMs + byMs;
    this.#show(atMs > recording.toMs ? fromMs : atMs);
  }

  #show(toMs: number): void {
    const replay = this.#replay;
    if (replay === undefined) return;
    replay.moveTo(toMs);
    const { tables, atMs, position } = replay;
    this.moment = { tables, atMs, headMs: atMs, recordCount: position };
  }
}

customElements.define("quayside-hero", QuaysideHero);

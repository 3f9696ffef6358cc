/**
 * `<quayside-hero>`: the home page's picture: a real simulation that runs by itself, drawn by the lab's map. Tasks start, one
 * dies, another takes its place. Pauses off-screen; with reduced motion it shows one moment and stands still.
 */
import { css, html } from "lit";
import type { Moment } from "../base/cloud.ts";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { FrameLoop } from "../base/frame-loop.ts";
import "../map/quayside-map.ts";
import { Harbour } from "../run/harbour.ts";

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
  static override properties = { moment: { state: true } };
  declare moment: Moment | undefined;
  #harbour: Harbour | undefined;
  #frames = new FrameLoop();
  #reduced = matchMedia("(prefers-reduced-motion: reduce)");
  #visibility = new IntersectionObserver((entries) => this.#onVisible(entries.at(-1)?.isIntersecting === true));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#frames.onError = (error) => this.fail(error);
    this.#harbour = new Harbour();
    this.moment = this.#harbour.moment;
    this.#visibility.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#visibility.disconnect();
    this.#frames.stop("player");
  }

  protected override render() {
    return html`<quayside-map bare .moment=${this.moment} .frames=${this.#frames} aria-label=${this.getAttribute("aria-label") ?? this.t.heroLabel}></quayside-map>`;
  }

  #onVisible(visible: boolean): void {
    this.#frames.stop("player");
    if (!visible || this.#reduced.matches) return;
    let lastMs: number | undefined;
    this.#frames.start("player", (nowMs) => {
      const elapsedMs = Math.min(100, lastMs === undefined ? 16 : nowMs - lastMs);
      lastMs = nowMs;
      this.#harbour?.advance(elapsedMs * SPEED);
      this.moment = this.#harbour?.moment;
      return !this.#reduced.matches;
    });
  }
}

customElements.define("quayside-hero", QuaysideHero);

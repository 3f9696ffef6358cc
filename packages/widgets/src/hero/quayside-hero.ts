/**
 * `<quayside-hero>`: the home page's picture: a real simulation that runs by itself, drawn by the lab's map. Tasks start, one
 * dies, another takes its place. Pauses off-screen; with reduced motion it shows one moment and stands still.
 */
import { type Outcome, type Scenario, Session } from "@quayside/simulator";
import "@quayside/simulator/engine";
import { css, html } from "lit";
import type { Moment } from "../cloud.ts";
import { QuaysideElement, sharedStyles } from "../element.ts";
import { FrameLoop } from "../frame-loop.ts";
import "../map/quayside-map.ts";
import { DIRECTOR_FAMILIES, direct } from "./director.ts";

const SCENARIO: Scenario = {
  id: "hero",
  title: "The home page's harbour",
  commands: [
    { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
    ...DIRECTOR_FAMILIES.map((input) => ({ service: "ecs" as const, operation: "RegisterTaskDefinition", input })),
  ],
};
const SPEED = 6;
/** The run begins here, so that the first picture is not an empty one. */
const PRELUDE_MS = 64_000;
/** After so much simulated time the world starts again: nothing grows without end. */
const LOOP_MS = 20 * 60_000;

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
  #session: Session | undefined;
  #frames = new FrameLoop();
  #reduced = matchMedia("(prefers-reduced-motion: reduce)");
  #directedMs = 0;
  #visibility = new IntersectionObserver((entries) => this.#onVisible(entries.at(-1)?.isIntersecting === true));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#frames.onError = (error) => this.fail(error);
    this.#begin();
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

  #begin(): void {
    this.#session = Session.start({ seed: 7, scenario: SCENARIO });
    this.#directedMs = 0;
    this.#advance(PRELUDE_MS);
  }

  #onVisible(visible: boolean): void {
    this.#frames.stop("player");
    if (!visible || this.#reduced.matches) return;
    let lastMs: number | undefined;
    this.#frames.start("player", (nowMs) => {
      const elapsedMs = Math.min(100, lastMs === undefined ? 16 : nowMs - lastMs);
      lastMs = nowMs;
      if ((this.#session?.nowMs ?? 0) > LOOP_MS) this.#begin();
      else this.#advance(elapsedMs * SPEED);
      return !this.#reduced.matches;
    });
  }

  /** Lets time pass, with the director looking in once a simulated second. */
  #advance(byMs: number): void {
    const session = this.#session;
    if (session === undefined) return;
    const goal = session.nowMs + byMs;
    const send = (operation: string, input: unknown): Outcome => session.call("ecs", operation, input);
    while (session.nowMs < goal) {
      const until = Math.min(goal, this.#directedMs);
      session.advance({ untilMs: Math.max(until, session.nowMs) });
      if (session.nowMs < this.#directedMs) break;
      direct(send, session.tables, session.nowMs);
      this.#directedMs += 1000;
    }
    this.moment = {
      tables: session.tables,
      atMs: session.nowMs,
      headMs: session.nowMs,
      recordCount: session.journal.length,
    };
  }
}

customElements.define("quayside-hero", QuaysideHero);

/**
 * `<quayside-pair>`: the maps of two runs at the same moment, side by side; in a narrow place one of them, with a choice. Says
 * where the runs part, and asks which one to keep. Dispatches `quayside-speak`, `quayside-keep` (detail: the run),
 * `quayside-stay` and `quayside-differences`.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { Selection } from "../base/cloud.ts";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { FrameLoop } from "../base/frame-loop.ts";
import "../map/quayside-map.ts";
import { pairStyles } from "./compare-styles.ts";
import type { PairReader, Reading } from "./pair-reader.ts";
import { drawParting } from "./parting-view.ts";
import { otherOf, RUN_NAMES, type RunName, type RunPair } from "./run-pair.ts";
import { type CompareTexts, compareTexts } from "./texts/index.ts";

/** Two maps with locked clocks, `<quayside-pair>`. */
export class QuaysidePair extends QuaysideElement {
  static override styles = [sharedStyles, pairStyles];
  static override properties = {
    pair: { attribute: false },
    reader: { attribute: false },
    reading: { attribute: false },
    atMs: { attribute: false },
    spoken: {},
    names: { attribute: false },
    watched: { type: Boolean, reflect: true },
    asking: { type: Boolean },
    frames: { attribute: false },
    instant: { type: Boolean },
    selection: { attribute: false },
    highlight: {},
  };
  declare pair: RunPair | undefined;
  declare reader: PairReader | undefined;
  declare reading: Reading | undefined;
  /** The moment of both: a new one is drawn. */
  declare atMs: number;
  /** The run that commands go to; in a narrow place, the one that is shown. */
  declare spoken: RunName;
  /** What the runs are called, where a letter is not enough. */
  declare names: Readonly<Record<RunName, string>> | undefined;
  /** Nobody speaks to either: the choice is only which one a narrow place shows. */
  declare watched: boolean;
  declare asking: boolean;
  /** The loop of the first map; the second one has its own. */
  declare frames: FrameLoop;
  declare instant: boolean;
  /** What is selected in the run that is spoken to. */
  declare selection: Selection | undefined;
  declare highlight: string | undefined;

  readonly #otherFrames = new FrameLoop();

  constructor() {
    super();
    this.spoken = "b";
    this.watched = false;
    this.asking = false;
    this.instant = false;
    this.frames = new FrameLoop();
  }

  protected override render() {
    if (this.pair === undefined) return nothing;
    const texts = compareTexts(this.language);
    return html`<div class="maps" role="group" aria-label=${texts.both}>${RUN_NAMES.map((name) => this.#renderSide(name, texts))}</div>
      ${this.#renderSummary(texts)}${this.asking ? this.#renderQuestion(texts) : nothing}`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("asking") && this.asking) this.renderRoot.querySelector<HTMLElement>(".ask button")?.focus();
  }

  #renderSide(name: RunName, texts: CompareTexts): TemplateResult {
    const spoken = name === this.spoken;
    const letter = name.toUpperCase();
    const choice = this.watched ? texts.show : texts.speak;
    return html`<section class="side ${name} ${spoken ? "spoken" : ""}" aria-labelledby="run-${name}" @quayside-select=${() => this.#speak(name)} @quayside-why=${() => this.#speak(name)}>
      <header><h2 id="run-${name}"><b aria-hidden="true">${letter}</b><span>${this.names?.[name] ?? texts.run(letter)}</span></h2>
        <label title=${this.watched ? nothing : texts.speakHint}><input type="radio" name="spoken" .checked=${spoken} aria-label="${texts.run(letter)}: ${choice}" @change=${() => this.#speak(name)} /><span>${choice}</span></label></header>
      <quayside-map compact .moment=${this.pair?.[name].moment} .frames=${name === "a" ? this.frames : this.#otherFrames} .instant=${this.instant} .highlight=${this.highlight}
        .selected=${this.#selectedIn(name)} ?silent=${!spoken}></quayside-map></section>`;
  }

  #renderSummary(texts: CompareTexts): TemplateResult | typeof nothing {
    const { reading } = this;
    if (reading === undefined) return nothing;
    const differing = reading.differences.differing;
    return html`<div class="summary"><div class="parting">${drawParting(reading.parting, this.language, this.watched)}</div>
      ${this.watched ? nothing : html`<button class="button" type="button" @click=${() => this.#tell("quayside-differences")}>${texts.differences}: ${texts.differing(differing)}</button>`}</div>`;
  }

  #renderQuestion(texts: CompareTexts): TemplateResult {
    return html`<div class="ask" role="alertdialog" aria-labelledby="which" @keydown=${this.#onAskKey}><p id="which">${texts.ask}</p>
      ${RUN_NAMES.map((name) => html`<button class="button primary" type="button" @click=${() => this.#tell("quayside-keep", name)}>${texts.keep(name.toUpperCase())}</button>`)}
      <button class="button" type="button" @click=${() => this.#tell("quayside-stay")}>${texts.stay}</button></div>`;
  }

  #selectedIn(name: RunName): string | undefined {
    if (this.selection?.table !== "tasks") return undefined;
    const { key } = this.selection;
    return name === this.spoken ? key : this.reader?.counterpart(key, otherOf(name));
  }

  #speak(name: RunName): void {
    if (name !== this.spoken) this.#tell("quayside-speak", name);
  }

  #onAskKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    this.#tell("quayside-stay");
  };

  #tell(name: string, detail?: RunName): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("quayside-pair", QuaysidePair);

/**
 * `<quayside-splitter label="...">`: the line between map and panels, to be dragged or moved by arrow keys. Sets `--bottom`
 * on the grid around it, in pixels. Until it is moved the style sheet decides; a
 * double click gives the panels most of the lab, or the line its first place again.
 */
import { css, html, LitElement, type PropertyValues } from "lit";

/** Least heights in pixels: a line of the map, and a panel with its tabs. */
const LEAST_ABOVE = 160;
const LEAST_BELOW = 92;
/** What a double click gives the panels, of the lab's height. */
const HIGH = 0.62;
const HIGH_MOST = 520;
/** One press of an arrow key, and of Page Up or Page Down. */
const STEP = 24;
const LEAP = 120;

export class QuaysideSplitter extends LitElement {
  static override properties = { label: {}, height: { state: true } };
  declare label: string;
  /** Height below the line; undefined while the style sheet decides. */
  declare private height: number | undefined;
  #from: { readonly y: number; readonly height: number } | undefined;

  static override styles = css`
    :host { display: block; position: absolute; inset: -5px 0 auto; height: 10px; z-index: 5; cursor: row-resize; touch-action: none; }
    div { height: 100%; outline: none; }
    div::after { content: ""; display: block; position: absolute; inset: 4px 0 auto; height: 2px; background: transparent; transition: background 0.15s; }
    div:hover::after, div:focus-visible::after, div.held::after { background: var(--qs-accent); }
    div:focus-visible::after { height: 3px; }
    @media (prefers-reduced-motion: reduce) { div::after { transition: none; } }
    @media (pointer: coarse) { :host { inset: -10px 0 auto; height: 20px; } div::after { inset-block-start: 9px; } }
  `;

  constructor() {
    super();
    this.label = "";
  }

  get #grid(): HTMLElement | null {
    return this.closest<HTMLElement>(".lab");
  }

  /** Height of the part below the line, as it stands now. */
  get #now(): number {
    return this.parentElement?.getBoundingClientRect().height ?? 0;
  }

  get #most(): number {
    const above = this.#grid?.querySelector(".middle")?.getBoundingClientRect().height ?? 0;
    return Math.max(LEAST_BELOW, this.#now + above - LEAST_ABOVE);
  }

  #move(height: number): void {
    this.height = Math.round(Math.max(LEAST_BELOW, Math.min(this.#most, height)));
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("height")) return;
    const { height } = this;
    if (height === undefined) this.#grid?.style.removeProperty("--bottom");
    else this.#grid?.style.setProperty("--bottom", `${height}px`);
  }

  #grab(event: PointerEvent): void {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#from = { y: event.clientY, height: this.#now };
    this.requestUpdate();
  }

  #drag(event: PointerEvent): void {
    if (this.#from !== undefined) this.#move(this.#from.height + this.#from.y - event.clientY);
  }

  #drop(): void {
    this.#from = undefined;
    this.requestUpdate();
  }

  #key(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowUp: STEP, ArrowDown: -STEP, PageUp: LEAP, PageDown: -LEAP };
    const target = event.key === "Home" ? this.#most : event.key === "End" ? LEAST_BELOW : undefined;
    const step = steps[event.key];
    if (target === undefined && step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#move(target ?? this.#now + (step ?? 0));
  }

  protected override render() {
    return html`<div role="separator" aria-orientation="horizontal" tabindex="0" aria-label=${this.label} class=${this.#from === undefined ? "" : "held"}
      aria-valuenow=${Math.round(this.height ?? this.#now)} aria-valuemin=${LEAST_BELOW} aria-valuemax=${Math.round(this.#most)}
      @pointerdown=${this.#grab} @pointermove=${this.#drag} @pointerup=${this.#drop} @pointercancel=${this.#drop}
      @dblclick=${this.#toggle} @keydown=${this.#key}></div>`;
  }

  #toggle(): void {
    const high = Math.min(HIGH_MOST, (this.#grid?.clientHeight ?? 0) * HIGH);
    if (this.height === undefined) this.#move(high);
    else this.height = undefined;
  }
}

customElements.define("quayside-splitter", QuaysideSplitter);

declare global {
  interface HTMLElementTagNameMap {
    "quayside-splitter": QuaysideSplitter;
  }
}

/**
 * What every Quayside element shares: the tokens, the language of the nearest `lang`, and a fence around its own
 * failures: an element that cannot draw says so in its own box and leaves the page alive.
 */
import { type CSSResult, css, html, LitElement, type PropertyValues, render } from "lit";
import { arriving, labsArriving } from "../i18n/by-language.ts";
import { type Texts, textsFor } from "../i18n/index.ts";
import { installTokens } from "./tokens.ts";

/** Reset, focus ring, buttons and small type that the shadow roots share. */
export const sharedStyles = css`
  :host { display: block; box-sizing: border-box; font: 400 0.9375rem/1.4 var(--qs-font); color: var(--qs-text); min-width: 0; }
  :host([hidden]) { display: none; }
  *, *::before, *::after { box-sizing: border-box; }
  button, select, input { font: inherit; color: inherit; }
  button { cursor: pointer; }
  button:disabled { cursor: not-allowed; opacity: 0.5; }
  :focus-visible { outline: 2px solid var(--qs-accent); outline-offset: 2px; }
  .button { display: inline-flex; align-items: center; gap: 0.4em; min-height: 2rem; padding: 0.25rem 0.75rem; border-radius: var(--qs-radius-small);
    border: 1px solid var(--qs-border-strong); background: var(--qs-surface); font-weight: 550; white-space: nowrap; }
  .button:hover:not(:disabled) { background: var(--qs-accent-soft); border-color: var(--qs-accent); }
  .button.primary { background: var(--qs-accent); border-color: var(--qs-accent); color: var(--qs-accent-text); }
  .button.primary:hover:not(:disabled) { background: var(--qs-accent); border-color: var(--qs-text); filter: brightness(1.08); }
  .button.danger { color: var(--qs-danger); border-color: currentColor; }
  .button.danger:hover:not(:disabled) { background: var(--qs-danger-soft); }
  .button.quiet { border-color: transparent; background: transparent; }
  .button svg, .icon { width: 1em; height: 1em; flex: none; fill: currentColor; }
  .muted { color: var(--qs-muted); }
  .mono { font-family: var(--qs-mono); font-size: 0.92em; }
  .hidden-text { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .box-error { padding: 0.75rem 1rem; border: 1px solid var(--qs-danger); border-radius: var(--qs-radius-small); background: var(--qs-danger-soft); color: var(--qs-text); }
`;

/** A strip that scrolls sideways shows by a shadow at which end there is more; its ground is `--edge`. */
export const edgeStyles = css`
  .edges { --shade: color-mix(in srgb, var(--qs-text) 38%, transparent);
    background: linear-gradient(to right, var(--edge) 40%, transparent) 0 0 / 2.5rem 100% no-repeat local, linear-gradient(to left, var(--edge) 40%, transparent) 100% 0 / 2.5rem 100% no-repeat local,
      linear-gradient(to right, var(--shade), transparent) 0 0 / 0.8rem 100% no-repeat scroll, linear-gradient(to left, var(--shade), transparent) 100% 0 / 0.8rem 100% no-repeat scroll; }
`;

/** Gives a shadow root another sheet, which comes after those that it has. */
export function adoptSheet(root: Node, { styleSheet }: CSSResult): void {
  if (root instanceof ShadowRoot && styleSheet !== undefined) root.adoptedStyleSheets.push(styleSheet);
}

export class QuaysideElement extends LitElement {
  #broken = false;

  /** The short texts in the element's language. */
  get t(): Texts {
    return textsFor(this.language);
  }

  /** Language of the nearest element that names one, also across shadow roots. */
  get language(): string {
    let at: Element | null = this;
    while (at !== null) {
      const lang: string | null = at.getAttribute("lang");
      if (lang !== null && lang !== "") return lang;
      const root: Node = at.getRootNode();
      at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    }
    return "en";
  }

  override connectedCallback(): void {
    installTokens();
    super.connectedCallback();
  }

  /** Fetches the words that this element is about to say; undefined when they are there. */
  protected words(): Promise<unknown> | undefined {
    return this.hasUpdated ? undefined : arriving(this.language);
  }

  /** Draws when the words of its language are there: no flash of English. */
  protected override scheduleUpdate(): Promise<void> | undefined {
    const draw = () => void super.scheduleUpdate();
    return this.words()?.then(draw) ?? draw();
  }

  /** Shows the failure in this element's own box. */
  fail(error: unknown): void {
    this.#broken = true;
    console.error(error);
    this.requestUpdate();
  }

  protected override update(changed: PropertyValues): void {
    if (!this.#broken) {
      try {
        super.update(changed);
        return;
      } catch (error) {
        this.fail(error);
      }
    }
    const { partFailed } = this.t;
    try {
      render(html`<div class="box-error" role="alert">${partFailed}</div>`, this.renderRoot, { host: this });
    } catch {
      this.renderRoot.textContent = partFailed;
    }
    this.isUpdatePending = false;
  }
}

/** An element that says what labs say: their words come when it first draws, and those of another lab later. */
export class LabSpeakingElement extends QuaysideElement {
  protected override words(): Promise<unknown> | undefined {
    const waits = [super.words(), labsArriving(this.language)].filter((wait) => wait !== undefined);
    return waits.length === 0 ? undefined : Promise.all(waits);
  }
}

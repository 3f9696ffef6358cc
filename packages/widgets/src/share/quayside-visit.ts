/** `<quayside-visit>`: the strip above a shared run: that it is one, that nothing is kept, and the way back. Dispatches `quayside-home`. */
import { css, html } from "lit";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { icon } from "../base/icons.ts";
import { shareTexts } from "./texts/index.ts";

/** The strip, `<quayside-visit>`. */
export class QuaysideVisit extends QuaysideElement {
  static override styles = [
    sharedStyles,
    css`
      :host { margin-bottom: 0.6rem; padding: 0.4rem 0.5rem 0.4rem 0.9rem; border: 1px solid var(--qs-brass); border-radius: var(--qs-radius); background: var(--qs-brass-soft); }
      div { display: flex; flex-wrap: wrap; gap: 0.35rem 0.75rem; align-items: center; }
      p { flex: 1 1 16rem; margin: 0; }
    `,
  ];

  protected override render() {
    const t = shareTexts(this.language);
    return html`<div role="status"><p><b>${t.visit}</b> ${t.visitHint}</p>
      <button class="button" type="button" @click=${this.#goHome}>${icon("back")}${t.back}</button></div>`;
  }

  #goHome = (): void => {
    this.dispatchEvent(new CustomEvent("quayside-home", { bubbles: true, composed: true }));
  };
}

customElements.define("quayside-visit", QuaysideVisit);

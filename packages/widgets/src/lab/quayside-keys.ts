/** `<quayside-keys>`: the keyboard map as a dialog. Escape, its button and a click beside it close it; the focus goes back. */
import { css, html } from "lit";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { icon } from "../base/icons.ts";
import { type KeyRow, keyGroups } from "./key-list.ts";
import { keyTexts } from "./key-texts/index.ts";

/** The dialog; it opens when it is put into a page, and goes when it is closed. */
export class QuaysideKeys extends QuaysideElement {
  static override styles = [
    sharedStyles,
    css`
      dialog { width: min(46rem, calc(100vw - 1.5rem)); max-height: calc(100dvh - 1.5rem); padding: 0; border: 1px solid var(--qs-border-strong); border-radius: var(--qs-radius); background: var(--qs-raised); color: var(--qs-text); box-shadow: var(--qs-shadow); }
      dialog::backdrop { background: rgb(5 15 22 / 55%); }
      header { position: sticky; top: 0; display: flex; align-items: center; justify-content: space-between; padding: 0.6rem 0.6rem 0.6rem 1.25rem; border-bottom: 1px solid var(--qs-border); background: var(--qs-raised); }
      h2 { margin: 0; font-size: 1.0625rem; font-weight: 650; }
      h3 { margin: 0 0 0.35rem; font-size: 0.75rem; font-weight: 650; letter-spacing: 0.06em; text-transform: uppercase; color: var(--qs-muted); }
      .groups { columns: 2 17rem; column-gap: 2rem; padding: 1rem 1.25rem 0; }
      section { break-inside: avoid; padding-bottom: 1rem; }
      dl { margin: 0; }
      dl > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0.75rem; align-items: baseline; padding: 0.22rem 0; }
      dd { margin: 0; }
      kbd { display: inline-block; min-width: 1.6rem; padding: 0.05rem 0.35rem; border: 1px solid var(--qs-border-strong); border-bottom-width: 2px; border-radius: 4px; background: var(--qs-surface); font: 600 0.78rem/1.35 var(--qs-mono); text-align: center; }
      p { margin: 0; padding: 0.7rem 1.25rem; border-top: 1px solid var(--qs-border); font-size: 0.8125rem; }
    `,
  ];

  protected override render() {
    const texts = keyTexts(this.language);
    return html`<dialog aria-labelledby="title" @close=${() => this.remove()} @keydown=${this.#onKey} @click=${this.#onClick}>
      <header><h2 id="title">${texts.title}</h2><button class="button quiet" type="button" aria-label=${texts.close} @click=${this.#close}>${icon("close")}</button></header>
      <div class="groups">${keyGroups(texts).map(
        ({ title, rows }) => html`<section><h3>${title}</h3><dl>${rows.map(drawRow)}</dl></section>`,
      )}</div>
      <p class="muted">${texts.note}</p></dialog>`;
  }

  protected override firstUpdated(): void {
    this.#dialog?.showModal();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector("dialog");
  }

  /** The lab's keys and the sheet around it rest while the dialog is open. */
  #onKey = (event: Event): void => event.stopPropagation();

  #close = (): void => this.#dialog?.close();

  /** A click on the backdrop has the dialog itself as its target: what stands in it covers it. */
  #onClick = (event: Event): void => {
    if (event.target === this.#dialog) this.#close();
  };
}

function drawRow({ keys, text }: KeyRow) {
  const caps = keys.map((together) => together.map((key, at) => html`${at > 0 ? "+" : ""}<kbd>${key}</kbd>`));
  return html`<div><dt>${caps.map((cap) => html`${cap} `)}</dt><dd>${text}</dd></div>`;
}

customElements.define("quayside-keys", QuaysideKeys);

/** Shows the keys inside `root`, a lab's shadow root; once, however often it is asked. */
export function showKeys(root: ParentNode & Node): void {
  if (root.querySelector("quayside-keys") === null) root.appendChild(new QuaysideKeys());
}

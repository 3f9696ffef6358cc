/**
 * `<quayside-share>`: the dialog behind the lab's share button: the link to the moment shown, copying it, saving the run as a
 * file, opening one. Ordinary buttons, not a menu: the link can be read and selected. Dispatches
 * `quayside-share-close`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { clockText } from "../base/clock.ts";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { icon } from "../base/icons.ts";
import type { LabContext } from "../run/lab-context.ts";
import { MAX_LINK_CHARS } from "./link-text.ts";
import { openFile } from "./open-run.ts";
import { ShareRefused } from "./share-problem.ts";
import { fileNameOf, fileTextOf, linkOf, takeRun } from "./take-run.ts";
import { problemText, shareTexts } from "./texts/index.ts";

/** What the dialog says of the last thing it did. */
interface Said {
  readonly text: string;
  readonly bad: boolean;
}

/** The dialog, `<quayside-share>`. */
export class QuaysideShare extends QuaysideElement {
  static override properties = {
    lab: { attribute: false },
    link: { state: true },
    noLink: { state: true },
    said: { state: true },
  };
  static override styles = [
    sharedStyles,
    css`
      :host { display: contents; }
      dialog { width: min(27rem, calc(100vw - 1.5rem)); max-height: calc(100dvh - 1.5rem); margin: auto; padding: 0.9rem 1rem 1rem; overflow: auto; color: inherit;
        border: 1px solid var(--qs-border-strong); border-radius: var(--qs-radius); background: var(--qs-raised); box-shadow: var(--qs-shadow); }
      dialog::backdrop { background: rgb(8 20 30 / 0.45); }
      header { display: flex; align-items: flex-start; gap: 0.5rem; }
      h2 { flex: 1; margin: 0.2rem 0 0; font-size: 1rem; line-height: 1.3; }
      p { margin: 0.35rem 0 0; }
      label { display: block; margin-top: 0.75rem; font-weight: 600; }
      input.link { width: 100%; min-height: 2rem; margin-top: 0.2rem; padding: 0.25rem 0.6rem; border: 1px solid var(--qs-border-strong); border-radius: var(--qs-radius-small);
        background: var(--qs-surface); font: 0.8rem/1.2 var(--qs-mono); text-overflow: ellipsis; }
      small { display: block; margin-top: 0.2rem; font-size: 0.78rem; font-variant-numeric: tabular-nums; }
      .row { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 0.75rem; }
      .row .primary { flex: 1 0 100%; justify-content: center; }
      .row .button:not(.primary) { flex: 1; justify-content: center; }
      .said:not(:empty) { margin-top: 0.75rem; padding: 0.45rem 0.7rem; border-radius: var(--qs-radius-small); background: var(--qs-accent-soft); overflow-wrap: anywhere; }
      .said.bad:not(:empty) { background: var(--qs-danger-soft); }
      .instead { margin-top: 0.75rem; padding: 0.45rem 0.7rem; border-radius: var(--qs-radius-small); background: var(--qs-brass-soft); }
      code { font: 0.92em var(--qs-mono); }
    `,
  ];

  /** The lab whose run is shared. */
  declare lab: LabContext | undefined;
  declare private link: string;
  declare private noLink: ShareRefused | undefined;
  declare private said: Said;

  constructor() {
    super();
    this.link = "";
    this.said = { text: "", bad: false };
  }

  get #t() {
    return shareTexts(this.language);
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector("dialog")?.showModal();
    void this.#makeLink();
  }

  protected override render() {
    const t = this.#t;
    const taken = this.lab === undefined ? undefined : takeRun(this.lab);
    if (taken === undefined) return nothing;
    return html`<dialog aria-labelledby="title" @close=${this.#closed} @keydown=${this.#onKey} @click=${this.#onClick}>
      <header><h2 id="title">${t.title}</h2>
        <button class="button quiet" type="button" aria-label=${t.close} title=${t.close} @click=${this.#close}>${icon("close")}</button></header>
      <p class="muted">${t.about(clockText(taken.shared.view.atMs))}</p>
      ${this.#drawLink()}
      <div class="row">
        ${this.noLink === undefined ? html`<button class="button primary" type="button" autofocus aria-disabled=${this.link === ""} @click=${this.#copy}>${icon("share")}${t.copy}</button>` : nothing}
        <button class="button" type="button" @click=${this.#save}>${t.save}</button>
        <button class="button" type="button" @click=${this.#choose}>${t.open}</button>
      </div>
      <input type="file" accept="application/json,.json" hidden aria-label=${t.open} @change=${this.#open} />
      <p class="said ${this.said.bad ? "bad" : ""}" role="status">${this.said.text}</p>
      <p><small class="muted">${t.fileHint(fileNameOf(taken))}</small></p>
    </dialog>`;
  }

  #drawLink(): TemplateResult {
    const t = this.#t;
    const { noLink, link } = this;
    if (noLink !== undefined) {
      const reason = noLink.problem === "no-compression" ? "no-compression" : "too-long";
      return html`<p class="instead">${t.noLink[reason]}</p>`;
    }
    const count = (value: number) => value.toLocaleString(this.language);
    const chars = Math.max(0, link.length - link.indexOf("#") - 1);
    return html`<label>${t.link}<input class="link" readonly .value=${link} placeholder=${t.making} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} /></label>
      <small class="muted">${link === "" ? t.making : t.size(count(chars), count(MAX_LINK_CHARS))}</small>`;
  }

  async #makeLink(): Promise<void> {
    const taken = this.lab === undefined ? undefined : takeRun(this.lab);
    if (taken === undefined) return;
    try {
      this.link = await linkOf(taken, location);
      this.noLink = undefined;
    } catch (error) {
      this.link = "";
      if (error instanceof ShareRefused) this.noLink = error;
      else this.fail(error);
    }
  }

  #copy = async (): Promise<void> => {
    await this.#makeLink();
    if (this.link === "") return;
    await this.updateComplete;
    const copied = await copyField(this.renderRoot.querySelector<HTMLInputElement>("input.link"));
    this.said = { text: copied ? this.#t.copied : this.#t.notCopied, bad: false };
  };

  #save = (): void => {
    const taken = this.lab === undefined ? undefined : takeRun(this.lab);
    if (taken === undefined) return;
    const name = fileNameOf(taken);
    const anchor = document.createElement("a");
    anchor.href = URL.createObjectURL(new Blob([fileTextOf(taken)], { type: "application/json" }));
    anchor.download = name;
    anchor.click();
    URL.revokeObjectURL(anchor.href);
    this.said = { text: this.#t.saved(name), bad: false };
  };

  #choose = (): void => {
    this.renderRoot.querySelector<HTMLInputElement>("input[type=file]")?.click();
  };

  #open = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = "";
    if (file === undefined || this.lab === undefined) return;
    try {
      await openFile(this.lab, file);
      this.#close();
    } catch (error) {
      this.said = { text: problemText(error, "file", this.language), bad: true };
    }
  };

  /** The lab's keys and the sheet around it rest while the dialog is open. */
  #onKey = (event: Event): void => event.stopPropagation();

  /** The dialog itself is clicked only where it shows nothing: on what lies behind it, or on its edge. */
  #onClick = (event: Event): void => {
    if (event.target === event.currentTarget) this.#close();
  };

  /** The browser gives the focus back to the button that opened the dialog. */
  #close = (): void => {
    this.renderRoot.querySelector("dialog")?.close();
  };

  #closed = (): void => {
    this.dispatchEvent(new CustomEvent("quayside-share-close", { bubbles: true, composed: true }));
  };
}

/**
 * Copies what stands in a field. Where the clipboard is closed to us, the old way is tried, and at worst the text is left
 * selected. Not the terminal's way: what lies outside of an open dialog cannot be selected.
 */
async function copyField(field: HTMLInputElement | null): Promise<boolean> {
  if (field === null) return false;
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand("copy");
  }
}

customElements.define("quayside-share", QuaysideShare);

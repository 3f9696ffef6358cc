/** What the lab tells the learner above the map: refusals in AWS's words, questions before the future is dropped, news. */
import { html, nothing, type TemplateResult } from "lit";
import { clockText } from "../base/clock.ts";
import type { Texts } from "../i18n/index.ts";

/** One message at a time; a newer one replaces it. */
export type Notice =
  | { readonly kind: "news"; readonly text: string }
  | {
      readonly kind: "refused";
      readonly title: string;
      readonly message: string;
      readonly places: readonly string[];
      readonly recorded?: boolean;
    }
  | {
      readonly kind: "problem";
      readonly title: string;
      readonly text: string;
      /** What the learner can do about it. */
      readonly way?: { readonly label: string; readonly go: () => void };
    }
  | { readonly kind: "travel"; readonly atMs: number; readonly go: () => void }
  | { readonly kind: "reset"; readonly go: () => void; readonly another?: boolean };

export interface NoticeActions {
  readonly dismiss: () => void;
  readonly present: () => void;
  /** Explains the call that was refused last. */
  readonly why: () => void;
}

/** The notice as a bar. It is said by the place that it appears in, which is a live region: no role of its own says it twice. */
export function drawNotice(
  notice: Notice | undefined,
  t: Texts,
  actions: NoticeActions,
): TemplateResult | typeof nothing {
  if (notice === undefined) return nothing;
  if (notice.kind === "travel") {
    const at = clockText(notice.atMs);
    return html`<div class="notice ask" role="alertdialog" aria-label=${t.past}><div>${t.travelAsk(at)}</div>
      <button class="button primary" type="button" @click=${notice.go}>${t.travelYes}</button>
      <button class="button" type="button" @click=${actions.present}>${t.travelNo}</button></div>`;
  }
  if (notice.kind === "reset") {
    return html`<div class="notice ask" role="alertdialog" aria-label=${t.reset}><div>${notice.another === true ? t.openAsk : t.resetAsk}</div>
      <button class="button danger" type="button" @click=${notice.go}>${t.confirm}</button>
      <button class="button" type="button" @click=${actions.dismiss}>${t.cancel}</button></div>`;
  }
  const dismiss = html`<button class="button quiet" type="button" @click=${actions.dismiss}>${t.dismiss}</button>`;
  if (notice.kind === "news") return html`<div class="notice"><div>${notice.text}</div>${dismiss}</div>`;
  if (notice.kind === "problem") {
    const { title, text, way } = notice;
    return html`<div class="notice refused"><div><b>${title}</b>${text}</div>
      ${way === undefined ? nothing : html`<button class="button" type="button" @click=${way.go}>${way.label}</button>`}${dismiss}</div>`;
  }
  return html`<div class="notice refused"><div><b>${notice.title}</b><code>${notice.message}</code>
    ${notice.places.map((place) => html`<div class="muted">${t.atPlace(place)}</div>`)}</div>
    ${notice.recorded === true ? html`<button class="button" type="button" @click=${actions.why}>${t.why}</button>` : nothing}${dismiss}</div>`;
}

/** How long good news stays on the screen, in real milliseconds. */
const NEWS_MS = 5000;

/** News goes by itself; refusals and questions stay until they are answered. */
export class NewsTimer {
  readonly #over: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(over: () => void) {
    this.#over = over;
  }

  /** A notice has come, or gone. */
  start(notice: Notice | undefined): void {
    this.stop();
    if (notice?.kind === "news") this.#timer = setTimeout(this.#over, NEWS_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

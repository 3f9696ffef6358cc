/** Draws a notice. Comes with the first one. */
import { html, nothing, type TemplateResult } from "lit";
import { clockText } from "../base/clock.ts";
import { textsFor } from "../i18n/index.ts";
import type { Notice, Way } from "../run/notices.ts";
import { noticeTexts } from "./notice-texts/index.ts";

export interface NoticeActions {
  readonly dismiss: () => void;
  readonly present: () => void;
  /** Explains the call that was refused last. */
  readonly why: () => void;
}

/** The notice as a bar. It is said by the place that it appears in, which is a live region: no role of its own says it twice. */
export function drawNotice(
  notice: Notice | undefined,
  language: string,
  actions: NoticeActions,
): TemplateResult | typeof nothing {
  if (notice === undefined) return nothing;
  const t = noticeTexts(language);
  const { past, reset, why } = textsFor(language);
  if (notice.kind === "travel") {
    const at = clockText(notice.atMs);
    return html`<div class="notice ask" role="alertdialog" aria-label=${past}><div>${t.travelAsk(at)}</div>
      <button class="button primary" type="button" @click=${notice.go}>${t.travelYes}</button>
      <button class="button" type="button" @click=${actions.present}>${t.travelNo}</button></div>`;
  }
  if (notice.kind === "reset") {
    return html`<div class="notice ask" role="alertdialog" aria-label=${reset}><div>${notice.another === true ? t.openAsk : t.resetAsk}</div>
      <button class="button danger" type="button" @click=${notice.go}>${t.confirm}</button>
      ${drawWay(notice.way)}
      <button class="button" type="button" @click=${actions.dismiss}>${t.cancel}</button></div>`;
  }
  const dismiss = html`<button class="button quiet" type="button" @click=${actions.dismiss}>${t.dismiss}</button>`;
  if (notice.kind === "news" || notice.kind === "problem") {
    const { text, way } = notice;
    const title = notice.kind === "news" ? nothing : html`<b>${notice.title}</b>`;
    return html`<div class="notice ${notice.kind === "news" ? "" : "refused"}"><div>${title}${text}</div>
      ${drawWay(way)}${dismiss}</div>`;
  }
  return html`<div class="notice refused"><div><b>${notice.title}</b><code>${notice.message}</code>
    ${notice.places.map((place) => html`<div class="muted">${t.atPlace(place)}</div>`)}</div>
    ${notice.recorded === true ? html`<button class="button" type="button" @click=${actions.why}>${why}</button>` : nothing}${dismiss}</div>`;
}

function drawWay(way: Way | undefined): TemplateResult | typeof nothing {
  return way === undefined
    ? nothing
    : html`<button class="button" type="button" @click=${way.go}>${way.label}</button>`;
}

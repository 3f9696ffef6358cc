/** What the lab tells the learner above the map: refusals in AWS's words, questions before the future is dropped, news. */
import { html, nothing, type TemplateResult } from "lit";
import { shortId } from "../cloud.ts";
import type { Texts } from "../i18n/index.ts";
import { clockText } from "../timeline/clock.ts";
import type { Refused } from "./definition-desk.ts";

/** One message at a time; a newer one replaces it. */
export type Notice =
  | { readonly kind: "news"; readonly text: string }
  | { readonly kind: "refused"; readonly title: string; readonly message: string; readonly places: readonly string[] }
  | { readonly kind: "problem"; readonly title: string; readonly text: string }
  | { readonly kind: "travel"; readonly atMs: number; readonly go: () => void }
  | { readonly kind: "reset"; readonly go: () => void };

export interface NoticeActions {
  readonly dismiss: () => void;
  readonly present: () => void;
}

/** The notice as a bar. */
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
    return html`<div class="notice ask" role="alertdialog" aria-label=${t.reset}><div>${t.resetAsk}</div>
      <button class="button danger" type="button" @click=${notice.go}>${t.confirm}</button>
      <button class="button" type="button" @click=${actions.dismiss}>${t.cancel}</button></div>`;
  }
  const dismiss = html`<button class="button quiet" type="button" @click=${actions.dismiss}>${t.dismiss}</button>`;
  if (notice.kind === "news") return html`<div class="notice" role="status"><div>${notice.text}</div>${dismiss}</div>`;
  if (notice.kind === "problem")
    return html`<div class="notice refused" role="alert"><div><b>${notice.title}</b>${notice.text}</div>${dismiss}</div>`;
  return html`<div class="notice refused" role="alert"><div><b>${notice.title}</b><code>${notice.message}</code>
    ${notice.places.map((place) => html`<div class="muted">${t.atPlace(place)}</div>`)}</div>${dismiss}</div>`;
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

/** What a press of "Register & run" or "Stop" has to say. `places` are where the editor's rules see the mistake. */
export function noticeOf(
  result: { readonly ok: true; readonly taskArn?: string; readonly revision: string } | Refused,
  done: (id: string, revision: string) => string,
  t: Texts,
  places: readonly string[],
): Notice {
  if (result.ok) return { kind: "news", text: done(shortId(result.taskArn ?? ""), result.revision) };
  const plain = (message: string): Notice => ({ kind: "refused", title: message, message: "", places: [] });
  if (result.reason === "no-cluster") return plain(t.noCluster);
  if (result.reason === "no-subnet") return plain(t.noSubnet);
  if (result.reason === "bad-json") return plain(t.badJson(result.message));
  if (result.reason === "placement") return plain(t.capacityFailure(result.message));
  const title = t.refused(result.operation);
  const message = `An error occurred (${result.code}) when calling the ${result.operation} operation: ${result.message}`;
  return { kind: "refused", title, message: result.code === "ParamValidation" ? result.message : message, places };
}

/** AWS's words of a refusal; empty for anything else. */
export function wordsOf(result: { readonly ok: boolean; readonly message?: string }): string {
  return result.ok ? "" : (result.message ?? "");
}

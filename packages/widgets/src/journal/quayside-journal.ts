/**
 * `<quayside-journal>`: everything that happened as sentences, filterable. A record says what led to it; choosing one shows
 * its moment (`quayside-evidence` { seqs }), its "Why?" explains it (`quayside-why` with the record as selection). A record that
 * is pointed at (`evidence`) comes into view.
 */
import type { JournalRecord } from "@quayside/simulator";
import { css, html, nothing, type PropertyValues } from "lit";
import { clockText } from "../base/clock.ts";
import type { Selection } from "../base/cloud.ts";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { sentenceIn } from "../i18n/sentences.ts";
import { matching } from "./filter.ts";
import { journalTexts } from "./texts/index.ts";

const PAGE = 150;

/** Everything that happened, `<quayside-journal>`. */
export class QuaysideJournal extends QuaysideElement {
  static override styles = [
    sharedStyles,
    css`
      .head { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5rem 0.8rem; align-items: center; padding: 0.5rem 0.8rem; background: var(--qs-surface); border-bottom: 1px solid var(--qs-border); }
      input { flex: 1 1 10rem; min-height: 2rem; padding: 0 0.6rem; border: 1px solid var(--qs-border-strong); border-radius: var(--qs-radius-small); background: var(--qs-bg); }
      ol { margin: 0; padding: 0; list-style: none; }
      li { display: grid; grid-template-columns: 4.6rem 3.6rem minmax(0, 1fr) auto; gap: 0.6rem; align-items: baseline; padding: 0.28rem 0.8rem; border-bottom: 1px solid var(--qs-border); }
      li.call { background: var(--qs-accent-soft); font-weight: 600; }
      li.refused { background: var(--qs-danger-soft); }
      li.future { background: var(--qs-bg); border-bottom-style: dashed; font-weight: 400; }
      li.future .sentence { color: var(--qs-muted); }
      li.marked { box-shadow: inset 4px 0 var(--qs-brass); }
      time, .number { font-family: var(--qs-mono); font-size: 0.8rem; color: var(--qs-muted); font-variant-numeric: tabular-nums; }
      .sentence { overflow-wrap: anywhere; }
      .go { border: 0; padding: 0; background: none; text-align: start; font: inherit; }
      .go:hover { text-decoration: underline; text-underline-offset: 3px; }
      .cause { border: 0; background: none; padding: 0; font-size: 0.75rem; color: var(--qs-accent); white-space: nowrap; font-weight: 400; }
      .asks { display: inline-flex; gap: 0.7rem; justify-content: flex-end; }
      .cause:hover { text-decoration: underline; }
      .more { margin: 0.6rem 0.8rem; }
      p { padding: 0 0.8rem; }
      @container (max-width: 34rem) { li { grid-template-columns: 4.2rem minmax(0, 1fr); } .number { display: none; } .asks { grid-column: 2; justify-content: flex-start; } }
    `,
  ];
  static override properties = {
    records: { attribute: false },
    count: { type: Number },
    evidence: { attribute: false },
    filter: { state: true },
    shown: { state: true },
  };
  declare records: readonly JournalRecord[];
  /** Records up to the moment shown; later ones are drawn muted, with a dashed edge. */
  declare count: number;
  declare evidence: readonly number[];
  declare filter: string;
  declare shown: number;

  constructor() {
    super();
    this.records = [];
    this.count = 0;
    this.evidence = [];
    this.filter = "";
    this.shown = PAGE;
  }

  /** What is pointed at is on the page, whatever was filtered. */
  protected override willUpdate(changed: PropertyValues): void {
    const seq = this.evidence.at(-1);
    if (!changed.has("evidence") || seq === undefined) return;
    this.filter = "";
    this.shown = Math.max(this.shown, this.records.length - seq);
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("evidence") || this.evidence.length === 0) return;
    this.renderRoot.querySelector(".marked")?.scrollIntoView({ block: "center" });
  }

  /** A frame of playing changes nothing here unless something happened. */
  protected override shouldUpdate(changed: PropertyValues): boolean {
    return changed.size > 0;
  }

  get #words() {
    return journalTexts(this.language);
  }

  protected override render() {
    const found = matching(this.records, this.filter, (record) => sentenceIn(record, this.language));
    const page = found.slice(-this.shown).reverse();
    return html`<div class="head">
        <input type="search" .value=${this.filter} placeholder=${this.#words.filterPlace} aria-label=${this.#words.filter} @input=${this.#onFilter} />
        <span class="muted" role="status">${this.#words.records(found.length, this.records.length)} · ${this.#words.newest}</span>
      </div>
      ${page.length === 0 ? html`<p class="muted">${this.#words.none}</p>` : html`<ol>${page.map((record) => this.#renderRecord(record))}</ol>`}
      ${found.length > page.length ? html`<button class="button more" type="button" @click=${this.#onMore}>${this.#words.showMore(Math.min(PAGE, found.length - page.length))}</button>` : nothing}`;
  }

  #renderRecord(record: JournalRecord) {
    const { t } = this;
    const refused = record.kind === "CALL" && !record.facts.outcome.ok;
    const look = [
      record.kind === "CALL" ? "call" : "",
      refused ? "refused" : "",
      record.seq >= this.count ? "future" : "",
      this.evidence.includes(record.seq) ? "marked" : "",
    ];
    const cause = record.cause < 0 ? undefined : this.records[record.cause];
    return html`<li class=${look.join(" ")}>
      <time>${clockText(record.atMs)}</time><span class="number">${record.major}.${record.minor}</span>
      <button class="go sentence" type="button" title=${this.#words.goThere} @click=${() => this.#show(record.seq)}>${sentenceIn(record, this.language)}</button>
      <span class="asks"><button class="cause" type="button" aria-label=${`${t.why} ${record.major}.${record.minor}`} @click=${() => this.#ask(record.seq)}>${t.why}</button>${cause === undefined || record.minor === 0 ? nothing : html`<button class="cause" type="button" @click=${() => this.#show(cause.seq)}>${this.#words.causedBy(`${cause.major}.${cause.minor}`)}</button>`}</span>
    </li>`;
  }

  #onFilter = (event: Event): void => {
    this.filter = (event.target as HTMLInputElement).value;
    this.shown = PAGE;
  };

  #onMore = (): void => {
    this.shown += PAGE;
  };

  #ask(seq: number): void {
    const detail: Selection = { table: "records", key: String(seq) };
    this.dispatchEvent(new CustomEvent("quayside-why", { detail, bubbles: true, composed: true }));
  }

  #show(seq: number): void {
    this.dispatchEvent(
      new CustomEvent("quayside-evidence", { detail: { seqs: [seq] }, bubbles: true, composed: true }),
    );
  }
}

customElements.define("quayside-journal", QuaysideJournal);

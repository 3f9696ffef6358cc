/**
 * `<quayside-why>`: the answer to "why?" of a thing or of a record: one sentence, the table behind the decision, the lesson
 * that teaches it, the chain of causes, and the other decisions about the same task. Dispatches `quayside-record` { seq }
 * (the journal is to be opened there), `quayside-evidence` { seqs } (its moment is to be shown), and `quayside-verdicts`
 * { verdicts } (what a placement, told stage by stage, makes of the instances on the map).
 */
import type { JournalRecord, Session } from "@quayside/simulator";
import { type About, type TraceTable, type Why, type WhyStep, whyOf } from "@quayside/simulator/why";
import { css, html, nothing, type PropertyValues } from "lit";
import { clockText } from "../base/clock.ts";
import { containersOf, type Moment } from "../base/cloud.ts";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import type { Failures, LoadFailures } from "../base/failures.ts";
import { icon } from "../base/icons.ts";
import { firstLesson, type LessonLink, type LoadLessonLinks } from "../base/lesson-links.ts";
import { type Headline, headlineOf, plainSentence } from "./headline.ts";
import { standingsAfter } from "./stage-telling.ts";
import { drawStages, stageStyles } from "./stage-view.ts";
import { whyTexts } from "./texts/index.ts";
import { drawTrace, traceStyles } from "./trace-view.ts";

/** The answer to "why?", `<quayside-why>`. */
export class QuaysideWhy extends QuaysideElement {
  static override styles = [
    sharedStyles,
    traceStyles,
    stageStyles,
    css`
      :host { container: why / inline-size; }
      .sentence { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
      .more { margin: 0.35rem 0 0; font-size: 0.875rem; overflow-wrap: anywhere; }
      .says { display: block; margin: 0.35rem 0 0; padding-inline-start: 0.6rem; border-inline-start: 3px solid var(--qs-border-strong); font: 0.8125rem/1.45 var(--qs-mono); white-space: pre-wrap; overflow-wrap: anywhere; }
      h3 { margin: 0.8rem 0 0.2rem; font-size: 0.75rem; font-weight: 650; color: var(--qs-muted); }
      ol { margin: 0; padding: 0; list-style: none; }
      li { display: flex; gap: 0.2rem; align-items: stretch; border-top: 1px solid var(--qs-border); }
      .here { display: flex; gap: 0.2rem; margin: 0.5rem 0 0; }
      .here .open { color: var(--qs-accent); }
      li button, .here button { border: 0; background: none; text-align: start; font-size: 0.8rem; border-radius: 4px; }
      .open { flex: 1; min-width: 0; min-height: 1.75rem; padding: 0.3rem 0.2rem; overflow-wrap: anywhere; }
      .open:hover, .lesson:hover { text-decoration: underline; text-underline-offset: 3px; }
      .go { flex: none; align-self: center; min-height: 1.5rem; padding: 0 0.35rem; font-family: var(--qs-mono); color: var(--qs-muted); font-variant-numeric: tabular-nums; }
      .go:hover { color: var(--qs-accent); background: var(--qs-surface); }
      .lesson { display: inline-block; margin-top: 0.6rem; color: var(--qs-accent); font-weight: 600; text-decoration: none; }
      .part { max-height: 24rem; overflow: auto; }
      .widen { margin-top: 0.5rem; }
      dialog { container: why / inline-size; width: min(76rem, 96vw); max-height: 92vh; padding: 0.5rem 1rem 1rem; border: 1px solid var(--qs-border-strong); border-radius: var(--qs-radius); background: var(--qs-bg); color: var(--qs-text); overflow: auto; }
      dialog::backdrop { background: rgb(0 0 0 / 45%); }
      dialog form { display: flex; justify-content: flex-end; position: sticky; top: 0; }
      .back { margin: 0 0 0.4rem; padding-inline: 0.3rem; min-height: 1.6rem; }
    `,
  ];
  static override properties = {
    session: { attribute: false },
    moment: { attribute: false },
    about: { attribute: false },
    lessons: { attribute: false },
    failures: { attribute: false },
    known: { state: true },
    asked: { state: true },
    lesson: { state: true },
    step: { state: true },
    wide: { state: true },
  };
  declare session: Session | undefined;
  declare moment: Moment | undefined;
  /** Where lessons stand; without it none is offered. */
  declare lessons: LoadLessonLinks | undefined;
  /** What messages of AWS mean; without it records tell themselves. */
  declare failures: LoadFailures | undefined;
  /** The messages, once they are here. */
  declare private known: Failures | undefined;
  /** A row by its key, or a record by its number. */
  declare about: About | undefined;
  /** Another record that was asked about from here. */
  declare asked: number | undefined;
  declare lesson: LessonLink | undefined;
  /** How many stages of a placement are told on the map; 0 while none is. */
  declare step: number;
  /** The table is shown on the whole window. */
  declare wide: boolean;
  #why: Why | undefined;
  #told = 0;
  #knownFor: readonly unknown[] = [];
  #lessonOf = "";

  constructor() {
    super();
    this.wide = false;
    this.step = 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.step = 0;
    this.#showStep();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get("about") as About | undefined;
    if (changed.has("about") && JSON.stringify(before) !== JSON.stringify(this.about)) this.asked = undefined;
    this.#think();
  }

  protected override updated(): void {
    this.#showStep();
  }

  protected override render() {
    const why = this.#why;
    const t = whyTexts(this.language);
    if (why === undefined) return html`<p class="sentence">${t.nothing}</p>`;
    const head = headlineOf(why, this.moment?.tables, this.language, this.known);
    return html`${this.asked === undefined ? nothing : html`<button class="button quiet back" type="button" @click=${this.#goBack}>${icon("back")}${t.back}</button>`}
      <p class="sentence" role="status">${head.text}</p>
      ${head.more === undefined ? nothing : html`<p class="more">${head.more}</p>`}
      ${head.says === undefined ? nothing : html`<code class="says" lang="en">${head.says}</code>`}
      ${why.table === undefined ? nothing : this.#renderTable(why.table)}
      ${drawStages({ table: why.table, step: this.step, lang: this.language, go: this.#goTo })}
      ${this.lesson === undefined ? nothing : html`<a class="lesson" href=${this.lesson.href}>${t.lesson(this.lesson.title)}</a>`}
      <p class="here">${this.#renderOpen(why.record, t.inJournal(stepOf(why.record)))}${this.#renderGo(why.record)}</p>
      ${why.chain.length < 2 ? nothing : html`<h3>${t.chain}</h3><ol class="chain">${why.chain.slice(1).map((step) => this.#renderStep(step, head))}</ol>`}
      ${why.decisions.length === 0 ? nothing : html`<h3>${t.decisions}</h3><ol class="decisions">${why.decisions.map((step) => this.#renderDecision(step, head))}</ol>`}`;
  }

  /** A large table scrolls in its place, and can be had on the whole window. */
  #renderTable(table: TraceTable) {
    const t = whyTexts(this.language);
    const isLarge = table.columns.length > 3 || table.rows.length > 6;
    if (!isLarge) return drawTrace(table, this.language);
    return html`<div class="part" tabindex="0" role="region" aria-label=${t.table}>${drawTrace(table, this.language)}</div>
      <button class="button widen" type="button" aria-haspopup="dialog" @click=${this.#widen}>${t.wide}</button>
      <dialog aria-label=${t.table} @close=${this.#narrow} @keydown=${(event: Event) => event.stopPropagation()}>${
        this.wide
          ? html`<form method="dialog"><button class="button quiet" aria-label=${this.t.close} title=${this.t.close}>${icon("close")}</button></form>${drawTrace(table, this.language)}`
          : nothing
      }</dialog>`;
  }

  #renderStep({ record }: WhyStep, { says }: Headline) {
    return html`<li>${this.#renderOpen(record, plainSentence(record, says, this.language))}${this.#renderGo(record)}</li>`;
  }

  #renderOpen(record: JournalRecord, text: string) {
    const title = whyTexts(this.language).inJournal(stepOf(record));
    return html`<button class="open" type="button" title=${title} @click=${() => this.#tell("quayside-record", { seq: record.seq })}>${text}</button>`;
  }

  #renderDecision({ record }: WhyStep, { says }: Headline) {
    return html`<li><button class="open" type="button" @click=${() => this.#ask(record.seq)}>${plainSentence(record, says, this.language)}</button>${this.#renderGo(record)}</li>`;
  }

  #renderGo({ seq, atMs }: JournalRecord) {
    const at = clockText(atMs);
    const label = whyTexts(this.language).goThere(at);
    return html`<button class="go" type="button" title=${label} aria-label=${label} @click=${() => this.#tell("quayside-evidence", { seqs: [seq] })}>${at}</button>`;
  }

  /** Thinks again only when something about the thing has changed, not with every frame. */
  #think(): void {
    const { session, moment, about } = this;
    if (session === undefined || moment === undefined || about === undefined) {
      this.#why = undefined;
      return;
    }
    const target: About = this.asked === undefined ? about : { seq: this.asked };
    const from = [session, JSON.stringify(target), this.language, ...rowsBehind(moment, target, session)];
    if (from.length === this.#knownFor.length && from.every((each, at) => each === this.#knownFor[at])) return;
    this.#knownFor = from;
    this.#why = whyOf(session.journal, target, moment.recordCount);
    this.step = 0;
    void this.#findLesson(this.#why?.causes ?? []);
  }

  async #findLesson(causes: readonly string[]): Promise<void> {
    // Without them records tell themselves.
    this.known ??= await this.failures?.(this.language).catch(() => undefined);
    const wanted = `${this.language} ${causes.join("; ")}`;
    if (this.#lessonOf === wanted) return;
    this.#lessonOf = wanted;
    const found = await firstLesson(this.lessons, causes, this.language);
    if (this.#lessonOf === wanted) this.lesson = found;
  }

  #ask(seq: number): void {
    this.asked = seq;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".back")?.focus());
  }

  #goTo = (step: number): void => {
    this.step = step;
  };

  /** Tells the map what the stages so far make of each instance. */
  #showStep(): void {
    if (this.step === this.#told) return;
    this.#told = this.step;
    const table = this.#why?.table;
    const verdicts = this.step === 0 || table === undefined ? undefined : standingsAfter(table, this.step);
    this.#tell("quayside-verdicts", { verdicts });
  }

  #widen = (): void => {
    this.wide = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector("dialog")?.showModal());
  };

  #narrow = (): void => {
    this.wide = false;
  };

  #goBack = (): void => {
    this.asked = undefined;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".decisions button")?.focus());
  };

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** A record as the journal numbers it. */
function stepOf({ major, minor }: JournalRecord): string {
  return `${major}.${minor}`;
}

/** The rows whose change changes the answer: of a task also its containers; of anything else every record counts. */
function rowsBehind({ tables, recordCount }: Moment, about: About, { journal }: Session): unknown[] {
  const key = "key" in about ? about.key : (journal.at(about.seq)?.subject ?? "");
  const task = tables.tasks.get(key) ?? tables.tasks.get(tables.containers.get(key)?.taskArn ?? "");
  return task === undefined ? [recordCount] : [task, ...containersOf(tables, task.taskArn)];
}

customElements.define("quayside-why", QuaysideWhy);

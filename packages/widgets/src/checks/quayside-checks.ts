/**
 * `<quayside-checks>`: the live list of a lab's checks with their evidence, the report of "Check my work", the ladder of
 * hints and the offer of the solution. Shows what it is given, of the hints those that were taken; asks with `quayside-grade`, `quayside-hint`,
 * `quayside-solution` and `quayside-evidence` { seqs }.
 */
import type { CheckResult, Lab, Mark, Text } from "@quayside/grader";
import { html, nothing, type PropertyValues } from "lit";
import { LabSpeakingElement, sharedStyles } from "../base/element.ts";
import { icon } from "../base/icons.ts";
import { checksStyles } from "./checks-styles.ts";
import { drawSolutionOffer } from "./solution-offer.ts";
import { checksTexts } from "./texts/index.ts";

/** The checks, marks and hints of a lab, `<quayside-checks>`. */
export class QuaysideChecks extends LabSpeakingElement {
  static override styles = [sharedStyles, checksStyles];
  static override properties = {
    lab: { attribute: false },
    results: { attribute: false },
    earlier: { attribute: false },
    mark: { attribute: false },
    hints: { attribute: false },
    hintsTaken: { type: Number },
    attempts: { type: Number },
    asking: { state: true },
    graded: { state: true },
  };
  declare lab: Lab | undefined;
  declare results: readonly CheckResult[];
  /** Check id -> when it passed, from this and earlier visits. */
  declare earlier: Readonly<Record<string, number>>;
  /** The latest report; undefined until it was asked for. */
  declare mark: Mark | undefined;
  /** The hints that were taken; fewer while the lab's answers are on their way. */
  declare hints: readonly Text[];
  declare hintsTaken: number;
  declare attempts: number;
  /** Asked whether to see the solution without having tried. */
  declare asking: boolean;
  /** "Check my work" was pressed; `attempts` follows when the lab's answers are here. */
  declare graded: boolean;

  constructor() {
    super();
    this.results = [];
    this.earlier = {};
    this.hints = [];
    this.hintsTaken = 0;
    this.attempts = 0;
    this.asking = false;
    this.graded = false;
  }

  get #words() {
    return checksTexts(this.language);
  }

  protected override render() {
    const { lab, t } = this;
    if (lab === undefined) return nothing;
    const passed = this.results.filter((result) => result.passed).length;
    return html`<div class="checks-panel" role="group" aria-label=${t.checks}>
      <p class="goal"><b>${this.#words.goal}</b> ${lab.goal(this.language)}</p>
      <ul class="checks">${this.results.map((result) => this.#renderCheck(result))}</ul>
      <p class="hidden-text" role="status">${this.#words.checksDone(passed, this.results.length)}</p>
      <div class="actions">
        <button class="button primary" type="button" @click=${this.#onGrade}>${this.#words.checkMine}</button>
        ${this.#renderHintButton(lab.answers?.hintCount ?? 0)}
      </div>
      ${this.#renderHints()} ${this.#renderMark()} ${this.#renderSolution(lab)}
    </div>`;
  }

  /** What has just come, a hint or the report, is brought into view. */
  protected override updated(changed: PropertyValues): void {
    const fresh =
      changed.has("mark") && this.mark !== undefined
        ? ".report"
        : changed.get("hintsTaken") !== undefined
          ? ".hints li:last-child"
          : undefined;
    if (fresh !== undefined) this.renderRoot.querySelector(fresh)?.scrollIntoView({ block: "nearest" });
  }

  #renderCheck(result: CheckResult) {
    const before = !result.passed && this.earlier[result.id] !== undefined;
    return html`<li class=${result.passed ? "passed" : before ? "before" : ""}>
      <span class="mark" aria-hidden="true">${icon(result.passed || before ? "check" : "circle")}</span>
      <div><span class="title">${result.title(this.language)}</span>
        <span class="hidden-text">: ${result.passed ? this.#words.passed : this.#words.notYet}</span>
        <span class="observed">${before ? `${this.#words.passedBefore}. ` : ""}${result.observed(this.language)}</span></div>
      ${
        result.evidence.length === 0
          ? nothing
          : html`<button class="button quiet evidence" type="button" @click=${() => this.#tell("quayside-evidence", { seqs: result.evidence })}>${this.#words.showEvidence}</button>`
      }
    </li>`;
  }

  #renderHintButton(hintCount: number) {
    if (hintCount === 0) return nothing;
    const all = this.hintsTaken >= hintCount;
    return html`<button class="button" type="button" ?disabled=${all} @click=${() => this.#tell("quayside-hint")}>${icon("bulb")}${all ? this.#words.noMoreHints : this.#words.nextHint(this.hintsTaken + 1, hintCount)}</button>`;
  }

  #renderHints() {
    if (this.hints.length === 0) return nothing;
    return html`<ol class="hints" aria-label=${this.#words.hints} aria-live="polite">
      ${this.hints.map((hint) => html`<li>${hint(this.language)}</li>`)}
    </ol>`;
  }

  #renderMark() {
    const { mark } = this;
    if (mark === undefined) return nothing;
    return html`<div class="report ${mark.passed ? "all" : ""}" role="group" aria-label=${this.#words.checkMine} aria-live="polite">
      <h3>${this.#words.markTitle(mark.score, mark.max)}${mark.passed ? html` <span>${this.#words.markPassed}</span>` : nothing}</h3>
      ${mark.passed ? this.#renderNext() : nothing}
      ${mark.hintsTaken > 0 ? html`<p class="muted">${this.#words.hintsTaken(mark.hintsTaken)}</p>` : nothing}
      <ul>${mark.checks.map(
        (
          line,
        ) => html`<li class=${line.passed ? "passed" : ""}><span class="mark">${icon(line.passed ? "check" : "close")}</span>
          <div><b>${line.title(this.language)}</b><span class="hidden-text"> ${line.passed ? this.#words.passed : this.#words.notYet}.</span> ${line.sentence(this.language)}</div></li>`,
      )}</ul>
    </div>`;
  }

  /** Where the page goes on; nothing where it goes nowhere. */
  #renderNext() {
    const next = document.querySelector<HTMLAnchorElement>("a[rel=next]");
    const title = next?.querySelector("span")?.lastChild?.textContent?.trim();
    if (next === null || title === undefined) return nothing;
    return html`<p class="onward"><a href=${next.href}>${this.#words.nextLesson} ${title}</a></p>`;
  }

  #renderSolution(lab: Lab) {
    if (lab.answers === undefined) return nothing;
    return drawSolutionOffer({
      language: this.language,
      tried: this.graded || this.attempts > 0 || this.hintsTaken >= lab.answers.hintCount,
      asking: this.asking,
      ask: this.#ask,
      show: () => void this.#onSolution(),
    });
  }

  #onGrade = (): void => {
    this.graded = true;
    this.#tell("quayside-grade");
  };

  /** The question takes the place of its button, so the focus goes along. */
  #ask = (asking: boolean): void => {
    this.asking = asking;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(asking ? ".give-away .primary" : ".offer .button")?.focus(),
    );
  };

  /** The focus waits on the button that is still there when the watcher comes back. */
  #onSolution = async (): Promise<void> => {
    this.asking = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".offer .button")?.focus();
    this.#tell("quayside-solution");
  };

  #tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("quayside-checks", QuaysideChecks);

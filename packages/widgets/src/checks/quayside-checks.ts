/**
 * `<quayside-checks>`: the live list of a lab's checks with their evidence, the report of "Check my work", the ladder of
 * hints and, after an attempt, the solution. Shows what it is given; asks with `quayside-grade`, `quayside-hint` and
 * `quayside-evidence` { seqs }.
 */
import type { CheckResult, Lab, LabCommand, Mark } from "@quayside/grader";
import { html, nothing } from "lit";
import { QuaysideElement, sharedStyles } from "../element.ts";
import { localText } from "../i18n/index.ts";
import { icon } from "../icons.ts";
import { waitText } from "../timeline/clock.ts";
import { checksStyles } from "./checks-styles.ts";

/** The checks, marks and hints of a lab, `<quayside-checks>`. */
export class QuaysideChecks extends QuaysideElement {
  static override styles = [sharedStyles, checksStyles];
  static override properties = {
    lab: { attribute: false },
    results: { attribute: false },
    earlier: { attribute: false },
    mark: { attribute: false },
    hintsTaken: { type: Number },
    attempts: { type: Number },
    solutionShown: { state: true },
  };
  declare lab: Lab | undefined;
  declare results: readonly CheckResult[];
  /** Check id -> when it passed, from this and earlier visits. */
  declare earlier: Readonly<Record<string, number>>;
  /** The latest report; undefined until it was asked for. */
  declare mark: Mark | undefined;
  declare hintsTaken: number;
  declare attempts: number;
  declare solutionShown: boolean;

  constructor() {
    super();
    this.results = [];
    this.earlier = {};
    this.hintsTaken = 0;
    this.attempts = 0;
    this.solutionShown = false;
  }

  protected override render() {
    const { lab, t } = this;
    if (lab === undefined) return nothing;
    const passed = this.results.filter((result) => result.passed).length;
    return html`<div class="checks-panel" role="group" aria-label=${t.checks}>
      <p class="goal"><b>${t.goal}</b> ${localText(lab.goal, this.language)}</p>
      <ul class="checks">${this.results.map((result) => this.#renderCheck(result))}</ul>
      <p class="hidden-text" role="status">${t.checksDone(passed, this.results.length)}</p>
      <div class="actions">
        <button class="button primary" type="button" @click=${() => this.#tell("quayside-grade")}>${t.checkMine}</button>
        ${this.#renderHintButton(lab)}
      </div>
      ${this.#renderHints(lab)} ${this.#renderMark()} ${this.#renderSolution(lab)}
    </div>`;
  }

  #renderCheck(result: CheckResult) {
    const { t } = this;
    const before = !result.passed && this.earlier[result.id] !== undefined;
    return html`<li class=${result.passed ? "passed" : before ? "before" : ""}>
      <span class="mark" aria-hidden="true">${icon(result.passed || before ? "check" : "circle")}</span>
      <div><span class="title">${localText(result.title, this.language)}</span>
        <span class="hidden-text">: ${result.passed ? t.passed : t.notYet}</span>
        <span class="observed">${before ? `${t.passedBefore}. ` : ""}${localText(result.observed, this.language)}</span></div>
      ${
        result.evidence.length === 0
          ? nothing
          : html`<button class="button quiet evidence" type="button" @click=${() => this.#tell("quayside-evidence", { seqs: result.evidence })}>${t.showEvidence}</button>`
      }
    </li>`;
  }

  #renderHintButton(lab: Lab) {
    const { t } = this;
    if (lab.hints.length === 0) return nothing;
    const all = this.hintsTaken >= lab.hints.length;
    return html`<button class="button" type="button" ?disabled=${all} @click=${() => this.#tell("quayside-hint")}>${icon("bulb")}${all ? t.noMoreHints : t.nextHint(this.hintsTaken + 1, lab.hints.length)}</button>`;
  }

  #renderHints(lab: Lab) {
    if (this.hintsTaken === 0) return nothing;
    return html`<ol class="hints" aria-label=${this.t.hints} aria-live="polite">
      ${lab.hints.slice(0, this.hintsTaken).map((hint) => html`<li>${localText(hint, this.language)}</li>`)}
    </ol>`;
  }

  #renderMark() {
    const { mark, t } = this;
    if (mark === undefined) return nothing;
    return html`<div class="report ${mark.passed ? "all" : ""}" role="group" aria-label=${t.checkMine} aria-live="polite">
      <h3>${t.markTitle(mark.score, mark.max)}${mark.passed ? html` <span>${t.markPassed}</span>` : nothing}</h3>
      ${mark.hintsTaken > 0 ? html`<p class="muted">${t.hintsTaken(mark.hintsTaken)}</p>` : nothing}
      <ul>${mark.checks.map(
        (
          line,
        ) => html`<li class=${line.passed ? "passed" : ""}><span class="mark">${icon(line.passed ? "check" : "close")}</span>
          <div><b>${localText(line.title, this.language)}</b><span class="hidden-text"> ${line.passed ? t.passed : t.notYet}.</span> ${localText(line.sentence, this.language)}</div></li>`,
      )}</ul>
    </div>`;
  }

  #renderSolution(lab: Lab) {
    const { t } = this;
    if (lab.solution.length === 0) return nothing;
    if (this.attempts === 0) return html`<p class="muted small">${t.solutionLocked}</p>`;
    return html`<details class="solution" @toggle=${this.#onSolution}>
      <summary>${t.showSolution}</summary>
      ${this.solutionShown ? html`<ol>${lab.solution.map((command) => html`<li>${this.#renderCommand(command)}</li>`)}</ol>` : nothing}
    </details>`;
  }

  #renderCommand(command: LabCommand) {
    const { t } = this;
    if ("aws" in command) return html`<pre>${command.aws}</pre>`;
    if ("advanceMs" in command) return t.solutionWait({ text: waitText(command.advanceMs) });
    if ("untilQuiet" in command) return t.solutionQuiet;
    return html`${t.solutionEdit(command.edit.file)}<pre>${command.edit.text}</pre>`;
  }

  #onSolution = (event: Event): void => {
    this.solutionShown ||= (event.target as HTMLDetailsElement).open;
  };

  #tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("quayside-checks", QuaysideChecks);

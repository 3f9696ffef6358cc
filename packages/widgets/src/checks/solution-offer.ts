/** The offer to watch the solution, in the checks: at once after an attempt, after a question without one. */
import { html, type TemplateResult } from "lit";
import { checksTexts } from "./texts/index.ts";

export interface SolutionOffer {
  readonly language: string;
  /** The learner has tried: pressed "Check my work", or taken every hint. */
  readonly tried: boolean;
  /** The question is being asked. */
  readonly asking: boolean;
  readonly ask: (asking: boolean) => void;
  readonly show: () => void;
}

/** The offer, or the question before it. */
export function drawSolutionOffer({ language, tried, asking, ask, show }: SolutionOffer): TemplateResult {
  const texts = checksTexts(language);
  if (asking && !tried) {
    return html`<div class="give-away" role="group" aria-label=${texts.solution}><p id="give-away" aria-live="polite">${texts.solutionAsk}</p>
      <div class="actions"><button class="button" type="button" aria-describedby="give-away" @click=${show}>${texts.solutionYes}</button>
      <button class="button primary" type="button" @click=${() => ask(false)}>${texts.solutionNo}</button></div></div>`;
  }
  return html`<div class="offer"><button class="button" type="button" @click=${tried ? show : () => ask(true)}>${texts.solution}</button>
    <p class="muted small">${texts.solutionLead}</p></div>`;
}

/** The buttons that tell a placement on the map, stage by stage, and the sentence for the stage that is shown. */
import { type TraceTable, write } from "@quayside/simulator/why";
import { css, html, nothing, type TemplateResult } from "lit";
import { standingsAfter, stepsOf } from "./stage-telling.ts";
import { phrasesOf, whyTexts } from "./texts/index.ts";

/** What the buttons need to know. */
export interface Stages {
  readonly table: TraceTable | undefined;
  /** 0 while nothing is told. */
  readonly step: number;
  readonly lang: string;
  readonly go: (step: number) => void;
}

/** Nothing for a table that is not about instances. */
export function drawStages({ table, step, lang, go }: Stages): TemplateResult | typeof nothing {
  const steps = stepsOf(table);
  if (table === undefined || steps === 0) return nothing;
  const t = whyTexts(lang);
  if (step === 0) {
    return html`<p class="stages"><button class="button" type="button" @click=${() => go(1)}>${t.showStages}</button></p>`;
  }
  return html`<div class="stages" role="group" aria-label=${t.showStages}>
    <button class="button" type="button" aria-label=${t.stageBack} ?disabled=${step === 1} @click=${() => go(step - 1)}>◀</button>
    <span class="stage" role="status">${sentenceOf(table, step, lang)}</span>
    <button class="button" type="button" aria-label=${t.stageNext} ?disabled=${step === steps} @click=${() => go(step + 1)}>▶</button>
    <button class="button quiet" type="button" @click=${() => go(0)}>${t.stagesDone}</button>
  </div>`;
}

function sentenceOf(table: TraceTable, step: number, lang: string): string {
  const t = whyTexts(lang);
  const standings = standingsAfter(table, step);
  const left = [...standings.values()].filter((standing) => standing !== "out").length;
  const column = table.columns[step - 1];
  if (column === undefined) return table.winner === undefined ? t.stageNobody : t.stageChosen;
  return t.stage({ step, stage: write(column.title, phrasesOf(lang)), left, all: standings.size });
}

export const stageStyles = css`
  .stages { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; margin: 0.5rem 0 0; font-size: 0.8rem; }
  .stages .button { min-height: 2rem; padding-inline: 0.6rem; }
  .stage { flex: 1 1 9rem; min-width: 0; overflow-wrap: anywhere; }
`;

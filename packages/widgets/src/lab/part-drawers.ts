/** How each part of a lab that comes late is wired to the lab; comes with the first of them. */
import { html, nothing, type TemplateResult } from "lit";
import type { Moment } from "../base/cloud.ts";
import type { QuaysideMap } from "../map/quayside-map.ts";
import type { LabDesk } from "./lab-desk.ts";
import type { PartName } from "./lab-parts.ts";

/** The moment that lists show: a few times a second while time plays. */
function calmMoment({ lab: { engine }, calm }: LabDesk): Moment | undefined {
  return calm.of(engine.run?.moment, engine.playing, performance.now());
}

/** A placement is told: the maps of this lab show what its stages make of the instances. */
function onVerdicts(event: CustomEvent<{ verdicts: QuaysideMap["verdicts"] }>): void {
  const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  for (const map of root.querySelectorAll<QuaysideMap>("quayside-map")) map.verdicts = event.detail.verdicts;
}

function drawChecks(desk: LabDesk): TemplateResult {
  const { keeper, run } = desk.lab.engine;
  return html`<quayside-checks .lab=${desk.lab.engine.definition} .results=${desk.lab.shown.results} .earlier=${keeper.saved.checks} .mark=${desk.lab.shown.mark}
    .hints=${run?.attempt.hints ?? []} .hintsTaken=${run?.attempt.hintsTaken ?? 0} .attempts=${keeper.saved.attempts} @quayside-grade=${desk.judge.mark} @quayside-hint=${desk.judge.hint} @quayside-solution=${desk.watching.start}></quayside-checks>`;
}

/** One entry a part. */
export const PART_DRAWERS: Readonly<Record<PartName, (desk: LabDesk) => TemplateResult>> = {
  checks: drawChecks,
  editor: (
    desk,
  ) => html`<quayside-editor .files=${desk.files.list} .active=${desk.lab.shown.activeFile} ?practices=${desk.lab.page.sandbox} registers .comparison=${desk.lab.shown.comparison}
    @quayside-compare=${desk.acts.compare} @quayside-register=${desk.acts.register} lang=${desk.lab.page.language} @quayside-edit=${desk.files.edit} @quayside-file=${desk.files.open} @quayside-run=${desk.acts.run}></quayside-editor>`,
  terminal: (
    desk,
  ) => html`<quayside-terminal .session=${desk.lab.engine.run?.session} .files=${desk.files.list} .history=${desk.lab.engine.keeper.saved.history} .beforeRun=${desk.time.mayRun}
    .onHistory=${desk.onHistory} .failures=${desk.lab.page.source.failures} lang=${desk.lab.page.language} @quayside-command=${desk.onCommand}></quayside-terminal>`,
  journal: (desk) =>
    html`<quayside-journal .records=${desk.lab.engine.run?.shown.journal.records ?? []} .count=${calmMoment(desk)?.recordCount ?? 0} .evidence=${desk.lab.shown.evidence}></quayside-journal>`,
  inspector: (
    desk,
  ) => html`<quayside-inspector .lessons=${desk.lab.page.source.lessonLinks} .failures=${desk.lab.page.source.failures} .moment=${desk.lab.engine.run?.moment} .session=${desk.lab.engine.run?.session} .selection=${desk.lab.shown.selection} .whyAsked=${desk.lab.shown.whyAsked}
    @quayside-verdicts=${onVerdicts} @quayside-time=${desk.time.on} @quayside-close=${desk.focus.close}></quayside-inspector>`,
  solution: (desk) =>
    html`<quayside-solution .lessons=${desk.lab.page.source.lessonLinks} .failures=${desk.lab.page.source.failures} .lab=${desk.lab.engine.definition} .highlight=${desk.lab.page.highlight} @quayside-back=${desk.watching.end}></quayside-solution>`,
  differences: (desk) => html`${desk.fork.comparing?.drawDifferences() ?? nothing}`,
  faults: (desk) =>
    html`<quayside-faults .moment=${calmMoment(desk)} .selection=${desk.lab.shown.selection}></quayside-faults>`,
  resources: (desk) =>
    html`<quayside-resources .moment=${calmMoment(desk)} .selection=${desk.lab.shown.selection}></quayside-resources>`,
};

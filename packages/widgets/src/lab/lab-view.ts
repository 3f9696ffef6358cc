/** The lab's template: where each part stands and which of the lab's answers it is wired to. No state of its own. */
import type { Lab } from "@quayside/grader";
import { html, nothing, type TemplateResult } from "lit";
import type { Moment } from "../base/cloud.ts";
import { icon } from "../base/icons.ts";
import { isDefinitionFile } from "../editor/file-kind.ts";
import { isOnMap } from "../map/kinds/index.ts";
import type { QuaysideMap } from "../map/quayside-map.ts";
import type { PanelName } from "../run/panel-name.ts";
import type { LabDesk } from "./lab-desk.ts";
import type { PartName } from "./lab-parts.ts";

/** On paper the lab is what the page put into it: its poster. */
export const paper = html`<slot class="paper"></slot>`;

/** The whole lab in its present state. */
export function drawLab(desk: LabDesk): TemplateResult {
  const { t } = desk.lab.page;
  const { phase, run, definition } = desk.lab.engine;
  const { live } = desk.tour;
  if (phase.name === "failed") {
    return html`<div class="cover" role="alert"><p>${t.labFailed}</p>
      <p><button class="button" type="button" @click=${desk.retry}>${t.tryAgain}</button></p></div>`;
  }
  if (run === undefined || definition === undefined || phase.name !== "ready") {
    return html`<div class="cover" role="status">${(phase.name === "loading" ? phase.text : undefined) ?? t.loading}</div>`;
  }
  return html`<div class="lab ${desk.lab.shown.selection === undefined ? "" : "inspecting"} ${desk.fork.comparing === undefined ? "" : "comparing"}" @quayside-select=${desk.focus.select} @quayside-why=${desk.focus.why} @quayside-evidence=${(event: CustomEvent<{ readonly seqs: readonly number[] }>) => desk.time.showEvidence(event.detail.seqs)} @quayside-verdicts=${onVerdicts} @quayside-record=${desk.asking.openJournal} @quayside-stop=${desk.acts.stop} @quayside-fault=${desk.acts.cause}>
    <div class="top">${desk.lab.engine.visiting && !live ? html`<quayside-visit lang=${desk.lab.page.language} @quayside-home=${desk.sharing.goHome}></quayside-visit>` : nothing}${drawTimeline(desk)}${desk.fork.comparing?.drawTrack() ?? nothing}</div>
    <div class="notices" aria-live="polite">${desk.drawNotice?.(desk.lab.shown.notice, desk.lab.page.language, { dismiss: desk.dismiss, present: desk.time.lookAtPresent, why: desk.asking.askRefusal })}</div>
    ${desk.lab.page.sandbox ? html`<div class="resources" ?inert=${live}>${drawPart(desk, "resources")}</div>` : nothing}
    <div class="middle" ?inert=${live}><div class="map">${drawMap(desk)}</div></div>
    <div class="bottom" ?inert=${live}><quayside-splitter label=${t.resize}></quayside-splitter>${drawTabs(desk)}${drawPanels(desk)}</div>
    <div class="side ${desk.lab.shown.selection === undefined ? "" : "open"}" ?inert=${live}>
      ${desk.lab.shown.selection === undefined ? nothing : html`<div class="inspect">${drawPart(desk, "inspector")}</div>`}
      ${drawSide(desk, definition)}</div>
    ${desk.watching.on ? html`<div class="watching">${drawPart(desk, "solution")}</div>` : nothing}
    ${live ? html`<quayside-tour .live=${live} .stop=${live.stop} .moment=${run.moment} lang=${desk.lab.page.language}></quayside-tour>` : nothing}
  </div>`;
}

/** What stands beside the map on a wide lab when nothing is selected, and below the inspector otherwise. */
function drawSide(desk: LabDesk, definition: Lab): TemplateResult | typeof nothing {
  if (definition.checks.length > 0) return html`<div class="side-checks">${drawPart(desk, "checks")}</div>`;
  if (desk.fork.comparing !== undefined && desk.lab.shown.panel !== "differences")
    return desk.fork.comparing.drawDifferences();
  return desk.lab.shown.selection === undefined
    ? html`<p class="waiting">${desk.lab.page.t.nothingSelected}</p>`
    : nothing;
}

function drawTimeline(desk: LabDesk): TemplateResult {
  const { comparing } = desk.fork;
  const { playing, speed } = desk.tour.clock ?? desk.lab.engine;
  const forks = desk.tour.live !== undefined ? undefined : comparing === undefined ? "fork" : "leave";
  const shown = comparing?.transport() ?? transportOf(desk);
  return html`<quayside-timeline .moment=${shown.moment} .records=${shown.records} .playing=${playing} .quiet=${shown.quiet} .repeating=${shown.repeating} .nextDueMs=${shown.nextDueMs} .name=${shown.name}
    .ownHeadMs=${shown.ownHeadMs} .forks=${forks} .speed=${speed} .selected=${shown.selected} @quayside-time=${desk.time.on} @quayside-fork=${desk.fork.toggle} @quayside-span=${comparing?.onSpan}></quayside-timeline>`;
}

/** What the transport shows of one run. */
function transportOf({ lab: { engine, shown } }: LabDesk) {
  const { run } = engine;
  const read = run?.shown;
  return {
    moment: run?.moment,
    records: read?.journal.records ?? [],
    quiet: read?.quiet ?? true,
    repeating: read?.settled === true ? read.repeating[0] : undefined,
    nextDueMs: read?.nextDueMs,
    name: undefined,
    ownHeadMs: undefined,
    selected: shown.selection?.key,
  };
}

/** The connection test that was the last thing to happen at the moment shown. */
function tripShown({ lab: { engine } }: LabDesk): QuaysideMap["trip"] {
  const { run } = engine;
  const last = run?.shown.journal.at(run.moment.recordCount - 1);
  return last?.kind === "CONNECTION_TESTED" ? last.facts : undefined;
}

/** A placement is told: the maps of this lab show what its stages make of the instances. */
function onVerdicts(event: CustomEvent<{ verdicts: QuaysideMap["verdicts"] }>): void {
  const maps = (event.currentTarget as HTMLElement).querySelectorAll<QuaysideMap>("quayside-map");
  for (const map of maps) map.verdicts = event.detail.verdicts;
}

function drawMap(desk: LabDesk): TemplateResult {
  const { selection } = desk.lab.shown;
  if (desk.fork.comparing !== undefined) return desk.fork.comparing.drawMaps();
  return html`<quayside-map .moment=${desk.lab.engine.run?.moment} .frames=${desk.lab.engine.frames} .instant=${desk.lab.leapt} .highlight=${desk.tour.live?.highlight ?? desk.lab.page.highlight}
    .trip=${tripShown(desk)} .selected=${selection !== undefined && isOnMap(selection) ? selection.key : undefined}>${desk.tour.offered ? html`<button slot="offer" class="button show-me" type="button" title=${desk.lab.page.t.showMeHint} @click=${desk.tour.start}>${icon("play")}${desk.lab.page.t.showMe}</button>` : nothing}</quayside-map>`;
}

function drawTabs(desk: LabDesk): TemplateResult {
  const { t } = desk.lab.page;
  const names: [PanelName, string][] = [
    ["editor", t.editor],
    ["terminal", t.terminal],
    ["journal", t.journal],
  ];
  if ((desk.lab.engine.definition?.checks.length ?? 0) > 0) names.push(["checks", t.checks]);
  if (desk.fork.comparing !== undefined) names.push(["differences", t.differences]);
  if (desk.lab.page.sandbox) names.push(["faults", t.faults], ["resources", t.resources]);
  return html`<div class="tabs">
    <div class="tablist edges" role="tablist" aria-label=${t.openLab} @keydown=${onTabKey} @focusin=${showWhole}>${names.map(([name, label]) => drawTab(desk, name, label))}</div>
    <span class="spacer"></span>${desk.fork.comparing?.drawBadge() ?? nothing}
    ${desk.lab.shown.panel === "editor" && isDefinitionFile(desk.lab.shown.activeFile) ? html`<button class="button primary run" type="button" title=${t.runItHint} @click=${desk.acts.run}>${icon("run")}${t.runIt}</button>` : nothing}
    <button class="button quiet keys" type="button" title=${t.keys} aria-label=${t.keys} @click=${desk.showKeys}>?</button>
    <button class="button quiet share" type="button" title=${t.share} aria-label=${t.share} aria-haspopup="dialog" @click=${desk.sharing.open}>${icon("share")}</button>
    <button class="button quiet" type="button" title=${t.reset} aria-label=${t.reset} @click=${desk.memory.askToStartOver}>${icon("back")}</button>
    ${desk.sharing.isOpen ? html`<quayside-share .lab=${desk.lab} lang=${desk.lab.page.language} @quayside-share-close=${desk.sharing.close}></quayside-share>` : nothing}
  </div>`;
}

function drawTab(desk: LabDesk, name: PanelName, label: string): TemplateResult {
  const chosen = desk.lab.shown.panel === name;
  return html`<button type="button" role="tab" id="tab-${name}" aria-controls="panel-${name}" aria-selected=${chosen} tabindex=${chosen ? 0 : -1}
    @click=${() => desk.showPanel(name)}>${label}${name === "checks" ? drawPips(desk) : nothing}</button>`;
}

function drawPips(desk: LabDesk): TemplateResult {
  const passed = desk.lab.shown.results.filter((result) => result.passed).length;
  return html`<span class="pips" aria-hidden="true">${desk.lab.shown.results.map((result) => html`<i class=${result.passed ? "passed" : ""}></i>`)}</span>
    <span class="count">${passed}/${desk.lab.shown.results.length}</span>`;
}

/** A strip of tabs that is too narrow for them shows the chosen one whole. */
function showWhole(event: FocusEvent): void {
  (event.target as Element).scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Arrow keys move between the tabs and choose. */
function onTabKey(event: KeyboardEvent): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0) return;
  // The strip would scroll by itself, away from the tab.
  event.preventDefault();
  const tabs = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[role=tab]")];
  const next = tabs[(tabs.indexOf(event.target as HTMLElement) + step + tabs.length) % tabs.length];
  next?.focus();
  next?.click();
}

/** Panels that hold something of the learner's, and so stay while another one is shown. */
const KEPT: readonly PanelName[] = ["editor", "terminal", "journal", "faults"];

function drawPanels(desk: LabDesk): TemplateResult[] {
  const panels: PanelName[] = ["editor", "terminal", "journal", "checks", "differences", "faults", "resources"];
  return panels.map((name) => {
    const shown = desk.lab.shown.panel === name;
    const kept = shown || (KEPT.includes(name) && desk.parts.has(name as PartName));
    return html`<div class="panel" role="tabpanel" id="panel-${name}" aria-labelledby="tab-${name}" ?hidden=${!shown}>
      ${kept ? drawPart(desk, name) : nothing}</div>`;
  });
}

function drawChecks(desk: LabDesk): TemplateResult {
  const { keeper, run } = desk.lab.engine;
  return html`<quayside-checks .lab=${desk.lab.engine.definition} .results=${desk.lab.shown.results} .earlier=${keeper.saved.checks} .mark=${desk.lab.shown.mark}
    .hints=${run?.attempt.hints ?? []} .hintsTaken=${run?.attempt.hintsTaken ?? 0} .attempts=${keeper.saved.attempts} @quayside-grade=${desk.judge.mark} @quayside-hint=${desk.judge.hint} @quayside-solution=${desk.watching.start}></quayside-checks>`;
}

function drawPart(desk: LabDesk, name: PartName): TemplateResult {
  if (desk.parts.failed(name)) return html`<p class="box-error" role="alert">${desk.lab.page.t.partFailed}</p>`;
  if (!desk.parts.has(name) && name === "editor") return drawPreview(desk);
  if (!desk.parts.has(name)) return html`<p class="waiting" role="status">${desk.lab.page.t.loading}</p>`;
  return DRAWERS[name](desk);
}

/** The active file as plain text, where the editor is going to stand. */
function drawPreview(desk: LabDesk): TemplateResult {
  const { activeFile } = desk.lab.shown;
  return html`<div class="preview"><b>${activeFile}</b><pre tabindex="0" aria-label=${activeFile}>${desk.files.activeText}</pre></div>`;
}

/** The moment that lists show: a few times a second while time plays. */
function calmMoment({ lab: { engine }, calm }: LabDesk): Moment | undefined {
  return calm.of(engine.run?.moment, engine.playing, performance.now());
}

const DRAWERS: Readonly<Record<PartName, (desk: LabDesk) => TemplateResult>> = {
  checks: drawChecks,
  editor: (
    desk,
  ) => html`<quayside-editor .files=${desk.files.list} .active=${desk.lab.shown.activeFile} ?practices=${desk.lab.page.sandbox} registers .comparison=${desk.lab.shown.comparison}
    @quayside-compare=${desk.acts.compare} @quayside-register=${desk.acts.register} lang=${desk.lab.page.language} @quayside-edit=${desk.files.edit} @quayside-file=${desk.files.open} @quayside-run=${desk.acts.run}></quayside-editor>`,
  terminal: (
    desk,
  ) => html`<quayside-terminal .session=${desk.lab.engine.run?.session} .files=${desk.files.list} .history=${desk.lab.engine.keeper.saved.history} .beforeRun=${desk.time.mayRun}
    .onHistory=${desk.onHistory} lang=${desk.lab.page.language} @quayside-command=${desk.onCommand}></quayside-terminal>`,
  journal: (desk) =>
    html`<quayside-journal .records=${desk.lab.engine.run?.shown.journal.records ?? []} .count=${calmMoment(desk)?.recordCount ?? 0} .evidence=${desk.lab.shown.evidence}></quayside-journal>`,
  inspector: (
    desk,
  ) => html`<quayside-inspector .lessons=${desk.lab.page.source.lessonLinks} .moment=${desk.lab.engine.run?.moment} .session=${desk.lab.engine.run?.session} .selection=${desk.lab.shown.selection} .whyAsked=${desk.lab.shown.whyAsked}
    @quayside-close=${desk.focus.close}></quayside-inspector>`,
  solution: (desk) =>
    html`<quayside-solution .lessons=${desk.lab.page.source.lessonLinks} .lab=${desk.lab.engine.definition} .highlight=${desk.lab.page.highlight} @quayside-back=${desk.watching.end}></quayside-solution>`,
  differences: (desk) => html`${desk.fork.comparing?.drawDifferences() ?? nothing}`,
  faults: (desk) =>
    html`<quayside-faults .moment=${calmMoment(desk)} .selection=${desk.lab.shown.selection}></quayside-faults>`,
  resources: (desk) =>
    html`<quayside-resources .moment=${calmMoment(desk)} .selection=${desk.lab.shown.selection}></quayside-resources>`,
};

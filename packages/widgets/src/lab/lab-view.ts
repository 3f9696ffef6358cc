/** The lab's template: where each part stands and which of the lab's answers it is wired to. No state of its own. */
import type { Lab } from "@quayside/grader";
import { html, type LitElement, nothing, type TemplateResult } from "lit";
import { icon } from "../base/icons.ts";
import { isDefinitionFile } from "../editor/file-kind.ts";
import { isOnMap } from "../map/kinds/index.ts";
import type { QuaysideMap } from "../map/quayside-map.ts";
import { drawNotice } from "../run/notices.ts";
import { calmMoment } from "./calm-moment.ts";
import { inspectorFocus } from "./inspector-focus.ts";
import type { LabFace, PanelName } from "./lab-face.ts";
import { type PartName, partFailure } from "./parts-loader.ts";

/** On paper the lab is what the page put into it: its poster. */
export const paper = html`<slot class="paper"></slot>`;

/** The whole lab in its present state. */
export function drawLab(lab: LabFace): TemplateResult {
  const { t } = lab;
  const { snapshot, run, definition } = lab.engine;
  const { live } = lab.touring;
  if (snapshot?.matches("failed")) {
    return html`<div class="cover" role="alert"><p>${t.labFailed(snapshot.context.error)}</p>
      <p><button class="button" type="button" @click=${lab.retry}>${t.tryAgain}</button></p></div>`;
  }
  if (run === undefined || definition === undefined || !snapshot?.matches("ready")) {
    return html`<div class="cover" role="status">${t.loading}</div>`;
  }
  return html`<div class="lab ${lab.selection === undefined ? "" : "inspecting"} ${lab.fork.comparing === undefined ? "" : "comparing"}" @quayside-select=${inspectorFocus(lab).select} @quayside-why=${inspectorFocus(lab).why} @quayside-evidence=${lab.onEvidence} @quayside-verdicts=${onVerdicts} @quayside-record=${lab.asking.openJournal} @quayside-stop=${lab.acts.stop} @quayside-fault=${lab.acts.cause}>
    <div class="top">${lab.engine.visiting && !live ? html`<quayside-visit lang=${lab.language} @quayside-home=${lab.sharing.goHome}></quayside-visit>` : nothing}${drawTimeline(lab)}${lab.fork.comparing?.drawTrack(lab) ?? nothing}</div>
    <div class="notices" aria-live="polite">${drawNotice(lab.notice, t, { dismiss: lab.dismiss, present: lab.lookAtPresent, why: lab.asking.askRefusal })}</div>
    ${lab.sandbox ? html`<div class="resources" ?inert=${live}>${drawPart(lab, "resources")}</div>` : nothing}
    <div class="middle" ?inert=${live}><div class="map">${drawMap(lab)}</div></div>
    <div class="bottom" ?inert=${live}><quayside-splitter label=${t.resize}></quayside-splitter>${drawTabs(lab)}${drawPanels(lab)}</div>
    <div class="side ${lab.selection === undefined ? "" : "open"}" ?inert=${live}>
      ${lab.selection === undefined ? nothing : html`<div class="inspect">${drawPart(lab, "inspector")}</div>`}
      ${drawSide(lab, definition)}</div>
    ${lab.watching.on ? html`<div class="watching">${drawPart(lab, "solution")}</div>` : nothing}
    ${live ? html`<quayside-tour .live=${live} .stop=${live.stop} .moment=${run.moment} lang=${lab.language}></quayside-tour>` : nothing}
  </div>`;
}

/** What stands beside the map on a wide lab when nothing is selected, and below the inspector otherwise. */
function drawSide(lab: LabFace, definition: Lab): TemplateResult | typeof nothing {
  if (definition.checks.length > 0) return html`<div class="side-checks">${drawPart(lab, "checks")}</div>`;
  if (lab.fork.comparing !== undefined && lab.panel !== "differences") return lab.fork.comparing.drawDifferences();
  return lab.selection === undefined ? html`<p class="waiting">${lab.t.nothingSelected}</p>` : nothing;
}

function drawTimeline(lab: LabFace): TemplateResult {
  const { comparing } = lab.fork;
  const { playing, speed } = lab.touring.clock ?? lab.engine;
  const forks = lab.touring.live !== undefined ? undefined : comparing === undefined ? "fork" : "leave";
  const shown = comparing?.transport(lab) ?? transportOf(lab);
  return html`<quayside-timeline .moment=${shown.moment} .records=${shown.records} .playing=${playing} .quiet=${shown.quiet} .nextDueMs=${shown.nextDueMs} .name=${shown.name}
    .ownHeadMs=${shown.ownHeadMs} .forks=${forks} .speed=${speed} .selected=${shown.selected} @quayside-time=${lab.onTime} @quayside-fork=${lab.fork.toggle} @quayside-span=${comparing?.onSpan}></quayside-timeline>`;
}

/** What the transport shows of one run. */
function transportOf({ engine: { run }, selection }: LabFace) {
  const shown = run?.shown;
  return {
    moment: run?.moment,
    records: shown?.journal.records ?? [],
    quiet: shown?.quiet ?? true,
    nextDueMs: shown?.nextDueMs,
    name: undefined,
    ownHeadMs: undefined,
    selected: selection?.key,
  };
}

/** The connection test that was the last thing to happen at the moment shown. */
function tripShown({ engine: { run } }: LabFace): QuaysideMap["trip"] {
  const last = run?.shown.journal.at(run.moment.recordCount - 1);
  return last?.kind === "CONNECTION_TESTED" ? last.facts : undefined;
}

/** A placement is told: the maps of this lab show what its stages make of the instances. */
function onVerdicts(event: CustomEvent<{ verdicts: QuaysideMap["verdicts"] }>): void {
  const maps = (event.currentTarget as HTMLElement).querySelectorAll<QuaysideMap>("quayside-map");
  for (const map of maps) map.verdicts = event.detail.verdicts;
}

function drawMap(lab: LabFace): TemplateResult {
  const { selection } = lab;
  if (lab.fork.comparing !== undefined) return lab.fork.comparing.drawMaps(lab);
  return html`<quayside-map .moment=${lab.engine.run?.moment} .frames=${lab.engine.frames} .instant=${lab.leapt} .highlight=${lab.touring.live?.highlight ?? lab.highlight}
    .trip=${tripShown(lab)} .selected=${selection !== undefined && isOnMap(selection) ? selection.key : undefined}>${lab.touring.offered ? html`<button slot="offer" class="button show-me" type="button" title=${lab.t.showMeHint} @click=${lab.touring.start}>${icon("play")}${lab.t.showMe}</button>` : nothing}</quayside-map>`;
}

function drawTabs(lab: LabFace): TemplateResult {
  const { t } = lab;
  const names: [PanelName, string][] = [
    ["editor", t.editor],
    ["terminal", t.terminal],
    ["journal", t.journal],
  ];
  if ((lab.engine.definition?.checks.length ?? 0) > 0) names.push(["checks", t.checks]);
  if (lab.fork.comparing !== undefined) names.push(["differences", t.differences]);
  if (lab.sandbox) names.push(["faults", t.faults], ["resources", t.resources]);
  return html`<div class="tabs">
    <div class="tablist edges" role="tablist" aria-label=${t.openLab} @keydown=${onTabKey} @focusin=${showWhole}>${names.map(([name, label]) => drawTab(lab, name, label))}</div>
    <span class="spacer"></span>${lab.fork.comparing?.drawBadge(lab) ?? nothing}
    ${lab.panel === "editor" && isDefinitionFile(lab.activeFile) ? html`<button class="button primary run" type="button" title=${t.runItHint} @click=${lab.acts.run}>${icon("run")}${t.runIt}</button>` : nothing}
    <button class="button quiet keys" type="button" title=${t.keys} aria-label=${t.keys} @click=${lab.showKeys}>?</button>
    <button class="button quiet share" type="button" title=${t.share} aria-label=${t.share} aria-haspopup="dialog" @click=${lab.sharing.open}>${icon("share")}</button>
    <button class="button quiet" type="button" title=${t.reset} aria-label=${t.reset} @click=${lab.askReset}>${icon("back")}</button>
    ${lab.sharing.isOpen ? html`<quayside-share .host=${lab} lang=${lab.language} @quayside-share-close=${lab.sharing.close}></quayside-share>` : nothing}
  </div>`;
}

function drawTab(lab: LabFace, name: PanelName, label: string): TemplateResult {
  const chosen = lab.panel === name;
  return html`<button type="button" role="tab" id="tab-${name}" aria-controls="panel-${name}" aria-selected=${chosen} tabindex=${chosen ? 0 : -1}
    @click=${() => lab.showPanel(name)}>${label}${name === "checks" ? drawPips(lab) : nothing}</button>`;
}

function drawPips(lab: LabFace): TemplateResult {
  const passed = lab.results.filter((result) => result.passed).length;
  return html`<span class="pips" aria-hidden="true">${lab.results.map((result) => html`<i class=${result.passed ? "passed" : ""}></i>`)}</span>
    <span class="count">${passed}/${lab.results.length}</span>`;
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

function drawPanels(lab: LabFace): TemplateResult[] {
  const panels: PanelName[] = ["editor", "terminal", "journal", "checks", "differences", "faults", "resources"];
  return panels.map((name) => {
    const shown = lab.panel === name;
    const kept = shown || (KEPT.includes(name) && lab.loaded.has(name as PartName));
    return html`<div class="panel" role="tabpanel" id="panel-${name}" aria-labelledby="tab-${name}" ?hidden=${!shown}>
      ${kept ? drawPart(lab, name) : nothing}</div>`;
  });
}

function drawChecks(lab: LabFace): TemplateResult {
  const { keeper, run } = lab.engine;
  return html`<quayside-checks .lab=${lab.engine.definition} .results=${lab.results} .earlier=${keeper.saved.checks} .mark=${lab.mark}
    .hints=${run?.attempt.hints ?? []} .hintsTaken=${run?.attempt.hintsTaken ?? 0} .attempts=${keeper.saved.attempts} @quayside-grade=${lab.onGrade} @quayside-hint=${lab.onHint} @quayside-solution=${lab.watching.start}></quayside-checks>`;
}

function drawPart(lab: LabFace, name: PartName): TemplateResult {
  const failure = partFailure(name);
  if (failure !== undefined) return html`<p class="box-error" role="alert">${lab.t.partFailed(failure)}</p>`;
  if (!lab.loaded.has(name) && name === "editor") return drawPreview(lab);
  if (!lab.loaded.has(name)) return html`<p class="waiting" role="status">${lab.t.loading}</p>`;
  return DRAWERS[name](lab);
}

/** When the preview has the focus: what moves it into the editor once that stands there. */
export function focusCarrier(root: ParentNode): (() => void) | undefined {
  if (root.querySelector(".preview pre:focus") === null) return undefined;
  return () => {
    const editor = root.querySelector<LitElement>("quayside-editor");
    void editor?.updateComplete.then(() => editor.focus());
  };
}

/** The active file as plain text, where the editor is going to stand. */
function drawPreview(lab: LabFace): TemplateResult {
  const text = lab.engine.run?.attempt.files[lab.activeFile] ?? "";
  return html`<div class="preview"><b>${lab.activeFile}</b><pre tabindex="0" aria-label=${lab.activeFile}>${text}</pre></div>`;
}

const DRAWERS: Readonly<Record<PartName, (lab: LabFace) => TemplateResult>> = {
  checks: drawChecks,
  editor: (
    lab,
  ) => html`<quayside-editor .files=${filesOf(lab)} .active=${lab.activeFile} ?practices=${lab.sandbox} registers .comparison=${lab.comparison}
    @quayside-compare=${lab.acts.compare} @quayside-register=${lab.acts.register} lang=${lab.language} @quayside-edit=${lab.onEdit} @quayside-file=${lab.onFile} @quayside-run=${lab.acts.run}></quayside-editor>`,
  terminal: (
    lab,
  ) => html`<quayside-terminal .session=${lab.engine.run?.session} .files=${filesOf(lab)} .history=${lab.engine.keeper.saved.history} .beforeRun=${lab.mayRun}
    .onHistory=${lab.onHistory} lang=${lab.language} @quayside-command=${lab.onCommand}></quayside-terminal>`,
  journal: (lab) =>
    html`<quayside-journal .records=${lab.engine.run?.shown.journal.records ?? []} .count=${calmMoment(lab)?.recordCount ?? 0} .evidence=${lab.evidence}></quayside-journal>`,
  inspector: (
    lab,
  ) => html`<quayside-inspector .moment=${lab.engine.run?.moment} .session=${lab.engine.run?.session} .selection=${lab.selection} .whyAsked=${lab.whyAsked}
    @quayside-close=${inspectorFocus(lab).close}></quayside-inspector>`,
  solution: (lab) =>
    html`<quayside-solution .lab=${lab.engine.definition} .highlight=${lab.highlight} @quayside-back=${lab.watching.end}></quayside-solution>`,
  differences: (lab) => html`${lab.fork.comparing?.drawDifferences() ?? nothing}`,
  faults: (lab) => html`<quayside-faults .moment=${calmMoment(lab)} .selection=${lab.selection}></quayside-faults>`,
  resources: (lab) =>
    html`<quayside-resources .moment=${calmMoment(lab)} .selection=${lab.selection}></quayside-resources>`,
};

const fileLists = new WeakMap<object, { readonly key: string; readonly list: { name: string; text: string }[] }>();

/** The editor's tabs; the same list while nothing changed, so that the editor is left alone. */
function filesOf(lab: LabFace): { name: string; text: string }[] {
  const files = lab.engine.run?.attempt.files ?? {};
  const key = JSON.stringify(files);
  const known = fileLists.get(lab);
  if (known?.key === key) return known.list;
  const list = Object.entries(files).map(([name, text]) => ({ name, text }));
  fileLists.set(lab, { key, list });
  return list;
}

/** The lab's template: where each part stands and which of the lab's answers it is wired to. No state of its own. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../base/icons.ts";
import { isDefinitionFile } from "../editor/file-kind.ts";
import { isOnMap } from "../map/kinds/index.ts";
import type { QuaysideMap } from "../map/quayside-map.ts";
import type { PanelName } from "../run/panel-name.ts";
import { canPin, inspectorPlace } from "./inspector-place.ts";
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
  const place = inspectorPlace(desk.lab.page);
  const side = place === "panel" ? undefined : drawSide(desk, place === "column");
  return html`<div class="lab ${place === "column" && side !== undefined ? "sided" : ""} ${desk.fork.comparing === undefined ? "" : "comparing"}" @quayside-select=${desk.focus.select} @quayside-why=${desk.focus.why} @quayside-evidence=${(event: CustomEvent<{ readonly seqs: readonly number[] }>) => desk.time.showEvidence(event.detail.seqs)} @quayside-record=${desk.asking.openJournal} @quayside-stop=${desk.acts.stop} @quayside-fault=${desk.acts.cause}>
    <div class="top">${desk.lab.engine.visiting && !live ? html`<quayside-visit lang=${desk.lab.page.language} @quayside-home=${desk.sharing.goHome}></quayside-visit>` : nothing}${drawTimeline(desk)}${desk.fork.comparing?.drawTrack() ?? nothing}</div>
    ${desk.lab.page.sandbox && desk.lab.page.width >= RESOURCES_PX ? html`<div class="resources" ?inert=${live}>${drawPart(desk, "resources")}</div>` : nothing}
    <div class="middle" ?inert=${live}><div class="map">${drawMap(desk)}</div></div>
    <div class="bottom" ?inert=${live}><quayside-splitter label=${t.resize}></quayside-splitter>${drawTabs(desk)}
      <div class="notices" aria-live="polite">${desk.drawNotice?.(desk.lab.shown.notice, desk.lab.page.language, { dismiss: desk.dismiss, present: desk.time.lookAtPresent, why: desk.asking.askRefusal })}</div>${drawPanels(desk)}</div>
    ${side === undefined ? nothing : html`<div class="side open ${place}" ?inert=${live} @keydown=${onSideKey(desk)}>${side}</div>`}
    ${desk.watching.on ? html`<div class="watching">${drawPart(desk, "solution")}</div>` : nothing}
    ${live ? html`<quayside-tour .live=${live} .stop=${live.stop} .moment=${run.moment} lang=${desk.lab.page.language}></quayside-tour>` : nothing}
  </div>`;
}

/** Below this width the time bar is that of a phone: 34 rem, as in the style sheets. */
const NARROW_PX = 544;

/** What the inspector lies over of the stage, with the room around it. */
const OVERLAY_PX = 324;

/** From this width on the sandbox shows its resources beside the map, and not in the dock. */
export const RESOURCES_PX = 1600;

/** What stands over the stage or beside it: the inspector, with a pin where there is room for a column. */
function drawSide(desk: LabDesk, isColumn: boolean): TemplateResult | undefined {
  const { page, shown } = desk.lab;
  if (shown.selection !== undefined)
    return html`<div class="inspect">${canPin(page) ? html`<button class="button quiet pin" type="button" aria-pressed=${page.pinned} @click=${desk.pin}>${page.t.pin}</button>` : nothing}${drawPart(desk, "inspector")}</div>`;
  if (!isColumn) return undefined;
  if (desk.fork.comparing !== undefined && shown.panel !== "differences") return desk.fork.comparing.drawDifferences();
  return page.pinned ? html`<p class="waiting">${page.t.nothingSelected}</p>` : undefined;
}

/** Escape closes what lies over the stage. */
function onSideKey(desk: LabDesk) {
  return (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    desk.focus.close();
  };
}

function drawTimeline(desk: LabDesk): TemplateResult {
  const { comparing } = desk.fork;
  const { playing, speed } = desk.tour.clock ?? desk.lab.engine;
  const forks = desk.tour.live !== undefined ? undefined : comparing === undefined ? "fork" : "leave";
  const shown = comparing?.transport() ?? transportOf(desk);
  return html`<quayside-timeline .moment=${shown.moment} .records=${shown.records} .playing=${playing} .quiet=${shown.quiet} .repeating=${shown.repeating} .nextDueMs=${shown.nextDueMs} .name=${shown.name}
    .ownHeadMs=${shown.ownHeadMs} .forks=${forks} .speed=${speed} .selected=${shown.selected} @quayside-time=${desk.time.on} @quayside-fork=${desk.fork.toggle} @quayside-span=${comparing?.onSpan}>${isNarrow(desk) ? nothing : drawShare(desk)}</quayside-timeline>`;
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

/** Where the lab is as narrow as a phone the time bar has no room for it: it stands below the map. */
function drawShare({ lab: { page }, sharing }: LabDesk): TemplateResult {
  const { share } = page.t;
  return html`<button slot="acts" class="button share" type="button" title=${share} aria-label=${share} aria-haspopup="dialog" @click=${sharing.open}>${icon("share")}</button>`;
}

/** So many simulated seconds in one: things would travel after they are over. Ours. */
const FAST = 100;

function isFast({ lab: { engine } }: LabDesk): boolean {
  return engine.playing && engine.speed >= FAST;
}

function isNarrow({ lab }: LabDesk): boolean {
  return lab.page.width < NARROW_PX;
}

function drawMap(desk: LabDesk): TemplateResult {
  const { t } = desk.lab.page;
  const { selection } = desk.lab.shown;
  if (desk.fork.comparing !== undefined) return desk.fork.comparing.drawMaps();
  return html`<quayside-map .moment=${desk.lab.engine.run?.moment} .frames=${desk.lab.engine.frames} .instant=${desk.lab.leapt || isFast(desk)} .highlight=${desk.tour.live?.highlight ?? desk.lab.page.highlight}
    .trip=${tripShown(desk)} .covered=${selection !== undefined && inspectorPlace(desk.lab.page) === "overlay" ? OVERLAY_PX : 0} ?filled=${desk.lab.page.filled || desk.lab.page.sandbox} .selected=${selection !== undefined && isOnMap(selection) ? selection.key : undefined}>
    <button slot="acts" class="button quiet keys" type="button" tabindex="-1" title=${t.keys} aria-label=${t.keys} @click=${desk.showKeys}>?</button>
    ${isNarrow(desk) ? drawShare(desk) : nothing}<button slot="acts" class="button quiet fill" type="button" tabindex="-1" title=${t.fillHint} aria-label=${t.fill} aria-pressed=${desk.lab.page.filled} @click=${desk.fill}>${icon("fill")}</button>${desk.tour.offered ? html`<button slot="offer" class="button show-me" type="button" title=${t.showMeHint} @click=${desk.tour.start}>${icon("play")}${t.showMe}</button>` : nothing}</quayside-map>`;
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
  if (desk.lab.shown.selection !== undefined && inspectorPlace(desk.lab.page) === "panel")
    names.push(["inspector", t.inspector]);
  return html`<div class="tabs">
    <div class="tablist edges" role="tablist" aria-label=${t.openLab} @keydown=${onTabKey} @focusin=${showWhole}>${names.map(([name, label]) => drawTab(desk, name, label))}</div>
    <span class="spacer"></span>${desk.fork.comparing?.drawBadge() ?? nothing}
    ${desk.lab.shown.panel === "editor" && isDefinitionFile(desk.lab.shown.activeFile) ? html`<button class="button primary run" type="button" title=${t.runItHint} @click=${desk.acts.run}>${icon("run")}${t.runIt}</button>` : nothing}
    <button class="button quiet reset" type="button" title=${t.reset} aria-label=${t.reset} @click=${desk.memory.askToStartOver}>${icon("back")}</button>
    ${desk.sharing.isOpen ? html`<quayside-share .lab=${desk.lab} lang=${desk.lab.page.language} @quayside-share-close=${desk.sharing.close}></quayside-share>` : nothing}
  </div>`;
}

function drawTab(desk: LabDesk, name: PanelName, label: string): TemplateResult {
  const chosen = desk.lab.shown.panel === name;
  return html`<button type="button" role="tab" id="tab-${name}" aria-controls="panel-${name}" aria-selected=${chosen} tabindex=${chosen ? 0 : -1}
    @click=${(event: Event) => desk.showPanel(name, event)}>${label}${name === "checks" ? drawCount(desk) : nothing}</button>`;
}

function drawCount(desk: LabDesk): TemplateResult {
  const { results } = desk.lab.shown;
  return html`<span class="count">${results.filter((result) => result.passed).length}/${results.length}</span>`;
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
  const panels: PanelName[] = [
    "editor",
    "terminal",
    "journal",
    "checks",
    "differences",
    "faults",
    "resources",
    "inspector",
  ];
  return panels.map((name) => {
    const shown = desk.lab.shown.panel === name;
    const kept = shown || (KEPT.includes(name) && desk.parts.has(name as PartName));
    return html`<div class="panel" role="tabpanel" id="panel-${name}" aria-labelledby="tab-${name}" ?hidden=${!shown}>
      ${kept ? drawPart(desk, name) : nothing}</div>`;
  });
}

/** How parts are wired; comes with the first of them. */
let drawers: typeof import("./part-drawers.ts").PART_DRAWERS | undefined;

/** Brings what wires the parts, beside the parts themselves. */
export async function bringDrawers(): Promise<void> {
  drawers ??= (await import("./part-drawers.ts")).PART_DRAWERS;
}

function drawPart(desk: LabDesk, name: PartName): TemplateResult {
  if (desk.parts.failed(name)) return html`<p class="box-error" role="alert">${desk.lab.page.t.partFailed}</p>`;
  const draw = desk.parts.has(name) ? drawers?.[name] : undefined;
  if (draw !== undefined) return draw(desk);
  if (name === "editor") return drawPreview(desk);
  return html`<p class="waiting" role="status">${desk.lab.page.t.loading}</p>`;
}

/** The active file as plain text under the names of all of them, where the editor is going to stand. */
function drawPreview(desk: LabDesk): TemplateResult {
  const { activeFile } = desk.lab.shown;
  const others = desk.files.list.filter(({ name }) => name !== activeFile).map(({ name }) => html`<i>${name}</i>`);
  return html`<div class="preview"><b>${activeFile}${others}</b><pre tabindex="0" aria-label=${activeFile}>${desk.files.activeText}</pre></div>`;
}

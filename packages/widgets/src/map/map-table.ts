/** The table twin of the map: the same tasks from the same scene, for people who do not look at pictures. */
import { html, nothing, type TemplateResult } from "lit";
import type { SubnetRow, Tables } from "../base/cloud.ts";
import { glyphOf } from "../base/glyph.ts";
import type { Texts } from "../i18n/index.ts";
import { drawMachines } from "./machine-text.ts";
import type { Scene, TaskMark } from "./scene.ts";

/** One sentence about a task, as the focus and the announcements say it. */
export function describeTask(mark: TaskMark, subnetName: string, texts: Texts): string {
  const containers = mark.containers.map(
    (container) =>
      `${container.name} ${container.phase}${container.exitCode === undefined ? "" : ` ${container.exitCode}`}`,
  );
  return texts.mapTask({
    id: mark.shortId,
    label: mark.label,
    status: mark.lastStatus,
    subnet: subnetName,
    address: mark.address ?? "",
    containers: containers.join(", "),
  });
}

/** What stands in the tip beside a task. */
export function taskTip(mark: TaskMark): TemplateResult {
  const stopping = mark.desiredStatus === "STOPPED" && mark.lastStatus !== "STOPPED" ? " → STOPPED" : "";
  const publicAddress = mark.publicAddress === undefined ? "" : ` · ${mark.publicAddress}`;
  return html`<b>${mark.label}</b> · ${mark.shortId}<br />${mark.lastStatus}${stopping}
    ${mark.address === undefined ? nothing : html`<br />${mark.address}${publicAddress}`}
    ${mark.containers.map((container) => html`<br />${container.name}: ${container.phase}${container.exitCode === undefined ? "" : ` (${container.exitCode})`}`)}`;
}

/** The whole table. */
export function drawTable(scene: Scene, tables: Tables, texts: Texts, select: (key: string) => void): TemplateResult {
  return html`<div class="twin" tabindex="0" role="region" aria-label=${texts.mapTable}>
    <table>
      <caption class="hidden-text">${texts.mapTable}</caption>
      <thead><tr>
        <th scope="col">${texts.task}</th><th scope="col">${texts.taskDefinition}</th><th scope="col">lastStatus</th>
        <th scope="col">${texts.subnet}</th><th scope="col">${texts.address}</th><th scope="col">${texts.containers}</th>
      </tr></thead>
      <tbody>
        ${scene.tasks.map((mark) => drawRow(mark, tables.subnets.get(mark.subnetId), select))}
        ${scene.tasks.length === 0 ? html`<tr><td colspan="6" class="muted">${texts.mapEmpty}</td></tr>` : nothing}
      </tbody>
    </table>
    ${drawMachines(scene.machines, texts, select)}
  </div>`;
}

function drawRow(mark: TaskMark, subnet: SubnetRow | undefined, select: (taskArn: string) => void): TemplateResult {
  return html`<tr>
    <th scope="row"><button type="button" @click=${() => select(mark.key)}>${mark.shortId}</button></th>
    <td>${mark.label}</td>
    <td><span class="status" style="--c: var(${mark.look.token})">${glyphOf(mark.look)}${mark.lastStatus}</span></td>
    <td>${subnet?.name ?? mark.subnetId}</td>
    <td class="mono">${mark.address ?? "–"}${mark.publicAddress === undefined ? "" : ` (${mark.publicAddress})`}</td>
    <td>${mark.containers.map((container) => `${container.name} ${container.phase}${container.exitCode === undefined ? "" : ` (${container.exitCode})`}`).join(", ")}</td>
  </tr>`;
}

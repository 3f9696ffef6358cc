/** Tasks on the map, in words and as a row of the table twin; their box is drawn in task-drawing.ts, on a canvas in task-sprite.ts. */
import { html, nothing, type TemplateResult } from "lit";
import { glyphOf } from "../../base/glyph.ts";
import type { MovingKind, Told } from "./kind.ts";
import { drawTask } from "./task-drawing.ts";
import type { ContainerMark, TaskMark } from "./task-mark.ts";

/** Tasks. */
export const TASK: MovingKind<TaskMark> = {
  of: (scene) => scene.tasks,
  selects: ({ key }) => ({ table: "tasks", key }),
  tables: ["tasks"],
  sentence,
  tip,
  table: {
    caption: (texts) => texts.mapTable,
    columns: (texts) => [texts.task, texts.taskDefinition, "lastStatus", texts.subnet, texts.address, texts.containers],
    row: (mark, told) => ({ name: mark.shortId, cells: cellsOf(mark, told) }),
    none: (texts) => texts.mapEmpty,
  },
  draw: (mark) => drawTask(mark, mark),
  classes: ({ key }, { selected, marked }) =>
    `task${key === selected ? " selected" : ""}${marked.has(key) ? " marked" : ""}`,
  looksTheSame,
};

function sentence(mark: TaskMark, told: Told): string {
  const containers = mark.containers.map(
    ({ name, phase, exitCode }) => `${name} ${phase}${exitCode === undefined ? "" : ` ${exitCode}`}`,
  );
  return told.texts.mapTask({
    id: mark.shortId,
    label: mark.label,
    status: mark.lastStatus,
    subnet: subnetName(mark, told),
    address: mark.address ?? "",
    containers: containers.join(", "),
  });
}

function tip(mark: TaskMark): TemplateResult {
  const stopping = mark.desiredStatus === "STOPPED" && mark.lastStatus !== "STOPPED" ? " → STOPPED" : "";
  const publicAddress = mark.publicAddress === undefined ? "" : ` · ${mark.publicAddress}`;
  return html`<b>${mark.label}</b> · ${mark.shortId}<br />${mark.lastStatus}${stopping}
    ${mark.address === undefined ? nothing : html`<br />${mark.address}${publicAddress}`}
    ${mark.containers.map(({ name, phase, exitCode }) => html`<br />${name}: ${phase}${exitCode === undefined ? "" : ` (${exitCode})`}`)}`;
}

function cellsOf(mark: TaskMark, told: Told): TemplateResult {
  return html`<td>${mark.label}</td>
    <td><span class="status" style="--c: var(${mark.look.token})">${glyphOf(mark.look)}${mark.lastStatus}</span></td>
    <td>${subnetName(mark, told)}</td>
    <td class="mono">${mark.address ?? "–"}${mark.publicAddress === undefined ? "" : ` (${mark.publicAddress})`}</td>
    <td>${mark.containers.map(({ name, phase, exitCode }) => `${name} ${phase}${exitCode === undefined ? "" : ` (${exitCode})`}`).join(", ")}</td>`;
}

function subnetName({ subnetId }: TaskMark, { tables }: Told): string {
  return tables.subnets.get(subnetId)?.name ?? subnetId;
}

/** Whether two marks of a task differ only in where they stand. */
function looksTheSame(left: TaskMark, right: TaskMark): boolean {
  return (
    left.w === right.w &&
    left.h === right.h &&
    left.look.name === right.look.name &&
    left.detail === right.detail &&
    left.lastStatus === right.lastStatus &&
    left.address === right.address &&
    left.publicAddress === right.publicAddress &&
    left.attachmentStatus === right.attachmentStatus &&
    left.containers.length === right.containers.length &&
    left.containers.every((container, index) => sameContainer(container, right.containers[index]))
  );
}

function sameContainer(left: ContainerMark, right: ContainerMark | undefined): boolean {
  return (
    left.look.name === right?.look.name &&
    left.progress === right.progress &&
    left.exitCode === right.exitCode &&
    left.healthStatus === right.healthStatus
  );
}

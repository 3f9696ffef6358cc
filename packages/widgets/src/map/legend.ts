/** The key of the map: each state of a task with its glyph, in the order of its life. */
import { html, type TemplateResult } from "lit";
import { glyphOf } from "../base/glyph.ts";
import { taskLook } from "../base/state-look.ts";

const LEGEND = ["PROVISIONING", "PENDING", "RUNNING", "DEACTIVATING", "STOPPING", "DEPROVISIONING", "STOPPED"];

/** The key as a list. */
export function drawLegend(): TemplateResult {
  return html`<div class="legend">${LEGEND.map((status) => html`<span style="--c: var(${taskLook(status).token})">${glyphOf(taskLook(status))}${status}</span>`)}</div>`;
}

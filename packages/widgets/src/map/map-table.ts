/** The table twin of the map: the same things from the same scene, for people who do not look at pictures. One table a kind. */
import { html, nothing, type TemplateResult } from "lit";
import { KINDS } from "./kinds/index.ts";
import type { Thing, ThingKind, Told } from "./kinds/kind.ts";
import type { Scene } from "./scene.ts";

/** The whole table. */
export function drawTable(scene: Scene, told: Told, select: (mark: Thing) => void): TemplateResult {
  return html`<div class="twin" tabindex="0" role="region" aria-label=${told.texts.mapTable}>
    ${KINDS.map((kind) => drawKind(kind, kind.of(scene), told, select))}
  </div>`;
}

function drawKind(
  { table }: ThingKind<Thing>,
  marks: readonly Thing[],
  told: Told,
  select: (mark: Thing) => void,
): TemplateResult | typeof nothing {
  if (marks.length === 0 && table.none === undefined) return nothing;
  const columns = table.columns(told.texts);
  return html`<table>
    <caption class="hidden-text">${table.caption(told.texts)}</caption>
    <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>
      ${marks.map((mark) => drawRow(table.row(mark, told), () => select(mark)))}
      ${marks.length === 0 ? html`<tr><td colspan=${columns.length} class="muted">${table.none?.(told.texts)}</td></tr>` : nothing}
    </tbody>
  </table>`;
}

function drawRow({ name, cells }: ReturnType<ThingKind<Thing>["table"]["row"]>, select: () => void): TemplateResult {
  return html`<tr><th scope="row"><button type="button" @click=${select}>${name}</button></th>${cells}</tr>`;
}

/** The table twin of the map: the same things from the same scene, for people who do not look at pictures. One table a kind. */
import { html, nothing, type TemplateResult } from "lit";
import { NAMED_KINDS } from "./kinds/index.ts";
import type { Thing, ThingWords, Told } from "./kinds/kind.ts";
import { wordsOf } from "./kinds/words.ts";
import type { Scene } from "./scene.ts";

/** The whole table. */
export function drawTable(scene: Scene, told: Told, select: (mark: Thing) => void): TemplateResult {
  return html`<div class="twin" tabindex="0" role="region" aria-label=${told.texts.mapTable}>
    ${NAMED_KINDS.map(([name, kind]) => drawKind(wordsOf(name), kind.of(scene), told, select))}
  </div>`;
}

function drawKind(
  { table }: ThingWords<Thing>,
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

function drawRow({ name, cells }: ReturnType<ThingWords<Thing>["table"]["row"]>, select: () => void): TemplateResult {
  return html`<tr><th scope="row"><button type="button" @click=${select}>${name}</button></th>${cells}</tr>`;
}

/** The tip beside a thing: below it in the upper part of the map, above it in the lower. */
export function drawTip(
  mark: Thing,
  told: Told,
  size: { readonly width: number; readonly height: number },
): TemplateResult {
  const below = mark.y < size.height * 0.6;
  const left = Math.max(0, Math.min(mark.x, size.width - 230));
  const place = `left:${left}px;top:${below ? mark.y + mark.h + 8 : mark.y - 8}px;transform:translateY(${below ? "0" : "-100%"})`;
  return html`<div class="tip" aria-hidden="true" style=${place}>${wordsOf(mark.kind).tip(mark, told)}</div>`;
}

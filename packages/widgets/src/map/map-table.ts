/** The table twin of the map: the same things from the same scene, for people who do not look at pictures. One table a kind. */
import { html, nothing, type TemplateResult } from "lit";
import { NAMED_KINDS } from "./kinds/index.ts";
import type { AllTexts, Thing, ThingWords, Told } from "./kinds/kind.ts";
import { wordsOf } from "./kinds/words.ts";
import type { Scene } from "./scene.ts";

/** The whole table. */
export function drawTable(scene: Scene, told: Told<AllTexts>, select: (mark: Thing) => void): TemplateResult {
  return html`<div class="twin" tabindex="0" role="region" aria-label=${told.texts.late.table}>
    ${NAMED_KINDS.map(([name, kind]) => drawKind(wordsOf(name), kind.of(scene), told, select))}
  </div>`;
}

function drawKind(
  { table }: ThingWords<Thing>,
  marks: readonly Thing[],
  told: Told<AllTexts>,
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

/** About as high as a tip gets, in pixels. */
const TIP_HEIGHT = 116;

/** The tip beside a thing: below it, above it where there is no room, and over its lower end where it fills the map. */
export function drawTip(
  mark: Thing,
  told: Told<AllTexts>,
  size: { readonly width: number; readonly height: number },
): TemplateResult {
  const below = mark.y + mark.h + TIP_HEIGHT < size.height;
  const bottom = mark.y > TIP_HEIGHT ? mark.y - 8 : size.height - 8;
  const left = Math.max(0, Math.min(mark.x, size.width - 230));
  const place = `left:${left}px;top:${below ? mark.y + mark.h + 8 : bottom}px;transform:translateY(${below ? "0" : "-100%"})`;
  return html`<div class="tip" aria-hidden="true" style=${place}>${wordsOf(mark.kind).tip(mark, told)}</div>`;
}

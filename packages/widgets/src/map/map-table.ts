/** The table twin of the map: the same things from the same scene, for people who do not look at pictures. One table a kind. */
import { html, nothing, type TemplateResult } from "lit";
import { NAMED_KINDS } from "./kinds/index.ts";
import type { AllTexts, Thing, ThingWords, Told } from "./kinds/kind.ts";
import { MarkShelf, type TaskMark } from "./kinds/task-mark.ts";
import { wordsOf } from "./kinds/words.ts";
import type { Scene } from "./scene.ts";

/** How the table is wired to its map. */
interface TableLinks {
  readonly select: (mark: Thing) => void;
  /** How many rows of a kind are shown, and what shows more of them. */
  readonly most: number;
  readonly more: () => void;
}

/** The whole table. It has every task, also those for which the picture has no box. */
export function drawTable(scene: Scene, told: Told<AllTexts>, links: TableLinks): TemplateResult {
  const whole = { ...scene, tasks: everyTask(scene, told.tables) };
  return html`<div class="twin" tabindex="0" role="region" aria-label=${told.texts.late.table}>
    ${NAMED_KINDS.map(([name, kind]) => drawKind(wordsOf(name), kind.of(whole), told, links))}
  </div>`;
}

/** The tasks of the picture, and behind them those that it counts only. */
export function everyTask({ tasks, atMs }: Scene, tables: Told["tables"]): readonly TaskMark[] {
  if (tasks.length === tables.tasks.size) return tasks;
  const drawn = new Set(tasks.map(({ key }) => key));
  const shelf = new MarkShelf();
  const rest = [...tables.tasks.values()].filter(({ taskArn }) => !drawn.has(taskArn));
  const standing = { rect: { x: 0, y: 0, w: 0, h: 0 }, where: "subnet", detail: "spot", atMs } as const;
  return [...tasks, ...rest.map((row) => shelf.mark(tables, row, standing))];
}

function drawKind(
  { table }: ThingWords<Thing>,
  marks: readonly Thing[],
  told: Told<AllTexts>,
  { select, most, more }: TableLinks,
): TemplateResult | typeof nothing {
  if (marks.length === 0 && table.none === undefined) return nothing;
  const columns = table.columns(told.texts);
  return html`<table>
    <caption class="hidden-text">${table.caption(told.texts)}</caption>
    <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>
      ${marks.slice(0, most).map((mark) => drawRow(table.row(mark, told), () => select(mark)))}
      ${marks.length === 0 ? html`<tr><td colspan=${columns.length} class="muted">${table.none?.(told.texts)}</td></tr>` : nothing}
    </tbody>
  </table>
  ${marks.length <= most ? nothing : html`<p class="more"><button class="button" type="button" @click=${more}>${told.texts.late.moreRows(most, marks.length)}</button></p>`}`;
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

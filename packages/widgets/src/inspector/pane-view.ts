/** Draws a tab of the inspector: groups of facts, a list of things page by page, a sentence where there is nothing. */
import { html, nothing, type TemplateResult } from "lit";
import type { Selection } from "../base/cloud.ts";
import { glyphOf } from "../base/glyph.ts";
import type { StateLook } from "../base/state-look.ts";
import type { Fact, FactGroup, Item, Pane } from "./fact.ts";
import type { InspectorTexts } from "./texts/index.ts";

/** Things on one page: a list of thousands is never drawn as a whole. */
export const PAGE_ITEMS = 20;

/** What a pane is wired to. */
export interface PaneActions {
  readonly t: InspectorTexts;
  readonly select: (selection: Selection) => void;
  /** The page that is shown, from 0, and how to turn it. */
  readonly page: number;
  readonly turn: (page: number) => void;
}

/** A pane as a template. */
export function drawPane({ groups = [], items = [], table, note }: Pane, actions: PaneActions): TemplateResult {
  return html`${groups.map((group) => drawGroup(group, actions.select))}
    ${table === undefined ? nothing : drawCells(table)}
    ${note === undefined ? nothing : html`<p class="note">${note}</p>`}
    ${items.length === 0 ? nothing : drawItems(items, actions)}`;
}

/** Roles are written out: where it is narrow a row is no row of a table to the eye, each cell says its column. */
function drawCells({ caption, columns, rows }: NonNullable<Pane["table"]>): TemplateResult {
  return html`<div class="cells" tabindex="0" role="region" aria-label=${caption}><table role="table">
    <caption class="hidden-text">${caption}</caption>
    <thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}</tr></thead>
    <tbody role="rowgroup">${rows.map(
      ([first, ...cells]) =>
        html`<tr role="row"><th scope="row" role="rowheader">${first}</th>${cells.map((cell, at) => html`<td role="cell" data-column=${columns[at + 1] ?? ""} class=${cell === "" ? "none" : ""}>${breakable(cell)}</td>`)}</tr>`,
    )}</tbody>
  </table></div>`;
}

/** A group of facts under its title. */
export function drawGroup(
  { title, facts, isTold = false }: FactGroup,
  select: (selection: Selection) => void,
): TemplateResult {
  return html`<h3>${title}</h3><dl class=${isTold ? "told" : ""}>${facts.map((fact) => drawFact(fact, select))}</dl>`;
}

function drawFact({ name, value, aside, look, to }: Fact, select: (selection: Selection) => void): TemplateResult {
  const text =
    to === undefined
      ? breakable(value)
      : html`<button class="to" type="button" @click=${() => select(to)}>${value}</button>`;
  return html`<div><dt>${breakable(name)}</dt><dd>${drawLook(look)}${text}${aside === undefined ? nothing : html` <small>${aside}</small>`}</dd></div>`;
}

/** Long names of the API may break where a new word begins. */
function breakable(name: string): (string | TemplateResult)[] {
  return name.split(/(?<=[a-z])(?=[A-Z])/).map((word, at) => (at === 0 ? word : html`<wbr />${word}`));
}

function drawLook(look: StateLook | undefined): TemplateResult | typeof nothing {
  return look === undefined
    ? nothing
    : html`<span class="look" style="--c: var(${look.token})">${glyphOf(look)}</span>`;
}

function drawItems(items: readonly Item[], { t, select, page, turn }: PaneActions): TemplateResult {
  const pages = Math.ceil(items.length / PAGE_ITEMS);
  const at = Math.min(page, pages - 1);
  const shown = items.slice(at * PAGE_ITEMS, (at + 1) * PAGE_ITEMS);
  return html`<ul class="items">${shown.map(
    ({ selection, name, detail, look }) =>
      html`<li><button type="button" @click=${() => select(selection)}>${drawLook(look)}<span class="name">${name}</span><span class="detail">${detail}</span></button></li>`,
  )}</ul>
  ${
    pages === 1
      ? nothing
      : html`<p class="pages"><button class="button" type="button" ?disabled=${at === 0} @click=${() => turn(at - 1)}>${t.newer}</button>
        <span role="status">${t.page(at * PAGE_ITEMS + 1, at * PAGE_ITEMS + shown.length, items.length)}</span>
        <button class="button" type="button" ?disabled=${at === pages - 1} @click=${() => turn(at + 1)}>${t.older}</button></p>`
  }`;
}

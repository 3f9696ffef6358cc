/** Draws the table behind a decision, whatever was decided: a table where there is room, cards where there is not. */
import {
  type TraceCell,
  type TraceRow,
  type TraceTable,
  type Verdict,
  type Words,
  write,
} from "@quayside/simulator/why";
import { css, html, nothing, svg, type TemplateResult } from "lit";
import { phrasesOf, whyTexts } from "./texts/index.ts";

/** On a 12 by 12 grid; each verdict has a shape of its own, so that none is told by its colour alone. */
const GLYPHS: Readonly<Record<Verdict, string>> = {
  passed: "M10.9 2.7 4.8 9.7 1.1 6.2l1.3-1.4 2.3 2.2 4.8-5.5Z",
  failed: "M2.6 1.2 6 4.6l3.4-3.4 1.4 1.4L7.4 6l3.4 3.4-1.4 1.4L6 7.4l-3.4 3.4-1.4-1.4L4.6 6 1.2 2.6Z",
  waiting: "M2.5 1h7v1.5L7 6l2.5 3.5V11h-7V9.5L5 6 2.5 2.5Z",
  untried: "M2 5.2h8v1.6H2z",
  none: "",
};

/** The whole table with its caption and its outcome. Roles are named, because a narrow table is laid out as cards. */
export function drawTrace(table: TraceTable, lang: string): TemplateResult {
  const say = (words: Words) => write(words, phrasesOf(lang));
  const { columns, rows } = withoutEmpty(table);
  const heads = columns.map(({ title }) => say(title));
  return html`<div class="trace">
    <table role="table">
      <caption>${say(table.title)}</caption>
      <thead role="rowgroup"><tr role="row">
        <th role="columnheader" scope="col">${say(table.rowTitle)}</th>${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr></thead>
      <tbody role="rowgroup">${rows.map((row) => drawRow(row, row.id === table.winner, heads, lang))}</tbody>
    </table>
    ${table.outcome === undefined ? nothing : html`<p class="outcome">${say(table.outcome)}</p>`}
  </div>`;
}

/** Rows and columns that tell something of at least one thing. */
function withoutEmpty({ columns, rows }: TraceTable): Pick<TraceTable, "columns" | "rows"> {
  const told = columns.map((_, index) => rows.some(({ cells }) => !isEmpty(cells[index])));
  return {
    columns: columns.filter((_, index) => told[index]),
    rows: rows
      .filter(({ verdict, cells }) => verdict !== "none" || cells.some((cell) => !isEmpty(cell)))
      .map((row) => ({ ...row, cells: row.cells.filter((_, index) => told[index]) })),
  };
}

function isEmpty(cell: TraceCell | undefined): boolean {
  return cell === undefined || ((cell.words ?? "") === "" && cell.score === undefined && cell.verdict === "none");
}

function drawRow(row: TraceRow, won: boolean, heads: readonly string[], lang: string): TemplateResult {
  const name = write(row.name, phrasesOf(lang));
  return html`<tr role="row" class="${row.verdict} ${won ? "won" : ""}">
    <th role="rowheader" scope="row">${name}${won ? html` <span class="chosen">${whyTexts(lang).chosen}</span>` : nothing}</th>
    ${row.cells.map((cell, column) => drawCell(cell, heads[column] ?? "", lang))}
  </tr>`;
}

function drawCell(cell: TraceCell, head: string, lang: string): TemplateResult {
  const { verdict, words = "", score } = cell;
  const said = whyTexts(lang).verdicts[verdict];
  return html`<td role="cell" class="${verdict} ${isEmpty(cell) ? "empty" : ""}" data-head=${head}>${
    verdict === "none"
      ? nothing
      : html`<span class="verdict">${svgOf(verdict)}<span class="hidden-text">${said}: </span></span>`
  }<span class="words">${write(words, phrasesOf(lang))}${score === undefined ? nothing : html` <b>${score}</b>`}</span></td>`;
}

function svgOf(verdict: Verdict): TemplateResult {
  return html`<svg viewBox="0 0 12 12" aria-hidden="true">${svg`<path d=${GLYPHS[verdict]}></path>`}</svg>`;
}

/** Styles of the table; the element that draws it is the container that is asked for its width. */
export const traceStyles = css`
  .trace { margin: 0.6rem 0 0; border: 1px solid var(--qs-border); border-radius: var(--qs-radius-small); background: var(--qs-surface); overflow: hidden; }
  table { width: 100%; border-collapse: collapse; font-size: 0.8rem; }
  caption { padding: 0.4rem 0.6rem; border-bottom: 1px solid var(--qs-border); font-weight: 650; text-align: start; overflow-wrap: anywhere; }
  thead th { color: var(--qs-muted); font-weight: 600; font-size: 0.75rem; }
  th, td { padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--qs-border); text-align: start; vertical-align: baseline; }
  tbody th { font-weight: 600; }
  td { overflow-wrap: anywhere; }
  tbody tr:last-child > * { border-bottom: 0; }
  .verdict svg { width: 11px; height: 11px; margin-inline-end: 0.4rem; vertical-align: -1px; fill: currentColor; }
  .passed .verdict { color: var(--qs-ok); }
  .failed .verdict { color: var(--qs-danger); }
  .waiting .verdict { color: var(--qs-brass); }
  td.untried, tr.untried > th { color: var(--qs-muted); font-weight: 400; }
  tr.failed > th { color: var(--qs-danger); }
  tr.won { background: var(--qs-ok-soft); box-shadow: inset 3px 0 var(--qs-ok); }
  .chosen { padding: 0 0.4em; border-radius: 1em; background: var(--qs-ok); color: var(--qs-surface); font: 600 0.7rem/1.5 var(--qs-font); white-space: nowrap; }
  .outcome { margin: 0; padding: 0.45rem 0.6rem; border-top: 1px solid var(--qs-border); background: var(--qs-sunken); font-size: 0.8rem; }
  @container why (max-width: 30rem) {
    thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    table, tbody, caption { display: block; }
    tbody tr { display: block; padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--qs-border); }
    tbody tr:last-child { border-bottom: 0; }
    tbody th, td { display: flex; gap: 0.4rem; padding: 0.05rem 0; border: 0; }
    td.empty { display: none; }
    td:not(:only-of-type)::before { content: attr(data-head); flex: 0 0 6.5rem; color: var(--qs-muted); font-size: 0.75rem; overflow-wrap: anywhere; }
    .verdict svg { margin-inline-end: 0; }
    td:not(:only-of-type):not(:has(.verdict)) .words { padding-inline-start: calc(11px + 0.4rem); }
  }
`;

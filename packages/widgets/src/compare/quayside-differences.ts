/**
 * `<quayside-differences>`: the table of what differs between two runs at one moment: counts first, then every pair of tasks in
 * the same role. Choosing a task turns to its run (`quayside-speak`) and selects it there (`quayside-select`).
 */

import { waitText } from "@quayside/simulator";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { clockText } from "../base/clock.ts";
import { shortId, type TaskRow } from "../base/cloud.ts";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { differencesStyles } from "./compare-styles.ts";
import type { CountRow, FactRow, TaskPair } from "./differences.ts";
import type { Reading } from "./pair-reader.ts";
import type { RunName } from "./run-pair.ts";
import type { FactValue } from "./task-facts.ts";
import { type CompareTexts, compareTexts } from "./texts/index.ts";

/** Pairs of tasks that are listed; more are counted. */
const MOST_TASKS = 40;

/** The table, `<quayside-differences>`. */
export class QuaysideDifferences extends QuaysideElement {
  static override styles = [sharedStyles, differencesStyles];
  static override properties = { reading: { attribute: false }, names: { attribute: false }, all: { state: true } };
  declare reading: Reading | undefined;
  /** What the runs are called, where a letter is not enough. */
  declare names: Readonly<Record<RunName, string>> | undefined;
  /** What is the same in both is shown, too. */
  declare all: boolean;

  constructor() {
    super();
    this.all = false;
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    return this.reading !== undefined && changed.size > 0;
  }

  protected override render() {
    const { reading } = this;
    if (reading === undefined) return nothing;
    const texts = compareTexts(this.language);
    const { counts, tasks } = reading.differences;
    const countRows = counts.filter((row) => this.all || row.a !== row.b);
    const pairs = tasks.filter((pair) => this.all || !pair.same);
    const none = countRows.length === 0 && pairs.length === 0;
    return html`<div class="head"><p>${texts.caption(clockText(reading.atMs))}</p>
        <label><input type="checkbox" .checked=${!this.all} @change=${this.#toggle} /> ${texts.onlyDifferent}</label></div>
      ${none ? html`<p class="none">${texts.noDifference}</p>` : this.#renderTable(countRows, pairs, texts)}
      ${pairs.length > MOST_TASKS ? html`<p class="muted">${texts.more(pairs.length - MOST_TASKS)}</p>` : nothing}`;
  }

  #renderTable(counts: readonly CountRow[], pairs: readonly TaskPair[], texts: CompareTexts): TemplateResult {
    const title = (name: RunName) =>
      html`<b class="letter ${name}" aria-hidden="true">${name.toUpperCase()}</b>${this.names?.[name] ?? html`<span class="hidden-text">${texts.run(name.toUpperCase())}</span>`}`;
    return html`<table><caption class="hidden-text">${texts.differences}</caption>
      <thead><tr><th scope="col">${texts.what}</th><th scope="col">${title("a")}</th><th scope="col">${title("b")}</th></tr></thead>
      ${counts.length === 0 ? nothing : html`<tbody><tr class="group"><th scope="rowgroup" colspan="3">${texts.counts}</th></tr>${counts.map((row) => drawCount(row, texts))}</tbody>`}
      ${pairs.slice(0, MOST_TASKS).map((pair) => this.#renderPair(pair, texts))}</table>`;
  }

  #renderPair(pair: TaskPair, texts: CompareTexts): TemplateResult {
    const { role, a, b } = pair;
    const facts = pair.facts.filter((row) => this.all || isTelling(pair, row));
    return html`<tbody><tr class="group"><th scope="rowgroup">${role.group} ${role.number}</th><td>${this.#renderTask("a", a, texts)}</td><td>${this.#renderTask("b", b, texts)}</td></tr>
      ${facts.map((row) => drawFact(row, texts))}</tbody>`;
  }

  #renderTask(name: RunName, task: TaskRow | undefined, texts: CompareTexts): TemplateResult {
    if (task === undefined) return html`<span class="missing">${texts.missing}</span>`;
    return html`<button type="button" @click=${() => this.#choose(name, task.taskArn)}>${shortId(task.taskArn)}</button>`;
  }

  #choose(name: RunName, key: string): void {
    const tell = (type: string, detail: unknown) =>
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    tell("quayside-speak", name);
    tell("quayside-select", { table: "tasks", key });
  }

  #toggle = (event: Event): void => {
    this.all = !(event.target as HTMLInputElement).checked;
  };
}

/** Of a task that only one run has, everything differs: its state and why are enough. */
function isTelling({ a, b }: TaskPair, { name, same }: FactRow): boolean {
  if (a !== undefined && b !== undefined) return !same;
  return name === "status" || name === "reason";
}

function drawCount({ kind, name, a, b }: CountRow, texts: CompareTexts): TemplateResult {
  const label = kind === "status" ? name : kind === "subnet" ? texts.inSubnet(name) : texts.onInstance(name);
  return drawRow(label, String(a), String(b), a !== b, texts);
}

function drawFact({ name, container, a, b, same }: FactRow, texts: CompareTexts): TemplateResult {
  const label = container === undefined ? texts.facts[name] : html`<code>${container}</code> ${texts.facts[name]}`;
  return drawRow(label, valueText(a), valueText(b), !same, texts);
}

function drawRow(
  label: unknown,
  a: string | undefined,
  b: string | undefined,
  differs: boolean,
  texts: CompareTexts,
): TemplateResult {
  const cell = (value: string | undefined) =>
    value === undefined
      ? html`<td class="missing"><span aria-hidden="true">–</span><span class="hidden-text">${texts.missing}</span></td>`
      : html`<td>${value}</td>`;
  return html`<tr class=${differs ? "differs" : ""}><th scope="row">${label}${differs ? html`<span class="hidden-text">, ${texts.differs}</span>` : nothing}</th>${cell(a)}${cell(b)}</tr>`;
}

function valueText(value: FactValue | undefined): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  return "waitMs" in value ? waitText(value.waitMs) : clockText(value.atMs);
}

customElements.define("quayside-differences", QuaysideDifferences);

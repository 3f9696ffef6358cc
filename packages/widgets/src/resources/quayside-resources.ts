/**
 * `<quayside-resources>`: what there is in the cloud at one moment, as a tree: clusters with their tasks and instances, task
 * definitions, the network, the account. Choosing a thing selects it (`quayside-select`), W asks why (`quayside-why`). Only
 * the rows in its window are drawn, so that a tree of thousands costs no more than one of forty. It scrolls itself: give it a
 * height.
 */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { styleMap } from "lit/directives/style-map.js";
import { containersOf, type Moment, type Selection, shortId, type Tables, taskFailed } from "../base/cloud.ts";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { glyphOf } from "../base/glyph.ts";
import { taskLook } from "../base/state-look.ts";
import { treeTexts } from "./texts/index.ts";
import { treeStep } from "./tree-keys.ts";
import { nameOf, type TreeRow, treeRows } from "./tree-rows.ts";

/** Height of a row, in pixels: at least what a finger hits. */
const ROW_PX = 28;
/** Rows that are drawn above and below the window, so that scrolling shows no gaps. */
const AROUND = 8;

/** The tree of what there is, `<quayside-resources>`. */
export class QuaysideResources extends QuaysideElement {
  static override styles = [
    sharedStyles,
    css`
      :host { height: 100%; }
      .tree { position: relative; height: 100%; overflow: auto; }
      .tree:focus { outline: none; }
      .row { position: absolute; inset-inline: 0; display: flex; align-items: center; gap: 0.4rem; padding-inline-end: 0.7rem; font-size: 0.8125rem; cursor: pointer; }
      .row:hover { background: var(--qs-accent-soft); }
      .row[aria-selected="true"] { background: var(--qs-accent-soft); box-shadow: inset 3px 0 var(--qs-accent); }
      .tree:focus-visible .row.active { outline: 2px solid var(--qs-accent); outline-offset: -2px; }
      .twisty { flex: none; width: 0.8rem; text-align: center; color: var(--qs-muted); font-size: 0.7rem; transition: transform 120ms; }
      [aria-expanded="true"] > .twisty { transform: rotate(90deg); }
      .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-family: var(--qs-mono); }
      .heading .name { font-family: var(--qs-font); font-weight: 600; }
      .top .name { font-size: 0.75rem; letter-spacing: 0.06em; text-transform: uppercase; color: var(--qs-muted); }
      .detail { margin-inline-start: auto; flex: none; color: var(--qs-muted); font-size: 0.72rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
      .row svg { flex: none; width: 10px; height: 10px; fill: var(--c); }
      @media (prefers-reduced-motion: reduce) { .twisty { transition: none; } }
    `,
  ];
  static override properties = {
    moment: { attribute: false },
    selection: { attribute: false },
    turned: { state: true },
    active: { state: true },
    top: { state: true },
    tall: { state: true },
  };
  declare moment: Moment | undefined;
  declare selection: Selection | undefined;
  /** Rows that were opened or closed by hand. */
  declare turned: ReadonlySet<string>;
  /** Id of the row that the keys act on. */
  declare active: string;
  /** Where the window stands, in pixels, and how tall it is. */
  declare top: number;
  declare tall: number;
  #rows: readonly TreeRow[] = [];
  #drawnFor: readonly unknown[] = [];
  #watched: HTMLElement | undefined;
  #size = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    this.turned = new Set();
    this.active = "clusters";
    this.top = 0;
    this.tall = 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
    this.#watched = undefined;
  }

  /** Drawn again when something happened, not with every frame. */
  protected override shouldUpdate(changed: PropertyValues): boolean {
    const { moment, selection, turned, active, top, tall, language } = this;
    const from = [moment?.recordCount, moment?.tables, selection, turned, active, top, tall, language];
    const isNew = changed.size === 0 || from.some((each, at) => each !== this.#drawnFor[at]);
    this.#drawnFor = from;
    return isNew;
  }

  protected override render() {
    const { moment } = this;
    if (moment === undefined) return nothing;
    this.#rows = treeRows(moment, this.turned);
    const first = Math.max(0, Math.floor(this.top / ROW_PX) - AROUND);
    const last = Math.ceil((this.top + this.tall) / ROW_PX) + AROUND;
    const shown = this.#rows.slice(first, last).map((row, index) => ({ row, index: first + index }));
    const activeAt = this.#activeAt();
    const height = `${this.#rows.length * ROW_PX}px`;
    return html`<div class="tree" role="tree" tabindex="0" aria-label=${treeTexts(this.language).tree} aria-activedescendant=${activeAt >= first && activeAt < last ? `row-${activeAt}` : nothing}
      @scroll=${this.#measure} @keydown=${this.#onKey}><div role="presentation" style=${styleMap({ height })}>
      ${repeat(
        shown,
        ({ row }) => row.id,
        ({ row, index }) => this.#renderRow(row, index, moment.tables),
      )}</div></div>`;
  }

  protected override updated(): void {
    const tree = this.#tree;
    if (tree === null || tree === this.#watched) return;
    this.#watched = tree;
    this.#size.disconnect();
    this.#size.observe(tree);
  }

  get #tree(): HTMLElement | null {
    return this.renderRoot.querySelector(".tree");
  }

  #renderRow(row: TreeRow, index: number, tables: Tables) {
    const { selection, heading, level, open } = row;
    const chosen = selection !== undefined && this.selection?.key === selection.key;
    const look = `row ${heading === undefined ? "" : "heading"} ${level === 1 ? "top" : ""} ${row.id === this.active ? "active" : ""}`;
    const style = styleMap({
      top: `${index * ROW_PX}px`,
      height: `${ROW_PX}px`,
      "padding-inline-start": `${0.5 + (level - 1) * 0.75}rem`,
    });
    return html`<div class=${look} role="treeitem" id=${`row-${index}`} style=${style} aria-level=${level} aria-posinset=${row.position} aria-setsize=${row.siblings}
      aria-expanded=${open ?? nothing} aria-selected=${selection === undefined ? nothing : chosen} @click=${(event: Event) => this.#onClick(event, row)}>
      <span class="twisty" aria-hidden="true">${open === undefined ? nothing : "▸"}</span>${this.#renderWords(row, tables)}</div>`;
  }

  #renderWords({ selection, heading, name, count }: TreeRow, tables: Tables): TemplateResult {
    if (selection === undefined) {
      const title = heading === undefined || heading === "family" ? name : treeTexts(this.language)[heading];
      return html`<span class="name">${title}</span><span class="detail">${count}</span>`;
    }
    const task = selection.table === "tasks" ? tables.tasks.get(selection.key) : undefined;
    if (task === undefined)
      return html`<span class="name">${nameOf(tables, selection)}</span><span class="detail">${detailOf(tables, selection)}</span>`;
    const look = taskLook(task.lastStatus, taskFailed(task, containersOf(tables, task.taskArn)));
    return html`${glyphOf(look)}<span class="name">${shortId(task.taskArn)}</span><span class="detail">${task.lastStatus}</span>`;
  }

  /** Index of the active row; when it is gone, the first. */
  #activeAt(): number {
    return Math.max(
      0,
      this.#rows.findIndex(({ id }) => id === this.active),
    );
  }

  #onClick(event: Event, row: TreeRow): void {
    this.active = row.id;
    const onTwisty = (event.target as Element).classList.contains("twisty");
    if (row.open !== undefined && (onTwisty || row.selection === undefined)) this.#turn(row);
    else if (row.selection !== undefined) this.#tell("quayside-select", row.selection);
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = this.#activeAt();
    const row = this.#rows[at];
    if (event.key.toLowerCase() === "w" && row?.selection !== undefined) {
      event.preventDefault();
      this.#tell("quayside-why", row.selection);
      return;
    }
    const step = treeStep(this.#rows, at, event.key, (index) => this.#nameAt(index));
    if (step === undefined) return;
    event.preventDefault();
    if (step.kind === "go") this.#goTo(step.to);
    else if (step.kind === "turn") this.#turn(this.#rows[step.at]);
    else if (row?.selection !== undefined) this.#tell("quayside-select", row.selection);
  };

  #nameAt(index: number): string {
    const { selection, heading, name = "" } = this.#rows[index] ?? {};
    if (selection !== undefined && this.moment !== undefined) return nameOf(this.moment.tables, selection);
    return heading === undefined || heading === "family" ? name : treeTexts(this.language)[heading];
  }

  #turn(row: TreeRow | undefined): void {
    if (row === undefined) return;
    const turned = new Set(this.turned);
    if (!turned.delete(row.id)) turned.add(row.id);
    this.turned = turned;
  }

  #goTo(index: number): void {
    this.active = this.#rows[index]?.id ?? this.active;
    const tree = this.#tree;
    if (tree === null) return;
    const above = index * ROW_PX;
    if (above < tree.scrollTop) tree.scrollTop = above;
    else if (above + ROW_PX > tree.scrollTop + tree.clientHeight) tree.scrollTop = above + ROW_PX - tree.clientHeight;
    this.#measure();
  }

  #measure = (): void => {
    const tree = this.#tree;
    this.top = tree?.scrollTop ?? 0;
    this.tall = tree?.clientHeight ?? 0;
  };

  #tell(name: string, detail: Selection): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** The quieter word at the end of a row: a status, or a number. */
function detailOf(tables: Tables, { table, key }: Selection): string {
  if (table === "clusters") return tables.clusters.get(key)?.status ?? "";
  if (table === "taskDefinitions") return tables.taskDefinitions.get(key)?.status ?? "";
  if (table === "containerInstances") return tables.containerInstances.get(key)?.status ?? "";
  const subnet = table === "subnets" ? tables.subnets.get(key) : undefined;
  return subnet === undefined ? "" : `${subnet.availableIpAddressCount} IP`;
}

customElements.define("quayside-resources", QuaysideResources);

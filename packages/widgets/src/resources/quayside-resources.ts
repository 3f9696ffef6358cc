/**
 * `<quayside-resources>`: what there is in the cloud at one moment, by kind; choosing one selects it (`quayside-select`).
 * Long lists show their newest entries and how many there are.
 */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { containersOf, familyAndRevision, type Moment, type Selection, shortId, taskFailed } from "../cloud.ts";
import { QuaysideElement, sharedStyles } from "../element.ts";
import { glyphOf } from "../map/map-table.ts";
import { taskLook } from "../state-look.ts";

const MOST = 40;

interface Item {
  readonly selection: Selection;
  readonly name: string;
  readonly detail: string;
  readonly mark?: TemplateResult;
}

/** The list of what there is, `<quayside-resources>`. */
export class QuaysideResources extends QuaysideElement {
  static override styles = [
    sharedStyles,
    css`
      details { border-bottom: 1px solid var(--qs-border); padding: 0.35rem 0; }
      summary { padding: 0.25rem 0.8rem; cursor: pointer; font-size: 0.75rem; font-weight: 650; letter-spacing: 0.06em; text-transform: uppercase; color: var(--qs-muted); }
      ul { margin: 0; padding: 0; list-style: none; }
      li button { display: flex; gap: 0.4rem; align-items: baseline; width: 100%; padding: 0.22rem 0.8rem 0.22rem 1.4rem; border: 0; background: none; text-align: start; font-size: 0.8125rem; }
      li button:hover { background: var(--qs-accent-soft); }
      li button[aria-pressed="true"] { background: var(--qs-accent-soft); box-shadow: inset 3px 0 var(--qs-accent); }
      .name { font-family: var(--qs-mono); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .detail { margin-inline-start: auto; color: var(--qs-muted); font-size: 0.72rem; white-space: nowrap; }
      li svg { flex: none; width: 10px; height: 10px; fill: var(--c); }
      p { margin: 0; padding: 0.2rem 1.4rem; font-size: 0.8rem; }
    `,
  ];
  static override properties = { moment: { attribute: false }, selection: { attribute: false } };
  declare moment: Moment | undefined;
  declare selection: Selection | undefined;
  #count = -1;

  /** Drawn again when something happened, not with every frame. */
  protected override shouldUpdate(changed: PropertyValues): boolean {
    const same = this.moment?.recordCount === this.#count && !changed.has("selection");
    this.#count = this.moment?.recordCount ?? -1;
    return !same;
  }

  protected override render() {
    const { moment, t } = this;
    if (moment === undefined) return nothing;
    return html`${this.#renderGroup(t.clusters, clusters(moment))}${this.#renderGroup(t.taskDefinitions, definitions(moment))}
      ${this.#renderGroup(t.tasks, tasks(moment))}${this.#renderGroup(t.subnets, subnets(moment))}`;
  }

  #renderGroup(title: string, items: readonly Item[]) {
    const shown = items.slice(0, MOST);
    return html`<details open><summary>${title} · ${items.length}</summary><ul>
      ${shown.map(
        (
          item,
        ) => html`<li><button type="button" aria-pressed=${this.selection?.key === item.selection.key} @click=${() => this.#select(item.selection)}>
          ${item.mark ?? nothing}<span class="name">${item.name}</span><span class="detail">${item.detail}</span></button></li>`,
      )}</ul>${items.length > MOST ? html`<p class="muted">${this.t.lanesMore(items.length - MOST)}</p>` : nothing}</details>`;
  }

  #select(detail: Selection): void {
    this.dispatchEvent(new CustomEvent("quayside-select", { detail, bubbles: true, composed: true }));
  }
}

function clusters({ tables }: Moment): Item[] {
  return [...tables.clusters.values()].map((row) => ({
    selection: { table: "clusters", key: row.clusterArn },
    name: row.clusterName,
    detail: row.status,
  }));
}

function definitions({ tables }: Moment): Item[] {
  return [...tables.taskDefinitions.values()].reverse().map((row) => ({
    selection: { table: "taskDefinitions", key: row.taskDefinitionArn },
    name: familyAndRevision(row.taskDefinitionArn),
    detail: row.status,
  }));
}

function tasks({ tables }: Moment): Item[] {
  return [...tables.tasks.values()].reverse().map((row) => ({
    selection: { table: "tasks", key: row.taskArn },
    name: shortId(row.taskArn),
    detail: row.lastStatus,
    mark: glyphOf(taskLook(row.lastStatus, taskFailed(row, containersOf(tables, row.taskArn)))),
  }));
}

function subnets({ tables }: Moment): Item[] {
  return [...tables.subnets.values()].map((row) => ({
    selection: { table: "subnets", key: row.subnetId },
    name: row.name,
    detail: `${row.availableIpAddressCount} IP`,
  }));
}

customElements.define("quayside-resources", QuaysideResources);

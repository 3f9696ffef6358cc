/**
 * `<quayside-inspector>`: the selected thing in tabs as the ECS console groups them, and three that are ours: its life in the
 * chart, its JSON as the API would answer at the moment shown, and "Why?" (why/quayside-why.ts, whose events pass through).
 * Dispatches `quayside-stop` { taskArn, clusterArn }, `quayside-select` and `quayside-close`; the chart of a service asks for moments.
 */
import type { Session } from "@quayside/simulator";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { lastPart, type Moment, type Selection, selectedRow, shortId } from "../base/cloud.ts";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import type { LoadFailures } from "../base/failures.ts";
import { icon } from "../base/icons.ts";
import type { LoadLessonLinks } from "../base/lesson-links.ts";
import "../lifecycle/quayside-lifecycle.ts";
import { clockText } from "../base/clock.ts";
import { type Charted, chartOf, drawServiceChart, drawTrafficChart } from "./charts.ts";
import { type ContainerLog, logsOf } from "./container-logs.ts";
import { inspectorStyles } from "./inspector-styles.ts";
import { drawGroup, drawPane } from "./pane-view.ts";
import { overviewOf, paneOf } from "./panes.ts";
import { decisionsPane } from "./service-panes.ts";
import { type TabName, tabFor, tabsOf } from "./tabs.ts";
import { inspectorTexts } from "./texts/index.ts";

/** The selected thing, `<quayside-inspector>`. */
export class QuaysideInspector extends QuaysideElement {
  static override styles = [sharedStyles, inspectorStyles];
  static override properties = {
    moment: { attribute: false },
    session: { attribute: false },
    selection: { attribute: false },
    whyAsked: { type: Number },
    lessons: { attribute: false },
    failures: { attribute: false },
    chosen: { state: true },
    page: { state: true },
    why: { state: true },
    json: { state: true },
    copied: { state: true },
    watched: { type: Boolean },
    failed: { state: true },
    chartFailed: { state: true },
  };
  declare moment: Moment | undefined;
  declare session: Session | undefined;
  declare selection: Selection | undefined;
  /** Where lessons stand; without it none is offered. */
  declare lessons: LoadLessonLinks | undefined;
  /** What messages of AWS mean; without it none is explained. */
  declare failures: LoadFailures | undefined;
  /** Opens "Why?" each time it rises. */
  declare whyAsked: number;
  /** The tab that was chosen last, for whatever has it. */
  declare chosen: TabName | undefined;
  /** Page of a list, from 0. */
  declare page: number;
  declare why: boolean;
  declare json: string;
  declare copied: boolean;
  /** Somebody else's run is looked at: nothing can be asked of it. */
  declare watched: boolean;
  /** Why the answer to "why?" did not come. */
  declare failed: boolean;
  /** The chart of a service did not come. */
  declare chartFailed: boolean;
  #jsonOf = "";

  constructor() {
    super();
    this.whyAsked = 0;
    this.page = 0;
    this.why = false;
    this.json = "";
    this.copied = false;
    this.watched = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("whyAsked") && this.whyAsked > 0) this.why = true;
    if (this.selection?.table === "records") this.why = true;
    if (this.why) void this.#loadWhy();
    if (changed.has("selection")) this.page = 0;
    const tab = this.selection && tabFor(this.selection, this.chosen);
    if (tab === "json") void this.#describe();
    if (this.selection !== undefined) void this.#loadChart(this.selection, tab);
  }

  get #words() {
    return inspectorTexts(this.language);
  }

  protected override render() {
    const { selection, moment, t } = this;
    if (selection === undefined || moment === undefined) return html`<p class="empty">${t.nothingSelected}</p>`;
    if (selection.table === "records") return this.#renderRecord(selection, moment);
    const isThere = selectedRow(moment.tables, selection) !== undefined;
    return html`<section aria-label=${t.inspector}>
      <header><div><small>${this.#kind(selection)}</small><h2>${selection.table === "tasks" ? shortId(selection.key) : this.#name(selection)}</h2></div>
        <button class="button quiet" type="button" aria-label=${t.close} title=${t.close} @click=${() => this.#tell("quayside-close")}>${icon("close")}</button></header>
      ${this.#renderActions(selection, moment)}
      ${this.why ? this.#renderWhy(selection, moment) : nothing}
      ${isThere ? this.#renderTabs(selection, moment) : html`<p class="empty">${this.#words.gone}</p>`}
    </section>`;
  }

  #renderTabs(selection: Selection, moment: Moment) {
    const tab = tabFor(selection, this.chosen);
    const overview = overviewOf(moment, selection, this.#words);
    // The chart stands first: below facts and tabs it was out of sight at 900 pixels of height.
    const chart = selection.table === "services" ? this.#renderChart(drawServiceChart, selection, moment) : nothing;
    return html`${chart}${overview === undefined ? nothing : html`<div class="overview">${drawGroup(overview, this.#select)}</div>`}
      <div class="tabs" role="tablist" aria-label=${this.t.inspector} @keydown=${this.#onTabKey}>${tabsOf(
        selection,
      ).map(
        (each) =>
          html`<button type="button" role="tab" id="tab-${each}" aria-controls="pane" aria-selected=${each === tab} tabindex=${each === tab ? 0 : -1} @click=${() => this.#show(each)}>${this.#words.tabs[each]}</button>`,
      )}</div>
      <div id="pane" role="tabpanel" tabindex="0" aria-labelledby="tab-${tab}">${this.#renderTab(tab, selection, moment)}</div>`;
  }

  /** A record of the journal: there is nothing but its reasons. */
  #renderRecord(selection: Selection, moment: Moment) {
    const { t, session } = this;
    const record = session?.journal.at(Number(selection.key));
    const step = record === undefined ? "" : `${record.major}.${record.minor}`;
    return html`<section aria-label=${t.inspector}>
      <header><div><small>${t.journal}</small><h2>${step}</h2></div>
        <button class="button quiet" type="button" aria-label=${t.close} title=${t.close} @click=${() => this.#tell("quayside-close")}>${icon("close")}</button></header>
      ${this.#renderWhy(selection, moment)}
    </section>`;
  }

  #renderActions(selection: Selection, moment: Moment) {
    const { t } = this;
    const task = selection.table === "tasks" ? moment.tables.tasks.get(selection.key) : undefined;
    const stoppable = !this.watched && task?.desiredStatus === "RUNNING";
    return html`<div class="actions">
      <button class="button" type="button" aria-expanded=${this.why} @click=${this.#onWhy}>${t.why}</button>
      ${stoppable ? html`<button class="button danger" type="button" @click=${() => this.#tell("quayside-stop", { taskArn: task.taskArn, clusterArn: task.spec.clusterArn })}>${icon("stop")}${t.stop}</button>` : nothing}
    </div>`;
  }

  #renderWhy({ table, key }: Selection, moment: Moment) {
    const about = table === "records" ? { seq: Number(key) } : { key };
    return html`<div class="why">${
      this.failed
        ? html`<p class="box-error" role="alert">${this.t.partFailed}</p>`
        : html`<quayside-why .lessons=${this.lessons} .failures=${this.failures} .session=${this.session} .moment=${moment} .about=${about}></quayside-why>`
    }</div>`;
  }

  /** The answers come when somebody asks. */
  async #loadWhy(): Promise<void> {
    try {
      await import("../why/quayside-why.ts");
      this.failed = false;
    } catch (error) {
      console.error(error);
      this.failed = true;
    }
  }

  /** Charts come with the first one that is looked at. */
  async #loadChart(selection: Selection, tab: TabName | undefined): Promise<void> {
    try {
      await chartOf(selection, tab);
      this.chartFailed = false;
    } catch (error) {
      console.error(error);
      this.chartFailed = true;
    }
  }

  #renderTab(tab: TabName, selection: Selection, moment: Moment): TemplateResult {
    if (tab === "life") {
      return html`<div class="pad"><quayside-lifecycle .records=${this.session?.journal.records ?? []} .moment=${moment} .taskArn=${selection.key}></quayside-lifecycle></div>`;
    }
    if (tab === "json") return this.#renderJson();
    if (tab === "traffic") return this.#renderChart(drawTrafficChart, selection, moment);
    if (tab === "logs") return html`${logsOf(moment, selection, this.#words).map((log) => this.#renderLog(log))}`;
    const pane =
      tab === "decisions"
        ? decisionsPane(this.session?.journal.records ?? [], moment, selection.key, this.#words)
        : paneOf(moment, selection, tab, this.#words);
    return drawPane(pane ?? { note: this.#words.gone }, {
      t: this.#words,
      select: this.#select,
      page: this.page,
      turn: this.#turnPage,
    });
  }

  #renderChart(draw: (charted: Charted) => TemplateResult, selection: Selection, moment: Moment) {
    if (this.chartFailed) return html`<p class="box-error" role="alert">${this.t.partFailed}</p>`;
    return draw({ session: this.session, moment, selection, name: this.#name(selection) });
  }

  #renderLog({ container, group, stream, note, lines, earlier }: ContainerLog) {
    return html`<h3>${container}</h3><div class="pad">
      ${stream === undefined ? nothing : html`<p class="muted stream">${group}<br />${stream}</p>`}
      ${note === undefined ? nothing : html`<p class="muted">${note}</p>`}
      ${earlier === 0 ? nothing : html`<p class="muted">${this.#words.logsEarlier(earlier)}</p>`}
      ${
        lines.length === 0
          ? nothing
          : html`<ol class="log" tabindex="0" aria-label=${`${this.#words.tabs.logs}: ${container}`}>${lines.map(
              ({ atMs, text }) => html`<li><time>${clockText(atMs)}</time> <span>${text}</span></li>`,
            )}</ol>`
      }</div>`;
  }

  #renderJson() {
    const { t } = this;
    return html`<div class="pad"><p class="muted json-head"><span>${this.#words.jsonAt}</span><button class="button quiet" type="button" @click=${this.#onCopy}>${this.copied ? t.copied : t.copy}</button></p>
      <pre tabindex="0" aria-label="JSON">${this.json}</pre></div>`;
  }

  #kind({ table }: Selection): string {
    const { t } = this;
    const kinds: Partial<Record<Selection["table"], string>> = {
      tasks: t.task,
      containers: t.container,
      clusters: t.cluster,
      taskDefinitions: t.taskDefinition,
      services: this.#words.service,
      subnets: t.subnet,
      containerInstances: t.mapInstances,
      loadBalancers: "Load balancer",
      targetGroups: "Target group",
      ec2Instances: "EC2",
    };
    return kinds[table] ?? table;
  }

  #name({ table, key }: Selection): string {
    const tables = this.moment?.tables;
    const names: Partial<Record<Selection["table"], string | undefined>> = {
      subnets: tables?.subnets.get(key)?.name,
      loadBalancers: tables?.loadBalancers.get(key)?.loadBalancerName,
      targetGroups: tables?.targetGroups.get(key)?.targetGroupName,
    };
    return names[table] ?? lastPart(key);
  }

  #show(tab: TabName): void {
    this.chosen = tab;
    this.page = 0;
  }

  /** Arrow keys, Home and End move between the tabs and choose. */
  #onTabKey = (event: KeyboardEvent): void => {
    const tabs = [...this.renderRoot.querySelectorAll<HTMLElement>("[role=tab]")];
    const at = tabs.indexOf(event.target as HTMLElement);
    const goals: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const next = tabs[goals[event.key] ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.click();
  };

  #select = (selection: Selection): void => this.#tell("quayside-select", selection);

  #turnPage = (page: number): void => {
    this.page = page;
  };

  #onWhy = (): void => {
    this.why = !this.why;
  };

  #onCopy = (): void => {
    void navigator.clipboard?.writeText(this.json).then(() => {
      this.copied = true;
    });
  };

  /** Asks the API once for each thing that happened, not once a frame. */
  async #describe(): Promise<void> {
    const { session, selection, moment } = this;
    if (session === undefined || selection === undefined || moment === undefined) return;
    const key = `${selection.key} ${moment.recordCount} ${session.journal.length}`;
    if (this.#jsonOf === key) return;
    this.#jsonOf = key;
    this.copied = false;
    const { describeAt } = await import("./describe.ts");
    if (this.#jsonOf === key) this.json = describeAt(session, selection, moment.atMs);
  }

  #tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("quayside-inspector", QuaysideInspector);

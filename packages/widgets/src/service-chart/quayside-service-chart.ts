/**
 * `<quayside-service-chart>`: the tasks of a service over time within the bounds of its deployments, on the lab's clock. The pointer
 * reads a moment, a press or a key goes there with `quayside-time` { action: "scrub", atMs }. Its table says the same in rows.
 */
import type { JournalRecord } from "@quayside/simulator";
import { html, nothing, type PropertyValues } from "lit";
import { goalOf, goTo, momentUnder } from "../base/chart-time.ts";
import { clockText } from "../base/clock.ts";
import type { Moment } from "../base/cloud.ts";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { hueOf } from "../base/service-facts.ts";
import { type ServiceStep, ServiceSteps } from "../base/service-steps.ts";
import { type Span, spanOf } from "../base/time-scale.ts";
import { CHART_HEIGHT, drawChart, drawFills, drawKey, frameOf } from "./chart-drawing.ts";
import { serviceChartStyles } from "./service-chart-styles.ts";
import { type ServiceChartTexts, serviceChartTexts } from "./texts/index.ts";

/** A longer life is shown through a window of this length, which follows the moment. */
const WINDOW_MS = 30 * 60_000;
/** Rows of the table. */
const MOST_ROWS = 60;
/** What a chart of a service that began a moment ago shows before it. */
const LEAD_MS = 5_000;

/** Columns of the table behind the time. */
const KEYS = ["running", "older", "pending", "stopping", "desired", "bounds"] as const;

/** The chart of a service, `<quayside-service-chart>`. */
export class QuaysideServiceChart extends QuaysideElement {
  static override styles = [sharedStyles, serviceChartStyles];
  static override properties = {
    records: { attribute: false },
    moment: { attribute: false },
    serviceArn: {},
    asTable: { state: true },
    pointedMs: { state: true },
    width: { state: true },
  };
  declare records: readonly JournalRecord[];
  declare moment: Moment | undefined;
  declare serviceArn: string;
  declare asTable: boolean;
  /** The moment under the pointer. */
  declare pointedMs: number | undefined;
  declare width: number;
  #story = new ServiceSteps("");
  #sizes = new ResizeObserver(([entry]) => {
    this.width = Math.round(entry?.contentRect.width ?? this.width);
  });

  constructor() {
    super();
    this.records = [];
    this.serviceArn = "";
    this.asTable = false;
    this.width = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("serviceArn")) {
      this.#story = new ServiceSteps(this.serviceArn);
      this.pointedMs = undefined;
    }
    this.#story.follow(this.records);
  }

  get #words(): ServiceChartTexts {
    return serviceChartTexts(this.language);
  }

  protected override render() {
    const { moment } = this;
    const row = moment?.tables.services.get(this.serviceArn);
    if (moment === undefined || row === undefined) return nothing;
    const words = this.#words;
    const readMs = this.pointedMs ?? moment.atMs;
    return html`${drawFills(hueOf(row))}<header><h3>${words.title}</h3><time>${clockText(readMs)}</time>
        <button class="button" type="button" aria-pressed=${this.asTable} @click=${this.#onTable}>${this.asTable ? words.chart : words.table}</button></header>
      ${this.#renderNumbers(this.#story.at(readMs), hueOf(row))}
      ${this.asTable ? this.#renderTable(moment, hueOf(row)) : this.#renderPlot(moment, row.serviceName, hueOf(row))}`;
  }

  /** The numbers of the moment that is read; they are the key of the picture, too. */
  #renderNumbers(step: ServiceStep | undefined, hue: number) {
    const words = this.#words;
    const number = (layer: Parameters<typeof drawKey>[0], name: string, value: number | undefined, text?: string) =>
      html`<div class=${value ? "" : "none"}><dt>${drawKey(layer, hue)}${name}</dt><dd>${text ?? value ?? "–"}</dd></div>`;
    return html`<dl>${number("running", words.running, step?.running)}${number("desired", words.desired, step?.desired)}
      ${number("older", words.older, step?.older)}${number("bounds", words.bounds, step?.upper, step && `${step.lower}–${step.upper}`)}
      ${number("pending", words.pending, step?.pending)}${number("stopping", words.stopping, step?.stopping)}</dl>`;
  }

  #renderPlot(moment: Moment, name: string, hue: number) {
    const { width, pointedMs } = this;
    const { atMs, headMs } = moment;
    const words = this.#words;
    const input = { story: this.#story, hue, width, span: this.#span(moment), atMs, headMs, pointedMs };
    return html`<div class="plot" style="height: ${CHART_HEIGHT}px" role="slider" tabindex="0" aria-label=${words.name(name)} aria-description=${words.keys}
      aria-valuemin="0" aria-valuemax=${Math.round(headMs / 1000)} aria-valuenow=${Math.round(atMs / 1000)} aria-valuetext=${this.#sentence(atMs)}
      @keydown=${this.#onKey} @pointermove=${this.#onPointer} @pointerdown=${this.#onPress} @pointerleave=${this.#onLeave}>${width === 0 ? nothing : drawChart(input)}</div>`;
  }

  #renderTable({ atMs }: Moment, hue: number) {
    const words = this.#words;
    const { steps } = this.#story;
    const happened = steps.filter(({ fromMs }) => fromMs <= atMs);
    const rows = happened.slice(-MOST_ROWS).reverse();
    return html`<div class="cells" tabindex="0" role="region" aria-label=${words.title}><table>
        <thead><tr><th scope="col">${words.time}</th>${KEYS.map((key) => html`<th scope="col" title=${words[key]}>${drawKey(key, hue)}<span class="hidden-text">${words[key]}</span></th>`)}</tr></thead>
        <tbody>${rows.map(
          (step, at) =>
            html`<tr class=${at === 0 ? "now" : ""}><th scope="row">${clockText(step.fromMs)}</th><td>${step.running}</td><td>${step.older}</td><td>${step.pending}</td><td>${step.stopping}</td><td>${step.desired}</td><td>${step.lower}–${step.upper}</td></tr>`,
        )}</tbody></table></div>
      ${happened.length > rows.length ? html`<p class="muted">${words.latest(rows.length, happened.length)}</p>` : nothing}`;
  }

  #sentence(atMs: number): string {
    const words = this.#words;
    const step = this.#story.at(atMs);
    return step === undefined ? words.before : words.sentence({ ...step, clock: clockText(atMs) });
  }

  /** From a little before the service was made. */
  #span({ atMs, headMs }: Moment): Span {
    const beganMs = Math.max(0, (this.#story.steps[0]?.fromMs ?? 0) - LEAD_MS);
    const { fromMs, toMs } = spanOf(headMs - beganMs, atMs - beganMs, WINDOW_MS);
    return { fromMs: fromMs + beganMs, toMs: toMs + beganMs };
  }

  #momentAt(event: PointerEvent): number | undefined {
    const { moment } = this;
    return moment && momentUnder(event, frameOf(this.width), this.#span(moment), moment.headMs);
  }

  #onPointer = (event: PointerEvent): void => {
    this.pointedMs = this.#momentAt(event);
    if (event.buttons === 1 && this.pointedMs !== undefined) goTo(this, this.pointedMs);
  };

  #onPress = (event: PointerEvent): void => {
    const atMs = this.#momentAt(event);
    if (event.button === 0 && atMs !== undefined) goTo(this, atMs);
  };

  #onLeave = (): void => {
    this.pointedMs = undefined;
  };

  #onKey = (event: KeyboardEvent): void => {
    const { moment } = this;
    if (moment === undefined) return;
    const [near, far] = [this.#story.steps, this.#story.rollouts].map((each) => each.map(({ fromMs }) => fromMs));
    const goal = goalOf(event, { near: near ?? [], far: far ?? [], ...moment });
    if (goal === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.pointedMs = undefined;
    goTo(this, goal);
  };

  #onTable = (): void => {
    this.asTable = !this.asTable;
  };
}

customElements.define("quayside-service-chart", QuaysideServiceChart);

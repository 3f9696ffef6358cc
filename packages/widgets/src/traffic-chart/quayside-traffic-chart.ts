/**
 * `<quayside-traffic-chart>`: requests a second, times of answers and lost requests over time, on the lab's clock. The pointer reads
 * a moment, a press or a key goes there with `quayside-time` { action: "scrub", atMs }. Its table says the same in rows.
 */
import type { TrafficLedger } from "@quayside/simulator";
import { html, nothing } from "lit";
import { rateText } from "../base/balancer-facts.ts";
import { goalOf, goTo, momentUnder } from "../base/chart-time.ts";
import { clockText } from "../base/clock.ts";
import type { Moment } from "../base/cloud.ts";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { spanOf } from "../base/time-scale.ts";
import { drawStrips, plotOf, STRIPS_HEIGHT } from "./strip-drawing.ts";
import { type TrafficTexts, trafficTexts } from "./texts/index.ts";
import { trafficChartStyles } from "./traffic-chart-styles.ts";
import { type Bucket, bucketsOf, lostIn } from "./traffic-series.ts";

/** A longer run is shown through a window of this length, which follows the moment. */
const WINDOW_MS = 30 * 60_000;
/** Width of a bucket in the picture, in pixels, and how long one of the table is. */
const BUCKET_PX = 4;
const ROW_MS = 60_000;
const MOST_ROWS = 60;

/** Requests over time, `<quayside-traffic-chart>`. */
export class QuaysideTrafficChart extends QuaysideElement {
  static override styles = [sharedStyles, trafficChartStyles];
  static override properties = {
    ledger: { attribute: false },
    moment: { attribute: false },
    isOf: { attribute: false },
    name: {},
    asTable: { state: true },
    pointedMs: { state: true },
    width: { state: true },
  };
  declare ledger: TrafficLedger | undefined;
  declare moment: Moment | undefined;
  /** Whether a place of the ledger is meant. */
  declare isOf: (place: number) => boolean;
  /** Whose requests they are, for readers of the picture. */
  declare name: string;
  declare asTable: boolean;
  /** The moment under the pointer. */
  declare pointedMs: number | undefined;
  declare width: number;
  #sizes = new ResizeObserver(([entry]) => {
    this.width = Math.round(entry?.contentRect.width ?? this.width);
  });

  constructor() {
    super();
    this.isOf = () => true;
    this.name = "";
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

  get #words(): TrafficTexts {
    return trafficTexts(this.language);
  }

  protected override render() {
    const { moment, ledger } = this;
    if (moment === undefined || ledger === undefined) return nothing;
    const words = this.#words;
    if (ledger.length === 0) return html`<p class="muted">${words.nothing}</p>`;
    return html`<header><h3>${words.title}</h3><time>${clockText(this.pointedMs ?? moment.atMs)}</time>
        <button class="button" type="button" aria-pressed=${this.asTable} @click=${this.#onTable}>${this.asTable ? words.chart : words.table}</button></header>
      ${this.asTable ? this.#renderTable(moment, ledger) : this.#renderPlot(moment, ledger)}`;
  }

  #renderPlot(moment: Moment, ledger: TrafficLedger) {
    const { width, pointedMs, isOf } = this;
    const { atMs, headMs } = moment;
    const words = this.#words;
    const span = spanOf(headMs, atMs, WINDOW_MS);
    const buckets = bucketsOf(ledger, { span, buckets: Math.max(8, Math.floor(plotOf(width).w / BUCKET_PX)), isOf });
    const titles = [words.requests, words.times, words.lost] as const;
    const values = this.#valuesOf(buckets, pointedMs ?? atMs);
    const [lost, saysLost] = this.#sumOf(buckets, atMs);
    return html`<div class="plot" style="height: ${STRIPS_HEIGHT}px" role="slider" tabindex="0" aria-label=${words.name(this.name)} aria-description=${words.keys}
      aria-valuemin="0" aria-valuemax=${Math.round(headMs / 1000)} aria-valuenow=${Math.round(atMs / 1000)} aria-valuetext=${`${clockText(atMs)}: ${titles.map((title, at) => `${title} ${values[at]}`).join("; ")}`}
      @keydown=${this.#onKey} @pointermove=${this.#onPointer} @pointerdown=${this.#onPress} @pointerleave=${this.#onLeave}>${width === 0 ? nothing : drawStrips({ buckets, width, span, atMs, headMs, pointedMs, titles, values })}</div>
      <p class=${`sum${lost ? " lost-some" : ""}`}>${saysLost}</p>`;
  }

  #renderTable({ atMs }: Moment, ledger: TrafficLedger) {
    const words = this.#words;
    const count = Math.max(1, Math.ceil(atMs / ROW_MS));
    const first = Math.max(0, count - MOST_ROWS);
    const span = { fromMs: first * ROW_MS, toMs: count * ROW_MS };
    const rows = bucketsOf(ledger, { span, buckets: count - first, isOf: this.isOf }).reverse();
    return html`<div class="cells" tabindex="0" role="region" aria-label=${words.title}><table>
      <thead><tr><th scope="col">${words.time}</th><th scope="col">${words.requests}</th><th scope="col">p50</th><th scope="col">p95</th><th scope="col">p99</th><th scope="col">${words.lost}</th></tr></thead>
      <tbody>${rows.map((bucket) => {
        const lost = this.#lossText(bucket.lost);
        return html`<tr><th scope="row">${clockText(bucket.fromMs)}</th><td>${rateText(bucket.perSecond)}/s</td>
          ${[0, 1, 2].map((at) => html`<td>${bucket.within === undefined ? "–" : timeText(bucket.within[at] ?? 0)}</td>`)}
          <td class=${lost === "" ? "" : "lost-some"}>${lost === "" ? words.none : lost}</td></tr>`;
      })}</tbody></table></div>`;
  }

  /** What the three strips say at a moment. */
  #valuesOf(buckets: readonly Bucket[], atMs: number): [string, string, string] {
    const words = this.#words;
    const bucket = buckets.find(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs) ?? buckets.at(-1);
    if (bucket === undefined) return ["", "", ""];
    const [half = 0, most = 0, nearlyAll = 0] = bucket.within ?? [];
    const lost = this.#lossText(bucket.lost);
    return [
      words.perSecond(rateText(bucket.perSecond)),
      bucket.within === undefined ? "–" : words.within(timeText(half), timeText(most), timeText(nearlyAll)),
      lost === "" ? words.none : lost,
    ];
  }

  #sumOf(buckets: readonly Bucket[], atMs: number): [boolean, string] {
    const lost = this.#lossText(lostIn(buckets.filter(({ fromMs }) => fromMs <= atMs)));
    return lost === "" ? [false, this.#words.nothingLost] : [true, this.#words.lostInAll(lost)];
  }

  /** `502 refused 12, 504 no answer 3`; nothing when nothing was lost. */
  #lossText(lost: Bucket["lost"]): string {
    const { ends } = this.#words;
    return Object.entries(lost)
      .map(([end, count]) => [end as keyof typeof ends, Math.round(count)] as const)
      .filter(([, count]) => count > 0)
      .map(([end, count]) => `${ends[end]} ${count.toLocaleString("en")}`)
      .join(", ");
  }

  #momentAt(event: PointerEvent): number | undefined {
    const { moment } = this;
    return (
      moment && momentUnder(event, plotOf(this.width), spanOf(moment.headMs, moment.atMs, WINDOW_MS), moment.headMs)
    );
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
    const { moment, ledger } = this;
    if (moment === undefined || ledger === undefined) return;
    const { atMs, headMs } = moment;
    const [second, minute] = [1000, 60_000].map((step) =>
      [atMs - step, atMs + step].filter((ms) => ms >= 0 && ms <= headMs),
    );
    const goal = goalOf(event, { near: second ?? [], far: minute ?? [], atMs, headMs });
    if (goal === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.pointedMs = undefined;
    goTo(this, event.key === "Home" ? 0 : goal);
  };

  #onTable = (): void => {
    this.asTable = !this.asTable;
  };
}

/** A time in the unit that suits it. */
function timeText(ms: number): string {
  return ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
}

customElements.define("quayside-traffic-chart", QuaysideTrafficChart);

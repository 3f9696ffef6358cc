/** Makes the cards of services for one map; comes with the first service, in the words of the map. */
import { nothing, svg } from "lit";
import type { Tables, TaskRow } from "../../base/cloud.ts";
import { adoptSheet } from "../../base/element.ts";
import { hueOf, livingServices, type ServiceFacts, serviceFacts } from "../../base/service-facts.ts";
import { arriving } from "../../i18n/by-language.ts";
import type { ServiceMark } from "../kinds/service-mark.ts";
import type { Cards, Place } from "../place.ts";
import type { Rect } from "../rect.ts";
import { cardHeight, drawCard, drawChip } from "./card-drawing.ts";
import { linesOf, pipsOf, revisionsOf } from "./card-lines.ts";
import { serviceStyles } from "./service-styles.ts";
import { type CardTexts, cardTexts } from "./texts/index.ts";

const GAP = 6;
/** Heights of the heading in a rail, and of a line of chips without one. */
const HEAD = 20;
const LINE = 34;
const CHIP = { least: 72, most: 150, high: 26 } as const;

export class ServiceCards implements Cards {
  readonly #texts: CardTexts;
  #kept = new Map<string, { readonly says: string; readonly mark: ServiceMark }>();
  #marks: readonly ServiceMark[] = [];

  constructor(texts: CardTexts) {
    this.#texts = texts;
  }

  /** For a map, once its words are there; with the styles of cards. */
  static async of(map: { readonly language: string; readonly renderRoot: Node }): Promise<ServiceCards> {
    await arriving(map.language);
    adoptSheet(map.renderRoot, serviceStyles);
    return new ServiceCards(cardTexts(map.language));
  }

  height(tables: Tables, rail: number): number {
    const services = livingServices(tables);
    if (services.length === 0) return 0;
    if (rail === 0) return LINE;
    const cards = services.map((row) => cardHeight(serviceFacts(tables, row), this.#texts, rail) + GAP);
    return HEAD + cards.reduce((sum, high) => sum + high, 0) + GAP;
  }

  stripe({ services, deployments }: Tables, { spec, lastStatus }: TaskRow): string | undefined {
    const service = services.get(spec.serviceArn ?? "");
    if (service === undefined || lastStatus === "STOPPED") return undefined;
    const isNewest = deployments.get(spec.startedBy ?? "")?.status === "PRIMARY";
    return `url(#service-${isNewest ? "" : "old-"}${hueOf(service)})`;
  }

  marks(tables: Tables, place: Place | undefined): readonly ServiceMark[] {
    const services = place === undefined ? [] : livingServices(tables).map((row) => serviceFacts(tables, row));
    const rects = place === undefined ? [] : this.#lay(services, place);
    const before = this.#kept;
    this.#kept = new Map();
    const marks = rects.map((rect, index) =>
      this.#mark(services[index] as ServiceFacts, rect, before, index === 0 && (place?.h ?? 0) > LINE),
    );
    const same = marks.length === this.#marks.length && marks.every((mark, index) => mark === this.#marks[index]);
    if (!same) this.#marks = marks;
    return this.#marks;
  }

  /** Whole cards where all of them have room, else chips; the last ones are left out where even these do not. */
  #lay(services: readonly ServiceFacts[], { x, y, w, h }: Place): Rect[] {
    if (h <= LINE) return layChips({ x, y, w, h: CHIP.high }, services.length);
    const heights = services.map((facts) => cardHeight(facts, this.#texts, w));
    const all = heights.reduce((sum, high) => sum + high + GAP, HEAD);
    if (all > h) return layChips({ x, y: y + HEAD, w, h: h - HEAD }, services.length);
    let top = y + HEAD;
    return heights.map((high) => {
      top += high + GAP;
      return { x, y: top - high - GAP, w, h: high };
    });
  }

  #mark(
    facts: ServiceFacts,
    rect: Rect,
    before: ReadonlyMap<string, { says: string; mark: ServiceMark }>,
    isFirst: boolean,
  ): ServiceMark {
    const { serviceArn: key, serviceName: name, status } = facts.row;
    const lines = linesOf(facts, this.#texts);
    const definitions = revisionsOf(facts).whole;
    const says = [Object.values(rect), status, definitions, lines, pipsOf(facts)].join(" ");
    const earlier = before.get(key);
    const make = (): ServiceMark => ({
      kind: "service",
      key,
      facts,
      sentence: this.#texts.sentence({ name, status, definitions, says: lines.join("; ") }),
      drawing: svg`${isFirst ? svg`<text class="rail-title" x="2" y="-8">${this.#texts.services}</text>` : nothing}${rect.h === CHIP.high ? drawChip(facts, rect) : drawCard(facts, this.#texts, rect)}`,
      ...rect,
    });
    const mark = earlier?.says === says ? earlier.mark : make();
    this.#kept.set(key, { says, mark });
    return mark;
  }
}

/** Chips in as few columns as there is height for. */
function layChips({ x, y, w, h }: Rect, count: number): Rect[] {
  const rows = Math.max(1, Math.floor((h + 4) / (CHIP.high + 4)));
  const most = Math.max(1, Math.floor((w + GAP) / (CHIP.least + GAP)));
  const columns = Math.min(most, Math.ceil(count / rows));
  const wide = (w - GAP * (columns - 1)) / columns;
  const chip = rows === 1 ? Math.min(CHIP.most, wide) : wide;
  return Array.from({ length: Math.min(count, rows * columns) }, (_, at) => ({
    x: x + (at % columns) * (chip + GAP),
    y: y + Math.floor(at / columns) * (CHIP.high + 4),
    w: chip,
    h: CHIP.high,
  }));
}

/** Makes the row of load balancers of one map, with the lines to their targets and the signs of their health; comes with the first load balancer, in the words of the map. */
import { type SVGTemplateResult, svg } from "lit";
import {
  type BalancerFacts,
  balancersOf,
  type GroupFacts,
  rateOf,
  rateText,
  type TargetRow,
} from "../../base/balancer-facts.ts";
import type { Tables, TaskRow } from "../../base/cloud.ts";
import { adoptSheet } from "../../base/element.ts";
import { arriving } from "../../i18n/by-language.ts";
import type { BalancerMark, TargetGroupMark } from "../kinds/balancer-mark.ts";
import type { Balancers, Place, Standing, Traffic } from "../place.ts";
import type { Rect } from "../rect.ts";
import { balancerStyles } from "./balancer-styles.ts";
import { drawBalancer, drawBands, drawGroup, listenersText, shareText, typeName } from "./card-drawing.ts";
import { badgeOf } from "./health-badges.ts";
import { type LaidBalancer, layRow, rowHeight } from "./layout.ts";
import { type BalancerTexts, balancerTexts } from "./texts/index.ts";
import { wiresOf } from "./wires.ts";

type Mark = BalancerMark | TargetGroupMark;

export class BalancerRow implements Balancers {
  readonly #texts: BalancerTexts;
  #kept = new Map<string, { readonly says: string; readonly mark: Mark }>();
  #traffic: Traffic | undefined;
  #wires: { readonly says: string; readonly drawing: SVGTemplateResult } | undefined;

  constructor(texts: BalancerTexts) {
    this.#texts = texts;
  }

  /** For a map, once its words are there; with the styles of the row. */
  static async of(map: { readonly language: string; readonly renderRoot: Node }): Promise<BalancerRow> {
    await arriving(map.language);
    adoptSheet(map.renderRoot, balancerStyles);
    return new BalancerRow(balancerTexts(map.language));
  }

  height(tables: Tables): number {
    return rowHeight(balancersOf(tables));
  }

  badge(tables: Tables, { taskArn }: TaskRow): SVGTemplateResult | undefined {
    return badgeOf([...tables.targets.bucket("task", taskArn)].flatMap((key) => tables.targets.get(key) ?? []));
  }

  draw(tables: Tables, place: Place, standing: Standing): Traffic {
    const laid = layRow(balancersOf(tables), place);
    const before = this.#kept;
    this.#kept = new Map();
    const balancers = laid.map(({ facts, rect }) => {
      const perSecond = rateOf(tables, facts.row.loadBalancerArn, standing.atMs);
      return this.#balancer(facts, rect, perSecond, before);
    });
    const groups = laid.flatMap((each) => each.groups.map(({ facts, rect }) => this.#group(facts, rect, each, before)));
    const traffic = { balancers, groups, wires: this.#draw(laid, standing) };
    if (this.#traffic === undefined || !isSame(traffic, this.#traffic)) this.#traffic = traffic;
    return this.#traffic;
  }

  #balancer(
    facts: BalancerFacts,
    rect: Rect,
    perSecond: number,
    before: ReadonlyMap<string, { says: string; mark: Mark }>,
  ): BalancerMark {
    const { loadBalancerArn: key, loadBalancerName: name, scheme, state } = facts.row;
    const groups = facts.groups.map(({ row }) => row.targetGroupName).join(", ");
    const rate = perSecond > 0 ? this.#texts.rate(rateText(perSecond)) : "";
    const said = {
      name,
      scheme,
      state,
      groups,
      rate,
      type: typeName(facts),
      listeners: listenersText(facts, this.#texts),
    };
    const sentence = this.#texts.balancer(said);
    return this.#keep(before, `${Object.values(rect)} ${sentence}`, {
      ...{ kind: "balancer", key, facts, sentence, ...rect },
      drawing: drawBalancer(facts, this.#texts, rect, perSecond),
    });
  }

  #group(
    facts: GroupFacts,
    rect: Rect,
    { facts: { row: balancer } }: LaidBalancer,
    before: ReadonlyMap<string, { says: string; mark: Mark }>,
  ): TargetGroupMark {
    const { targetGroupArn, targetGroupName: name } = facts.row;
    const ways = facts.ways.map(({ percent, listener: { protocol, port } }) =>
      this.#texts.gets(Number(percent.toFixed(1)), `${balancer.loadBalancerName} ${protocol}:${port}`),
    );
    const sentence = this.#texts.group({ name, ways: ways.join("; "), counts: this.#texts.counts(facts.counts) });
    // Two load balancers cannot share a group: its ARN is a key.
    return this.#keep(before, `${Object.values(rect)} ${sentence}`, {
      ...{ kind: "targetGroup", key: targetGroupArn, facts, sentence, ...rect },
      drawing: drawGroup(facts, this.#texts, rect),
    });
  }

  /** The earlier mark while it says the same. */
  #keep<Kept extends Mark>(before: ReadonlyMap<string, { says: string; mark: Mark }>, says: string, fresh: Kept): Kept {
    const earlier = before.get(fresh.key);
    const mark = earlier?.says === says ? (earlier.mark as Kept) : fresh;
    this.#kept.set(fresh.key, { says, mark });
    return mark;
  }

  /** Bands and lines, under everything that stands; the same drawing while none has changed. */
  #draw(laid: readonly LaidBalancer[], { places, frame, level, tasks, instances }: Standing): SVGTemplateResult {
    const stands = new Map<string, Rect>(instances.map((mark) => [mark.instanceId, mark]));
    for (const mark of tasks.filter(({ where }) => where === "subnet")) {
      stands.set(mark.key, mark);
      // What somebody has registered by hand is known by its address.
      if (mark.address !== undefined) stands.set(mark.address, mark);
    }
    const rectOf = ({ taskArn, id }: TargetRow) => stands.get(taskArn ?? "") ?? stands.get(id);
    const ends = { places, frame, rectOf, isNear: level !== "far" && level !== "bars" };
    const wires = laid.flatMap(({ groups }) => groups).flatMap((group, index) => wiresOf(group, index, ends));
    const shares = laid.flatMap(({ rect, groups }) => [
      Object.values(rect),
      ...groups.map(({ facts, rect: at }) => [facts.ways.map(({ percent }) => shareText(percent)), Object.values(at)]),
    ]);
    const says = `${shares} ${wires.map(({ state, path }) => `${state} ${path}`)}`;
    if (this.#wires?.says !== says)
      this.#wires = {
        says,
        drawing: svg`${wires.map(({ state, path }) => svg`<path class=${`wire ${state}`} d=${path}></path>`)}${laid.map(drawBands)}`,
      };
    return this.#wires.drawing;
  }
}

function isSame(one: Traffic, other: Traffic): boolean {
  const same = (left: readonly Mark[], right: readonly Mark[]) =>
    left.length === right.length && left.every((mark, index) => mark === right[index]);
  return one.wires === other.wires && same(one.balancers, other.balancers) && same(one.groups, other.groups);
}

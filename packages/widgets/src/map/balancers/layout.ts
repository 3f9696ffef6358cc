/** Where load balancers and their target groups stand in the row over the cloud. Pure; pixels. */
import type { BalancerFacts, GroupFacts } from "../../base/balancer-facts.ts";
import type { Rect } from "../rect.ts";

/** Load balancers on a map, and groups of each, that have a card; the others are counted. Ours. */
const MOST = { balancers: 3, groups: 4 } as const;
const CARD = { high: 40, group: 23, gap: 5 } as const;

/** A target group in its place. */
export interface LaidGroup {
  readonly facts: GroupFacts;
  readonly rect: Rect;
}

/** A load balancer with its groups in their places. */
export interface LaidBalancer {
  readonly facts: BalancerFacts;
  readonly rect: Rect;
  readonly groups: readonly LaidGroup[];
  /** Groups without a card. */
  readonly more: number;
}

/** How high the row is. */
export function rowHeight(all: readonly BalancerFacts[]): number {
  return shownOf(all).reduce((sum, facts) => sum + laneHeight(facts) + CARD.gap, 0);
}

/** The load balancers that have a card, one below the other, their groups to the right of each. */
export function layRow(all: readonly BalancerFacts[], { x, y, w }: Rect): LaidBalancer[] {
  const wide = Math.min(190, Math.max(120, w * 0.32));
  const band = w < 420 ? w * 0.17 : Math.min(160, w * 0.3);
  const left = x + wide + band;
  const group = Math.min(290, x + w - left - 16);
  let top = y;
  return shownOf(all).map((facts): LaidBalancer => {
    const at = top;
    top += laneHeight(facts) + CARD.gap;
    const shown = facts.groups.slice(0, MOST.groups);
    const from = at + (laneHeight(facts) - groupsHeight(shown.length)) / 2;
    return {
      facts,
      rect: { x, y: at, w: wide, h: laneHeight(facts) },
      groups: shown.map((each, index) => ({
        facts: each,
        rect: { x: left, y: from + index * (CARD.group + CARD.gap), w: group, h: CARD.group },
      })),
      more: facts.groups.length - shown.length,
    };
  });
}

function shownOf(all: readonly BalancerFacts[]): readonly BalancerFacts[] {
  return all.slice(0, MOST.balancers);
}

function laneHeight({ groups }: BalancerFacts): number {
  return Math.max(CARD.high, groupsHeight(Math.min(groups.length, MOST.groups)));
}

function groupsHeight(count: number): number {
  return count * (CARD.group + CARD.gap) - CARD.gap;
}

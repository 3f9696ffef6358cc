/**
 * Lines from target groups to their targets: along the upper edge of the cloud, down the gutter left of a zone, into the left
 * edge of the task; never over the names of zones and subnets. Many targets share one line a zone. Pure; pixels.
 */
import type { TargetRow } from "../../base/balancer-facts.ts";
import type { Place } from "../place.ts";
import { holds, overlaps, type Rect } from "../rect.ts";
import type { LaidGroup } from "./layout.ts";

/** From so many targets on there is one line a zone. */
const MOST_LINES = 14;
/** How far lines of neighbouring groups are apart. */
const APART = 2.5;

/** What the lines lead to. */
export interface Ends {
  readonly places: readonly Place[];
  readonly frame: Rect;
  /** Where a target stands; undefined when it is not on the map. */
  readonly rectOf: (target: TargetRow) => Rect | undefined;
  /** Whether tasks are large enough to be led to one by one. */
  readonly isNear: boolean;
}

export interface Wire {
  readonly state: TargetRow["state"];
  readonly path: string;
}

/** The lines of a group. @param index its number among the groups of the map */
export function wiresOf({ facts, rect }: LaidGroup, index: number, ends: Ends): Wire[] {
  const lane = index % 3;
  const from = { x: rect.x + rect.w, y: rect.y + rect.h / 2 };
  const out = from.x + 5 + lane * APART * 1.5;
  const along = ends.frame.y - 2 - lane * APART;
  const zones = ends.places.filter(({ kind }) => kind === "zone");
  const seen = facts.targets.flatMap((target) => {
    const end = ends.rectOf(target);
    const zone = end && zones.find((place) => holds(place, { x: end.x + end.w / 2, y: end.y + end.h / 2 }));
    return end === undefined || zone === undefined || !overlaps(end, ends.frame) ? [] : [{ target, end, zone }];
  });
  const start = ({ zone }: { readonly zone: Place }) => {
    const gutter = Math.max(ends.frame.x + 2, zone.x - 2 - lane * APART).toFixed(1);
    return `M${from.x.toFixed(1)} ${from.y}H${out.toFixed(1)}V${along.toFixed(1)}H${gutter}`;
  };
  if (ends.isNear && facts.targets.length <= MOST_LINES)
    return seen.map(({ target, end, zone }) => ({
      state: target.state,
      path: `${start({ zone })}V${(end.y + end.h / 2).toFixed(1)}H${end.x.toFixed(1)}`,
    }));
  return [...new Set(seen.map(({ zone }) => zone))].map((zone) => {
    const states = seen.filter((one) => one.zone === zone).map(({ target }) => target.state);
    const top = Math.max(zone.y, ends.frame.y) + 10;
    return { state: bestOf(states), path: `${start({ zone })}V${top.toFixed(1)}H${zone.x.toFixed(1)}` };
  });
}

/** A zone is served while one of its targets is. */
function bestOf(states: readonly TargetRow["state"][]): TargetRow["state"] {
  return states.includes("healthy") ? "healthy" : (states[0] ?? "unused");
}

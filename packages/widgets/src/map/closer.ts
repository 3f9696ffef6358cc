/** What a person who zooms can look at on top of what the map takes by itself, and how the cloud is moved under its frame. */
import { inCloud } from "./kinds/index.ts";
import { MEASURES, type Measure } from "./levels.ts";
import type { Layout, Place, View } from "./place.ts";
import type { Rect } from "./rect.ts";

/** How many times as large as the nearest measure: everything in a box grows with it, words included. */
const TIMES = [6, 4.5, 3.5, 2.75, 2.2, 1.8, 1.5, 1.25];

const [NEAREST] = MEASURES as readonly [Measure];

/** Every measure, the nearest first. */
export const ZOOM_MEASURES: readonly Measure[] = [
  ...TIMES.map((times): Measure => {
    const { level, least, most, high, gap, machine, head } = NEAREST;
    return {
      level,
      least: least * times,
      most: most * times,
      high: high * times,
      gap: gap * Math.sqrt(times),
      machine: machine * times,
      head: head * times,
    };
  }),
  ...MEASURES,
];

/** What a gateway and its name need at the right of the frame. */
const GATEWAY_ROOM = 132;

const shifted = new WeakMap<View, { readonly from: Layout; readonly to: Layout }>();

/** The layout of a view: the places of the cloud moved, its gateways held at the edge of what is seen. */
export function shiftLayout(layout: Layout, view: View): Layout {
  const known = shifted.get(view);
  if (known?.from === layout) return known.to;
  const to = { ...layout, places: layout.places.map((place) => shiftPlace(place, layout.frame, view)) };
  shifted.set(view, { from: layout, to });
  return to;
}

function shiftPlace(place: Place, frame: Rect, view: View): Place {
  const at = <Box extends Rect>(box: Box): Box => ({ ...box, x: box.x - view.x, y: box.y - view.y });
  if (place.kind === "gateway") {
    const { x, y } = at(place);
    const right = Math.min(frame.x + frame.w - GATEWAY_ROOM, x);
    return { ...place, x: Math.max(frame.x, right), y: Math.max(frame.y - place.h / 2, y) };
  }
  if (!inCloud(place)) return place;
  const { lane, machines } = place;
  return lane === undefined ? at(place) : { ...at(place), lane: at(lane), machines: machines?.map(at) ?? [] };
}

/**
 * What the page may have words for at a spot of the map: the other way round of rings.ts, with the same names. The thing itself
 * first, then what it is part of. Comes when the map is pointed at for the first time.
 */

import { inCloud } from "./kinds/index.ts";
import type { Thing } from "./kinds/kind.ts";
import type { TaskMark } from "./kinds/task-mark.ts";
import { boxZoom, CONTAINER_HEIGHT, containerSlots, plugOf } from "./kinds/task-shape.ts";
import { holds } from "./rect.ts";
import type { Scene } from "./scene.ts";

/** A spot of the map, in pixels from its upper left corner. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** How near to the left edge of a box its network interface is meant, in pixels at zoom 1. */
const PLUG_REACH = 7;

/** Names of what is at a spot; a spot is left out when a task is meant by keyboard. */
export function targetsAt(scene: Scene, mark: Thing | undefined, spot?: Spot): string[] {
  if (mark === undefined) return spot === undefined ? [] : placesAt(scene, spot);
  return mark.kind === "task" ? targetsOfTask(mark, spot) : [mark.kind];
}

function targetsOfTask(mark: TaskMark, spot: Spot | undefined): string[] {
  const task = ["task", `status:${mark.look.name === "failed" ? "FAILED" : mark.lastStatus}`];
  return spot === undefined || mark.detail !== "box" ? task : [...partsAt(mark, spot), ...task];
}

function placesAt(scene: Scene, { x, y }: Spot): string[] {
  const under = scene.places.filter(
    (place) => holds(place, { x, y }) && (!inCloud(place) || holds(scene.frame, { x, y })),
  );
  return under.flatMap(({ kind }) => (kind === "subnet" ? [kind] : []));
}

/** A container under the spot, or the network interface at the edge of the box. */
function partsAt(mark: TaskMark, spot: Spot): string[] {
  const zoom = boxZoom(mark.h);
  const x = (spot.x - mark.x) / zoom;
  const y = (spot.y - mark.y) / zoom;
  if (mark.where === "subnet" && x < PLUG_REACH && plugOf(mark) !== undefined) return ["eni"];
  const slot = containerSlots(mark, mark.w / zoom, mark.h / zoom).find(
    (each) => x >= each.x && x <= each.x + each.w && y >= each.y && y <= each.y + CONTAINER_HEIGHT,
  );
  if (slot === undefined) return [];
  return slot.container.essential ? ["container", "essential"] : ["container"];
}

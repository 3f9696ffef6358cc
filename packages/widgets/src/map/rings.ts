/**
 * Rings around what the page points at: the tasks in a state, network interfaces, containers, subnets, services, instances, task
 * definitions. A layer of its own over the
 * picture, whichever painter drew it; it follows the boxes and moves nothing. Comes when a word is pointed at for the first time.
 */

import { kindOf, thingsOf } from "./kinds/index.ts";
import type { TaskMark } from "./kinds/task-mark.ts";
import { boxZoom, CONTAINER_HEIGHT, containerSlots, cornerOf, plugOf } from "./kinds/task-shape.ts";
import { SVG_NAMESPACE } from "./places-layer.ts";
import { overlaps, type Rect } from "./rect.ts";
import type { Poses } from "./rest.ts";
import type { Scene } from "./scene.ts";

/** How far a ring stands off what it surrounds, in pixels. */
const OFF = 4;

/** Places that are ringed by their kind. */
const PLACES: readonly string[] = ["subnet", "queue", "tray", "registry", "gateway"];

/** A ring: what it surrounds, and the radius of its corners. */
export interface Ring extends Rect {
  readonly radius: number;
}

/** What the page asked for: `eni`, `status:RUNNING`, `family:web`, `service`; with a word behind it when it is to be said as well. */
export function readHighlight(highlight: string | undefined): { readonly target: string; readonly said: boolean } {
  const [target = "", said] = (highlight ?? "").split(" ");
  return { target, said: said === "pinned" };
}

/**
 * Rings of a scene for a target; none when nothing of it is on the map.
 * @param poses where the boxes are now, which may be on their way
 */
export function ringsOf(scene: Scene, target: string, poses: Pick<Poses, "pose">): Ring[] {
  if (PLACES.includes(target)) {
    return scene.places.filter((place) => place.kind === target).map((place) => around(place, 2, 7));
  }
  const seen = thingsOf(scene).filter((mark) => !kindOf(mark).inCloud(mark) || overlaps(mark, scene.frame));
  return seen.flatMap((mark) => {
    if (mark.kind !== "task") return mark.kind === target ? [around(mark, OFF, 7 + OFF)] : [];
    const pose = poses.pose(mark.key);
    return pose === undefined || pose.opacity < 0.5 ? [] : ringsOfTask(mark, target, pose);
  });
}

function ringsOfTask(mark: TaskMark, target: string, at: Rect): Ring[] {
  const whole = [around(at, OFF, cornerOf(at.w, at.h) + OFF)];
  if (target === "task") return whole;
  if (target === "cluster") return mark.where === "tray" ? [] : whole;
  if (target.startsWith("family:")) return mark.label.split(":")[0] === target.slice("family:".length) ? whole : [];
  if (target.startsWith("status:")) return isIn(mark, target.slice("status:".length)) ? whole : [];
  if (target === "eni") return ringOfInterface(mark, at, whole);
  return target === "container" || target === "essential" ? ringsOfContainers(mark, target, at, whole) : [];
}

/** Whether a task is in a state; FAILED is the look of one that stopped because something went wrong. */
function isIn(mark: TaskMark, status: string): boolean {
  return status === "FAILED" ? mark.look.name === "failed" : mark.lastStatus === status;
}

/** Around the plug on the left edge; around the whole task where it is too small to show one. */
function ringOfInterface(mark: TaskMark, at: Rect, whole: Ring[]): Ring[] {
  if (plugOf(mark) === undefined || mark.where !== "subnet") return [];
  if (mark.detail !== "box") return whole;
  const zoom = boxZoom(mark.h);
  return [around({ x: at.x - 4 * zoom, y: at.y + at.h / 2 - 7 * zoom, w: 6 * zoom, h: 14 * zoom }, OFF, OFF + 2)];
}

function ringsOfContainers(mark: TaskMark, target: "container" | "essential", at: Rect, whole: Ring[]): Ring[] {
  if (mark.detail !== "box") return mark.where === "subnet" ? whole : [];
  const zoom = boxZoom(mark.h);
  const slots = containerSlots(mark, mark.w / zoom, mark.h / zoom);
  return slots.flatMap((slot) => {
    if (target === "essential" && !slot.container.essential) return [];
    const rect = { x: at.x + slot.x * zoom, y: at.y + slot.y * zoom, w: slot.w * zoom, h: CONTAINER_HEIGHT * zoom };
    return [around(rect, 2.5, 5)];
  });
}

function around({ x, y, w, h }: Rect, off: number, radius: number): Ring {
  return { x: x - off, y: y - off, w: w + off * 2, h: h + off * 2, radius };
}

/** The layer that shows rings. */
export class RingLayer {
  readonly surface = document.createElementNS(SVG_NAMESPACE, "svg");

  constructor() {
    this.surface.setAttribute("class", "rings");
    this.surface.setAttribute("aria-hidden", "true");
  }

  /** Shows the rings of a target; none for an empty one. */
  paint(scene: Scene, motion: Pick<Poses, "pose">, target: string): void {
    const rings = target === "" ? [] : ringsOf(scene, target, motion);
    while (this.surface.childElementCount > rings.length) this.surface.lastElementChild?.remove();
    for (const [index, ring] of rings.entries()) this.#place(ring, this.surface.children[index] ?? this.#add());
  }

  #add(): Element {
    const group = document.createElementNS(SVG_NAMESPACE, "g");
    for (const name of ["halo", "ring"]) {
      const rect = document.createElementNS(SVG_NAMESPACE, "rect");
      rect.setAttribute("class", name);
      group.append(rect);
    }
    this.surface.append(group);
    return group;
  }

  #place({ x, y, w, h, radius }: Ring, group: Element): void {
    const values = { x, y, width: w, height: h, rx: radius };
    for (const rect of group.children) {
      for (const [name, value] of Object.entries(values)) rect.setAttribute(name, value.toFixed(1));
    }
  }
}

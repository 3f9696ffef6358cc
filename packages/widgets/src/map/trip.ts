/**
 * The packet of a connection test on the map: a line from the caller over the gateways it passes to where it arrives or is
 * refused, with a dot that travels once. A layer of its own over the picture; comes when a connection is tested first.
 */

import type { ConnectionFacts } from "@quayside/simulator";
import { SVG_NAMESPACE } from "./places-layer.ts";
import type { Rect } from "./rect.ts";
import type { Scene } from "./scene.ts";

/** What a record CONNECTION_TESTED says, as far as the picture needs it. */
export type TripFacts = Pick<ConnectionFacts, "fromKey" | "toKey" | "reaches" | "hops">;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A way on the map; where it ends, the packet has arrived or was refused. */
export interface Trip {
  readonly points: readonly Point[];
  readonly reaches: boolean;
}

/** How far a packet gets that its own side does not let out, in pixels. */
const STUB = 26;

/** Hops at which a packet leaves the VPC or comes into it. */
const GATEWAYS: ReadonlySet<string> = new Set(["internet-gateway", "nat-gateway", "endpoint"]);

/** The way of a test in a scene; undefined when neither end is on the map. */
export function tripOf(scene: Scene, facts: TripFacts): Trip | undefined {
  const from = rectOf(scene, facts.fromKey);
  const to = rectOf(scene, facts.toKey);
  const gateway = scene.places.find(({ kind }) => kind === "gateway");
  const start = from ?? gateway;
  if (start === undefined || (from === undefined && to === undefined)) return undefined;
  const refusing = facts.hops.findIndex(({ passes }) => !passes);
  const passed = refusing === -1 ? facts.hops : facts.hops.slice(0, refusing + 1);
  const points: Point[] = [middleOf(start)];
  const leaves = passed.some(({ kind }) => GATEWAYS.has(kind)) || to === undefined;
  const stopped = refusing === -1 ? undefined : facts.hops[refusing]?.kind;
  if (stopped === "egress" || stopped === "route" || stopped === "name") {
    const top = { x: start.x + start.w / 2, y: start.y };
    return { points: [...points, { x: top.x, y: top.y - STUB }], reaches: false };
  }
  if (leaves && from !== undefined && gateway !== undefined) points.push(middleOf(gateway));
  if (to !== undefined && to !== from)
    points.push(stopped === "ingress" ? edgeOf(to, points.at(-1) as Point) : middleOf(to));
  if (points.length === 1) points.push({ x: start.x + start.w / 2, y: start.y - STUB / 2 });
  return { points, reaches: facts.reaches };
}

function rectOf(scene: Scene, key: string | undefined): Rect | undefined {
  if (key === undefined) return undefined;
  return (
    scene.tasks.find((mark) => mark.key === key) ??
    scene.instances.find((mark) => mark.key === key || mark.instanceId === key)
  );
}

function middleOf({ x, y, w, h }: Rect): Point {
  return { x: x + w / 2, y: y + h / 2 };
}

/** Where a line from a point comes to the edge of a rectangle. */
function edgeOf(rect: Rect, from: Point): Point {
  const { x, y } = middleOf(rect);
  const [dx, dy] = [from.x - x, from.y - y];
  const share = Math.min(rect.w / 2 / Math.max(1, Math.abs(dx)), rect.h / 2 / Math.max(1, Math.abs(dy)), 1);
  return { x: x + dx * share, y: y + dy * share };
}

/** The layer that shows a trip. */
export class TripLayer {
  readonly surface = document.createElementNS(SVG_NAMESPACE, "svg");
  #facts: TripFacts | undefined;
  #drawn = "";

  constructor() {
    this.surface.setAttribute("class", "trip");
    this.surface.setAttribute("aria-hidden", "true");
  }

  /** Shows the trip of a test, or none. A new test travels; the same one only follows the picture. */
  paint(scene: Scene, facts: TripFacts | undefined, still: boolean): void {
    const trip = facts === undefined ? undefined : tripOf(scene, facts);
    const path =
      trip === undefined ? "" : `M${trip.points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`;
    const isNew = facts !== this.#facts;
    if (path === this.#drawn && !isNew) return;
    this.#drawn = path;
    this.#facts = facts;
    this.surface.replaceChildren();
    if (trip === undefined) return;
    this.surface.setAttribute("data-reaches", String(trip.reaches));
    this.surface.append(shape("path", { class: "way", d: path, fill: "none", pathLength: "1" }));
    const end = trip.points.at(-1) as Point;
    this.surface.append(
      shape("path", { class: "end", d: trip.reaches ? ARRIVED : REFUSED, transform: `translate(${end.x} ${end.y})` }),
    );
    if (still || !isNew) return;
    const dot = shape("circle", { class: "packet", r: "5" });
    dot.append(
      shape("animateMotion", {
        path,
        dur: "1.2s",
        fill: "freeze",
        keyPoints: "0;1",
        keyTimes: "0;1",
        calcMode: "linear",
      }),
    );
    this.surface.append(dot);
    dot.querySelector("animateMotion")?.dispatchEvent(new Event("begin"));
    (dot.firstElementChild as SVGAnimationElement | null)?.beginElement();
  }
}

const ARRIVED = "M-6 0l4 4 8-8";
const REFUSED = "M-6-6l12 12M6-6l-12 12";

function shape(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG_NAMESPACE, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

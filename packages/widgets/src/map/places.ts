/**
 * Where things are on the map: beside the cloud the shelf of task definitions and the tasks that wait, above it the image
 * registry, below it the tray of stopped tasks; in a narrow map strips above and below. Pure: rows and a size in,
 * rectangles out. All lengths in CSS pixels.
 */
import type { Tables } from "../base/cloud.ts";
import { type LaidCloud, type Load, layCloud } from "./cloud-layout.ts";
import { MEASURES, type Measure } from "./levels.ts";
import type { Layout, Place, View } from "./place.ts";
import type { Rect } from "./rect.ts";

/** Height of the strips above and below the cloud. */
export const STRIP_HEIGHT = 30;
/** Width of a strip's name and count, in front of its tasks. */
export function stripLabelWidth(width: number): number {
  return Math.max(84, Math.min(112, width * 0.3));
}

/** From this width on shelf and queue stand beside the cloud. */
const RAIL_FROM = 640;
const RAIL_WIDE_FROM = 1000;
const GAP = 8;
/** Height that cards of services leave to what waits below them. */
const QUEUE_LEAST = 78;
/** What the buttons below the map need at its right. */
const BUTTONS = 430;
/** Heights on the shelf: a heading, and a family. */
export const SHELF_HEAD = 20;
export const SHELF_ROW = 28;

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Tasks that wait may be as many as this. */
  readonly families: number;
  /** Height that the cards of services want, with the gap below them. */
  readonly cards: number;
  /** Height that load balancers want, with the gap below them. */
  readonly traffic: number;
  readonly view?: View | undefined;
}

/** Every place of the cloud inside a map of the given size. */
export function layPlaces(
  tables: Pick<Tables, "vpcs" | "subnets" | "clusters">,
  frame: Frame,
  loadOf: (subnetId: string) => Load,
): Layout {
  const hasRail = railWidth(frame.width) > 0;
  const around = hasRail ? railPlaces(frame) : stripPlaces(frame);
  const seen = cloudFrame(frame, hasRail);
  const { zoom = 1, measures = MEASURES } = frame.view ?? {};
  const vpcs = [...tables.vpcs.values()];
  const each = (seen.h * zoom - GAP * (vpcs.length - 1)) / Math.max(1, vpcs.length);
  const clusters = [...tables.clusters.values()].map(({ clusterName }) => clusterName).join(", ");
  let { y } = seen;
  const laid = vpcs.map((vpc) => {
    const subnets = [...tables.subnets.values()].filter((row) => row.vpcId === vpc.vpcId);
    const inside = layCloud({ x: seen.x, y, w: seen.w * zoom, h: each }, subnets, loadOf, measures);
    y += inside.vpc.h + GAP;
    return { vpc, inside };
  });
  const places = laid.flatMap(({ vpc, inside }): Place[] => [
    { key: vpc.vpcId, kind: "vpc", title: clusters, detail: vpc.cidrBlock, ...inside.vpc },
    ...insidePlaces(inside),
  ]);
  const gateways = laid.map(({ inside: { vpc } }) =>
    plain("gateway", { x: vpc.x + vpc.w - 132, y: vpc.y - 9, w: 18, h: 18 }),
  );
  const used = laid.map(({ inside }) => measures.indexOf(inside.measure));
  const measure = measures[Math.max(0, ...used)] as Measure;
  return { places: [...around, ...places, ...gateways], measure, frame: seen };
}

/** Beside a rail load balancers stand to the left of the registry, else below the strips. */
function cloudFrame({ width, height, cards, traffic }: Frame, hasRail: boolean): Rect {
  const left = hasRail ? railWidth(width) + GAP : 0;
  const strip = STRIP_HEIGHT + GAP + 4;
  const top = hasRail ? Math.max(strip, traffic + GAP) : strip + cards + traffic;
  return { x: left, y: top, w: width - left, h: Math.max(110, height - top - STRIP_HEIGHT - GAP) };
}

/** Width of what stands beside the cloud; 0 where it stands above and below. */
export function railWidth(width: number): number {
  return width >= RAIL_WIDE_FROM ? 186 : width >= RAIL_FROM ? 158 : 0;
}

function plain(kind: Place["kind"], rect: Rect): Place {
  return { key: kind, kind, title: kind, detail: "", ...rect };
}

function railPlaces({ width, height, families, cards, traffic }: Frame): Place[] {
  const w = railWidth(width);
  const shelf = Math.min(SHELF_HEAD + SHELF_ROW * Math.max(1, families) + 4, height * 0.5);
  const bottom = height - STRIP_HEIGHT;
  const top = shelf + GAP;
  const high = Math.max(0, Math.min(cards, bottom - top - QUEUE_LEAST));
  return [
    plain("shelf", { x: 0, y: 0, w, h: shelf }),
    ...usedPlace("services", { x: 0, y: top, w, h: high }),
    plain("queue", { x: 0, y: top + high, w, h: bottom - GAP - top - high }),
    plain("registry", { x: width - 150, y: 0, w: 150, h: STRIP_HEIGHT }),
    ...usedPlace("traffic", { x: w + GAP, y: 0, w: width - 150 - w - GAP * 2, h: traffic }),
    plain("tray", { x: 0, y: bottom, w: Math.max(w, width - BUTTONS), h: STRIP_HEIGHT }),
  ];
}

function usedPlace(kind: "services" | "traffic", rect: Rect): Place[] {
  return rect.h > 0 ? [plain(kind, rect)] : [];
}

function stripPlaces({ width, height, cards, traffic }: Frame): Place[] {
  const registry = Math.min(140, width * 0.34);
  return [
    plain("queue", { x: 0, y: 0, w: width - registry - GAP, h: STRIP_HEIGHT }),
    plain("registry", { x: width - registry, y: 0, w: registry, h: STRIP_HEIGHT }),
    ...usedPlace("services", { x: 0, y: STRIP_HEIGHT + 4, w: width, h: cards }),
    ...usedPlace("traffic", { x: 0, y: STRIP_HEIGHT + 4 + cards, w: width, h: traffic }),
    plain("tray", { x: 0, y: height - STRIP_HEIGHT, w: width, h: STRIP_HEIGHT }),
  ];
}

function insidePlaces({ zones }: LaidCloud): Place[] {
  return zones.flatMap(({ name, subnets, folded, x, y, w, h }): Place[] => [
    { key: name, kind: "zone", title: name, detail: "", folded, x, y, w, h },
    ...subnets.map(({ row, lane, machines, ...rect }): Place => {
      const { x, y, w, h } = rect;
      const { subnetId: key, name: title, cidrBlock: detail, internetRoute: route } = row;
      return { key, kind: "subnet", title, detail, route, lane, machines, x, y, w, h };
    }),
  ]);
}

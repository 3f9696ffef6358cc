/**
 * Where things are on the map: the waiting strip, the VPC with its zones and subnets, the tray of stopped tasks. Pure:
 * rows and a size in, rectangles out. All lengths in CSS pixels.
 */
import type { SubnetRow, Tables } from "../base/cloud.ts";

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Place extends Rect {
  readonly key: string;
  readonly kind: "queue" | "registry" | "vpc" | "zone" | "subnet" | "gateway" | "tray";
  readonly title: string;
  readonly detail: string;
  /** For a subnet: where its traffic for the internet goes. */
  readonly route?: SubnetRow["internetRoute"];
  /** For a subnet: the part in which tasks stand. */
  readonly inner?: Rect;
}

/** Heights of the strips around the VPC, and of the headings. */
export const STRIP_HEIGHT = 34;
/** Width of a strip's name and count, in front of its tasks. */
export function stripLabelWidth(width: number): number {
  return Math.max(92, Math.min(118, width * 0.3));
}

const GAP = 10;
const VPC_HEAD = 24;
const ZONE_HEAD = 20;
const SUBNET_HEAD = 21;
const LEAST_SUBNET = SUBNET_HEAD + 6;
const PAD = 8;

/** How much a subnet has to hold, from 0. */
export type Demand = (subnetId: string) => number;

/** From this demand on a row of subnets may take room from empty ones. */
const CROWDED = 7;
const EMPTY_BESIDE_CROWD = 0.5;

/** Every place of the cloud inside a map of the given size. */
export function layPlaces(
  tables: Pick<Tables, "vpcs" | "subnets">,
  size: { readonly width: number; readonly height: number },
  demand: Demand,
): Place[] {
  const { width, height } = size;
  const registryWidth = Math.min(150, width * 0.34);
  const places: Place[] = [
    {
      key: "queue",
      kind: "queue",
      title: "queue",
      detail: "",
      x: 0,
      y: 0,
      w: width - registryWidth - GAP,
      h: STRIP_HEIGHT,
    },
    {
      key: "registry",
      kind: "registry",
      title: "registry",
      detail: "",
      x: width - registryWidth,
      y: 0,
      w: registryWidth,
      h: STRIP_HEIGHT,
    },
  ];
  const top = STRIP_HEIGHT + GAP * 2;
  const vpcHeight = Math.max(120, height - top - STRIP_HEIGHT - GAP);
  const vpcs = [...tables.vpcs.values()];
  const each = (vpcHeight - GAP * (vpcs.length - 1)) / Math.max(1, vpcs.length);
  vpcs.forEach((vpc, index) => {
    const rect = { x: 0, y: top + index * (each + GAP), w: width, h: each };
    places.push({ key: vpc.vpcId, kind: "vpc", title: vpc.vpcId, detail: vpc.cidrBlock, ...rect });
    places.push(gateway(rect));
    places.push(
      ...layZones(
        rect,
        [...tables.subnets.values()].filter((row) => row.vpcId === vpc.vpcId),
        demand,
      ),
    );
  });
  places.push({
    key: "tray",
    kind: "tray",
    title: "tray",
    detail: "",
    x: 0,
    y: top + vpcHeight + GAP,
    w: width,
    h: STRIP_HEIGHT,
  });
  return places;
}

function gateway(vpc: Rect): Place {
  return {
    key: "gateway",
    kind: "gateway",
    title: "gateway",
    detail: "",
    x: vpc.x + vpc.w - 132,
    y: vpc.y - 9,
    w: 18,
    h: 18,
  };
}

function layZones(vpc: Rect, subnets: readonly SubnetRow[], demand: Demand): Place[] {
  const zones = [...new Set(subnets.map((row) => row.availabilityZone))].sort();
  const zoneWidth = (vpc.w - PAD * 2 - GAP * (zones.length - 1)) / Math.max(1, zones.length);
  const columns = zones.map((zone) => subnets.filter((row) => row.availabilityZone === zone).sort(byReach));
  const weights = rowWeights(columns, demand);
  return zones.flatMap((zone, index) => {
    const rect = {
      x: vpc.x + PAD + index * (zoneWidth + GAP),
      y: vpc.y + VPC_HEAD,
      w: zoneWidth,
      h: vpc.h - VPC_HEAD - PAD,
    };
    const place: Place = { key: zone, kind: "zone", title: zone, detail: "", ...rect };
    return [place, ...laySubnets(rect, columns[index] ?? [], weights)];
  });
}

/** Public subnets first, so that the rows of neighbouring zones mean the same. */
function byReach(left: SubnetRow, right: SubnetRow): number {
  const rank = { "internet-gateway": 0, "nat-gateway": 1, none: 2 };
  return rank[left.internetRoute] - rank[right.internetRoute] || (left.name < right.name ? -1 : 1);
}

/** A row of subnets grows with the fullest of them, within bounds, so that no subnet disappears. */
function rowWeights(columns: readonly (readonly SubnetRow[])[], demand: Demand): number[] {
  const rows = Math.max(0, ...columns.map((column) => column.length));
  const wanted = Array.from({ length: rows }, (_, row) =>
    Math.max(0, ...columns.map((column) => demand(column[row]?.subnetId ?? ""))),
  );
  const least = wanted.some((each) => each >= CROWDED) ? EMPTY_BESIDE_CROWD : 1;
  return wanted.map((each) => (each === 0 ? least : Math.min(5, 1 + Math.max(0, each - 2) / 6)));
}

/** Takes from the tallest what the others lack to show their names, as long as there is enough for all. */
function withRoomForNames(heights: readonly number[], space: number): number[] {
  if (space < LEAST_SUBNET * heights.length) return [...heights];
  const raised = heights.map((h) => Math.max(LEAST_SUBNET, h));
  const over = raised.reduce((sum, h) => sum + h, 0) - space;
  const tallest = raised.indexOf(Math.max(...raised));
  return raised.map((h, index) => (index === tallest ? Math.max(LEAST_SUBNET, h - over) : h));
}

function laySubnets(zone: Rect, subnets: readonly SubnetRow[], weights: readonly number[]): Place[] {
  const used = weights.slice(0, subnets.length);
  const total = used.reduce((sum, weight) => sum + weight, 0);
  const space = zone.h - ZONE_HEAD - PAD - GAP * Math.max(0, subnets.length - 1);
  let y = zone.y + ZONE_HEAD;
  const heights = withRoomForNames(
    used.map((weight) => (space * weight) / total),
    space,
  );
  return subnets.map((row, index) => {
    const h = heights[index] ?? 0;
    const rect = { x: zone.x + PAD, y, w: zone.w - PAD * 2, h };
    y += h + GAP;
    const inner = { x: rect.x + 7, y: rect.y + SUBNET_HEAD, w: rect.w - 14, h: rect.h - SUBNET_HEAD - 6 };
    return {
      key: row.subnetId,
      kind: "subnet",
      title: row.name,
      detail: row.cidrBlock,
      route: row.internetRoute,
      inner,
      ...rect,
    };
  });
}

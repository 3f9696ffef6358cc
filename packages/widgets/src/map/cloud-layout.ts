/**
 * Lays a VPC out: zones as columns, rows of subnets aligned across them, instances and lanes of Fargate inside. Takes the
 * nearest measure at which everything fits. Rows of subnets in which nothing stands fold into the lines of their zones while
 * others are in use; room that is left over goes to the instances, because what is free is the point. Pure; pixels.
 */
import type { SubnetRow } from "../base/cloud.ts";
import { heightOf, MEASURES, type Measure } from "./levels.ts";
import type { Rect } from "./rect.ts";

/** What stands in a subnet: tasks on Fargate, and the tasks on each of its instances. */
export interface Load {
  readonly fargate: number;
  readonly machines: readonly number[];
}

/** A subnet in its place. */
export interface LaidSubnet extends Rect {
  readonly row: SubnetRow;
  /** Where tasks on Fargate stand. */
  readonly lane: Rect;
  readonly machines: readonly Rect[];
}

/** A zone with its subnets; the names of those that are folded away. */
export interface LaidZone extends Rect {
  readonly name: string;
  readonly subnets: readonly LaidSubnet[];
  readonly folded: readonly string[];
}

export interface LaidCloud {
  readonly measure: Measure;
  /** The frame that was given, higher where a measure that had to be kept needs more. */
  readonly vpc: Rect;
  readonly zones: readonly LaidZone[];
}

export const VPC_HEAD = 25;
export const ZONE_HEAD = 21;
export const SUBNET_HEAD = 22;
const GAP = 8;
const PAD = 7;
const LANE_HEAD = 4;

/**
 * Lays out what a VPC holds.
 * @param frame around all of it
 * @param measures what to choose from: without a choice the frame grows instead
 */
export function layCloud(
  frame: Rect,
  subnets: readonly SubnetRow[],
  loadOf: (subnetId: string) => Load,
  measures = MEASURES,
): LaidCloud {
  const columns = columnsOf(subnets);
  const shown = shownRows(columns, loadOf);
  const zoneWidth = (frame.w - PAD * 2 - GAP * (columns.length - 1)) / Math.max(1, columns.length);
  const inside = zoneWidth - PAD * 4;
  const heads = VPC_HEAD + PAD + ZONE_HEAD + PAD;
  const gaps = GAP * Math.max(0, shown.length - 1);
  let best = { measure: measures.at(-1) as Measure, heights: [] as number[] };
  for (const measure of measures) {
    const heights = shown.map((at) =>
      Math.max(SUBNET_HEAD + PAD, ...columns.map(({ rows }) => needOf(rows[at], inside, measure, loadOf))),
    );
    best = { measure, heights };
    if (sum(heights) + gaps <= frame.h - heads) break;
  }
  const { measure } = best;
  const grows = measures.length === 1 && sum(best.heights) < Number.POSITIVE_INFINITY;
  const vpc = grows ? { ...frame, h: Math.max(frame.h, sum(best.heights) + gaps + heads) } : frame;
  const heights = stretch(best.heights, vpc.h - heads);
  const zones = columns.map(({ name, rows }, index): LaidZone => {
    const zone = {
      x: vpc.x + PAD + index * (zoneWidth + GAP),
      y: vpc.y + VPC_HEAD,
      w: zoneWidth,
      h: vpc.h - VPC_HEAD - PAD,
    };
    let y = zone.y + ZONE_HEAD;
    const laid = shown.flatMap((at, order) => {
      const row = rows[at];
      const h = heights[order] ?? 0;
      const rect = { x: zone.x + PAD, y, w: zone.w - PAD * 2, h };
      y += h + GAP;
      return row === undefined ? [] : [{ row, ...rect, ...layInside(rect, loadOf(row.subnetId), measure) }];
    });
    const folded = rows.filter((row, at) => row !== undefined && !shown.includes(at)).map((row) => row?.name ?? "");
    return { name, ...zone, subnets: laid, folded };
  });
  return { measure, vpc, zones };
}

interface Column {
  readonly name: string;
  readonly rows: readonly (SubnetRow | undefined)[];
}

/** Zones in the order of their names; public subnets first, so that the rows of neighbouring zones mean the same. */
function columnsOf(subnets: readonly SubnetRow[]): Column[] {
  const zones = [...new Set(subnets.map((row) => row.availabilityZone))].sort();
  const rank = { "internet-gateway": 0, "nat-gateway": 1, none: 2 };
  const byReach = (a: SubnetRow, b: SubnetRow) =>
    rank[a.internetRoute] - rank[b.internetRoute] || (a.name < b.name ? -1 : 1);
  return zones.map((name) => ({ name, rows: subnets.filter((row) => row.availabilityZone === name).sort(byReach) }));
}

/** Rows of subnets that are drawn: those in use, or all while none is. */
function shownRows(columns: readonly Column[], loadOf: (subnetId: string) => Load): number[] {
  const count = Math.max(0, ...columns.map(({ rows }) => rows.length));
  const all = Array.from({ length: count }, (_, at) => at);
  const used = all.filter((at) =>
    columns.some(({ rows }) => {
      const row = rows[at];
      if (row === undefined) return false;
      const { fargate, machines } = loadOf(row.subnetId);
      return fargate + machines.length > 0;
    }),
  );
  return used.length === 0 ? all : used;
}

function needOf(
  row: SubnetRow | undefined,
  width: number,
  measure: Measure,
  loadOf: (subnetId: string) => Load,
): number {
  if (row === undefined) return 0;
  const { fargate, machines } = loadOf(row.subnetId);
  const lane = laneHeight(fargate, width, measure);
  const berths = machines.length === 0 ? 0 : arrange(machines, width, measure).height;
  return SUBNET_HEAD + lane + (lane > 0 && berths > 0 ? GAP : 0) + berths + PAD;
}

function laneHeight(tasks: number, width: number, measure: Measure): number {
  return tasks === 0 || measure.level === "bars" ? 0 : LANE_HEAD + heightOf(tasks, width, measure);
}

/** Room that is left over, or lacking, is shared out by how high the rows are. */
function stretch(heights: readonly number[], room: number): number[] {
  const free = room - sum(heights) - GAP * Math.max(0, heights.length - 1);
  const total = sum(heights);
  return heights.map((h) => h + (free * h) / Math.max(1, total));
}

interface Arrangement {
  readonly columns: number;
  readonly height: number;
  /** Height of each row of instances, without what is left over. */
  readonly rows: readonly number[];
}

/** In how many columns instances are lowest; of equal ones the fewest, because wide ones say more. */
function arrange(tasks: readonly number[], width: number, measure: Measure): Arrangement {
  const most = Math.min(tasks.length, Math.floor((width + measure.gap) / (measure.machine + measure.gap)));
  let best: Arrangement = { columns: 1, height: Number.POSITIVE_INFINITY, rows: [] };
  for (let columns = 1; columns <= most; columns += 1) {
    const w = (width - measure.gap * (columns - 1)) / columns;
    const rows: number[] = [];
    for (let at = 0; at < tasks.length; at += columns)
      rows.push(Math.max(...tasks.slice(at, at + columns).map((count) => machineHeight(count, w, measure))));
    const height = sum(rows) + measure.gap * (rows.length - 1);
    if (height < best.height) best = { columns, height, rows };
  }
  return best;
}

/** An instance without tasks shows the room for one row of them. */
function machineHeight(tasks: number, width: number, measure: Measure): number {
  if (measure.level === "bars") return measure.machine;
  return measure.head + Math.max(measure.high, heightOf(tasks, width - 12, measure)) + 6;
}

function layInside(
  rect: Rect,
  { fargate, machines }: Load,
  measure: Measure,
): { readonly lane: Rect; readonly machines: readonly Rect[] } {
  const inside = { x: rect.x + PAD, y: rect.y + SUBNET_HEAD, w: rect.w - PAD * 2, h: rect.h - SUBNET_HEAD - PAD };
  const high = laneHeight(fargate, inside.w, measure);
  const lane = { ...inside, y: inside.y + LANE_HEAD, h: (machines.length === 0 ? inside.h : high) - LANE_HEAD };
  if (machines.length === 0) return { lane, machines: [] };
  const top = high === 0 ? inside.y : inside.y + high + GAP;
  return { lane, machines: layMachines({ ...inside, y: top, h: inside.y + inside.h - top }, machines, measure) };
}

function layMachines(inside: Rect, tasks: readonly number[], measure: Measure): Rect[] {
  const { columns, height, rows } = arrange(tasks, inside.w, measure);
  const isBars = measure.level === "bars";
  const w = isBars ? measure.machine : (inside.w - measure.gap * (columns - 1)) / columns;
  const more = isBars ? 0 : Math.max(0, inside.h - height) / Math.max(1, rows.length);
  const rects: Rect[] = [];
  let y = inside.y;
  for (const [row, high] of rows.entries()) {
    for (let column = 0; column < columns && row * columns + column < tasks.length; column += 1)
      rects.push({ x: inside.x + column * (w + measure.gap), y, w, h: high + more });
    y += high + more + measure.gap;
  }
  return rects;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * EC2 instances on the map: where they stand in their subnet, and what each says: its type, how full it is, its interfaces
 * and ports. Pure. A mark whose rows and place are unchanged is the same object as before.
 */
import type { ContainerInstanceRow, Ec2InstanceRow, Tables } from "../../base/cloud.ts";
import type { Rect } from "../places.ts";
import { Shelf } from "../shelf.ts";

/** How a machine stands in a decision, while one is being told: it is out, still in, or chosen. */
export type Verdict = "out" | "in" | "chosen";

/** How one resource of an instance stands, in its own unit. */
export interface Gauge {
  readonly name: "CPU" | "MEMORY";
  readonly used: number;
  readonly all: number;
}

/** How much there is room to say: everything, a title and bars, or bars alone. */
export type InstanceDetail = "frame" | "tile" | "bar";

export interface InstanceMark extends Rect {
  readonly kind: "instance";
  /** The container instance's ARN, or the instance id while there is none. */
  readonly key: string;
  readonly instanceId: string;
  readonly detail: InstanceDetail;
  readonly instanceType: string;
  /** What its title says: its cluster where there are several, else its type. */
  readonly title: string;
  readonly shortId: string;
  /** What it is: the status of the container instance, or the state of the machine. */
  readonly status: string;
  readonly tone: "ready" | "draining" | "off" | "problem";
  readonly gauges: readonly Gauge[];
  readonly interfaces: { readonly used: number; readonly all: number };
  /** Host ports that tasks use, not those that every instance keeps. */
  readonly ports: readonly number[];
  readonly running: number;
  readonly pending: number;
  readonly availabilityZone: string;
  /** Where its tasks stand. */
  readonly inner: Rect;
}

/** A machine that stands in a subnet. */
export interface Machine {
  readonly row: Ec2InstanceRow;
  readonly instance: ContainerInstanceRow | undefined;
  readonly title: string;
}

const GAP = 7;
const FRAME = { w: 104, h: 56 };
const TILE = { w: 40, h: 26 };
const HEAD = 17;
const GAUGES = 12;
const FOOT = 13;
export const TILE_TITLE = 10;
/** The form that frames have when they can choose, width over height. */
const ASPECT = 1.55;

/** The machines of each subnet that are not gone, in the order of their launch. */
export function machinesBySubnet(tables: Tables): ReadonlyMap<string, readonly Machine[]> {
  const found = new Map<string, Machine[]>();
  const manyClusters = tables.clusters.size > 1;
  for (const row of tables.ec2Instances.values()) {
    if (row.state === "terminated") continue;
    const [key] = tables.containerInstances.bucket("ec2Instance", row.instanceId);
    const instance = key === undefined ? undefined : tables.containerInstances.get(key);
    const cluster = manyClusters ? instance?.spec.clusterArn.split("/").at(-1) : undefined;
    const machine = { row, instance, title: cluster ?? row.instanceType };
    const there = found.get(row.subnetId);
    if (there === undefined) found.set(row.subnetId, [machine]);
    else there.push(machine);
  }
  return found;
}

/** What is left of a subnet for tasks on Fargate, and the rectangles of its machines. */
export function layInstances(
  inside: Rect,
  count: number,
  fargateTasks: number,
): { readonly rects: readonly Rect[]; readonly lane: Rect } {
  if (count === 0) return { rects: [], lane: inside };
  const share = fargateTasks === 0 ? 0 : Math.min(0.5, Math.max(0.25, fargateTasks / (fargateTasks + count * 3)));
  const wide = inside.w >= inside.h * 1.2;
  const part = wide ? { ...inside, w: inside.w * (1 - share) } : { ...inside, h: inside.h * (1 - share) };
  const lane = wide
    ? { ...inside, x: inside.x + part.w + GAP, w: Math.max(0, inside.w - part.w - GAP) }
    : { ...inside, y: inside.y + part.h + GAP, h: Math.max(0, inside.h - part.h - GAP) };
  return { rects: grid(part, count), lane: share === 0 ? { ...lane, w: 0, h: 0 } : lane };
}

/** As many equal cells as asked for, in the number of columns that gives the most useful form. */
function grid(inside: Rect, count: number): Rect[] {
  const gap = count > 60 ? 2 : count > 16 ? 4 : GAP;
  let best = { columns: 1, size: 0 };
  for (let columns = 1; columns <= Math.min(count, 120); columns += 1) {
    const rows = Math.ceil(count / columns);
    const w = (inside.w - gap * (columns - 1)) / columns;
    const h = (inside.h - gap * (rows - 1)) / rows;
    const size = Math.min(w / ASPECT, h);
    if (size > best.size) best = { columns, size };
  }
  const rows = Math.ceil(count / best.columns);
  const w = Math.max(1, (inside.w - gap * (best.columns - 1)) / best.columns);
  const h = Math.max(1, (inside.h - gap * (rows - 1)) / rows);
  return Array.from({ length: count }, (_, index) => ({
    x: inside.x + (index % best.columns) * (w + gap),
    y: inside.y + Math.floor(index / best.columns) * (h + gap),
    w,
    h,
  }));
}

/** How much a machine of this size can say. */
export function instanceDetail({ w, h }: Rect): InstanceDetail {
  if (w >= FRAME.w && h >= FRAME.h) return "frame";
  return w >= TILE.w && h >= TILE.h ? "tile" : "bar";
}

/** The part of a machine in which its tasks stand; nothing of a bar. */
export function insideOf(rect: Rect, detail: InstanceDetail): Rect {
  const { x, y, w, h } = rect;
  if (detail === "bar") return { x, y, w: 0, h: 0 };
  const head = detail === "frame" ? HEAD + GAUGES : hasTileTitle(rect) ? TILE_TITLE + 8 : 8;
  const foot = detail === "frame" && h >= 112 ? FOOT : 0;
  return { x: x + 5, y: y + head, w: Math.max(0, w - 10), h: Math.max(0, h - head - foot - 5) };
}

interface Kept {
  readonly machine: Machine;
  readonly rect: Rect;
  readonly mark: InstanceMark;
}

/** Whether a tile has room for its title over its bars. */
export function hasTileTitle({ w, h }: Rect): boolean {
  return w >= 52 && h >= 36;
}

/** Makes marks and hands out the earlier one while nothing about it has changed. */
export class InstanceShelf {
  readonly #shelf = new Shelf<Kept>();

  /** The mark of a machine; the same object as last time when its rows and its place are the same. */
  mark(machine: Machine, rect: Rect): InstanceMark {
    const holds = (kept: Kept) => isSame(kept, machine, rect);
    const make = (): Kept => ({ machine, rect, mark: markOf(machine, rect) });
    return this.#shelf.take(machine.row.instanceId, holds, make).mark;
  }

  /** Ends a scene: forgets the machines that it did not show. */
  endScene(): void {
    this.#shelf.endScene();
  }
}

function isSame(kept: Kept, machine: Machine, rect: Rect): boolean {
  return (
    kept.machine.row === machine.row &&
    kept.machine.instance === machine.instance &&
    kept.machine.title === machine.title &&
    kept.rect.x === rect.x &&
    kept.rect.y === rect.y &&
    kept.rect.w === rect.w &&
    kept.rect.h === rect.h
  );
}

function markOf({ row, instance, title }: Machine, rect: Rect): InstanceMark {
  const detail = instanceDetail(rect);
  const { x, y, w, h } = rect;
  return {
    kind: "instance",
    x,
    y,
    w,
    h,
    key: instance?.containerInstanceArn ?? row.instanceId,
    instanceId: row.instanceId,
    detail,
    instanceType: row.instanceType,
    title,
    shortId: row.instanceId.slice(0, 7),
    availabilityZone: row.availabilityZone,
    inner: insideOf(rect, detail),
    ...standingOf(row, instance),
    ...fillOf(instance),
  };
}

function standingOf(
  row: Ec2InstanceRow,
  instance: ContainerInstanceRow | undefined,
): Pick<InstanceMark, "status" | "tone"> {
  if (row.state !== "running") return { status: row.state, tone: "off" };
  if (row.agentProblem !== undefined) return { status: "agent?", tone: "problem" };
  if (instance === undefined) return { status: "booting", tone: "off" };
  if (!instance.agentConnected) return { status: "agent lost", tone: "problem" };
  return { status: instance.status, tone: instance.status === "ACTIVE" ? "ready" : "draining" };
}

function fillOf(
  instance: ContainerInstanceRow | undefined,
): Pick<InstanceMark, "gauges" | "interfaces" | "ports" | "running" | "pending"> {
  if (instance === undefined) {
    return { gauges: [], interfaces: { used: 0, all: 0 }, ports: [], running: 0, pending: 0 };
  }
  const { remaining, spec, runningTasksCount, pendingTasksCount } = instance;
  const { registered } = spec;
  const ports = [...remaining.tcpPorts, ...remaining.udpPorts].filter((port) => !registered.tcpPorts.includes(port));
  return {
    gauges: [
      { name: "CPU", used: registered.cpu - remaining.cpu, all: registered.cpu },
      { name: "MEMORY", used: registered.memory - remaining.memory, all: registered.memory },
    ],
    interfaces: { used: registered.interfaces - remaining.interfaces, all: registered.interfaces },
    ports,
    running: runningTasksCount,
    pending: pendingTasksCount,
  };
}

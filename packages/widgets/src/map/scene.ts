/**
 * The picture of one moment: a pure function of (rows, time, size). Painters draw it, the keyboard walks it, the table twin
 * tells it. Left out: what is neither a task nor an instance of a VPC (services, load balancers come with their own issue).
 */
import type { Tables, TaskRow } from "../base/cloud.ts";
import {
  type InstanceMark,
  InstanceShelf,
  layInstances,
  type Machine,
  machinesBySubnet,
} from "./kinds/instance-mark.ts";
import { MarkShelf, type TaskMark } from "./kinds/task-mark.ts";
import { type Footprint, PackMemory } from "./packing.ts";
import { layPlaces, type Place, type Rect, STRIP_HEIGHT, stripLabelWidth } from "./places.ts";

/** An image on its way from the registry to a task. */
export interface Flow {
  readonly key: string;
  readonly from: { readonly x: number; readonly y: number };
  readonly over: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly atMs: number;
  readonly places: readonly Place[];
  /** EC2 instances; the same array as before while none has changed. */
  readonly instances: readonly InstanceMark[];
  readonly tasks: readonly TaskMark[];
  readonly flows: readonly Flow[];
  /** Tasks that no room was left for, by place. */
  readonly hidden: ReadonlyMap<string, number>;
  readonly counts: { readonly running: number; readonly waiting: number; readonly stopped: number };
}

export interface SceneInput {
  readonly tables: Tables;
  readonly atMs: number;
  readonly width: number;
  readonly height: number;
}

const CHIP = { w: 92, h: 24 };
const CELL_SCALE = 15;
const BOX_SCALE = 34;
const MAX_FLOWS = 12;
/** So many tasks on instances ask for as much more room as one task on Fargate; in steps, so that places stand still. */
const ON_BOARD_STEP = 8;
/** One instance asks for as much room as so many tasks on Fargate: it has gauges and tasks of its own to show. */
const LEAST_DEMAND = 7;

/** What one scene leaves for the next, so that only what changed is worked out again. Has no influence on the result. */
export class SceneMemory {
  readonly shelf = new MarkShelf();
  readonly packs = new PackMemory();
  readonly instanceShelf = new InstanceShelf();
  #instances: readonly InstanceMark[] = [];
  #places: readonly Place[] = [];
  #placesFor = "";
  #tray: readonly TaskRow[] = [];
  #traySorted: readonly TaskRow[] = [];

  /** The places of a size and a load; the same objects while neither changes. */
  places({ tables, width, height }: SceneInput, { inPlace, machines }: SortedRows): readonly Place[] {
    const demand = (subnetId: string): number => {
      const berths = machines.get(subnetId) ?? [];
      const onBoard = berths.reduce((sum, { row }) => sum + (inPlace.get(row.instanceId)?.length ?? 0), 0);
      const room = berths.length === 0 ? 0 : Math.max(LEAST_DEMAND, berths.length * 3.5);
      return (inPlace.get(subnetId)?.length ?? 0) + room + Math.floor(onBoard / ON_BOARD_STEP);
    };
    let wanted = `${width} ${height} ${tables.vpcs.size}`;
    for (const subnetId of tables.subnets.keys()) wanted += ` ${subnetId} ${demand(subnetId)}`;
    if (wanted === this.#placesFor) return this.#places;
    this.#placesFor = wanted;
    const places = layPlaces(tables, { width, height }, demand);
    // Subnets that are full grow no more: the places are mostly where they were.
    if (!samePlaces(places, this.#places)) this.#places = places;
    return this.#places;
  }

  /** The marks of the instances; the same array while all of them are the same. */
  instances(marks: readonly InstanceMark[]): readonly InstanceMark[] {
    const same =
      marks.length === this.#instances.length && marks.every((mark, index) => mark === this.#instances[index]);
    if (!same) this.#instances = marks;
    return this.#instances;
  }

  /** Stopped tasks, the latest first. */
  latestFirst(rows: readonly TaskRow[]): readonly TaskRow[] {
    const same = rows.length === this.#tray.length && rows.every((row, index) => row === this.#tray[index]);
    if (same) return this.#traySorted;
    this.#tray = rows;
    this.#traySorted = [...rows].sort((left, right) => (right.stoppedAtMs ?? 0) - (left.stoppedAtMs ?? 0));
    return this.#traySorted;
  }
}

function samePlaces(left: readonly Place[], right: readonly Place[]): boolean {
  return (
    left.length === right.length &&
    left.every((place, index) => {
      const other = right[index];
      return (
        place.key === other?.key &&
        place.title === other.title &&
        place.detail === other.detail &&
        place.route === other.route &&
        place.x === other.x &&
        place.y === other.y &&
        place.w === other.w &&
        place.h === other.h
      );
    })
  );
}

/**
 * The scene of a moment: depends on the input alone.
 * @param memory of earlier scenes of the same map, to save the work of what has not changed
 */
export function buildScene(input: SceneInput, memory = new SceneMemory()): Scene {
  const { tables, atMs, width, height } = input;
  const sorted = sortRows(tables);
  const places = memory.places(input, sorted);
  const hidden = new Map<string, number>();
  const tasks: TaskMark[] = [];
  const add = (task: TaskRow, rect: Rect, where: TaskMark["where"], detail: TaskMark["detail"]) =>
    tasks.push(memory.shelf.mark(tables, task, { rect, where, detail, atMs }));
  const grounds = groundsOf(places, sorted, memory);
  const instances = memory.instances(grounds.instances);
  placeOnGrounds({ grounds: grounds.all, inPlace: sorted.inPlace, packs: memory.packs, hidden }, add);
  const tray = memory.latestFirst(sorted.tray);
  for (const [where, rows] of [["queue", sorted.queue] as const, ["tray", tray] as const]) {
    const place = places.find((candidate) => candidate.kind === where);
    if (place === undefined) continue;
    hidden.set(
      where,
      placeInStrip(place, rows, (task, rect, detail) => add(task, rect, where, detail)),
    );
  }
  memory.shelf.endScene();
  memory.instanceShelf.endScene();
  const running = tasks.reduce((sum, task) => sum + (task.lastStatus === "RUNNING" ? 1 : 0), 0);
  const counts = { running, waiting: sorted.queue.length, stopped: tray.length };
  return { width, height, atMs, places, instances, tasks, flows: flowsOf(places, tasks), hidden, counts };
}

interface SortedRows {
  readonly queue: TaskRow[];
  readonly tray: TaskRow[];
  /** Tasks by subnet or, on EC2, by instance id. */
  readonly inPlace: ReadonlyMap<string, TaskRow[]>;
  /** Machines by subnet. */
  readonly machines: ReadonlyMap<string, readonly Machine[]>;
}

/** A task waits until it has its network interface; it is in its place until it is STOPPED; then it lies in the tray. */
function sortRows(tables: Tables): SortedRows {
  const queue: TaskRow[] = [];
  const tray: TaskRow[] = [];
  const inPlace = new Map<string, TaskRow[]>();
  for (const task of tables.tasks.values()) {
    if (task.lastStatus === "STOPPED" || task.lastStatus === "DELETED") tray.push(task);
    else if (task.lastStatus === "PROVISIONING" && task.networkInterface === undefined) queue.push(task);
    else {
      const key = placeOf(tables, task);
      const there = inPlace.get(key);
      if (there === undefined) inPlace.set(key, [task]);
      else there.push(task);
    }
  }
  return { queue, tray, inPlace, machines: machinesBySubnet(tables) };
}

/** A task on EC2 stands on its instance, wherever its interface is; a task on Fargate in its subnet. */
function placeOf(tables: Tables, { spec }: TaskRow): string {
  const machine = spec.placed === undefined ? undefined : tables.ec2Instances.at(spec.placed.ec2Slot);
  return machine?.instanceId ?? spec.subnetId;
}

/** A part of the map that holds tasks: the lane of a subnet, or an instance. */
interface Ground {
  readonly key: string;
  readonly inside: Rect;
}

/** Lanes and instances of every subnet. */
function groundsOf(
  places: readonly Place[],
  { inPlace, machines }: SortedRows,
  memory: SceneMemory,
): { readonly all: readonly Ground[]; readonly instances: readonly InstanceMark[] } {
  const all: Ground[] = [];
  const marks: InstanceMark[] = [];
  for (const { key, inner } of places) {
    if (inner === undefined) continue;
    const berths = machines.get(key) ?? [];
    const { rects, lane } = layInstances(inner, berths.length, inPlace.get(key)?.length ?? 0);
    all.push({ key, inside: berths.length === 0 ? inner : lane });
    berths.forEach((machine, index) => {
      const mark = memory.instanceShelf.mark(machine, rects[index] as Rect);
      marks.push(mark);
      all.push({ key: mark.instanceId, inside: mark.inner });
    });
  }
  return { all, instances: marks };
}

function placeOnGrounds(
  given: {
    readonly grounds: readonly Ground[];
    readonly inPlace: SortedRows["inPlace"];
    readonly packs: PackMemory;
    readonly hidden: Map<string, number>;
  },
  add: (task: TaskRow, rect: Rect, where: TaskMark["where"], detail: TaskMark["detail"]) => void,
): void {
  const loads = given.grounds.flatMap(({ key, inside }) => {
    const tasks = given.inPlace.get(key) ?? [];
    return tasks.length === 0 || inside.w === 0 ? [] : [{ key, inside, tasks, footprints: tasks.map(footprintOf) }];
  });
  const { scale, packs } = given.packs.pack(loads);
  const detail = scale >= BOX_SCALE ? "box" : scale >= CELL_SCALE ? "cell" : "spot";
  loads.forEach((load, index) => {
    const packed = packs[index];
    packed?.rects.forEach((rect, order) => {
      const task = load.tasks[order];
      if (task !== undefined) add(task, rect, "subnet", detail);
    });
    if (packed !== undefined && packed.hidden > 0) given.hidden.set(load.key, packed.hidden);
  });
}

/** Fills a strip with chips, smaller ones when there are many. @returns how many did not find room */
function placeInStrip(
  strip: Rect,
  tasks: readonly TaskRow[],
  add: (task: TaskRow, rect: Rect, detail: TaskMark["detail"]) => void,
): number {
  const label = stripLabelWidth(strip.w);
  const room = strip.w - label - 34;
  const small = tasks.length * (CHIP.w + 6) > room;
  const w = small ? 12 : CHIP.w;
  const h = small ? 12 : CHIP.h;
  const rows = small ? 2 : 1;
  const perRow = Math.max(1, Math.floor(room / (w + (small ? 3 : 6))));
  const top = strip.y + (STRIP_HEIGHT - rows * h - (rows - 1) * 3) / 2;
  tasks.slice(0, perRow * rows).forEach((task, index) => {
    const column = index % perRow;
    const row = Math.floor(index / perRow);
    add(
      task,
      { x: strip.x + label + column * (w + (small ? 3 : 6)), y: top + row * (h + 3), w, h },
      small ? "spot" : "cell",
    );
  });
  return Math.max(0, tasks.length - perRow * rows);
}

const footprints = new WeakMap<TaskRow["spec"], Footprint>();

/** Size of a task's box; a task keeps its definition's size, so it is read once. */
function footprintOf({ spec }: TaskRow): Footprint {
  let known = footprints.get(spec);
  if (known === undefined) {
    known = { cpuUnits: Number(spec.cpu) || 256, memoryMiB: Number(spec.memory) || 512 };
    footprints.set(spec, known);
  }
  return known;
}

function flowsOf(places: readonly Place[], tasks: readonly TaskMark[]): Flow[] {
  const registry = places.find((place) => place.kind === "registry");
  const gateway = places.find((place) => place.kind === "gateway");
  if (registry === undefined || gateway === undefined) return [];
  const pulling = tasks.filter((task) => task.containers.some((container) => container.phase === "PULLING"));
  return pulling.slice(0, MAX_FLOWS).map((task) => ({
    key: task.key,
    from: { x: registry.x + registry.w / 2, y: registry.y + registry.h },
    over: { x: gateway.x + gateway.w / 2, y: gateway.y + gateway.h / 2 },
    to: { x: task.x + task.w / 2, y: task.y },
  }));
}

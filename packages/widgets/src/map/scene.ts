/**
 * The picture of one moment: a pure function of (rows, time, size). Painters draw it, the keyboard walks it, the table twin
 * tells it. Left out: services and load balancers, which come with their own issue.
 */
import type { Tables, TaskRow } from "../base/cloud.ts";
import { type DefinitionMark, definitionMarks, familiesOf } from "./kinds/definition-mark.ts";
import { type InstanceMark, InstanceShelf } from "./kinds/instance-mark.ts";
import { MarkShelf, type TaskMark } from "./kinds/task-mark.ts";
import type { Level, Measure } from "./levels.ts";
import { packRows } from "./packing.ts";
import { type Layout, layPlaces, type Place, STRIP_HEIGHT, stripLabelWidth } from "./places.ts";
import type { Rect } from "./rect.ts";
import { type SortedRows, sortRows } from "./sorted-rows.ts";

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
  /** How near the map looks. */
  readonly level: Level;
  readonly places: readonly Place[];
  /** Families on the shelf; the same array as before while none has changed. */
  readonly definitions: readonly DefinitionMark[];
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

const CHIP = { w: 72, h: 22 };
const MAX_FLOWS = 12;
/** Heights in the queue beside the cloud: its name and what is waited for, and one row of tasks. */
const QUEUE_HEAD = 36;

/** What one scene leaves for the next, so that only what changed is worked out again. Has no influence on the result. */
export class SceneMemory {
  readonly shelf = new MarkShelf();
  readonly instanceShelf = new InstanceShelf();
  #instances: readonly InstanceMark[] = [];
  #definitions: readonly DefinitionMark[] = [];
  #definitionsFor = "";
  #layout: Layout | undefined;
  #layoutFor = "";
  #tray: readonly TaskRow[] = [];
  #traySorted: readonly TaskRow[] = [];

  /** The places of a size and a load; the same objects while neither changes. */
  layout({ tables, width, height }: SceneInput, { inPlace, machines }: SortedRows): Layout {
    const families = familiesOf(tables).size;
    const loadOf = (subnetId: string) => ({
      fargate: inPlace.get(subnetId)?.length ?? 0,
      machines: (machines.get(subnetId) ?? []).map(({ row }) => inPlace.get(row.instanceId)?.length ?? 0),
    });
    let wanted = `${width} ${height} ${families} ${[...tables.vpcs.keys()]} ${[...tables.clusters.keys()]}`;
    for (const subnetId of tables.subnets.keys()) {
      const { fargate, machines: berths } = loadOf(subnetId);
      wanted += ` ${subnetId} ${fargate} ${berths}`;
    }
    if (this.#layout !== undefined && wanted === this.#layoutFor) return this.#layout;
    this.#layoutFor = wanted;
    const fresh = layPlaces(tables, { width, height, families }, loadOf);
    const before = this.#layout;
    // Another task beside others: the places are mostly where they were.
    const places = before !== undefined && samePlaces(fresh.places, before.places) ? before.places : fresh.places;
    this.#layout = { ...fresh, places };
    return this.#layout;
  }

  /** The families on the shelf; the same array while nothing about them changes. */
  definitions(tables: Tables, shelf: Place | undefined): readonly DefinitionMark[] {
    const wanted = `${shelf?.w} ${shelf?.h} ${[...tables.taskDefinitions.values()].map(({ taskDefinitionArn, status }) => `${taskDefinitionArn} ${status}`)}`;
    if (wanted !== this.#definitionsFor) this.#definitions = shelf === undefined ? [] : definitionMarks(tables, shelf);
    this.#definitionsFor = wanted;
    return this.#definitions;
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
        sameRects(place, other) &&
        place.folded?.join() === other.folded?.join() &&
        place.x === other.x &&
        place.y === other.y &&
        place.w === other.w &&
        place.h === other.h
      );
    })
  );
}

/** Whether lane and instances of two subnets stand alike. */
function sameRects(left: Place, right: Place): boolean {
  const rects = ({ lane, machines = [] }: Place) => (lane === undefined ? machines : [lane, ...machines]);
  const others = rects(right);
  const own = rects(left);
  return (
    own.length === others.length &&
    own.every((rect, index) => {
      const other = others[index];
      return rect.x === other?.x && rect.y === other.y && rect.w === other.w && rect.h === other.h;
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
  const { places, measure } = memory.layout(input, sorted);
  const hidden = new Map<string, number>();
  const tasks: TaskMark[] = [];
  const add = (task: TaskRow, rect: Rect, where: TaskMark["where"], detail: TaskMark["detail"]) =>
    tasks.push(memory.shelf.mark(tables, task, { rect, where, detail, atMs }));
  const grounds = groundsOf(places, sorted, measure, memory);
  const instances = memory.instances(grounds.instances);
  placeOnGrounds({ grounds: grounds.all, inPlace: sorted.inPlace, measure, hidden }, add);
  const tray = memory.latestFirst(sorted.tray);
  for (const [where, rows] of [["queue", sorted.queue] as const, ["tray", tray] as const]) {
    const place = places.find((candidate) => candidate.kind === where);
    if (place === undefined) continue;
    const put = (task: TaskRow, rect: Rect, detail: TaskMark["detail"]) => add(task, rect, where, detail);
    hidden.set(where, place.h > STRIP_HEIGHT ? placeInRail(place, rows, put) : placeInStrip(place, rows, put));
  }
  memory.shelf.endScene();
  memory.instanceShelf.endScene();
  const running = tasks.reduce((sum, task) => sum + (task.lastStatus === "RUNNING" ? 1 : 0), 0);
  const counts = { running, waiting: sorted.queue.length, stopped: tray.length };
  const shelf = places.find(({ kind }) => kind === "shelf");
  return {
    width,
    height,
    atMs,
    level: measure.level,
    places,
    definitions: memory.definitions(tables, shelf),
    instances,
    tasks,
    flows: flowsOf(places, tasks),
    hidden,
    counts,
  };
}

/** A part of the map that holds tasks: the lane of a subnet, or an instance. */
interface Ground {
  readonly key: string;
  readonly inside: Rect;
}

/** Lanes and instances of every subnet. */
function groundsOf(
  places: readonly Place[],
  { machines }: SortedRows,
  measure: Measure,
  memory: SceneMemory,
): { readonly all: readonly Ground[]; readonly instances: readonly InstanceMark[] } {
  const all: Ground[] = [];
  const marks: InstanceMark[] = [];
  for (const { key, lane, machines: rects = [] } of places) {
    if (lane === undefined) continue;
    all.push({ key, inside: lane });
    for (const [index, machine] of (machines.get(key) ?? []).entries()) {
      const mark = memory.instanceShelf.mark(machine, rects[index] as Rect, measure);
      marks.push(mark);
      all.push({ key: mark.instanceId, inside: mark.inner });
    }
  }
  return { all, instances: marks };
}

function placeOnGrounds(
  given: {
    readonly grounds: readonly Ground[];
    readonly inPlace: SortedRows["inPlace"];
    readonly measure: Measure;
    readonly hidden: Map<string, number>;
  },
  add: (task: TaskRow, rect: Rect, where: TaskMark["where"], detail: TaskMark["detail"]) => void,
): void {
  const { level } = given.measure;
  const detail = level === "near" ? "box" : level === "far" || level === "bars" ? "spot" : "cell";
  for (const { key, inside } of given.grounds) {
    const tasks = given.inPlace.get(key) ?? [];
    const rects = packRows(tasks.length, inside, given.measure);
    for (const [index, rect] of rects.entries()) add(tasks[index] as TaskRow, rect, "subnet", detail);
    if (rects.length < tasks.length) given.hidden.set(key, tasks.length - rects.length);
  }
}

/** Fills the queue beside the cloud, in columns. @returns how many did not find room */
function placeInRail(
  rail: Rect,
  tasks: readonly TaskRow[],
  add: (task: TaskRow, rect: Rect, detail: TaskMark["detail"]) => void,
): number {
  const columns = Math.max(1, Math.floor((rail.w + 5) / (CHIP.w + 5)));
  const rows = Math.max(1, Math.floor((rail.h - QUEUE_HEAD) / (CHIP.h + 5)));
  tasks.slice(0, columns * rows).forEach((task, index) => {
    const x = rail.x + (index % columns) * (CHIP.w + 5);
    add(task, { x, y: rail.y + QUEUE_HEAD + Math.floor(index / columns) * (CHIP.h + 5), ...CHIP }, "cell");
  });
  return Math.max(0, tasks.length - columns * rows);
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

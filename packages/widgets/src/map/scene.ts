/**
 * The picture of one moment: a pure function of (rows, time, size). Painters draw it, the keyboard walks it, the table twin
 * tells it.
 */
import type { Moment, TaskRow } from "../base/cloud.ts";
import type { DefinitionMark } from "./kinds/definition-mark.ts";
import type { InstanceMark } from "./kinds/instance-mark.ts";
import type { ServiceMark } from "./kinds/service-mark.ts";
import type { TaskMark } from "./kinds/task-mark.ts";
import type { Measure } from "./levels.ts";
import { packRows } from "./packing.ts";
import type { Place, SceneInput, Traffic } from "./place.ts";
import { STRIP_HEIGHT } from "./places.ts";
import { grown, overlaps, type Rect } from "./rect.ts";
import { SceneMemory } from "./scene-memory.ts";
import { type SortedRows, sortRows } from "./sorted-rows.ts";
import { placeInRail, placeInStrip } from "./strips.ts";

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
  readonly measure: Measure;
  /** Where the cloud is seen. */
  readonly frame: Rect;
  /** Somebody has zoomed: what reaches out of the frame is cut there, and what is far outside of it has no mark. */
  readonly isClipped: boolean;
  readonly places: readonly Place[];
  /** Families on the shelf; the same array as before while none has changed. */
  readonly definitions: readonly DefinitionMark[];
  /** Services that are not INACTIVE; the same array as before while none has changed. */
  readonly services: readonly ServiceMark[];
  /** Load balancers, target groups and the lines between them and their targets. */
  readonly traffic: Traffic;
  /** EC2 instances; the same array as before while none has changed. */
  readonly instances: readonly InstanceMark[];
  readonly tasks: readonly TaskMark[];
  readonly flows: readonly Flow[];
  /** Tasks that no room was left for, by place. */
  readonly hidden: ReadonlyMap<string, number>;
  readonly counts: {
    readonly all: number;
    readonly running: number;
    readonly waiting: number;
    readonly stopped: number;
  };
}

const MAX_FLOWS = 12;
const NO_SERVICES: readonly ServiceMark[] = [];
const NO_TRAFFIC: Traffic = { balancers: [], groups: [] };
/** How far out of view things of a zoomed cloud still have marks, in pixels: as far as a key leads. */
const BEYOND = 140;

/**
 * The scene of a moment: depends on the input alone.
 * @param memory of earlier scenes of the same map, to save the work of what has not changed
 */
export function buildScene(input: SceneInput, memory = new SceneMemory()): Scene {
  const { tables, atMs, width, height } = input;
  const sorted = sortRows(tables);
  const { places, measure, frame } = memory.layout(input, sorted);
  const seen = input.view === undefined || input.view.whole === true ? undefined : grown(frame, BEYOND);
  const hidden = new Map<string, number>();
  const tasks: TaskMark[] = [];
  const add = (task: TaskRow, rect: Rect, where: TaskMark["where"], detail: TaskMark["detail"]) => {
    const [stripe, badge] = [input.cards?.stripe(tables, task), input.balancers?.badge(tables, task)];
    tasks.push(memory.shelf.mark(tables, task, { rect, where, detail, atMs, stripe, badge }));
  };
  const grounds = groundsOf(places, sorted, measure, memory, seen);
  const instances = memory.instances(grounds.instances);
  placeOnGrounds({ grounds: grounds.all, inPlace: sorted.inPlace, measure, hidden, seen }, add);
  const tray = memory.latestFirst(sorted.tray);
  for (const [where, rows] of [["queue", sorted.queue] as const, ["tray", tray] as const]) {
    const place = places.find((candidate) => candidate.kind === where);
    if (place === undefined) continue;
    const put = (task: TaskRow, rect: Rect, detail: TaskMark["detail"]) => add(task, rect, where, detail);
    hidden.set(where, place.h > STRIP_HEIGHT ? placeInRail(place, rows, put) : placeInStrip(place, rows, put));
  }
  memory.shelf.endScene();
  memory.instanceShelf.endScene();
  const { running } = sorted;
  const counts = { all: tables.tasks.size, running, waiting: sorted.queue.length, stopped: tray.length };
  const place = (wanted: Place["kind"]) => places.find(({ kind }) => kind === wanted);
  const row = place("traffic");
  const standing = { places, frame, level: measure.level, tasks, instances, atMs };
  return {
    width,
    height,
    atMs,
    measure,
    frame,
    isClipped: input.view !== undefined,
    places,
    definitions: memory.definitions(tables, place("shelf")),
    services: input.cards?.marks(tables, place("services")) ?? NO_SERVICES,
    traffic: (row && input.balancers?.draw(tables, row, standing)) ?? NO_TRAFFIC,
    instances,
    tasks,
    flows: flowsOf(places, tasks, frame),
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
  seen: Rect | undefined,
): { readonly all: readonly Ground[]; readonly instances: readonly InstanceMark[] } {
  const all: Ground[] = [];
  const marks: InstanceMark[] = [];
  for (const { key, lane, machines: rects = [] } of places) {
    if (lane === undefined) continue;
    all.push({ key, inside: lane });
    for (const [index, machine] of (machines.get(key) ?? []).entries()) {
      const rect = rects[index] as Rect;
      if (seen !== undefined && !overlaps(rect, seen)) continue;
      const mark = memory.instanceShelf.mark(machine, rect, measure);
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
    readonly seen: Rect | undefined;
  },
  add: (task: TaskRow, rect: Rect, where: TaskMark["where"], detail: TaskMark["detail"]) => void,
): void {
  const { seen, measure } = given;
  const { level } = measure;
  const detail = level === "near" ? "box" : level === "far" || level === "bars" ? "spot" : "cell";
  for (const { key, inside } of given.grounds) {
    const tasks = given.inPlace.get(key) ?? [];
    const rects = packRows(tasks.length, inside, measure);
    for (const [index, rect] of rects.entries())
      if (seen === undefined || overlaps(rect, seen)) add(tasks[index] as TaskRow, rect, "subnet", detail);
    if (rects.length < tasks.length) given.hidden.set(key, tasks.length - rects.length);
  }
}

function flowsOf(places: readonly Place[], tasks: readonly TaskMark[], frame: Rect): Flow[] {
  const registry = places.find((place) => place.kind === "registry");
  const gateway = places.find((place) => place.kind === "gateway");
  if (registry === undefined || gateway === undefined) return [];
  const pulling = tasks.filter(
    (task) => task.containers.some((container) => container.phase === "PULLING") && overlaps(task, frame),
  );
  return pulling.slice(0, MAX_FLOWS).map((task) => ({
    key: task.key,
    from: { x: registry.x + registry.w / 2, y: registry.y + registry.h },
    over: { x: gateway.x + gateway.w / 2, y: gateway.y + gateway.h / 2 },
    to: { x: task.x + task.w / 2, y: task.y },
  }));
}

/** Only the clock has moved: nothing happened and no image is on its way, so the picture is the one that is there. */
export function standsStill(before: Moment | undefined, now: Moment | undefined, scene: Scene | undefined): boolean {
  if (before === undefined || now === undefined || scene === undefined || scene.flows.length > 0) return false;
  return before.tables === now.tables && before.recordCount === now.recordCount;
}

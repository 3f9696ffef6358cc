/**
 * The picture of one moment: a pure function of (rows, time, size). Painters draw it, the keyboard walks it, the table twin
 * tells it. Left out: what is not a task of a VPC (services, load balancers come with their own issue).
 */
import {
  type ContainerRow,
  containersOf,
  familyAndRevision,
  shortId,
  type Tables,
  type TaskRow,
  taskFailed,
} from "../cloud.ts";
import { containerLook, type StateLook, taskLook } from "../state-look.ts";
import { type Footprint, fittingScale, packSome } from "./packing.ts";
import { layPlaces, type Place, type Rect, STRIP_HEIGHT, stripLabelWidth } from "./places.ts";

export interface ContainerMark {
  readonly key: string;
  readonly name: string;
  readonly phase: ContainerRow["phase"];
  readonly look: StateLook;
  /** Share of the image that has arrived, 0 to 1, while it is being pulled. */
  readonly progress?: number;
  readonly exitCode?: number;
  readonly healthStatus: string;
}

export interface TaskMark extends Rect {
  /** The task's ARN: the box stays the same box from the first state to the last. */
  readonly key: string;
  readonly where: "queue" | "subnet" | "tray";
  /** How much there is room to say: everything, a name, or a spot of colour. */
  readonly detail: "box" | "cell" | "spot";
  readonly look: StateLook;
  readonly lastStatus: string;
  readonly desiredStatus: string;
  readonly label: string;
  readonly shortId: string;
  readonly subnetId: string;
  readonly address?: string;
  readonly publicAddress?: string;
  readonly attachmentStatus: string;
  readonly containers: readonly ContainerMark[];
}

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

/** The scene of a moment. */
export function buildScene(input: SceneInput): Scene {
  const { tables, atMs, width, height } = input;
  const sorted = sortTasks(tables);
  const places = layPlaces(tables, { width, height }, (subnetId) => sorted.inSubnet.get(subnetId)?.length ?? 0);
  const hidden = new Map<string, number>();
  const tasks: TaskMark[] = [];
  const add = (task: TaskRow, rect: Rect, where: TaskMark["where"], detail: TaskMark["detail"]) =>
    tasks.push(markOf(tables, task, { rect, where, detail, atMs }));
  placeInSubnets(places, sorted.inSubnet, hidden, add);
  for (const [where, rows] of [
    ["queue", sorted.queue],
    ["tray", sorted.tray],
  ] as const) {
    const place = places.find((candidate) => candidate.kind === where);
    if (place !== undefined)
      hidden.set(
        where,
        placeInStrip(place, rows, (task, rect, detail) => add(task, rect, where, detail)),
      );
  }
  const running = tasks.filter((task) => task.lastStatus === "RUNNING").length;
  const counts = { running, waiting: sorted.queue.length, stopped: sorted.tray.length };
  return { width, height, atMs, places, tasks, flows: flowsOf(places, tasks), hidden, counts };
}

interface SortedTasks {
  readonly queue: TaskRow[];
  readonly tray: TaskRow[];
  readonly inSubnet: ReadonlyMap<string, TaskRow[]>;
}

/** A task waits until it has its network interface; it is in its subnet until it is STOPPED; then it lies in the tray. */
function sortTasks(tables: Tables): SortedTasks {
  const queue: TaskRow[] = [];
  const tray: TaskRow[] = [];
  const inSubnet = new Map<string, TaskRow[]>();
  for (const task of tables.tasks.values()) {
    if (task.lastStatus === "STOPPED" || task.lastStatus === "DELETED") tray.push(task);
    else if (task.lastStatus === "PROVISIONING" && task.networkInterface === undefined) queue.push(task);
    else {
      const there = inSubnet.get(task.spec.subnetId);
      if (there === undefined) inSubnet.set(task.spec.subnetId, [task]);
      else there.push(task);
    }
  }
  tray.sort((left, right) => (right.stoppedAtMs ?? 0) - (left.stoppedAtMs ?? 0));
  return { queue, tray, inSubnet };
}

function placeInSubnets(
  places: readonly Place[],
  inSubnet: ReadonlyMap<string, TaskRow[]>,
  hidden: Map<string, number>,
  add: (task: TaskRow, rect: Rect, where: TaskMark["where"], detail: TaskMark["detail"]) => void,
): void {
  const loads = places.flatMap((place) => {
    const tasks = inSubnet.get(place.key) ?? [];
    return place.inner === undefined || tasks.length === 0
      ? []
      : [{ place, inside: place.inner, tasks, footprints: tasks.map((task) => footprintOf(task)) }];
  });
  const scale = fittingScale(loads);
  const detail = scale >= BOX_SCALE ? "box" : scale >= CELL_SCALE ? "cell" : "spot";
  for (const load of loads) {
    const packed = packSome(load.footprints, load.inside, scale);
    packed.rects.forEach((rect, index) => {
      const task = load.tasks[index];
      if (task !== undefined) add(task, rect, "subnet", detail);
    });
    if (packed.hidden > 0) hidden.set(load.place.key, packed.hidden);
  }
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

function footprintOf(task: TaskRow): Footprint {
  return { cpuUnits: Number(task.spec.cpu) || 256, memoryMiB: Number(task.spec.memory) || 512 };
}

function markOf(
  tables: Tables,
  task: TaskRow,
  at: {
    readonly rect: Rect;
    readonly where: TaskMark["where"];
    readonly detail: TaskMark["detail"];
    readonly atMs: number;
  },
): TaskMark {
  const containers = containersOf(tables, task.taskArn);
  const eni = task.networkInterface;
  return {
    ...at.rect,
    key: task.taskArn,
    where: at.where,
    detail: at.detail,
    look: taskLook(task.lastStatus, taskFailed(task, containers)),
    lastStatus: task.lastStatus,
    desiredStatus: task.desiredStatus,
    label: familyAndRevision(task.spec.taskDefinitionArn),
    shortId: shortId(task.taskArn),
    subnetId: task.spec.subnetId,
    attachmentStatus: task.attachmentStatus,
    containers: containers.map((container) => containerMark(container, at.atMs)),
    ...(eni === undefined ? {} : { address: eni.privateIpv4Address }),
    ...(eni?.publicIpv4Address === undefined ? {} : { publicAddress: eni.publicIpv4Address }),
  };
}

function containerMark(container: ContainerRow, atMs: number): ContainerMark {
  const progress = pullProgress(container, atMs);
  return {
    key: container.containerArn,
    name: container.name,
    phase: container.phase,
    look: containerLook(container.phase, container.exitCode, container.reason),
    healthStatus: container.healthStatus,
    ...(progress === undefined ? {} : { progress }),
    ...(container.exitCode === undefined ? {} : { exitCode: container.exitCode }),
  };
}

/** Share of an image that has arrived, 0 to 1; undefined when nothing is being pulled. */
export function pullProgress(
  container: Pick<ContainerRow, "phase" | "pullStartedAtMs" | "pullEndsAtMs">,
  atMs: number,
): number | undefined {
  const { phase, pullStartedAtMs, pullEndsAtMs } = container;
  if (phase !== "PULLING" || pullStartedAtMs === undefined || pullEndsAtMs === undefined) return undefined;
  const whole = pullEndsAtMs - pullStartedAtMs;
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, (atMs - pullStartedAtMs) / whole));
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

/**
 * What the map says about one task: a mark, made of the task's row, its containers' rows and the place it was given. A mark
 * whose rows and place are unchanged is the same object as before, so that painters can tell by identity what to draw again.
 */
import type { SVGTemplateResult } from "lit";
import {
  type ContainerRow,
  containersOf,
  familyAndRevision,
  shortId,
  type Tables,
  type TaskRow,
  taskFailed,
} from "../../base/cloud.ts";
import { containerLook, type StateLook, taskLook } from "../../base/state-look.ts";
import type { Rect } from "../rect.ts";
import { Shelf } from "../shelf.ts";

export interface ContainerMark {
  readonly key: string;
  readonly name: string;
  readonly phase: ContainerRow["phase"];
  readonly look: StateLook;
  /** Share of the image that has arrived, 0 to 1, while it is being pulled. */
  readonly progress?: number;
  readonly exitCode?: number;
  readonly healthStatus: string;
  /** Its first port, inside of the container. */
  readonly port?: number;
  /** Its end is the end of the task. */
  readonly essential: boolean;
}

export interface TaskMark extends Rect {
  readonly kind: "task";
  /** The task's ARN: the box stays the same box from the first state to the last. */
  readonly key: string;
  readonly where: "queue" | "subnet" | "tray";
  /** How much there is room to say: everything, a name, or a spot of colour. */
  readonly detail: "box" | "cell" | "spot";
  readonly look: StateLook;
  /** Pattern of the stripe at its left edge, in the hue of its service; undefined without one. */
  readonly stripe: string | undefined;
  /** How well it is as a target, drawn around the origin; undefined when it is none. */
  readonly badge: SVGTemplateResult | undefined;
  readonly lastStatus: string;
  readonly desiredStatus: string;
  readonly label: string;
  readonly shortId: string;
  readonly subnetId: string;
  readonly address?: string;
  readonly publicAddress?: string;
  /** Undefined for a task without an interface of its own. */
  readonly attachmentStatus: string | undefined;
  readonly containers: readonly ContainerMark[];
}

/** Where a mark stands, how much it says, and the moment it is of. */
export interface Standing {
  readonly rect: Rect;
  readonly where: TaskMark["where"];
  readonly detail: TaskMark["detail"];
  readonly atMs: number;
  readonly stripe?: string | undefined;
  readonly badge?: SVGTemplateResult | undefined;
}

interface Kept {
  readonly row: TaskRow;
  readonly containers: readonly ContainerRow[];
  readonly mark: TaskMark;
}

/** Makes marks and hands out the earlier one while nothing about it has changed. */
export class MarkShelf {
  readonly #shelf = new Shelf<Kept>();

  /** The mark of a task; the same object as last time when its rows and its standing are the same. */
  mark(tables: Tables, row: TaskRow, at: Standing): TaskMark {
    const holds = (kept: Kept) => kept.row === row && stillTrue(kept, tables, at);
    return this.#shelf.take(row.taskArn, holds, (kept) => keep(tables, row, at, kept)).mark;
  }

  /** Ends a scene: forgets the tasks that it did not show. */
  endScene(): void {
    this.#shelf.endScene();
  }
}

/** A mark that has only moved keeps what it says. */
function keep(tables: Tables, row: TaskRow, at: Standing, before: Kept | undefined): Kept {
  if (before?.row === row && saysTheSame(before, tables, at))
    return { ...before, mark: { ...before.mark, ...at.rect } };
  const containers = containersOf(tables, row.taskArn);
  return { row, containers, mark: markOf(tables, row, containers, at) };
}

function stillTrue(kept: Kept, tables: Tables, at: Standing): boolean {
  const { mark } = kept;
  const { rect } = at;
  if (mark.x !== rect.x || mark.y !== rect.y || mark.w !== rect.w || mark.h !== rect.h) return false;
  return saysTheSame(kept, tables, at);
}

function saysTheSame({ row, mark, containers }: Kept, tables: Tables, at: Standing): boolean {
  if (mark.where !== at.where || mark.detail !== at.detail || mark.stripe !== at.stripe || mark.badge !== at.badge)
    return false;
  let found = 0;
  for (const key of row.spec.containerArns) {
    const container = tables.containers.get(key);
    if (container === undefined) continue;
    // Of a pull, the progress changes with time alone.
    if (container !== containers[found] || container.phase === "PULLING") return false;
    found += 1;
  }
  return found === containers.length;
}

function markOf(tables: Tables, task: TaskRow, containers: readonly ContainerRow[], at: Standing): TaskMark {
  const definition = tables.taskDefinitions.get(task.spec.taskDefinitionArn)?.definition;
  const helpers = definition?.containerDefinitions.filter((container) => !container.essential) ?? [];
  const eni = task.networkInterface;
  const { x, y, w, h } = at.rect;
  return {
    kind: "task",
    x,
    y,
    w,
    h,
    key: task.taskArn,
    where: at.where,
    detail: at.detail,
    stripe: at.stripe,
    badge: at.badge,
    look: taskLook(task.lastStatus, taskFailed(task, containers)),
    lastStatus: task.lastStatus,
    desiredStatus: task.desiredStatus,
    label: familyAndRevision(task.spec.taskDefinitionArn),
    shortId: shortId(task.taskArn),
    subnetId: task.spec.subnetId,
    attachmentStatus: task.attachmentStatus,
    containers: containers.map((container) => {
      const essential = helpers.every(({ name }) => name !== container.name);
      const own = definition?.containerDefinitions.find(({ name }) => name === container.name);
      return containerMark(container, essential, own?.portMappings?.[0]?.containerPort, at.atMs);
    }),
    ...(eni === undefined ? {} : { address: eni.privateIpv4Address }),
    ...(eni?.publicIpv4Address === undefined ? {} : { publicAddress: eni.publicIpv4Address }),
  };
}

function containerMark(
  container: ContainerRow,
  essential: boolean,
  port: number | undefined,
  atMs: number,
): ContainerMark {
  const progress = pullProgress(container, atMs);
  return {
    key: container.containerArn,
    name: container.name,
    phase: container.phase,
    look: containerLook(container.phase, container.exitCode, container.reason),
    healthStatus: container.healthStatus,
    essential,
    ...(port === undefined ? {} : { port }),
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

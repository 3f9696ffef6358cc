/**
 * EC2 instances on the map, and what each says: its type, how full it is, its interfaces and ports. Pure. A mark whose rows
 * and place are unchanged is the same object as before.
 */
import type { ContainerInstanceRow, Ec2InstanceRow, Tables } from "../../base/cloud.ts";
import { type Measure, NEAR_HEAD } from "../levels.ts";
import type { Rect } from "../rect.ts";
import { Shelf } from "../shelf.ts";

/** How a machine stands in a decision, while one is being told: it is out, still in, or chosen. */
export type Verdict = "out" | "in" | "chosen";

/** How one resource of an instance stands, in its own unit. */
export interface Gauge {
  readonly name: "CPU" | "MEMORY";
  readonly used: number;
  readonly all: number;
}

export interface InstanceMark extends Rect {
  readonly kind: "instance";
  /** The container instance's ARN, or the instance id while there is none. */
  readonly key: string;
  readonly instanceId: string;
  /** How near it is looked at, and how many times as large words are there. */
  readonly detail: Measure["level"];
  readonly times: number;
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

/** The part of a machine in which its tasks stand; nothing where they are counted. */
function insideOf({ x, y, w, h }: Rect, { level, head }: Measure): Rect {
  if (level === "bars") return { x, y, w: 0, h: 0 };
  return { x: x + 6, y: y + head, w: Math.max(0, w - 12), h: Math.max(0, h - head - 5) };
}

interface Kept {
  readonly machine: Machine;
  readonly rect: Rect;
  readonly measure: Measure;
  readonly mark: InstanceMark;
}

/** Makes marks and hands out the earlier one while nothing about it has changed. */
export class InstanceShelf {
  readonly #shelf = new Shelf<Kept>();

  /** The mark of a machine; the same object as last time when its rows and its place are the same. */
  mark(machine: Machine, rect: Rect, measure: Measure): InstanceMark {
    const says = (kept: Kept) => kept.measure === measure && saysTheSame(kept, machine);
    const holds = (kept: Kept) => says(kept) && standsAlike(kept.rect, rect);
    const make = (before: Kept | undefined): Kept => {
      // One that has only moved keeps what it says.
      const mark =
        before !== undefined && says(before)
          ? { ...before.mark, ...rect, inner: insideOf(rect, measure) }
          : markOf(machine, rect, measure);
      return { machine, rect, measure, mark };
    };
    return this.#shelf.take(machine.row.instanceId, holds, make).mark;
  }

  /** Ends a scene: forgets the machines that it did not show. */
  endScene(): void {
    this.#shelf.endScene();
  }
}

function saysTheSame({ machine: before }: Kept, { row, instance, title }: Machine): boolean {
  return before.row === row && before.instance === instance && before.title === title;
}

function standsAlike(left: Rect, right: Rect): boolean {
  return left.x === right.x && left.y === right.y && left.w === right.w && left.h === right.h;
}

function markOf({ row, instance, title }: Machine, rect: Rect, measure: Measure): InstanceMark {
  const { x, y, w, h } = rect;
  return {
    kind: "instance",
    x,
    y,
    w,
    h,
    key: instance?.containerInstanceArn ?? row.instanceId,
    instanceId: row.instanceId,
    detail: measure.level,
    times: measure.level === "near" ? measure.head / NEAR_HEAD : 1,
    instanceType: row.instanceType,
    title,
    shortId: row.instanceId.slice(0, 8),
    availabilityZone: row.availabilityZone,
    inner: insideOf(rect, measure),
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

/**
 * The books of container instances: what their tasks take, kept with every change of a task's row, so that no task can
 * take or give back anything without being written down. CPU, memory, ports, GPUs and interfaces come back to the
 * control plane as soon as the task is to stop (since July 2023), to the host when its containers have stopped.
 * Source: AWS What's New, July 2023, and the public agent's host resource manager (checked 2026-11-21).
 */
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerInstanceRow, InstanceResources, TaskReservation } from "../../model/container-instances.ts";
import type { TaskRow, TaskStatus } from "../../model/ecs.ts";

const STARTING: ReadonlySet<TaskStatus> = new Set(["PROVISIONING", "PENDING", "ACTIVATING"]);

/** Writes the difference that a change of a task makes to its instance. Belongs to the next record. */
export function keepBooks(sim: Cloud, before: TaskRow | undefined, after: TaskRow | undefined): void {
  const { placed, group } = (after ?? before)?.spec ?? {};
  if (placed === undefined || group === undefined) return;
  const was = before === undefined ? NOTHING : entryOf(before);
  const is = after === undefined ? NOTHING : entryOf(after);
  const instance = sim.tables.containerInstances.at(placed.instanceSlot);
  if (instance === undefined || isSame(was, is)) return;
  const { reservation } = placed;
  sim.put("containerInstances", {
    ...instance,
    remaining: moved(instance.remaining, reservation, was.held, is.held),
    hostRemaining: moved(instance.hostRemaining, reservation, was.onHost, is.onHost),
    tasksByGroup:
      was.held === is.held ? instance.tasksByGroup : counted(instance.tasksByGroup, group, is.held ? 1 : -1),
    runningTasksCount: instance.runningTasksCount + Number(is.running) - Number(was.running),
    pendingTasksCount: instance.pendingTasksCount + Number(is.pending) - Number(was.pending),
    version: instance.version + 1,
  });
}

/** True when the host itself, as its agent sees it, has room for a task. */
export function hostHasRoom({ hostRemaining }: ContainerInstanceRow, wanted: TaskReservation): boolean {
  return (
    hostRemaining.cpu >= wanted.cpu &&
    hostRemaining.memory >= wanted.memory &&
    wanted.tcpPorts.every((port) => !hostRemaining.tcpPorts.includes(port)) &&
    wanted.udpPorts.every((port) => !hostRemaining.udpPorts.includes(port)) &&
    wanted.gpus.every((gpu) => hostRemaining.gpus.includes(gpu))
  );
}

/** What a task counts for at a moment. */
interface Entry {
  readonly held: boolean;
  readonly onHost: boolean;
  readonly running: boolean;
  readonly pending: boolean;
}

const NOTHING: Entry = { held: false, onHost: false, running: false, pending: false };

function entryOf({ desiredStatus, lastStatus, holdsHost }: TaskRow): Entry {
  const held = desiredStatus === "RUNNING";
  return {
    held,
    onHost: holdsHost,
    running: held && lastStatus === "RUNNING",
    pending: held && STARTING.has(lastStatus),
  };
}

function isSame(left: Entry, right: Entry): boolean {
  return (
    left.held === right.held &&
    left.onHost === right.onHost &&
    left.running === right.running &&
    left.pending === right.pending
  );
}

function moved(left: InstanceResources, share: TaskReservation, was: boolean, is: boolean): InstanceResources {
  if (was === is) return left;
  return is ? without(left, share) : withBack(left, share);
}

function without(left: InstanceResources, share: TaskReservation): InstanceResources {
  return {
    cpu: left.cpu - share.cpu,
    memory: left.memory - share.memory,
    tcpPorts: joined(left.tcpPorts, share.tcpPorts),
    udpPorts: joined(left.udpPorts, share.udpPorts),
    gpus: share.gpus.length === 0 ? left.gpus : left.gpus.filter((gpu) => !share.gpus.includes(gpu)),
    interfaces: left.interfaces - share.interfaces,
  };
}

function withBack(left: InstanceResources, share: TaskReservation): InstanceResources {
  return {
    cpu: left.cpu + share.cpu,
    memory: left.memory + share.memory,
    tcpPorts: parted(left.tcpPorts, share.tcpPorts),
    udpPorts: parted(left.udpPorts, share.udpPorts),
    gpus: share.gpus.length === 0 ? left.gpus : [...left.gpus, ...share.gpus].sort(),
    interfaces: left.interfaces + share.interfaces,
  };
}

function joined(ports: readonly number[], more: readonly number[]): readonly number[] {
  return more.length === 0 ? ports : [...ports, ...more].sort((a, b) => a - b);
}

function parted(ports: readonly number[], fewer: readonly number[]): readonly number[] {
  return fewer.length === 0 ? ports : ports.filter((port) => !fewer.includes(port));
}

function counted(
  groups: Readonly<Record<string, number>>,
  group: string,
  by: 1 | -1,
): Readonly<Record<string, number>> {
  const count = (groups[group] ?? 0) + by;
  const { [group]: _, ...others } = groups;
  return count === 0 ? others : { ...others, [group]: count };
}

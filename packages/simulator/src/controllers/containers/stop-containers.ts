/**
 * The containers of a task that stops: SIGTERM and SIGKILL in the reverse order of `dependsOn`; when all have stopped the
 * task gives back what it held. A container that never ran is dropped.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerPhase, ContainerRow, TaskRow } from "../../model/ecs.ts";
import { INSTANCE_ENI_DELETED_AFTER } from "../../model/instance-timing.ts";
import type { RegisteredTaskDefinition } from "../../model/task-definition.ts";
import { ENI_DELETED_AFTER, STOP_TIMEOUT_MS, STOPPED_TASK_KEPT_MS } from "../../model/timing.ts";
import { dependentsOf } from "../../workloads/dependencies.ts";
import { wakeFirst } from "../host/host-queue.ts";
import {
  attachmentAfter,
  cancelTimer,
  containerDefinition,
  containersOf,
  definitionOf,
  draw,
  moveContainer,
  moveTask,
  scheduleContainer,
  scheduleTask,
} from "../rows/task-rows.ts";
import { behaviour } from "./let-run.ts";
import { removeFilesOf } from "./task-files.ts";
import { changeOutput } from "./task-logs.ts";

/** Steps of a container before its process runs. */
const NOT_STARTED: ReadonlySet<ContainerPhase> = new Set(["NONE", "WAITING", "PULLING", "PULLED", "CREATED"]);

/**
 * Signals every container that nothing depends on any more; goes on to DEPROVISIONING when all have stopped.
 * @param cause the record that led here
 */
export function stopWhatCanStop(sim: Cloud, task: TaskRow, cause: number): void {
  if (task.lastStatus !== "STOPPING") return;
  const definition = definitionOf(sim, task);
  // Those that never ran go first: what they depend on may have nothing else to wait for.
  for (const container of containersOf(sim, task)) if (NOT_STARTED.has(container.phase)) abandon(sim, container, cause);
  for (const container of containersOf(sim, task)) {
    if (container.phase === "RUNNING" && dependentsHaveStopped(sim, task, definition, container)) {
      signal(sim, task, container, cause);
    }
  }
  const containers = containersOf(sim, task);
  if (!containers.every((container) => container.phase === "STOPPED")) return;
  if (task.attachmentStatus === undefined) {
    const stopped = moveTask(sim, task, "ALL_RELEASED", { stoppedAtMs: sim.nowMs, holdsHost: false });
    removeFilesOf(sim, task);
    sim.record("TASK_STOPPED", task.taskArn, { hadInterface: false }, cause);
    wakeFirst(sim, stopped);
    expireLater(sim, stopped);
    return;
  }
  const deprovisioning = moveTask(sim, task, "CONTAINERS_STOPPED", { ...detaching(task), holdsHost: false });
  sim.record("CONTAINERS_STOPPED", task.taskArn, undefined, cause);
  wakeFirst(sim, deprovisioning);
  deprovision(sim, deprovisioning);
}

/** A stopped task can be described for an hour. */
export function expireLater(sim: Cloud, task: TaskRow): void {
  scheduleTask(sim, task, STOPPED_TASK_KEPT_MS, "TASK_EXPIRED", undefined);
}

/** `docker stop` on the instance: SIGTERM, and SIGKILL after `graceMs`. Nobody has asked ECS, which only sees the exit. */
export function stopByHand(sim: Cloud, task: TaskRow, container: ContainerRow, graceMs: number): void {
  signal(sim, task, container, sim.record("CONTAINER_STOP_BY_HAND", container.containerArn), graceMs);
}

function signal(sim: Cloud, task: TaskRow, container: ContainerRow, cause: number, givenMs?: number): void {
  cancelTimer(sim, container);
  const { stopTimeout } = containerDefinition(definitionOf(sim, task), container.name);
  const graceMs = givenMs ?? (stopTimeout === undefined ? STOP_TIMEOUT_MS : stopTimeout * 1000);
  const acts = behaviour(sim, task, container.name);
  const obeys = acts.stopsWithinMs !== undefined && acts.stopsWithinMs <= graceMs;
  const end = { exitCode: acts.stopExitCode ?? 0 };
  const options = { cause: sim.nextRecord };
  const timer = obeys
    ? scheduleContainer(sim, container, acts.stopsWithinMs ?? 0, "CONTAINER_EXITED", end, options)
    : scheduleContainer(sim, container, graceMs, "SIGKILL_DUE", undefined, options);
  moveContainer(sim, container, "STOP_SIGNALLED", { timer });
  changeOutput(sim, container, (run) => ({ ...run, signalledAtMs: sim.nowMs }));
  sim.record("SIGTERM_SENT", container.containerArn, { stopTimeoutMs: graceMs }, cause);
}

/** A container that never ran is dropped without a signal and without an exit code. */
function abandon(sim: Cloud, container: ContainerRow, cause: number): void {
  cancelTimer(sim, container);
  moveContainer(sim, container, "ABANDONED", { stoppedAtMs: sim.nowMs, timer: undefined });
  sim.record("CONTAINER_ABANDONED", container.containerArn, undefined, cause);
}

/** Drops the containers of a task that never got as far as its agent; its interface goes next. */
export function abandonAll(sim: Cloud, task: TaskRow, cause: number): void {
  for (const container of containersOf(sim, task)) abandon(sim, container, cause);
  deprovision(sim, task);
}

function dependentsHaveStopped(
  sim: Cloud,
  task: TaskRow,
  definition: RegisteredTaskDefinition,
  container: ContainerRow,
): boolean {
  const dependents = dependentsOf(definition, container.name);
  return (
    dependents.length === 0 ||
    containersOf(sim, task).every((other) => !dependents.includes(other.name) || other.phase === "STOPPED")
  );
}

/** What a stop changes of a task's attachment. */
export function detaching(task: TaskRow): Partial<TaskRow> {
  const attached = task.attachmentStatus === "ATTACHED" || task.attachmentStatus === "ATTACHING";
  return attached ? { attachmentStatus: attachmentAfter(task.attachmentStatus, "DETACH_STARTED") } : {};
}

function deprovision(sim: Cloud, task: TaskRow): void {
  const hasInterface = task.networkInterface !== undefined;
  const after = task.spec.placed === undefined ? ENI_DELETED_AFTER : INSTANCE_ENI_DELETED_AFTER;
  scheduleTask(sim, task, hasInterface ? draw(sim, "provisioning", after) : 0, "ENI_DELETED", undefined);
}

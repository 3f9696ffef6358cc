/**
 * The containers of a task that stops: SIGTERM and SIGKILL in the reverse order of `dependsOn`; when all have stopped the
 * task gives back what it held. A container that never ran is dropped.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import type { ContainerPhase, ContainerRow, TaskRow } from "../../model/ecs.ts";
import type { RegisteredTaskDefinition } from "../../model/task-definition.ts";
import { FARGATE_STOP_ROUND, STOP_TIMEOUT_MS } from "../../model/timing.ts";
import { dependentsOf } from "../../workloads/dependencies.ts";
import { wakeFirst } from "../host/host-queue.ts";
import {
  cancelTimer,
  containerDefinition,
  containersOf,
  definitionOf,
  draw,
  findTask,
  moveContainer,
  moveTask,
  scheduleContainer,
  scheduleTask,
} from "../rows/task-rows.ts";
import { behaviour } from "./let-run.ts";
import { deprovision, detaching, expireLater } from "./release.ts";
import { removeFilesOf } from "./task-files.ts";
import { changeOutput } from "./task-logs.ts";

/** Steps of a container before its process runs. */
const NOT_STARTED: ReadonlySet<ContainerPhase> = new Set(["NONE", "WAITING", "PULLING", "PULLED", "CREATED"]);

/**
 * On EC2: signals every container that nothing depends on any more; when all have stopped, the task gives back what it held.
 * Call it after every end of a container.
 * @param cause the record that led here
 */
export function stopWhatCanStop(sim: Cloud, task: TaskRow, cause: number): void {
  if (task.lastStatus !== "STOPPING") return;
  signalWhatCanStop(sim, task, cause);
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

/**
 * On Fargate: the agent drops what never ran and signals what nothing depends on. The others have their turn in rounds.
 * @returns whether a container was dropped: ECS has to hear of it
 */
export function stopInRounds(sim: Cloud, task: TaskRow, cause: number): boolean {
  const dropped = dropWhatNeverRan(sim, task, cause);
  const definition = definitionOf(sim, task);
  for (const container of containersOf(sim, task)) {
    const isFree = dependentsOf(definition, container.name).length === 0;
    if (container.phase === "RUNNING" && isFree) signal(sim, task, container, cause);
  }
  nextRound(sim, task);
  return dropped;
}

/** The agent looks again at the containers that others depend on; or for the first time, when it ends the task on its own. */
export function onStopRound(sim: Cloud, entry: CloudEntry<"STOP_ROUND">): void {
  const task = findTask(sim, entry);
  if (task === undefined) return;
  signalWhatCanStop(sim, task, entry.cause);
  nextRound(sim, task);
}

function nextRound(sim: Cloud, task: TaskRow): void {
  if (!containersOf(sim, task).some(({ phase }) => phase === "RUNNING")) return;
  scheduleTask(sim, task, draw(sim, "agent", FARGATE_STOP_ROUND), "STOP_ROUND", undefined);
}

function signalWhatCanStop(sim: Cloud, task: TaskRow, cause: number): void {
  const definition = definitionOf(sim, task);
  // Those that never ran go first: what they depend on may have nothing else to wait for.
  dropWhatNeverRan(sim, task, cause);
  for (const container of containersOf(sim, task)) {
    if (container.phase === "RUNNING" && dependentsHaveStopped(sim, task, definition, container)) {
      signal(sim, task, container, cause);
    }
  }
}

/** Drops the containers that never ran. @returns whether there was one */
export function dropWhatNeverRan(sim: Cloud, task: TaskRow, cause: number): boolean {
  const never = containersOf(sim, task).filter(({ phase }) => NOT_STARTED.has(phase));
  for (const container of never) abandon(sim, container, cause);
  return never.length > 0;
}

/** `docker stop` on the instance: SIGTERM, and SIGKILL after `graceMs`. Nobody has asked ECS, which only sees the exit. */
export function stopByHand(sim: Cloud, task: TaskRow, container: ContainerRow, graceMs: number): void {
  signal(sim, task, container, sim.record("CONTAINER_STOP_BY_HAND", container.containerArn), graceMs);
}

function signal(sim: Cloud, task: TaskRow, container: ContainerRow, cause: number, givenMs?: number): void {
  cancelTimer(sim, container);
  const { stopTimeout } = containerDefinition(definitionOf(sim, task), container.name);
  const graceMs = givenMs ?? (stopTimeout === undefined ? STOP_TIMEOUT_MS : stopTimeout * 1000);
  const acts = behaviour(sim, task, container);
  const obeys = acts.stopsWithinMs !== undefined && acts.stopsWithinMs <= graceMs;
  const end = { exitCode: acts.stopExitCode ?? 0 };
  const options = { cause: sim.nextRecord };
  const timer = obeys
    ? scheduleContainer(sim, container, acts.stopsWithinMs ?? 0, "CONTAINER_EXITED", end, options)
    : scheduleContainer(sim, container, graceMs, "SIGKILL_DUE", undefined, options);
  moveContainer(sim, container, "STOP_SIGNALLED", { timer });
  changeOutput(sim, container, (run) => ({ ...run, signalledAtMs: sim.nowMs }));
  const signal = acts.stopSignal === undefined ? {} : { signal: acts.stopSignal };
  sim.record("SIGTERM_SENT", container.containerArn, { stopTimeoutMs: graceMs, ...signal }, cause);
}

/** A container that never ran is dropped without a signal and without an exit code. */
function abandon(sim: Cloud, container: ContainerRow, cause: number): void {
  cancelTimer(sim, container);
  moveContainer(sim, container, "ABANDONED", { stoppedAtMs: sim.nowMs, timer: undefined });
  sim.record("CONTAINER_ABANDONED", container.containerArn, undefined, cause);
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

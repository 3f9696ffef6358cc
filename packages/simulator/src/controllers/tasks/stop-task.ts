/**
 * From the wish to stop to STOPPED: deactivation, SIGTERM and SIGKILL in the reverse order of `dependsOn`, removal of
 * the network interface. A task that has not started yet skips what it never had.
 * Simplified: every running task passes DEACTIVATING for a second, also when nothing has to be deregistered; AWS
 * documents the state for tasks with load balancers or service discovery and does not say when it is skipped.
 */
import type { AgendaEntry } from "../../kernel/agenda.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerPhase, ContainerRow, TaskRow } from "../../model/ecs.ts";
import { INSTANCE_ENI_DELETED_AFTER } from "../../model/instance-timing.ts";
import { addressKey } from "../../model/tables.ts";
import type { RegisteredTaskDefinition } from "../../model/task-definition.ts";
import { DEACTIVATION_MS, ENI_DELETED_AFTER, STOP_TIMEOUT_MS, STOPPED_TASK_KEPT_MS } from "../../model/timing.ts";
import { dependentsOf } from "../containers/dependencies.ts";
import { behaviour } from "../containers/let-run.ts";
import { removeFilesOf } from "../containers/task-files.ts";
import { changeOutput, removeDockerLog } from "../containers/task-logs.ts";
import { agentHears, leaveQueue, wakeFirst } from "../machines/host-queue.ts";
import { releaseAddress } from "../network/addresses.ts";
import {
  attachmentAfter,
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
} from "./task-rows.ts";

/** Steps of a container before its process runs. */
const NOT_STARTED: ReadonlySet<ContainerPhase> = new Set(["NONE", "WAITING", "PULLING", "PULLED", "CREATED"]);

/** The control plane acts on the wish: deregistration, the containers, or the interface come first. */
export function onTaskStopStarted(sim: Cloud, entry: AgendaEntry): void {
  const task = findTask(sim, entry);
  if (task === undefined || task.desiredStatus === "RUNNING" || task.lastStatus === "STOPPED") return;
  // What the agent cannot hear it cannot do; it is told again when it has connected.
  if (!agentHears(sim, task)) {
    sim.record("AGENT_AWAITED", task.taskArn, { lastStatus: task.lastStatus });
    return;
  }
  leaveQueue(sim, task);
  const patch = task.lastStatus === "PROVISIONING" ? detaching(task) : {};
  const stopping = moveTask(sim, task, "STOP_STARTED", patch);
  const cause = sim.record("TASK_STOP_STARTED", task.taskArn, { lastStatus: stopping.lastStatus });
  if (stopping.lastStatus === "DEACTIVATING") scheduleTask(sim, task, DEACTIVATION_MS, "TASK_DEACTIVATED");
  else if (stopping.lastStatus === "DEPROVISIONING") abandonAll(sim, stopping, cause);
  else stopWhatCanStop(sim, stopping, cause);
}

/** Targets are deregistered: the containers' turn. */
export function onTaskDeactivated(sim: Cloud, entry: AgendaEntry): void {
  const task = findTask(sim, entry);
  if (task?.lastStatus !== "DEACTIVATING") return;
  const stopping = moveTask(sim, task, "DEREGISTERED");
  stopWhatCanStop(sim, stopping, sim.record("TASK_DEACTIVATED", task.taskArn));
}

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

/** The network interface is gone: STOPPED. */
export function onEniDeleted(sim: Cloud, entry: AgendaEntry): void {
  const task = findTask(sim, entry);
  if (task?.lastStatus !== "DEPROVISIONING") return;
  const { networkInterface } = task;
  if (networkInterface !== undefined) {
    sim.remove("networkInterfaces", addressKey(networkInterface.subnetId, networkInterface.privateIpv4Address));
    releaseAddress(sim, task.spec.subnetId);
  }
  const attachmentStatus = attachmentAfter(
    task.attachmentStatus,
    ...(task.attachmentStatus === "DETACHING" ? (["DETACHED"] as const) : []),
    "DELETED",
  );
  removeFilesOf(sim, task);
  const stopped = moveTask(sim, task, "RESOURCES_RELEASED", { stoppedAtMs: sim.nowMs, attachmentStatus });
  sim.record("TASK_STOPPED", task.taskArn, { networkInterfaceId: networkInterface?.networkInterfaceId });
  expireLater(sim, stopped);
}

/** A stopped task can be described for an hour. */
export function expireLater(sim: Cloud, task: TaskRow): void {
  scheduleTask(sim, task, STOPPED_TASK_KEPT_MS, "TASK_EXPIRED", { background: true });
}

/** An hour after it stopped, the task can no longer be described. */
export function onTaskExpired(sim: Cloud, entry: AgendaEntry): void {
  const task = findTask(sim, entry);
  if (task?.lastStatus !== "STOPPED") return;
  moveTask(sim, task, "EXPIRED");
  for (const container of containersOf(sim, task)) {
    removeDockerLog(sim, container);
    sim.remove("containers", container.containerArn);
  }
  sim.remove("tasks", task.taskArn);
  sim.record("TASK_EXPIRED", task.taskArn);
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
    ? scheduleContainer(sim, container, acts.stopsWithinMs ?? 0, "CONTAINER_EXITED", { data: end, ...options })
    : scheduleContainer(sim, container, graceMs, "SIGKILL_DUE", options);
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

function abandonAll(sim: Cloud, task: TaskRow, cause: number): void {
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

function detaching(task: TaskRow): Partial<TaskRow> {
  const attached = task.attachmentStatus === "ATTACHED" || task.attachmentStatus === "ATTACHING";
  return attached ? { attachmentStatus: attachmentAfter(task.attachmentStatus, "DETACH_STARTED") } : {};
}

function deprovision(sim: Cloud, task: TaskRow): void {
  const hasInterface = task.networkInterface !== undefined;
  const after = task.spec.placed === undefined ? ENI_DELETED_AFTER : INSTANCE_ENI_DELETED_AFTER;
  scheduleTask(sim, task, hasInterface ? draw(sim, "provisioning", after) : 0, "ENI_DELETED");
}

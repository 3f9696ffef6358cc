/**
 * From the wish to stop to STOPPED. On Fargate a task keeps its state until its containers have stopped (hear-exits.ts); on
 * EC2 it passes deactivation and STOPPING. Then the network interface is removed. A task that has not started yet skips what
 * it never had.
 * A task that is registered with a load balancer is DEACTIVATING until its service has deregistered it and it has drained.
 * Simplified: on EC2 every running task passes DEACTIVATING for a second, also when nothing has to be deregistered; AWS
 * documents the state for tasks with load balancers or service discovery and does not say when it is skipped.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import type { TaskRow } from "../../model/ecs.ts";
import { addressKey } from "../../model/tables.ts";
import { DEACTIVATION_MS } from "../../model/timing.ts";
import { targetsOfTask } from "../../services/balancers.ts";
import { reportExit } from "../containers/hear-exits.ts";
import { deprovision, detaching, expireLater } from "../containers/release.ts";
import { dropWhatNeverRan, stopInRounds, stopWhatCanStop } from "../containers/stop-containers.ts";
import { removeFilesOf } from "../containers/task-files.ts";
import { removeDockerLog } from "../containers/task-logs.ts";
import { agentHears, leaveQueue } from "../host/host-queue.ts";
import { releaseAddress } from "../network/addresses.ts";
import {
  attachmentAfter,
  containersOf,
  findTask,
  isOnFargate,
  moveTask,
  replaceTask,
  scheduleTask,
} from "../rows/task-rows.ts";

/** A task in one of these is on its way to STOPPED. */
const HAS_BEGUN: readonly string[] = ["DEACTIVATING", "STOPPING", "DEPROVISIONING"];

/** The control plane acts on the wish: deregistration, the containers, or the interface come first. */
export function onTaskStopStarted(sim: Cloud, entry: CloudEntry<"TASK_STOP_STARTED">): void {
  const task = findTask(sim, entry);
  if (task === undefined || task.desiredStatus === "RUNNING" || task.lastStatus === "STOPPED") return;
  if (task.lastStatus === "DEACTIVATING" && targetsOfTask(sim.tables, task.taskArn).length === 0) {
    stopContainers(sim, task);
    return;
  }
  // An agent that came back meanwhile has been told, too: the stop began then.
  if (HAS_BEGUN.includes(task.lastStatus)) return;
  // What the agent cannot hear it cannot do; it is told again when it has connected.
  if (!agentHears(sim, task)) {
    sim.record("AGENT_AWAITED", task.taskArn, { lastStatus: task.lastStatus });
    return;
  }
  if (isOnFargate(task) && task.lastStatus !== "PROVISIONING") {
    stopOnFargate(sim, task);
    return;
  }
  leaveQueue(sim, task);
  const patch = task.lastStatus === "PROVISIONING" ? endOfProvisioning(sim, task) : {};
  const stopping = moveTask(sim, task, "STOP_STARTED", patch);
  const cause = sim.record("TASK_STOP_STARTED", task.taskArn, { lastStatus: stopping.lastStatus });
  if (stopping.lastStatus === "DEACTIVATING") scheduleTask(sim, task, DEACTIVATION_MS, "TASK_DEACTIVATED", undefined);
  else if (stopping.lastStatus === "DEPROVISIONING") {
    dropWhatNeverRan(sim, stopping, cause);
    deprovision(sim, stopping);
  } else stopWhatCanStop(sim, stopping, cause);
}

/** The agent acts on the wish; what ECS shows stays as it is. An agent that ends the task on its own has begun already. */
function stopOnFargate(sim: Cloud, task: TaskRow): void {
  if (task.ending !== undefined) return;
  const { lastStatus } = task;
  const runs = containersOf(sim, task).some((container) => container.startedAtMs !== undefined);
  // It has ended already when its start failed since it was asked to stop.
  if (!runs && task.executionStoppedAtMs === undefined) replaceTask(sim, task, { executionStoppedAtMs: sim.nowMs });
  const cause = sim.record("TASK_STOP_STARTED", task.taskArn, { lastStatus });
  if (stopInRounds(sim, task, cause)) reportExit(sim, task, cause);
}

/** On Fargate a task that never left PROVISIONING has its `stoppedAt` before its interface is gone, and keeps it. */
function endOfProvisioning(sim: Cloud, task: TaskRow): Partial<TaskRow> {
  return { ...detaching(task), ...(isOnFargate(task) ? { stoppedAtMs: sim.nowMs } : {}) };
}

/** Targets are deregistered: the containers' turn. */
export function onTaskDeactivated(sim: Cloud, entry: CloudEntry<"TASK_DEACTIVATED">): void {
  const task = findTask(sim, entry);
  if (task?.lastStatus === "DEACTIVATING") stopContainers(sim, task);
}

/** On EC2 the agent must hear of it. */
function stopContainers(sim: Cloud, task: TaskRow): void {
  if (!agentHears(sim, task)) {
    sim.record("AGENT_AWAITED", task.taskArn, { lastStatus: task.lastStatus });
    return;
  }
  const stopping = moveTask(sim, task, "DEREGISTERED");
  const cause = sim.record("TASK_DEACTIVATED", task.taskArn);
  if (!isOnFargate(task)) stopWhatCanStop(sim, stopping, cause);
  else if (task.ending === undefined && stopInRounds(sim, stopping, cause)) reportExit(sim, stopping, cause);
}

/** The network interface is gone: STOPPED. */
export function onEniDeleted(sim: Cloud, entry: CloudEntry<"ENI_DELETED">): void {
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
  const stoppedAtMs = task.stoppedAtMs ?? sim.nowMs;
  const stopped = moveTask(sim, task, "RESOURCES_RELEASED", { stoppedAtMs, attachmentStatus });
  sim.record("TASK_STOPPED", task.taskArn, { networkInterfaceId: networkInterface?.networkInterfaceId });
  expireLater(sim, stopped);
}

/** An hour after it stopped, the task can no longer be described. */
export function onTaskExpired(sim: Cloud, entry: CloudEntry<"TASK_EXPIRED">): void {
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

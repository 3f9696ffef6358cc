/**
 * The queue of an instance's agent: a task begins when the agent is connected and the host has what the task takes. The
 * first of the queue blocks the others. The control plane counts the share of a stopping task as free at once, the host
 * only when its containers are gone: a task that was placed meanwhile waits here, PENDING.
 * Source: the public agent, host resource manager and waiting task queue (checked 2026-11-21).
 */
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerInstanceRow } from "../../model/container-instances.ts";
import type { TaskRow } from "../../model/ecs.ts";
import { replaceTask, scheduleTask } from "../rows/task-rows.ts";
import { hostHasRoom } from "./instance-books.ts";

/** The container instance of a task; undefined on Fargate, and when the instance is forgotten. */
export function instanceOf(sim: Cloud, task: TaskRow): ContainerInstanceRow | undefined {
  const { placed } = task.spec;
  return placed === undefined ? undefined : sim.tables.containerInstances.at(placed.instanceSlot);
}

/** False while the agent that has the task cannot hear the control plane. */
export function agentHears(sim: Cloud, task: TaskRow): boolean {
  return task.spec.placed === undefined || instanceOf(sim, task)?.agentConnected === true;
}

/**
 * Takes the task's share of its host, or puts the task into the queue.
 * @returns the task's row afterwards when it may begin, undefined when it waits
 */
export function claimHost(sim: Cloud, task: TaskRow): TaskRow | undefined {
  const instance = instanceOf(sim, task);
  if (instance === undefined || task.holdsHost) return task;
  const { waitingTasks, agentConnected } = instance;
  const isFirst = waitingTasks.length === 0 || waitingTasks[0] === task.slot;
  const reservation = task.spec.placed?.reservation;
  if (agentConnected && isFirst && reservation !== undefined && hostHasRoom(instance, reservation)) {
    if (waitingTasks.length > 0) sim.put("containerInstances", { ...instance, waitingTasks: waitingTasks.slice(1) });
    const claimed = replaceTask(sim, task, { holdsHost: true });
    if (waitingTasks.length > 0) {
      sim.record("HOST_RESOURCES_TAKEN", task.taskArn, { containerInstanceArn: instance.containerInstanceArn });
      wakeFirst(sim, task);
    }
    return claimed;
  }
  if (!waitingTasks.includes(task.slot)) {
    sim.put("containerInstances", { ...instance, waitingTasks: [...waitingTasks, task.slot] });
    sim.record("HOST_RESOURCES_AWAITED", task.taskArn, {
      containerInstanceArn: instance.containerInstanceArn,
      agentConnected,
      behind: waitingTasks.length,
    });
  }
  return undefined;
}

/** A task that is to stop leaves the queue without ever having taken anything. Belongs to the next record. */
export function leaveQueue(sim: Cloud, task: TaskRow): void {
  const instance = instanceOf(sim, task);
  if (instance === undefined || !instance.waitingTasks.includes(task.slot)) return;
  sim.put("containerInstances", {
    ...instance,
    waitingTasks: instance.waitingTasks.filter((slot) => slot !== task.slot),
  });
}

/** The first of the queue tries again: something came back to the host of this task. */
export function wakeFirst(sim: Cloud, task: TaskRow): void {
  const instance = instanceOf(sim, task);
  if (instance !== undefined) wakeQueue(sim, instance);
}

/** The first of an instance's queue tries again. */
export function wakeQueue(sim: Cloud, instance: ContainerInstanceRow): void {
  const [slot] = instance.waitingTasks;
  const first = slot === undefined ? undefined : sim.tables.tasks.at(slot);
  if (first !== undefined) scheduleTask(sim, first, 0, "CONTAINERS_DUE", undefined);
}

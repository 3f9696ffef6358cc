/** The wish to stop a task: the first step of every end that ECS asks for. What follows from it is in stop-task.ts. */
import { taskChart } from "../../charts/task-chart.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { StopOrder, TaskRow } from "../../model/ecs.ts";
import {
  EC2_STOP_BEGINS_AFTER,
  FARGATE_PROVISIONING_ENDS_AFTER,
  FARGATE_STOP_BEGINS_AFTER,
  type Range,
} from "../../model/timing.ts";
import { targetsOfTask } from "../../services/balancers.ts";
import { draw, isOnFargate, replaceTask, scheduleTask } from "./task-rows.ts";

/**
 * Sets `desiredStatus` to STOPPED; the agent hears of it a moment later. Of a task that is registered with a load balancer it
 * hears when the task has been deregistered and has drained: its service sees to that. Nothing happens when that has been done
 * already.
 * @returns the task's row afterwards
 */
export function beginStop(sim: Cloud, task: TaskRow, order: StopOrder): TaskRow {
  if (task.desiredStatus === "STOPPED") return task;
  if (drainsFirst(sim, task, order)) {
    return wishToStop(sim, task, order, { lastStatus: taskChart.after(task.lastStatus, "STOP_STARTED") });
  }
  const wanted = wishToStop(sim, task, order);
  scheduleTask(sim, task, draw(sim, "agent", stopBeginsAfter(task)), "TASK_STOP_STARTED", undefined);
  return wanted;
}

/** The targets of a task that is to stop are gone: its agent hears of the end. */
export function stopAfterDrain(sim: Cloud, task: TaskRow): void {
  scheduleTask(sim, task, draw(sim, "agent", stopBeginsAfter(task)), "TASK_DEACTIVATED", undefined);
}

/**
 * The wish alone: of a task whose containers end by themselves, nobody has to be told.
 * @returns the task's row afterwards
 */
export function wishToStop(sim: Cloud, task: TaskRow, order: StopOrder, patch: Partial<TaskRow> = {}): TaskRow {
  const { stopCode, why, reason: stoppedReason } = order;
  const wanted = replaceTask(sim, task, {
    desiredStatus: "STOPPED",
    version: task.version + 1,
    stoppingAtMs: sim.nowMs,
    stopCode,
    stoppedReason,
    ...patch,
  });
  sim.record("TASK_STOP_REQUESTED", task.taskArn, { stopCode, stoppedReason, why }, order.cause);
  return wanted;
}

/**
 * A task that serves is taken out of its target groups before its containers hear of the end. One that ends by itself has nothing
 * left to drain.
 * @source Developer Guide, "Amazon ECS task lifecycle"; an answer of StopTask shows DEACTIVATING (checked 2026-11-29)
 */
function drainsFirst(sim: Cloud, { lastStatus, taskArn, ending }: TaskRow, { stopCode }: StopOrder): boolean {
  const isAsked = stopCode === "ServiceSchedulerInitiated" || stopCode === "UserInitiated";
  return isAsked && ending === undefined && lastStatus === "RUNNING" && targetsOfTask(sim.tables, taskArn).length > 0;
}

function stopBeginsAfter(task: TaskRow): Range {
  if (!isOnFargate(task)) return EC2_STOP_BEGINS_AFTER;
  return task.lastStatus === "PROVISIONING" ? FARGATE_PROVISIONING_ENDS_AFTER : FARGATE_STOP_BEGINS_AFTER;
}

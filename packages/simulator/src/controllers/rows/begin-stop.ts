/** The wish to stop a task: the first step of every end that ECS asks for. What follows from it is in stop-task.ts. */
import type { Cloud } from "../../model/cloud.ts";
import type { StopOrder, TaskRow } from "../../model/ecs.ts";
import {
  EC2_STOP_BEGINS_AFTER,
  FARGATE_PROVISIONING_ENDS_AFTER,
  FARGATE_STOP_BEGINS_AFTER,
  type Range,
} from "../../model/timing.ts";
import { draw, isOnFargate, replaceTask, scheduleTask } from "./task-rows.ts";

/**
 * Sets `desiredStatus` to STOPPED; the agent hears of it a moment later. Nothing happens when that has been done already.
 * @returns the task's row afterwards
 */
export function beginStop(sim: Cloud, task: TaskRow, order: StopOrder): TaskRow {
  if (task.desiredStatus === "STOPPED") return task;
  const wanted = wishToStop(sim, task, order);
  scheduleTask(sim, task, draw(sim, "agent", stopBeginsAfter(task)), "TASK_STOP_STARTED", undefined);
  return wanted;
}

/**
 * The wish alone: of a task whose containers end by themselves, nobody has to be told.
 * @returns the task's row afterwards
 */
export function wishToStop(sim: Cloud, task: TaskRow, order: StopOrder): TaskRow {
  const { stopCode, why, reason: stoppedReason } = order;
  const wanted = replaceTask(sim, task, {
    desiredStatus: "STOPPED",
    version: task.version + 1,
    stoppingAtMs: sim.nowMs,
    stopCode,
    stoppedReason,
  });
  sim.record("TASK_STOP_REQUESTED", task.taskArn, { stopCode, stoppedReason, why }, order.cause);
  return wanted;
}

function stopBeginsAfter(task: TaskRow): Range {
  if (!isOnFargate(task)) return EC2_STOP_BEGINS_AFTER;
  return task.lastStatus === "PROVISIONING" ? FARGATE_PROVISIONING_ENDS_AFTER : FARGATE_STOP_BEGINS_AFTER;
}

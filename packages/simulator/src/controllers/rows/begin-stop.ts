/** The wish to stop a task: the first step of every end. What follows from it is in stop-task.ts. */
import type { Told } from "../../model/cause.ts";
import type { StopCause } from "../../model/causes/stops.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { StopCode, TaskRow } from "../../model/ecs.ts";
import { STOP_BEGINS_AFTER_MS } from "../../model/timing.ts";
import { replaceTask, scheduleTask } from "./task-rows.ts";

/** Why a task is to stop: the cause's words become its `stoppedReason`. */
export interface StopOrder extends Told<StopCause> {
  readonly stopCode: StopCode;
  /** Record that led to it; default: the first one of the running step. */
  readonly cause?: number;
}

/**
 * Sets `desiredStatus` to STOPPED; `lastStatus` follows a moment later. Nothing happens when that has begun already.
 * @returns the task's row afterwards
 */
export function beginStop(sim: Cloud, task: TaskRow, order: StopOrder): TaskRow {
  if (task.desiredStatus === "STOPPED") return task;
  const { stopCode, why, reason: stoppedReason } = order;
  const wanted = replaceTask(sim, task, {
    desiredStatus: "STOPPED",
    version: task.version + 1,
    stoppingAtMs: sim.nowMs,
    stopCode,
    stoppedReason,
  });
  sim.record("TASK_STOP_REQUESTED", task.taskArn, { stopCode, stoppedReason, why }, order.cause);
  scheduleTask(sim, task, STOP_BEGINS_AFTER_MS, "TASK_STOP_STARTED", undefined);
  return wanted;
}

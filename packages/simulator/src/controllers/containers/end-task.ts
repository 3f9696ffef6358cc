/**
 * Ends that the agent begins: an essential container has exited, or something could not start. On Fargate the agent stops
 * the other containers on its own and ECS hears of it later; on EC2 ECS hears of it first and asks for the stop.
 */
import type { Told } from "../../model/cause.ts";
import { type StopCause, tellStop } from "../../model/causes/stops.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { StopOrder, TaskRow } from "../../model/ecs.ts";
import { FARGATE_AGENT_STOPS_AFTER } from "../../model/timing.ts";
import { beginStop } from "../rows/begin-stop.ts";
import { draw, isOnFargate, isWanted, scheduleTask } from "../rows/task-rows.ts";
import { reportExit } from "./hear-exits.ts";

/**
 * What the end of a task changes of its row at once: put it before the record of what ended it. On EC2, a task that failed to
 * start has no `executionStoppedAt`.
 * @param end why, when the agent is the first to know
 */
export function endOfExecution(sim: Cloud, task: TaskRow, end: StopOrder): Partial<TaskRow> {
  const executionStoppedAtMs = task.executionStoppedAtMs ?? sim.nowMs;
  if (!isOnFargate(task)) return end.stopCode === "TaskFailedToStart" ? {} : { executionStoppedAtMs };
  return isWanted(task)
    ? { ending: { ...end, cause: sim.nextRecord }, executionStoppedAtMs }
    : { executionStoppedAtMs };
}

/** The end of a task that failed to start, for this cause. */
export function failedStart(told: Told<StopCause>): StopOrder {
  return { stopCode: "TaskFailedToStart", ...told };
}

/** The same, where the words of the cause stand elsewhere or nowhere. */
export const WITHOUT_WORDS: StopOrder = Object.freeze(failedStart(tellStop("stop.failed-to-start")));

/** @param cause record of the exit of an essential container */
export function endByExit(sim: Cloud, task: TaskRow, cause: number): void {
  reportExit(sim, task, cause);
  if (isOnFargate(task)) stopTheOthers(sim, task, cause);
}

/** @param cause record of what failed */
export function endFailedStart(sim: Cloud, task: TaskRow, end: StopOrder, cause: number): void {
  if (!isOnFargate(task)) {
    beginStop(sim, task, { ...end, cause });
    return;
  }
  reportExit(sim, task, cause);
  stopTheOthers(sim, task, cause);
}

function stopTheOthers(sim: Cloud, task: TaskRow, cause: number): void {
  scheduleTask(sim, task, draw(sim, "agent", FARGATE_AGENT_STOPS_AFTER), "STOP_ROUND", undefined, { cause });
}

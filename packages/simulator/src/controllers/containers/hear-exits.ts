/**
 * What ECS hears of containers that have stopped. On Fargate it comes ten seconds late: until then the container, and the
 * task with it, are shown as they were. When ECS has heard that all have stopped, the task turns DEPROVISIONING; an end that
 * nobody asked for is wished in the same update.
 * Source: recorded answers and events of Fargate tasks (checked 2026-11-29). EC2's agent reports at once.
 * Simplified: the health of containers is shown at once; recorded answers show it one or two rounds of ten seconds later.
 */
import { tellStop } from "../../model/causes/stops.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import type { StopOrder, TaskRow } from "../../model/ecs.ts";
import { EC2_EXIT_HEARD_AFTER, FARGATE_EXIT_HEARD_AFTER } from "../../model/timing.ts";
import { beginStop, wishToStop } from "../rows/begin-stop.ts";
import {
  containersOf,
  draw,
  findTask,
  isOnFargate,
  moveTask,
  replaceContainer,
  replaceTask,
  scheduleTask,
} from "../rows/task-rows.ts";
import { deprovision, detaching } from "./release.ts";

/** What stops so soon after something else is told with it. Ours: a failed start and what it brings down are one update. */
const TOLD_TOGETHER_MS = 200;

/** The end of a task whose essential container has exited. */
export const ESSENTIAL_EXITED: StopOrder = Object.freeze({
  stopCode: "EssentialContainerExited",
  ...tellStop("stop.essential-exited"),
});

/**
 * The agent's report of what has just stopped is on its way.
 * @param cause the record of it
 */
export function reportExit(sim: Cloud, task: TaskRow, cause: number): void {
  const after = isOnFargate(task) ? FARGATE_EXIT_HEARD_AFTER : EC2_EXIT_HEARD_AFTER;
  scheduleTask(sim, task, draw(sim, "agent", after), "EXIT_REPORTED", undefined, { cause });
}

/** The control plane has heard that containers have stopped; on EC2, that an essential one has. */
export function onExitReported(sim: Cloud, entry: CloudEntry<"EXIT_REPORTED">): void {
  const task = findTask(sim, entry);
  if (task === undefined) return;
  if (isOnFargate(task)) hearOnFargate(sim, task);
  else beginStop(sim, task, ESSENTIAL_EXITED);
}

/** States from which a task on Fargate turns DEPROVISIONING when its containers have stopped. */
const CAN_END: ReadonlySet<string> = new Set(["PENDING", "ACTIVATING", "RUNNING", "DEACTIVATING", "STOPPING"]);

function hearOnFargate(sim: Cloud, task: TaskRow): void {
  const { lastStatus, desiredStatus, ending, executionStoppedAtMs = sim.nowMs } = task;
  if (!CAN_END.has(lastStatus)) return;
  const untilMs = sim.nowMs - FARGATE_EXIT_HEARD_AFTER.lowMs + TOLD_TOGETHER_MS;
  const heard = containersOf(sim, task).filter(
    (row) => row.phase === "STOPPED" && row.lastStatus !== "STOPPED" && (row.stoppedAtMs ?? 0) <= untilMs,
  );
  const end = desiredStatus === "RUNNING" && executionStoppedAtMs <= untilMs ? ending : undefined;
  for (const container of heard) replaceContainer(sim, container, { lastStatus: "STOPPED" });
  // All that is heard at once is one update.
  const version = task.version + 1;
  const wanted = end === undefined ? task : wishToStop(sim, task, end);
  if (containersOf(sim, task).every((row) => row.lastStatus === "STOPPED")) {
    const deprovisioning = moveTask(sim, wanted, "EXECUTION_ENDED", { ...detaching(task), version });
    sim.record("CONTAINERS_STOPPED", task.taskArn);
    deprovision(sim, deprovisioning);
  } else if (heard.length > 0 || end !== undefined) {
    replaceTask(sim, wanted, { version });
    sim.record("EXIT_REPORTED", task.taskArn, { containers: heard.map(({ name }) => name) });
  }
}

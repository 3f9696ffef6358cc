/** What a task gives back when its containers have stopped: its network interface. And when ECS forgets it. */
import type { Cloud } from "../../model/cloud.ts";
import type { TaskRow } from "../../model/ecs.ts";
import { INSTANCE_ENI_DELETED_AFTER } from "../../model/instance-timing.ts";
import { ENI_DELETED_AFTER, STOPPED_TASK_KEPT_MS } from "../../model/timing.ts";
import { attachmentAfter, draw, isOnFargate, scheduleTask } from "../rows/task-rows.ts";

/** What a stop changes of a task's attachment. */
export function detaching(task: TaskRow): Partial<TaskRow> {
  const attached = task.attachmentStatus === "ATTACHED" || task.attachmentStatus === "ATTACHING";
  return attached ? { attachmentStatus: attachmentAfter(task.attachmentStatus, "DETACH_STARTED") } : {};
}

/** DEPROVISIONING: puts the end of the task's interface on the agenda. */
export function deprovision(sim: Cloud, task: TaskRow): void {
  const hasInterface = task.networkInterface !== undefined;
  const after = isOnFargate(task) ? ENI_DELETED_AFTER : INSTANCE_ENI_DELETED_AFTER;
  scheduleTask(sim, task, hasInterface ? draw(sim, "provisioning", after) : 0, "ENI_DELETED", undefined);
}

/** A stopped task can be described for an hour. */
export function expireLater(sim: Cloud, task: TaskRow): void {
  scheduleTask(sim, task, STOPPED_TASK_KEPT_MS, "TASK_EXPIRED", undefined);
}

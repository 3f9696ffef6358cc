/** The first thing that happens to a new task. What follows from it is in provision-task.ts. */
import type { Cloud } from "../../model/cloud.ts";
import type { TaskRow } from "../../model/ecs.ts";
import { AGENT_HAS_TASK_AFTER } from "../../model/instance-timing.ts";
import { AGENT_CONNECTED_AFTER, ENI_CREATED_AFTER } from "../../model/timing.ts";
import { draw, scheduleTask } from "../rows/task-rows.ts";

/** Puts the first steps of a new task on the agenda. */
export function provisionTask(sim: Cloud, task: TaskRow): void {
  if (task.spec.networkMode !== "awsvpc") {
    scheduleTask(sim, task, draw(sim, "provisioning", AGENT_HAS_TASK_AFTER), "CONTAINERS_DUE", undefined);
    return;
  }
  scheduleTask(sim, task, draw(sim, "provisioning", ENI_CREATED_AFTER), "ENI_CREATED", undefined);
  if (task.spec.placed !== undefined) return;
  scheduleTask(sim, task, draw(sim, "provisioning", AGENT_CONNECTED_AFTER), "AGENT_CONNECTED", undefined);
}

/** Tasks as a list to go to, for whatever has tasks. */
import { containersOf, familyAndRevision, type Moment, shortId, type TaskRow, taskFailed } from "../base/cloud.ts";
import { taskLook } from "../base/state-look.ts";
import type { Item } from "./fact.ts";

/** The tasks that fit, newest first. */
export function taskItems({ tables }: Moment, wanted: (task: TaskRow) => boolean): Item[] {
  const found = [...tables.tasks.values()].filter(wanted).reverse();
  return found.map((task) => ({
    selection: { table: "tasks", key: task.taskArn },
    name: `${shortId(task.taskArn)} ${familyAndRevision(task.spec.taskDefinitionArn)}`,
    detail: task.lastStatus,
    look: taskLook(task.lastStatus, taskFailed(task, containersOf(tables, task.taskArn))),
  }));
}

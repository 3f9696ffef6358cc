/** Condition about tasks that live at the same time. */
import type { Condition } from "../lab.ts";
import { text } from "../text.ts";
import { eventually } from "./moments.ts";
import { revisionOf, type TaskRow } from "./tasks.ts";

/** Passes when so many tasks of the same task definition revision were RUNNING at the same moment. */
export function copiesRunning(count: number): Condition {
  return eventually({
    holds: (moment) => {
      const running = moment.rows("tasks").filter((task) => task.lastStatus === "RUNNING");
      const group = [...byRevision(running).values()].find((tasks) => tasks.length >= count);
      if (group === undefined) return undefined;
      const name = revisionOf(group[0] as TaskRow);
      return text(
        `${group.length} tasks of ${name} were RUNNING at the same time.`,
        `${group.length} task của ${name} cùng RUNNING một lúc.`,
      );
    },
    otherwise: text(
      `No task definition revision has had ${count} tasks RUNNING at the same time.`,
      `Chưa có revision nào của task definition có ${count} task cùng RUNNING một lúc.`,
    ),
  });
}

/** Passes when so many tasks were RUNNING at the same moment, of whatever definitions. */
export function tasksRunning(count: number): Condition {
  return eventually({
    holds: (moment) => {
      const running = moment.rows("tasks").filter((task) => task.lastStatus === "RUNNING").length;
      return running < count
        ? undefined
        : text(`${running} tasks were RUNNING at the same time.`, `${running} task cùng RUNNING một lúc.`);
    },
    otherwise: text(
      `There were never ${count} tasks RUNNING at the same time.`,
      `Chưa bao giờ có ${count} task cùng RUNNING một lúc.`,
    ),
  });
}

function byRevision(tasks: readonly TaskRow[]): Map<string, TaskRow[]> {
  const groups = new Map<string, TaskRow[]>();
  for (const task of tasks) {
    const revision = revisionOf(task);
    groups.set(revision, [...(groups.get(revision) ?? []), task]);
  }
  return groups;
}

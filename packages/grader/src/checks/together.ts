/** Conditions about tasks that live at the same time. They sweep over starts and ends instead of folding the journal. */
import type { CheckView, Condition } from "../condition.ts";
import type { Text } from "../text.ts";
import { revisionOf, type TaskRow, taskArnOf } from "./tasks.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

/** Passes when so many tasks of the same task definition revision were RUNNING at the same moment. */
export function copiesRunning(count: number): Condition {
  return runningTogether({
    count,
    groupOf: revisionOf,
    found: (revision) => say("copiesRunning", count, revision),
    otherwise: say("noCopiesRunning", count),
  });
}

/** Passes when so many tasks were RUNNING at the same moment, of whatever definitions. */
export function tasksRunning(count: number): Condition {
  return runningTogether({
    count,
    groupOf: () => "",
    found: () => say("tasksRunning", count),
    otherwise: say("noTasksRunning", count),
  });
}

/** Passes when so many different builds of an image ran at the same moment in tasks of the same revision. */
export function buildsRunning(count: number): Condition {
  return (view) => {
    const running = new Map<string, Map<string, string>>();
    let most = 0;
    for (const { seq, task, change } of startsAndEnds(view)) {
      const ofRevision = running.get(revisionOf(task)) ?? new Map<string, string>();
      running.set(revisionOf(task), ofRevision);
      if (change === 1) ofRevision.set(task.taskArn, digestsOf(view, task));
      else ofRevision.delete(task.taskArn);
      const builds = new Set(ofRevision.values()).size;
      most = Math.max(most, builds);
      if (builds >= count) return passed(buildsTogether(builds, revisionOf(task)), [seq]);
    }
    if (most === 0) return failed(say("noneRunning"));
    return failed(say("sameBuilds", most));
  };
}

function buildsTogether(builds: number, revision: string): Text {
  return say("buildsTogether", builds, revision);
}

/** What a task's containers pulled. It never changes: a container keeps its image. */
function digestsOf(view: CheckView, task: TaskRow): string {
  const containers = view.history.grouped("containers", taskArnOf).get(task.taskArn) ?? [];
  return containers.map((story) => story.latest.row.imageDigest ?? "").join(" ");
}

interface Together {
  readonly count: number;
  /** Only tasks of the same group are counted together. */
  readonly groupOf: (task: TaskRow) => string;
  readonly found: (group: string) => Text;
  readonly otherwise: Text;
}

function runningTogether({ count, groupOf, found, otherwise }: Together): Condition {
  return (view) => {
    const running = new Map<string, number>();
    for (const { seq, task, change } of startsAndEnds(view)) {
      const group = groupOf(task);
      const now = (running.get(group) ?? 0) + change;
      if (now >= count) return passed(found(group), [seq]);
      running.set(group, now);
    }
    return failed(otherwise);
  };
}

/** Every moment at which a task began (1) or ceased (-1) to be RUNNING, oldest first. */
function startsAndEnds(view: CheckView): { seq: number; task: TaskRow; change: 1 | -1 }[] {
  const moments = view.history.stories("tasks").flatMap((story) => {
    let before = false;
    return story.versions.flatMap(({ seq, row }) => {
      const after = row.lastStatus === "RUNNING";
      const changed = before !== after;
      before = after;
      return changed ? [{ seq, task: row, change: after ? (1 as const) : (-1 as const) }] : [];
    });
  });
  return moments.sort((a, b) => a.seq - b.seq);
}

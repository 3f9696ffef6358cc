/** Conditions about the statuses that tasks pass, judged over their whole history. */

import type { Condition } from "../condition.ts";
import type { RowVersion } from "../history.ts";
import type { Text } from "../text.ts";
import {
  isOver,
  noTaskYet,
  revisionOf,
  seconds,
  type TaskMatch,
  type TaskRow,
  type TaskStatus,
  type TaskStory,
  tasksMatching,
  titleOf,
} from "./tasks.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

/** Passes when a task that fits was created, whatever became of it. */
export function taskCreated(match: TaskMatch = {}): Condition {
  return (view) => {
    const first = tasksMatching(view, match)[0];
    if (first === undefined) return failed(noTaskYet(match));
    const { row } = first.latest;
    return passed(say("taskCreated", titleOf(row), revisionOf(row)), [first.versions[0]?.seq ?? first.latest.seq]);
  };
}

/** Passes when a task that fits had this status at some time. */
export function taskReached(options: TaskMatch & { readonly status: TaskStatus }): Condition {
  return (view) => {
    const stories = tasksMatching(view, options);
    for (const story of stories) {
      const version = versionWith(story, options.status);
      if (version !== undefined) return passed(reached(version), [version.seq]);
    }
    const newest = stories.at(-1);
    if (newest === undefined) return failed(noTaskYet(options));
    return failed(notReached(newest, options.status), [newest.latest.seq]);
  };
}

/** Passes when one task had all these statuses, in this order; others may lie between them. */
export function taskPassedThrough(options: TaskMatch & { readonly statuses: readonly TaskStatus[] }): Condition {
  return (view) => {
    const stories = tasksMatching(view, options);
    let best: { story: TaskStory; seen: RowVersion<TaskRow>[] } | undefined;
    for (const story of stories) {
      const seen = followedPath(story, options.statuses);
      if (best === undefined || seen.length >= best.seen.length) best = { story, seen };
      if (seen.length === options.statuses.length) return passed(wholePath(story, seen), seqsOf(seen));
    }
    if (best === undefined) return failed(noTaskYet(options));
    return failed(pathSoFar(best.story, best.seen, options.statuses), seqsOf(best.seen));
  };
}

/** Passes when tasks that fit have existed and every one of them is over. */
export function noTaskLeft(match: TaskMatch = {}): Condition {
  return (view) => {
    const stories = tasksMatching(view, match);
    if (stories.length === 0) return failed(noTaskYet(match));
    const left = stories.filter((story) => !isOver(story));
    const first = left[0]?.latest.row;
    if (first === undefined) {
      const evidence = stories.map((story) => story.latest.seq);
      return passed(say("everyTaskStopped"), evidence);
    }
    return failed(
      say("notOver", {
        left: left.length,
        all: stories.length,
        title: titleOf(first),
        revision: revisionOf(first),
        status: first.lastStatus,
      }),
      left.map((story) => story.latest.seq),
    );
  };
}

function versionWith(story: TaskStory, status: TaskStatus): RowVersion<TaskRow> | undefined {
  return story.versions.find((version) => version.row.lastStatus === status);
}

function reached({ row, atMs }: RowVersion<TaskRow>): Text {
  const after = seconds(atMs - row.spec.createdAtMs);
  return say("taskReached", titleOf(row), row.lastStatus, after);
}

function notReached(story: TaskStory, wanted: TaskStatus): Text {
  const { row } = story.latest;
  if (!isOver(story)) {
    const goesDown = row.desiredStatus === "STOPPED" && wanted !== "STOPPED";
    return say(goesDown ? "taskGoesDown" : "taskIs", titleOf(row), row.lastStatus, wanted);
  }
  const reason = row.stoppedReason ?? "-";
  return say("taskNeverWas", { title: titleOf(row), status: row.lastStatus, wanted, reason });
}

/** The versions that brought the wanted statuses one after another, as far as the task came. */
function followedPath(story: TaskStory, statuses: readonly TaskStatus[]): RowVersion<TaskRow>[] {
  const seen: RowVersion<TaskRow>[] = [];
  for (const version of story.versions) {
    if (version.row.lastStatus === statuses[seen.length]) seen.push(version);
  }
  return seen;
}

function seqsOf(versions: readonly RowVersion<TaskRow>[]): number[] {
  return versions.map((version) => version.seq);
}

function wholePath(story: TaskStory, seen: readonly RowVersion<TaskRow>[]): Text {
  const path = seen.map((version) => version.row.lastStatus).join(", ");
  const name = titleOf(story.latest.row);
  return say("passedPath", name, path);
}

function pathSoFar(story: TaskStory, seen: readonly RowVersion<TaskRow>[], statuses: readonly TaskStatus[]): Text {
  const name = titleOf(story.latest.row);
  const missing = statuses.slice(seen.length);
  const { lastStatus } = story.latest.row;
  if (isOver(story)) return say("pathMissed", name, lastStatus, missing[0] ?? "");
  return say("pathSoFar", name, lastStatus, missing.join(", "));
}

/** Conditions about how tasks stop: who asked, with which code and words, with which exit code, in which order. */
import type { CheckView, Condition } from "../condition.ts";
import { joinTexts, type Text } from "../text.ts";
import { tells, type Why } from "./causes.ts";
import {
  isOver,
  matchesTask,
  noTaskYet,
  type StopCode,
  seconds,
  type TaskMatch,
  type TaskRow,
  type TaskStory,
  taskArnOf,
  tasksMatching,
  titleOf,
} from "./tasks.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

/** How a task must have stopped. What is left out does not matter. */
export interface StopMatch extends TaskMatch {
  readonly stopCode?: StopCode;
  /** What stopped it or one of its containers. */
  readonly why?: Why;
  /** Part of `stoppedReason` or of a container's `reason`, or a pattern for it: for the values in it, which no id tells. */
  readonly reason?: string | RegExp;
  /** Exit code of one of its containers. */
  readonly exitCode?: number;
  /** Which container has that exit code; any of them when it is left out. */
  readonly container?: string;
  /** Whether the task had been RUNNING before. */
  readonly started?: boolean;
  /** So many tasks at least, one when it is left out. */
  readonly count?: number;
}

/** Passes when a task that fits is over and stopped in this way. */
export function taskStopped(match: StopMatch = {}): Condition {
  return (view) => {
    const stories = tasksMatching(view, match);
    const { count = 1 } = match;
    const fitting = stories.filter(isOver).filter((story) => stoppedAsWanted(view, story, match));
    const last = fitting[count - 1];
    if (last !== undefined) return passed(howItStopped(view, last), [last.latest.seq]);
    if (fitting.length > 0) return failed(say("soMany", fitting.length, count), [fitting.at(-1)?.latest.seq ?? 0]);
    const newest = stories.at(-1);
    if (newest === undefined) return failed(noTaskYet(match));
    return failed(howItDiffers(view, newest, match), [newest.latest.seq]);
  };
}

/** Passes when a task that fits was told to stop, whether or not it is over. */
export function taskToldToStop(match: StopMatch = {}): Condition {
  return (view) => {
    const stories = tasksMatching(view, match);
    for (const story of stories) {
      if (!stoppedAsWanted(view, story, match)) continue;
      const version = story.versions.find((each) => each.row.desiredStatus === "STOPPED");
      if (version !== undefined) return passed(toldToStop(version.row), [version.seq]);
    }
    const newest = stories.at(-1);
    if (newest === undefined) return failed(noTaskYet(match));
    return failed(howItDiffers(view, newest, match), [newest.latest.seq]);
  };
}

/** Moments of a task that can be compared, named as the rows name them. */
export type TaskMoment = "startedAtMs" | "stoppingAtMs" | "executionStoppedAtMs" | "stoppedAtMs";

/** Passes when a task that fits is over and these moments of it follow one another. */
export function momentsInOrder(options: StopMatch & { readonly moments: readonly TaskMoment[] }): Condition {
  return (view) => {
    const stories = tasksMatching(view, options).filter(
      (story) => isOver(story) && stoppedAsWanted(view, story, options),
    );
    const fitting = stories.find((story) => areInOrder(story.latest.row, options.moments));
    if (fitting !== undefined) return passed(momentsOf(fitting.latest.row, options.moments), [fitting.latest.seq]);
    const newest = stories.at(-1);
    if (newest !== undefined) return failed(momentsOf(newest.latest.row, options.moments), [newest.latest.seq]);
    const code = options.stopCode ?? "-";
    return failed(say("nothingToCompare", code));
  };
}

/** Whether a task fits and stopped, or is told to stop, in this way. */
export function matchesStop(view: CheckView, story: TaskStory, match: StopMatch): boolean {
  return matchesTask(view, story.latest.row, match) && stoppedAsWanted(view, story, match);
}

function stoppedAsWanted(view: CheckView, story: TaskStory, match: StopMatch): boolean {
  const task = story.latest.row;
  if (match.why !== undefined && !isToldOf(view, story, match.why)) return false;
  if (match.stopCode !== undefined && task.stopCode !== match.stopCode) return false;
  if (match.started !== undefined && (task.startedAtMs !== undefined) !== match.started) return false;
  const containers = containersOf(view, task.taskArn);
  const meant = containers.filter((each) => match.container === undefined || each.name === match.container);
  if (match.exitCode !== undefined && !meant.some((each) => each.exitCode === match.exitCode)) return false;
  const { reason } = match;
  if (reason === undefined) return true;
  const words = [task.stoppedReason, ...containers.map((each) => each.reason)];
  return words.some((each) => each !== undefined && says(each, reason));
}

/** The cause stands in the record that told the task to stop, or in the one that ended a container. */
function isToldOf(view: CheckView, story: TaskStory, why: Why): boolean {
  const told = story.versions.find(({ row }) => row.desiredStatus === "STOPPED")?.seq;
  if (tells(view, told, why)) return true;
  const containers = view.history.grouped("containers", taskArnOf).get(story.latest.row.taskArn) ?? [];
  return containers.some(({ versions }) => {
    return tells(view, versions.find(({ row }) => row.phase === "STOPPED")?.seq, why);
  });
}

function says(words: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? words.includes(wanted) : wanted.test(words);
}

function containersOf(view: CheckView, taskArn: string) {
  const stories = view.history.grouped("containers", taskArnOf).get(taskArn) ?? [];
  return stories.map((story) => story.latest.row);
}

function exitCodesOf(view: CheckView, task: TaskRow): string {
  const codes = containersOf(view, task.taskArn).map((each) => `${each.name} ${each.exitCode ?? "-"}`);
  return codes.join(", ");
}

function howItStopped(view: CheckView, { latest }: TaskStory): Text {
  const { row } = latest;
  const facts = `stopCode ${row.stopCode ?? "-"}, stoppedReason "${row.stoppedReason ?? "-"}"`;
  const codes = exitCodesOf(view, row);
  return say("howItStopped", titleOf(row), facts, codes);
}

function howItDiffers(view: CheckView, story: TaskStory, match: StopMatch): Text {
  const { row } = story.latest;
  const { stopCode, exitCode, container, started } = match;
  const isTold = row.desiredStatus === "STOPPED";
  const there = isOver(story) ? howItStopped(view, story) : say("notStopped", titleOf(row), row.lastStatus, isTold);
  if (stopCode === undefined && exitCode === undefined && started === undefined) return there;
  return joinTexts([there, say("stopNeeded", { stopCode, exitCode, container, started })]);
}

function toldToStop(row: TaskRow): Text {
  const code = row.stopCode ?? "-";
  return say("toldToStop", titleOf(row), code);
}

function areInOrder(row: TaskRow, moments: readonly TaskMoment[]): boolean {
  const times = moments.map((moment) => row[moment]);
  return times.every((time, at) => time !== undefined && (at === 0 || (times[at - 1] ?? time + 1) < time));
}

function momentsOf(row: TaskRow, moments: readonly TaskMoment[]): Text {
  const list = moments.map((moment) => {
    const time = row[moment];
    return `${moment.slice(0, -"Ms".length)} ${time === undefined ? "-" : `+${seconds(time - row.spec.createdAtMs)}`}`;
  });
  const { stopCode } = row;
  return say("momentsOf", titleOf(row), `${stopCode}`, list.join(", "));
}

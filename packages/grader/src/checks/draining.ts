/** Conditions about how a task behind a target group goes: its target drains, and only then its containers get the stop signal. */
import { isRecord } from "@quayside/simulator";
import type { CheckView, Condition } from "../condition.ts";
import { matchesStop, type StopMatch } from "./task-stop.ts";
import { seconds, type TaskStory, taskArnOf, tasksMatching, titleOf } from "./tasks.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

/** Which task is meant, and how long its target has to drain. What is left out does not matter. */
export interface DrainMatch extends StopMatch {
  /** Seconds of the deregistration delay that it got, at least. */
  readonly from?: number;
  /** At most. */
  readonly to?: number;
}

/** A target of a task that drains, and what has come of it. */
interface Drain {
  readonly story: TaskStory;
  readonly delayMs: number;
  /** The record with which it began. */
  readonly seq: number;
  /** The first stop signal after it. */
  readonly signal: { readonly seq: number; readonly afterMs: number } | undefined;
}

/** Passes when the target of a task that fits has drained for so long, and its containers got their stop signal afterwards. */
export function taskDrained(match: DrainMatch = {}): Condition {
  const { from = 1, to = Number.POSITIVE_INFINITY } = match;
  return (view) => {
    const drains = drainsOf(view, match);
    for (const { story, delayMs, seq, signal } of drains) {
      if (signal === undefined || delayMs < from * 1000 || delayMs > to * 1000) continue;
      return passed(say("taskDrained", wordsOf(story), seconds(delayMs), seconds(signal.afterMs)), [seq, signal.seq]);
    }
    const newest = drains.at(-1);
    if (newest === undefined) return failed(say("nothingDrained"));
    const { story, delayMs, seq, signal } = newest;
    if (signal === undefined) return failed(say("taskDrains", titleOf(story.latest.row), seconds(delayMs)), [seq]);
    return failed(say("drainedOtherwise", wordsOf(story), seconds(delayMs), { from, to: match.to }), [seq]);
  };
}

function drainsOf(view: CheckView, match: DrainMatch): Drain[] {
  const targets = view.history.stories("targets");
  return tasksMatching(view, match)
    .filter((story) => matchesStop(view, story, match))
    .flatMap((story) => {
      const { taskArn } = story.latest.row;
      const begun = targets
        .flatMap(({ versions }) => versions)
        .find(({ row }) => row.taskArn === taskArn && row.state === "draining");
      const { drainsUntilMs } = begun?.row ?? {};
      if (begun === undefined || drainsUntilMs === undefined) return [];
      const { seq, atMs } = begun;
      return [{ story, seq, delayMs: drainsUntilMs - atMs, signal: signalAfter(view, taskArn, begun) }];
    });
}

/** The first stop signal that a container of the task got since then. */
function signalAfter(view: CheckView, taskArn: string, begun: { readonly seq: number; readonly atMs: number }) {
  const containers = view.history.grouped("containers", taskArnOf).get(taskArn) ?? [];
  const arns = new Set(containers.map(({ key }) => key));
  const sent = view.journal.find(
    (record) => record.seq > begun.seq && isRecord(record, "SIGTERM_SENT") && arns.has(record.subject),
  );
  return sent && { seq: sent.seq, afterMs: sent.atMs - begun.atMs };
}

function wordsOf({ latest: { row } }: TaskStory) {
  return { title: titleOf(row), stopCode: row.stopCode ?? "-" };
}

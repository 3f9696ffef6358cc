/** A condition about tasks that were placed and had to wait for their host, although its agent listened. */
import type { Condition } from "../condition.ts";
import { noTaskYet, seconds, type TaskMatch, tasksMatching, titleOf } from "./tasks.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

/** Passes when a task that fits waited until another one had left its instance, and then began. */
export function waitedForHost(match: TaskMatch = {}): Condition {
  return (view) => {
    const stories = tasksMatching(view, match);
    const newest = stories.at(-1);
    if (newest === undefined) return failed(noTaskYet(match));
    let waiting: number | undefined;
    for (const { key, latest } of stories) {
      const begun = view.journal.find(
        ({ kind, subject, facts }) => kind === "HOST_RESOURCES_AWAITED" && subject === key && facts.agentConnected,
      );
      const ended = view.journal.find(({ kind, subject }) => kind === "HOST_RESOURCES_TAKEN" && subject === key);
      if (begun !== undefined && ended !== undefined) {
        const name = titleOf(latest.row);
        const after = seconds(ended.atMs - begun.atMs);
        return passed(say("waitedForHost", name, after), [begun.seq, ended.seq]);
      }
      waiting ??= begun?.seq;
    }
    const name = titleOf(newest.latest.row);
    if (waiting !== undefined) return failed(say("stillWaitsForHost"), [waiting]);
    return failed(say("didNotWaitForHost", name), [newest.latest.seq]);
  };
}

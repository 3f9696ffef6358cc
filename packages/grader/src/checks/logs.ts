/** Conditions about the logs of tasks: whether there are any, and where. What a log says is left to the learner. */
import type { Condition } from "../condition.ts";
import { noTaskYet, type TaskMatch, taskArnOf, tasksMatching, titleOf } from "./tasks.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

/** Which stream. What is left out does not matter. */
export interface LogStreamMatch extends TaskMatch {
  readonly group?: string;
  /** How its name begins: `nightly/report/` for the prefix nightly and the container report. */
  readonly stream?: string;
}

/** Passes when a container of a task that fits has, or had, a log stream in CloudWatch Logs. */
export function taskHasLogStream(match: LogStreamMatch = {}): Condition {
  const { group, stream = "" } = match;
  return (view) => {
    const tasks = tasksMatching(view, match);
    const all = tasks.flatMap(
      ({ latest }) => view.history.grouped("logStreams", taskArnOf).get(latest.row.taskArn) ?? [],
    );
    const fitting = all.find(
      ({ latest: { row } }) =>
        (group === undefined || row.logGroupName === group) && row.logStreamName.startsWith(stream),
    );
    if (fitting !== undefined) {
      const { logStreamName, logGroupName } = fitting.latest.row;
      return passed(say("hasLogStream", logGroupName, logStreamName), [fitting.versions[0]?.seq ?? fitting.latest.seq]);
    }
    const newest = tasks.at(-1)?.latest;
    if (newest === undefined) return failed(noTaskYet(match));
    const other = all.at(-1)?.latest;
    const name = titleOf(newest.row);
    if (other === undefined) {
      return failed(say("noLogStream", name), [newest.seq]);
    }
    const { logStreamName, logGroupName } = other.row;
    return failed(say("otherLogStream", logGroupName, logStreamName), [other.seq]);
  };
}

/** Conditions about the addresses of tasks. */
import type { CheckView, Condition } from "../condition.ts";
import { noTaskYet, type TaskMatch, type TaskRow, taskArnOf, tasksMatching, titleOf } from "./tasks.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

/** Passes when a task that fits has, or had, a public IPv4 address on its network interface. */
export function taskHasPublicAddress(match: TaskMatch = {}): Condition {
  return (view) => {
    const stories = tasksMatching(view, match);
    for (const { latest } of stories) {
      const found = interfaceOf(view, latest.row);
      const address = found?.row.publicIpv4Address;
      if (found !== undefined && address !== undefined) {
        const name = titleOf(latest.row);
        return passed(say("publicAddress", name, address), [found.seq]);
      }
    }
    const newest = stories.at(-1);
    if (newest === undefined) return failed(noTaskYet(match));
    const name = titleOf(newest.latest.row);
    const found = interfaceOf(view, newest.latest.row);
    if (found === undefined) {
      return failed(say("noInterface", name), [newest.latest.seq]);
    }
    const { privateIpv4Address } = found.row;
    return failed(say("onlyPrivateAddress", name, privateIpv4Address), [found.seq]);
  };
}

/** The interface of a task, as it was when it existed. */
function interfaceOf(view: CheckView, task: TaskRow) {
  return view.history.grouped("networkInterfaces", taskArnOf).get(task.taskArn)?.[0]?.latest;
}

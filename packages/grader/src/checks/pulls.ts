/** Conditions about where the image of a container came from: over the network, or from the disk of its machine. */
import { isRecord } from "@quayside/simulator";
import type { CheckView, Condition } from "../condition.ts";
import { joinTexts } from "../text.ts";
import { noTaskYet, type TaskMatch, taskArnOf, tasksMatching, titleOf } from "./tasks.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

/**
 * Passes when so many tasks that fit, by default one, have the image of a container: from layers that lay on the disk of
 * their container instance already, or over the network. Pulls that failed do not count.
 */
export function imagePulled(match: TaskMatch & { readonly fromDisk: boolean; readonly count?: number }): Condition {
  const { fromDisk, count = 1 } = match;
  return (view) => {
    const pulls = pullsOf(view, match);
    const fitting = pulls.filter((pull) => pull.fromDisk === fromDisk);
    const tasks = [...new Map(fitting.map((pull) => [pull.taskArn, pull])).values()];
    const newest = tasks[count - 1] ?? tasks.at(-1) ?? pulls.at(-1);
    if (newest === undefined) {
      if (tasksMatching(view, match).length === 0) return failed(noTaskYet(match));
      return failed(say("noImage"));
    }
    const seconds = (newest.durationMs / 1000).toFixed(1);
    const observed = joinTexts([
      say("imagePulled", { title: newest.title, fromDisk: newest.fromDisk, seconds }),
      ...(count === 1 ? [] : [say("tasksSoFar", tasks.length, count)]),
    ]);
    return tasks.length >= count
      ? passed(
          observed,
          tasks.slice(0, count).map(({ seq }) => seq),
        )
      : failed(observed, [newest.seq]);
  };
}

interface Pull {
  readonly taskArn: string;
  readonly title: string;
  readonly seq: number;
  readonly durationMs: number;
  readonly fromDisk: boolean;
}

/** Every pull that brought an image, oldest first. */
function pullsOf(view: CheckView, match: TaskMatch): Pull[] {
  const containers = view.history.grouped("containers", taskArnOf);
  const pulls = tasksMatching(view, match).flatMap(({ key, latest }) =>
    (containers.get(key) ?? []).flatMap(({ versions }): Pull[] => {
      const begun = versions.find(({ row }) => row.pullStartedAtMs !== undefined);
      const ended = versions.find(({ row, atMs }) => row.imageDigest !== undefined && atMs >= (begun?.atMs ?? atMs));
      if (begun === undefined || ended === undefined) return [];
      const record = view.journal[begun.seq];
      const fromDisk = isRecord(record, "PULL_STARTED") && record.facts.fromDisk === true;
      const durationMs = ended.atMs - begun.atMs;
      return [{ taskArn: key, title: titleOf(latest.row), seq: ended.seq, durationMs, fromDisk }];
    }),
  );
  return pulls.sort((a, b) => a.seq - b.seq);
}

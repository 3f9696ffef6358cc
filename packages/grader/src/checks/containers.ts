/** Conditions about the containers of one task: when each started, was healthy, restarted, stopped, and in which order. */

import type { CheckView, Condition } from "../condition.ts";
import type { RowIn, RowStory, RowVersion } from "../history.ts";
import type { Text } from "../text.ts";
import { tells, type Why } from "./causes.ts";
import { noTaskYet, seconds, type TaskMatch, type TaskStory, taskArnOf, tasksMatching, titleOf } from "./tasks.ts";
import { say } from "./texts/index.ts";
import type { ContainerHappening, SeenMoment } from "./texts/words.ts";
import { failed, passed } from "./verdict.ts";

type ContainerRow = RowIn<"containers">;

/** Something that happened to one container. */
export interface ContainerMoment {
  /** Name of the container in the task definition. */
  readonly container: string;
  readonly is: ContainerHappening;
  /** Only of one that stopped. */
  readonly exitCode?: number;
  /** Only of one that stopped. */
  readonly why?: Why;
}

/**
 * Passes when all these moments happened in one task that fits, each after the one before it. What came between them does
 * not matter.
 */
export function containersInOrder(options: TaskMatch & { readonly moments: readonly ContainerMoment[] }): Condition {
  return (view) => {
    let best: { story: TaskStory; seen: Seen[] } | undefined;
    for (const story of tasksMatching(view, options)) {
      const seen = followed(view, story, options.moments);
      if (seen.length === options.moments.length) return passed(whole(story, seen), seqsOf(seen));
      if (best === undefined || seen.length >= best.seen.length) best = { story, seen };
    }
    if (best === undefined) return failed(noTaskYet(options));
    const { story, seen } = best;
    const evidence = seen.length === 0 ? [story.latest.seq] : seqsOf(seen);
    return failed(soFar(view, story, seen, options.moments), evidence);
  };
}

interface Seen {
  readonly moment: ContainerMoment;
  readonly version: RowVersion<ContainerRow>;
}

function followed(view: CheckView, task: TaskStory, moments: readonly ContainerMoment[]): Seen[] {
  const containers = containersOf(view, task);
  const seen: Seen[] = [];
  for (const moment of moments) {
    const after = seen.at(-1)?.version.seq ?? -1;
    const versions = containers.find(({ latest }) => latest.row.name === moment.container)?.versions ?? [];
    const at = versions.findIndex(
      (each, index) => each.seq > after && begins(view, each, versions[index - 1]?.row, moment),
    );
    const version = versions[at];
    if (version === undefined) return seen;
    seen.push({ moment, version });
  }
  return seen;
}

/** True for the version in which it happened, not for those in which it only lasts. */
function begins(
  view: CheckView,
  { row: now, seq }: RowVersion<ContainerRow>,
  before: ContainerRow | undefined,
  moment: ContainerMoment,
): boolean {
  if (moment.is === "started") return now.startedAtMs !== undefined && before?.startedAtMs === undefined;
  if (moment.is === "healthy" || moment.is === "unhealthy") {
    return now.healthStatus === moment.is.toUpperCase() && before?.healthStatus !== now.healthStatus;
  }
  if (moment.is === "restarted") return now.restartCount > (before?.restartCount ?? 0);
  // When it stopped, not when ECS heard of it.
  if (now.phase !== "STOPPED" || before?.phase === "STOPPED") return false;
  return (
    (moment.exitCode === undefined || now.exitCode === moment.exitCode) &&
    (moment.why === undefined || tells(view, seq, moment.why))
  );
}

function containersOf(view: CheckView, task: TaskStory): readonly RowStory<ContainerRow>[] {
  return view.history.grouped("containers", taskArnOf).get(task.latest.row.taskArn) ?? [];
}

function seqsOf(seen: readonly Seen[]): number[] {
  return seen.map(({ version }) => version.seq);
}

function momentsSeen(task: TaskStory, seen: readonly Seen[]): SeenMoment[] {
  const { createdAtMs } = task.latest.row.spec;
  return seen.map(({ moment, version }) => ({ ...moment, after: seconds(version.atMs - createdAtMs) }));
}

function whole(task: TaskStory, seen: readonly Seen[]): Text {
  const name = titleOf(task.latest.row);
  return say("containersPassed", name, momentsSeen(task, seen));
}

/** What has not happened, and how the containers stand instead. */
function soFar(view: CheckView, task: TaskStory, seen: readonly Seen[], moments: readonly ContainerMoment[]): Text {
  const name = titleOf(task.latest.row);
  const next = moments[seen.length] as ContainerMoment;
  const states = containersOf(view, task).map(({ latest: { row } }) => {
    const code = row.exitCode === undefined || row.lastStatus !== "STOPPED" ? "" : ` (${row.exitCode})`;
    const health = row.healthStatus === "UNHEALTHY" && row.lastStatus === "RUNNING" ? " UNHEALTHY" : "";
    return `${row.name} ${row.lastStatus}${code}${health}`;
  });
  const there = states.join(", ");
  return say("containersSoFar", name, there, momentsSeen(task, seen), next);
}

/** Conditions about what became of revisions, and of the images that their tags lead to. */

import { isRecord } from "@quayside/simulator";
import type { CheckView, Condition } from "../condition.ts";
import type { RowIn, RowStory } from "../history.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

type DefinitionRow = RowIn<"taskDefinitions">;

/** Which revision is meant. What is left out does not matter. */
export interface RevisionMatch {
  readonly family?: string;
  readonly revision?: number;
  readonly status: DefinitionRow["status"];
  /** A task of it was RUNNING when it came to this status. */
  readonly withTaskRunning?: boolean;
}

/** Passes when a revision had this status at some time. */
export function revisionReached(match: RevisionMatch): Condition {
  return (view) => {
    const { family, revision, status } = match;
    const stories = view.history
      .stories("taskDefinitions")
      .filter(({ latest: { row } }) => family === undefined || row.family === family)
      .filter(({ latest: { row } }) => revision === undefined || row.revision === revision);
    const reached = stories.flatMap((story) => story.versions.filter(({ row }) => row.status === status).slice(0, 1));
    const found = reached.find(({ row, seq }) => match.withTaskRunning !== true || hadTaskRunning(view, row, seq));
    if (found !== undefined) {
      const name = nameOf(found.row);
      return passed(say("revisionBecame", name, status), [found.seq]);
    }
    const [idle] = reached;
    if (idle !== undefined) {
      const name = nameOf(idle.row);
      return failed(say("revisionBecameIdle", name, status), [idle.seq]);
    }
    return failed(...notReached(stories, match));
  };
}

/** Passes when somebody pushed a build into this repository, under this tag or any. */
export function imagePushed(match: { readonly repository: string; readonly tag?: string }): Condition {
  const { repository, tag } = match;
  const wanted = tag === undefined ? repository : `${repository}:${tag}`;
  return ({ journal }) => {
    const pushes = journal
      .filter((record) => isRecord(record, "IMAGE_PUSHED"))
      .filter(({ subject }) => subject === repository);
    const found = pushes.find((record) => tag === undefined || record.facts.tag === tag);
    if (found !== undefined) {
      const name = `${repository}:${found.facts.tag}`;
      return passed(say("buildPushed", name), [found.seq]);
    }
    const others = [...new Set(pushes.map((record) => record.facts.tag))].join(", ");
    if (others === "") {
      return failed(say("nothingPushed", wanted));
    }
    return failed(
      say("otherPushed", wanted, others),
      pushes.map((record) => record.seq),
    );
  };
}

function notReached(
  stories: readonly RowStory<DefinitionRow>[],
  { family, revision, status }: RevisionMatch,
): Parameters<typeof failed> {
  const newest = stories.at(-1);
  const wanted = [family ?? "*", ...(revision === undefined ? [] : [revision])].join(":");
  if (newest === undefined) return [say("noSuchRevision", wanted)];
  const name = nameOf(newest.latest.row);
  const has = newest.latest.row.status;
  return [say("revisionIs", name, has, status), [newest.latest.seq]];
}

function hadTaskRunning(view: CheckView, { taskDefinitionArn }: DefinitionRow, seq: number): boolean {
  return view.history.stories("tasks").some(({ latest, versions }) => {
    if (latest.row.spec.taskDefinitionArn !== taskDefinitionArn) return false;
    return versions.findLast((version) => version.seq <= seq)?.row.lastStatus === "RUNNING";
  });
}

function nameOf({ family, revision }: DefinitionRow): string {
  return `${family}:${revision}`;
}

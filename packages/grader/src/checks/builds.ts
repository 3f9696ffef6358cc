/** A condition about which build of an image tasks ran after somebody had pushed another one. */
import { isRecord } from "@quayside/simulator";
import type { CheckView, Condition } from "../condition.ts";
import { imagePushed } from "./revisions.ts";
import { type TaskMatch, taskArnOf, tasksMatching } from "./tasks.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

/** Which tasks ran what. */
export interface BuildMatch extends TaskMatch {
  /** With its registry, such as `docker.io/quayside/shop`, and the tag that was pushed. */
  readonly repository: string;
  readonly tag: string;
  /** `pushed`: what the newest push before the task's creation brought; `older`: another build of the repository. */
  readonly build: "pushed" | "older";
  /** So many tasks; default 1. */
  readonly count?: number;
}

/** Passes when so many tasks that were created after a push were RUNNING with the pushed build, or with an older one. */
export function buildRan(match: BuildMatch): Condition {
  const { build, count = 1 } = match;
  return (view) => {
    const pushed = imagePushed(match)(view);
    if (!pushed.passed) return pushed;
    const ran = runsSincePush(view, match);
    const fitting = ran.filter((run) => run.build === build);
    const observed = say("buildRan", { since: ran.length, fitting: fitting.length, build });
    const evidence = fitting.slice(0, count).map(({ seq }) => seq);
    return fitting.length >= count ? passed(observed, evidence) : failed(observed, evidence);
  };
}

/** Every task that fits, was created after a push and was RUNNING, with the record that shows it. */
function runsSincePush(view: CheckView, match: BuildMatch): { seq: number; build: BuildMatch["build"] }[] {
  const pushes = view.journal
    .filter((record) => isRecord(record, "IMAGE_PUSHED"))
    .filter(({ subject, facts }) => subject === match.repository && facts.tag === match.tag);
  const containers = view.history.grouped("containers", taskArnOf);
  return tasksMatching(view, match).flatMap(({ key, versions }) => {
    const created = versions[0]?.seq ?? 0;
    const push = pushes.findLast(({ seq }) => seq < created);
    const running = versions.find(({ row }) => row.lastStatus === "RUNNING");
    if (push === undefined || running === undefined) return [];
    const digests = (containers.get(key) ?? []).map(({ latest }) => latest.row.imageDigest);
    const build = digests.includes(push.facts.imageDigest) ? "pushed" : "older";
    return [{ seq: running.seq, build }];
  });
}

/**
 * Many tasks as few lanes: one a service, then one a family of tasks that stand alone. Each is as high as it has tasks at
 * each moment, those that run and those on their way. Grows with its journal.
 */
import type { JournalRecord } from "@quayside/simulator";
import { lastPart } from "../base/cloud.ts";
import { ServiceSteps } from "../base/service-steps.ts";
import type { Lane } from "./lane.ts";

/** From one moment to the next the numbers are the same. */
export interface GroupStep {
  readonly fromMs: number;
  readonly running: number;
  /** On its way up or down, not running. */
  readonly moving: number;
}

export interface LaneGroup {
  /** ARN of the service, or the family. */
  readonly key: string;
  readonly name: string;
  /** What the service wanted and rolled out; undefined for tasks that stand alone. */
  readonly story: ServiceSteps | undefined;
  /** Oldest first. */
  readonly lanes: readonly Lane[];
  readonly steps: readonly GroupStep[];
  /** The most tasks at one moment, or that were wanted. */
  readonly most: number;
}

const OVER = new Set(["STOPPED", "DELETED"]);

/** The groups of one journal's lanes. */
export class LaneGroups {
  #stories = new Map<string, ServiceSteps>();
  #known:
    | { readonly length: number; readonly last: JournalRecord | undefined; readonly groups: readonly LaneGroup[] }
    | undefined;

  /** Services first, in the order in which they were made; the same list while nothing has happened. */
  of(lanes: readonly Lane[], records: readonly JournalRecord[]): readonly LaneGroup[] {
    const known = this.#known;
    const last = records.at(-1);
    if (known?.length === records.length && known.last === last) return known.groups;
    const members = new Map<string, Lane[]>();
    for (const lane of lanes) {
      const key = lane.serviceArn ?? lane.family;
      const others = members.get(key);
      if (others === undefined) members.set(key, [lane]);
      else others.push(lane);
    }
    const all = [...members].map(([key, own]) => this.#group(key, own, records));
    const slot = ({ story }: LaneGroup) => story?.service?.slot ?? Number.MAX_SAFE_INTEGER;
    const groups = all.sort((left, right) => slot(left) - slot(right));
    this.#known = { length: records.length, last, groups };
    return groups;
  }

  #group(key: string, lanes: readonly Lane[], records: readonly JournalRecord[]): LaneGroup {
    const story = lanes[0]?.serviceArn === undefined ? undefined : this.#story(key, records);
    const steps = stepsOf(lanes);
    const wanted = story?.steps.map(({ desired }) => desired) ?? [];
    const most = [...steps.map(({ running, moving }) => running + moving), ...wanted].reduce(
      (left, right) => Math.max(left, right),
      1,
    );
    return { key, name: story === undefined ? key : lastPart(key), story, lanes, steps, most };
  }

  #story(serviceArn: string, records: readonly JournalRecord[]): ServiceSteps {
    const story = this.#stories.get(serviceArn) ?? new ServiceSteps(serviceArn);
    this.#stories.set(serviceArn, story);
    story.follow(records);
    return story;
  }
}

function stepsOf(lanes: readonly Lane[]): GroupStep[] {
  const changes: { readonly atMs: number; readonly running: number; readonly moving: number }[] = [];
  for (const { stretches } of lanes) {
    for (const { fromMs, toMs, status } of stretches) {
      if (OVER.has(status)) continue;
      const [running, moving] = status === "RUNNING" ? [1, 0] : [0, 1];
      changes.push({ atMs: fromMs, running, moving });
      if (toMs !== undefined) changes.push({ atMs: toMs, running: -running, moving: -moving });
    }
  }
  changes.sort((left, right) => left.atMs - right.atMs);
  const steps: GroupStep[] = [];
  let [running, moving] = [0, 0];
  for (const change of changes) {
    running += change.running;
    moving += change.moving;
    if (steps.at(-1)?.fromMs === change.atMs) steps.pop();
    steps.push({ fromMs: change.atMs, running, moving });
  }
  return steps;
}

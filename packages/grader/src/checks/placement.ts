/**
 * Conditions about where tasks on EC2 were placed: how they lie on container instances and in zones, by which strategies
 * that was decided, what became of a wish that could not be had, and why a task found no place.
 */
import { isRecord, type JournalRecord, type PlacementReason } from "@quayside/simulator";
import type { CheckView, Condition } from "../condition.ts";
import type { Text } from "../text.ts";
import { noTaskYet, type TaskMatch, type TaskRow, tasksMatching } from "./tasks.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

/** How tasks of one group in one cluster lie at the same moment. What is left out does not matter. */
export interface Layout extends TaskMatch {
  /** How many lie on each container instance that has any, the most first: `[4, 1, 1]`. */
  readonly perInstance?: readonly number[];
  /** The same for Availability Zones. */
  readonly perZone?: readonly number[];
  /** On how many different container instances they lie. */
  readonly instances?: number;
  /** How many they are. */
  readonly tasks?: number;
  /** Only tasks that were placed by these strategies: `spread(instanceId)`, `binpack(memory)`, `random`, in this order. */
  readonly strategies?: readonly string[];
  /** Only tasks for which such a constraint had to hold, from the call or from the definition. */
  readonly constrained?: "memberOf" | "distinctInstance";
  /** Only tasks whose instance had these attributes when they were placed; null: whatever the value. */
  readonly instanceHas?: Readonly<Record<string, string | null>>;
  /** Only tasks whose instance had no task of this group when they were placed. */
  readonly awayFrom?: string;
}

/** Passes at the first moment at which the tasks of some task group, in one cluster, lie as wanted. */
export function tasksLie(layout: Layout): Condition {
  return (view) => {
    const wanted = tasksOnInstances(view, layout);
    const groups = new Map<string, Map<string, TaskRow>>();
    let last: { row: TaskRow; counts: Counts; seq: number } | undefined;
    for (const { seq, row, there } of comingsAndGoings(view, wanted)) {
      const key = `${row.spec.clusterArn} ${row.spec.group}`;
      const members = groups.get(key) ?? new Map<string, TaskRow>();
      groups.set(key, members);
      if (there) members.set(row.taskArn, row);
      else members.delete(row.taskArn);
      const counts = countsOf(members.values());
      if (fits(counts, layout)) return passed(asTheyLie(row, counts), [seq]);
      if (there) last = { row, counts, seq };
    }
    if (last === undefined)
      return failed(tasksMatching(view, layout).length === 0 ? noTaskYet(layout) : noneLikeThat(layout));
    return failed(asTheyLie(last.row, last.counts), [last.seq]);
  };
}

/** Passes when placement found no container instance for a task of this cluster, for this reason on at least one of them. */
export function placementFailed(match: { readonly reason: PlacementReason; readonly cluster?: string }): Condition {
  return (view) => {
    const decisions = decisionsOf(view.journal).filter(({ facts }) => !facts.placed && isIn(facts, match.cluster));
    const found = decisions.find((each) => failuresOf(each).some(({ reason }) => reason === match.reason));
    if (found !== undefined) {
      const failures = failuresOf(found);
      const count = failures.filter(({ reason }) => reason === match.reason).length;
      return passed(say("placementFailed", { reason: match.reason, count, all: failures.length }), [found.seq]);
    }
    const other = decisions.at(-1);
    const reasons = [...new Set(other && failuresOf(other).map(({ reason }) => reason))].join(", ");
    if (other === undefined || reasons === "") {
      return failed(say("everyTaskPlaced"));
    }
    return failed(say("foundNoPlace", reasons), [other.seq]);
  };
}

/** Passes when `spread` over instances put a task where more of its group run than elsewhere: the others had no room. */
export function spreadYielded(match: { readonly cluster?: string } = {}): Condition {
  return (view) => {
    let spreads = 0;
    for (const { seq, facts } of decisionsOf(view.journal)) {
      const [first] = facts.request.strategies.map(nameOfStrategy);
      if (!facts.placed || !isIn(facts, match.cluster) || !first?.startsWith("spread(instanceId)")) continue;
      spreads += 1;
      const counts = groupOnInstances(view, facts.request, seq);
      const chosen = counts.get(facts.containerInstanceArn) ?? 0;
      const fewest = Math.min(...counts.values());
      if (chosen > fewest) {
        return passed(say("spreadYielded", chosen, fewest), [seq]);
      }
    }
    return failed(say("spreadKept", spreads));
  };
}

type Decision = JournalRecord<"PLACEMENT_DECIDED">;
type Request = Decision["facts"]["request"];

function decisionsOf(journal: readonly JournalRecord[]): Decision[] {
  return journal.filter((record) => isRecord(record, "PLACEMENT_DECIDED"));
}

function isIn({ request }: Decision["facts"], cluster: string | undefined): boolean {
  return cluster === undefined || request.clusterArn.endsWith(`/${cluster}`);
}

/** Why each ACTIVE instance could not take the task; none when one could. */
function failuresOf({ facts }: Decision) {
  return facts.placed ? [] : facts.failures;
}

/** `host` is another name for `instanceId`. */
function nameOfStrategy(strategy: Request["strategies"][number]): string {
  if (strategy.type === "random") return strategy.type;
  return `${strategy.type}(${strategy.field === "host" ? "instanceId" : strategy.field})`;
}

/** Tasks of the group on each ACTIVE instance of the cluster, as they were at that record. */
function groupOnInstances(view: CheckView, { clusterArn, group }: Request, seq: number) {
  const counts = new Map<string, number>();
  for (const story of view.history.stories("containerInstances")) {
    const row = story.versions.findLast((version) => version.seq < seq)?.row;
    if (row?.spec.clusterArn !== clusterArn || row.status !== "ACTIVE") continue;
    counts.set(row.containerInstanceArn, row.tasksByGroup[group] ?? 0);
  }
  return counts;
}

/** Keys of the tasks on container instances that fit and were placed as wanted. */
function tasksOnInstances(view: CheckView, layout: Layout): ReadonlySet<string> {
  const keys = tasksMatching(view, layout).flatMap(({ key, latest }) => (latest.row.spec.placed ? [key] : []));
  const { strategies, constrained, instanceHas, awayFrom } = layout;
  if ((strategies ?? constrained ?? instanceHas ?? awayFrom) === undefined) return new Set(keys);
  const wanted = placedSo(view, layout);
  return new Set(keys.filter((key) => wanted.has(key)));
}

/** Keys of the tasks whose placement was decided so. The record after a decision creates its task. */
function placedSo(view: CheckView, { strategies, constrained, instanceHas = {}, awayFrom }: Layout): Set<string> {
  const keys = new Set<string>();
  for (const { seq, facts } of decisionsOf(view.journal)) {
    if (!facts.placed) continue;
    const { request, containerInstanceArn } = facts;
    const created = view.journal[seq + 1]?.changes.find(({ table }) => table === "tasks");
    const versions = view.history.story("containerInstances", containerInstanceArn)?.versions;
    const instance = versions?.findLast((version) => version.seq < seq)?.row;
    if (created === undefined || instance === undefined) continue;
    const asked = request.strategies.map(nameOfStrategy).join(", ");
    if (strategies !== undefined && strategies.join(", ") !== asked) continue;
    if (constrained !== undefined && !request.constraints.some(({ type }) => type === constrained)) continue;
    if (awayFrom !== undefined && (instance.tasksByGroup[awayFrom] ?? 0) > 0) continue;
    const lacking = Object.entries(instanceHas).some(([name, value]) => {
      const own = instance.attributes[name];
      return own === undefined || (value !== null && own !== value);
    });
    if (!lacking) keys.add(created.key);
  }
  return keys;
}

/** Every moment at which one of these tasks takes its place, or is to leave it, oldest first. */
function comingsAndGoings(view: CheckView, keys: ReadonlySet<string>) {
  const moments = view.history.stories("tasks").flatMap((story) => {
    const first = story.versions[0];
    if (first === undefined || !keys.has(story.key)) return [];
    const leaving = story.versions.find(({ row }) => row.desiredStatus === "STOPPED");
    return [
      { seq: first.seq, row: first.row, there: true },
      ...(leaving === undefined ? [] : [{ seq: leaving.seq, row: leaving.row, there: false }]),
    ];
  });
  return moments.sort((a, b) => a.seq - b.seq);
}

interface Counts {
  readonly perInstance: readonly number[];
  readonly perZone: readonly number[];
}

function countsOf(tasks: Iterable<TaskRow>): Counts {
  const instances = new Map<string, number>();
  const zones = new Map<string, number>();
  for (const { spec } of tasks) {
    const instance = spec.placed?.containerInstanceArn ?? "";
    instances.set(instance, (instances.get(instance) ?? 0) + 1);
    zones.set(spec.availabilityZone, (zones.get(spec.availabilityZone) ?? 0) + 1);
  }
  return { perInstance: falling(instances.values()), perZone: falling(zones.values()) };
}

function falling(counts: Iterable<number>): number[] {
  return [...counts].sort((a, b) => b - a);
}

function fits({ perInstance, perZone }: Counts, layout: Layout): boolean {
  const tasks = perInstance.reduce((sum, count) => sum + count, 0);
  if (layout.tasks !== undefined && tasks !== layout.tasks) return false;
  if (layout.instances !== undefined && perInstance.length !== layout.instances) return false;
  return isSame(perInstance, layout.perInstance) && isSame(perZone, layout.perZone);
}

function isSame(counts: readonly number[], wanted: readonly number[] | undefined): boolean {
  return wanted === undefined || counts.join(" ") === wanted.join(" ");
}

function asTheyLie({ spec }: TaskRow, { perInstance, perZone }: Counts): Text {
  const cluster = spec.clusterArn.slice(spec.clusterArn.lastIndexOf("/") + 1);
  const instances = perInstance.join(" + ") || "0";
  const zones = perZone.join(" + ") || "0";
  return say("tasksLie", { group: spec.group, cluster, instances, zones });
}

/** There are tasks, but none that was placed as the layout asks. */
function noneLikeThat({ strategies, constrained, instanceHas = {}, awayFrom, cluster }: Layout): Text {
  const wanted = [
    ...(strategies ?? []),
    ...(constrained === undefined ? [] : [constrained]),
    ...Object.entries(instanceHas).map(([name, value]) => (value === null ? name : `${name}=${value}`)),
    ...(awayFrom === undefined ? [] : [`not(${awayFrom})`]),
  ].join(", ");
  return say("nonePlacedLike", wanted, cluster);
}

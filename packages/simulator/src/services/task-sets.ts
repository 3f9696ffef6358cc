/**
 * What the scheduler does for a service whose task sets somebody else controls: each has its share of the desired count, and nothing of
 * one set depends on another: no percents, no rollout.
 * Source: API Reference, TaskSet; Developer Guide, "Deploy Amazon ECS services using a third-party controller" (checked 2026-11-29).
 * Simplified: an unhealthy task goes before the one that takes its place comes.
 */
import type { ServiceDecision } from "../model/service-decision.ts";
import type { ServiceRow } from "../model/services.ts";
import type { StabilityStatus, TaskSetRow } from "../model/task-sets.ts";
import type { Draw } from "../placement/place.ts";
import { scaleIn } from "../placement/scale-in.ts";
import { CHECKS, stopOf } from "./draft.ts";
import { countTargetActs, decideTargets } from "./targets.ts";
import type { ServiceTarget, ServiceTask, Start, Stop, TargetActs } from "./view.ts";

export interface TaskSetView {
  readonly nowMs: number;
  readonly service: ServiceRow;
  readonly taskSets: readonly TaskSetRow[];
  readonly tasks: readonly ServiceTask[];
  readonly targets: readonly ServiceTarget[];
  readonly draw: Draw;
}

export interface TaskSetVerdict {
  readonly facts: ServiceDecision;
  readonly targetActs: TargetActs;
  readonly starts: readonly Start[];
  readonly stops: readonly Stop[];
  /** What each set is to have, and whether it is steady, by its id. */
  readonly sets: ReadonlyMap<string, { readonly computed: number; readonly stability: StabilityStatus }>;
}

/** Rounded up. @source API Reference, TaskSet, computedDesiredCount (checked 2026-11-29) */
export function computedDesiredCount(
  { status, desiredCount }: Pick<ServiceRow, "status" | "desiredCount">,
  set: Pick<TaskSetRow, "status" | "scale">,
): number {
  if (status !== "ACTIVE" || set.status === "DRAINING") return 0;
  return Math.ceil((desiredCount * set.scale) / 100);
}

/** Decides for all task sets of a service. */
export function decideForTaskSets(view: TaskSetView): TaskSetVerdict {
  const targetActs = decideTargets(view.tasks, view.targets);
  const starts: Start[] = [];
  const stops: Stop[] = [];
  const sets = new Map<string, { computed: number; stability: StabilityStatus }>();
  for (const set of view.taskSets) {
    const computed = computedDesiredCount(view.service, set);
    const own = view.tasks.filter(({ deploymentId }) => deploymentId === set.id);
    const wanted = own.filter(({ isWanted }) => isWanted);
    const going = stopsOf(view, set, wanted, computed);
    stops.push(...going);
    const leaving = own.filter(({ isWanted, isDismissed }) => !isWanted && !isDismissed).length;
    const missing = computed - wanted.length - leaving;
    if (missing > 0 && set.startsAgainAtMs <= view.nowMs) {
      starts.push({ does: "start", deploymentId: set.id, count: missing, motive: "scale-out" });
    }
    const isWhole = going.length === 0 && wanted.length === computed && own.length === wanted.length;
    const isSteady = isWhole && wanted.every(({ health, mustMove }) => health === "healthy" && !mustMove);
    sets.set(set.id, { computed, stability: isSteady ? "STEADY_STATE" : "STABILIZING" });
  }
  const targets = countTargetActs(targetActs);
  const facts = { ...factsOf(view, starts, stops, sets), ...(targets === undefined ? {} : { targets }) };
  return { targetActs, starts, stops, sets, facts };
}

/** Unhealthy ones, those on instances that drain, and those that are too many. */
function stopsOf(
  { service, draw }: TaskSetView,
  set: TaskSetRow,
  wanted: readonly ServiceTask[],
  computed: number,
): Stop[] {
  const ill = wanted.filter(({ health }) => health === "unhealthy");
  const moving = wanted.filter((task) => task.mustMove && !ill.includes(task));
  const rest = wanted.filter((task) => !ill.includes(task) && !moving.includes(task));
  const young = rest.filter(({ isRunning, isProtected }) => !isRunning && !isProtected);
  const surplus = Math.max(0, wanted.length - ill.length - moving.length - computed);
  const first = young.slice(0, surplus);
  const others = rest.filter((task) => !first.includes(task));
  const { taskArns } = scaleIn(others, surplus - first.length, service.placementStrategy, draw);
  const tooMany = [...first, ...others.filter(({ taskArn }) => taskArns.includes(taskArn))];
  const isGoing = service.status === "DRAINING" || set.status === "DRAINING";
  return [
    ...CHECKS.map((why) =>
      stopOf(
        set.id,
        ill.filter(({ illness }) => illness === why),
        { motive: "replace", why },
      ),
    ),
    stopOf(set.id, moving, { motive: "drain", why: "draining" }),
    stopOf(set.id, tooMany, { motive: isGoing ? "deleted" : "scale-in", why: "scaling" }),
  ].filter(({ count }) => count > 0);
}

function factsOf(
  { service, taskSets, tasks }: TaskSetView,
  starts: readonly Start[],
  stops: readonly Stop[],
  sets: TaskSetVerdict["sets"],
): ServiceDecision {
  const count = (of: readonly ServiceTask[], is: (task: ServiceTask) => boolean) => of.filter(is).length;
  const upper = [...sets.values()].reduce((sum, { computed }) => sum + computed, 0);
  return {
    desired: service.desiredCount,
    lower: 0,
    upper,
    total: tasks.length,
    healthy: count(tasks, ({ isWanted, health }) => isWanted && health === "healthy"),
    deployments: taskSets.map(({ id, status }) => {
      const own = tasks.filter(({ deploymentId, isWanted }) => deploymentId === id && isWanted);
      const running = count(own, ({ isRunning }) => isRunning);
      return {
        deploymentId: id,
        isPrimary: status === "PRIMARY",
        desired: sets.get(id)?.computed ?? 0,
        running,
        pending: own.length - running,
        healthy: count(own, ({ health }) => health === "healthy"),
        unhealthy: count(own, ({ health }) => health === "unhealthy"),
      };
    }),
    acts: [...starts, ...stops].map(({ does, deploymentId, count: of, motive }) => ({
      does,
      deploymentId,
      count: of,
      motive,
    })),
    bounds: [],
  };
}

/**
 * What the scheduler of a service does in one beat: a pure function of rows, in passes of a fixed order. It is driven by what
 * there is and not by what has happened, so a wake-up that gets lost costs a beat and never correctness.
 * Source: Developer Guide, "Deploy Amazon ECS services by replacing tasks"; recorded services, whose order of events follows
 * from the order of the passes (checked 2026-11-29).
 */
import { MOST_STARTS_A_MINUTE } from "../model/service-timing.ts";
import type { DeploymentRow } from "../model/services.ts";
import { decideForDaemon } from "./daemon.ts";
import { Draft } from "./draft.ts";
import { endOfRebalancing, rebalance } from "./rebalance.ts";
import type { ServiceTask, ServiceView, Stop, Verdict } from "./view.ts";

/** Decides for one service. */
export function decide(view: ServiceView): Verdict {
  const draft = new Draft(view);
  if (view.service.isRebalancing && draft.primary.rolloutState !== "COMPLETED") draft.balance = "given-up";
  if (judge(draft)) return draft.verdict({ isSettled: false, isStuck: false });
  if (view.service.schedulingStrategy === "DAEMON") return decideForDaemon(draft);
  const settled = keepTasks(draft);
  if (settled) rebalance(draft);
  return draft.verdict({ isSettled: settled, isStuck: isStuck(draft) });
}

/** The passes that bring the tasks to what is wanted. @returns whether nothing is left to do */
export function keepTasks(draft: Draft): boolean {
  stopPendingMoved(draft);
  replaceUnhealthy(draft);
  startMissing(draft);
  stopUnhealthy(draft);
  if (!draft.isStarting) {
    stopOlder(draft);
    stopMoved(draft);
    stopSurplus(draft);
  }
  return isSettled(draft);
}

/** The circuit breaker, by what the beat before has counted; and alarms, once a task of PRIMARY has run. */
export function judge(draft: Draft): boolean {
  const { primary, view } = draft;
  if (primary.rolloutState !== "IN_PROGRESS") return false;
  const { enable } = view.service.deploymentConfiguration.deploymentCircuitBreaker;
  const ran = draft.wanted(primary).some(({ hasRun }) => hasRun);
  if (enable && primary.failuresSeen >= draft.threshold) draft.fails = "breaker";
  else if (ran && view.alarming.length > 0) draft.fails = "alarm";
  return draft.fails !== undefined;
}

function unhealthyOf(draft: Draft, deployment: DeploymentRow): readonly ServiceTask[] {
  return draft.wanted(deployment).filter(({ health }) => health === "unhealthy");
}

/** A replacement first, of the same revision, where the maximum leaves room. */
function replaceUnhealthy(draft: Draft): void {
  for (const deployment of draft.view.deployments) {
    if (deployment.rolloutState === "FAILED" || isOnlyLeft(draft, deployment)) continue;
    const unhealthy = unhealthyOf(draft, deployment);
    const extra = draft.occupied(deployment) - goal(draft, deployment);
    const missing = Math.min(unhealthy.length - Math.max(0, extra), draft.room + swapped(draft, unhealthy));
    if (missing > 0) draft.start(deployment, missing, "replace");
  }
}

/**
 * Unhealthy tasks that go in this beat, because enough others are healthy, make room for those that replace them. Not those that drain
 * first: they count until they have STOPPED.
 * @source A recorded rollback for the first; for the second a published log of a breaker whose failures came 338 and 329 s apart, which
 * is the delay of the group more than the first took (checked 2026-11-29)
 */
function swapped({ healthy, bounds, view }: Draft, unhealthy: readonly ServiceTask[]): number {
  if (healthy < bounds.lower || view.service.deploymentConfiguration.maximumPercent === 100) return 0;
  return unhealthy.filter(({ isBalanced }) => !isBalanced).length;
}

/** What is left of a revision whose successor is done already: it only goes. */
function isOnlyLeft({ primary }: Draft, deployment: DeploymentRow): boolean {
  return deployment !== primary && primary.rolloutState === "COMPLETED";
}

/** How many tasks a deployment should have. */
function goal(draft: Draft, deployment: DeploymentRow): number {
  return deployment === draft.primary ? draft.desired : draft.target(deployment);
}

/**
 * Older deployments keep what they have, and grow when the service is scaled out; PRIMARY follows in the next beat. What finds no
 * place is left to PRIMARY, unless that has failed.
 */
function startMissing(draft: Draft): void {
  const { primary } = draft;
  for (const deployment of draft.older) {
    const missing = draft.target(deployment) - draft.occupied(deployment);
    if (missing <= 0 || deployment.rolloutState === "FAILED" || isOnlyLeft(draft, deployment)) continue;
    if (primary.rolloutState === "FAILED" || !draft.hasNoPlace(deployment)) startOf(draft, deployment, missing);
  }
  if (primary.rolloutState === "FAILED") {
    if (draft.occupied(primary) < draft.desired) draft.bind("failed");
    return;
  }
  if (draft.starts.some(({ motive }) => motive !== "replace")) return;
  const missing = draft.desired - draft.occupied(primary);
  if (missing <= 0 || startOf(draft, primary, missing) || primary.desiredCount !== undefined) {
    draft.setTarget(primary, draft.desired);
  }
}

/** @returns whether anything is started, or could be but for a pause */
function startOf(draft: Draft, deployment: DeploymentRow, missing: number): boolean {
  const { room, view } = draft;
  if (room < missing) draft.bind("maximum");
  if (room === 0) return false;
  if (deployment.startsAgainAtMs > view.nowMs) {
    draft.bind("throttle");
    return true;
  }
  const { fromMs, count: lately } = view.service.startedLately;
  const rate = Math.max(0, MOST_STARTS_A_MINUTE - (view.nowMs - fromMs < 60_000 ? lately : 0));
  const count = Math.min(missing, room, rate);
  if (count < Math.min(missing, room)) draft.bind("rate");
  if (draft.hasNoPlace(deployment)) draft.bind("placement");
  if (count > 0)
    draft.start(deployment, count, deployment === draft.primary && draft.older.length > 0 ? "rollout" : "scale-out");
  return true;
}

/**
 * An unhealthy task goes at once where enough healthy ones are there, else when its replacement has become healthy or unhealthy
 * itself; without room for a replacement one at a time.
 */
function stopUnhealthy(draft: Draft): void {
  for (const deployment of draft.view.deployments) {
    const unhealthy = unhealthyOf(draft, deployment);
    if (unhealthy.length === 0) continue;
    const decided = draft.wanted(deployment).filter(({ health }) => health !== "starting").length;
    const replaced = Math.max(0, decided - goal(draft, deployment));
    const noRoom =
      draft.room === 0 &&
      !draft.isMakingRoom &&
      !draft.starts.some(({ deploymentId }) => deploymentId === deployment.deploymentId);
    const waits = draft.occupied(deployment) > goal(draft, deployment);
    const count =
      draft.healthy >= draft.bounds.lower ? unhealthy.length : replaced > 0 ? replaced : noRoom && !waits ? 1 : 0;
    // Protection is for scale-in and deployments: whoever is unhealthy goes.
    draft.stopUnhealthy(deployment, unhealthy.slice(0, count));
  }
}

/** Tasks of older deployments, the oldest first: those that are not healthy, and healthy ones that can be spared. */
function stopOlder(draft: Draft): void {
  const { primary, older } = draft;
  if (primary.rolloutState === "FAILED") return;
  const motive = draft.desired === 0 ? "scale-in" : "rollout";
  for (const deployment of older.toReversed()) {
    stopAsManyAsCan(draft, deployment, draft.wanted(deployment), { motive, why: "scaling" });
    draft.setTarget(deployment, Math.min(draft.target(deployment), draft.wanted(deployment).length));
  }
}

/** Tasks on draining instances that never ran go at once. */
function stopPendingMoved(draft: Draft): void {
  for (const deployment of draft.view.deployments) {
    const pending = draft
      .wanted(deployment)
      .filter(({ mustMove, hasRun, isProtected }) => mustMove && !hasRun && !isProtected);
    draft.stop(deployment, pending, { motive: "drain", why: "draining" });
  }
}

/** The others on draining instances go when those that replace them are there. */
function stopMoved(draft: Draft): void {
  for (const deployment of draft.view.deployments) {
    const moving = draft.wanted(deployment).filter(({ mustMove }) => mustMove);
    stopAsManyAsCan(draft, deployment, moving, { motive: "drain", why: "draining" });
  }
}

function stopAsManyAsCan(
  draft: Draft,
  deployment: DeploymentRow,
  tasks: readonly ServiceTask[],
  reason: Pick<Stop, "motive" | "why">,
): void {
  const chosen = draft.choose(tasks, tasks.length);
  const kept = tasks.filter((task) => !chosen.includes(task));
  const protectedOnes = kept.filter(({ isProtected }) => isProtected).length;
  // Without protection the minimum would let them go.
  keptByProtection(draft, Math.min(protectedOnes, draft.spare));
  if (kept.length > protectedOnes) draft.bind("minimum");
  draft.stop(deployment, chosen, reason);
}

/** More than wanted of PRIMARY, unless the surplus replaces tasks that are unhealthy. */
function stopSurplus(draft: Draft): void {
  const { primary } = draft;
  if (primary.rolloutState === "FAILED" || unhealthyOf(draft, primary).length > 0) return;
  const tasks = draft.wanted(primary).filter(({ mustMove }) => !mustMove);
  const surplus = tasks.length - draft.desired;
  if (surplus <= 0 || endOfRebalancing(draft, tasks)) return;
  const chosen = draft.choose(tasks, surplus);
  keptByProtection(draft, surplus - chosen.length);
  const motive = draft.view.service.status === "DRAINING" ? "deleted" : "scale-in";
  draft.stop(primary, chosen, { motive, why: "scaling" });
}

function keptByProtection(draft: Draft, count: number): void {
  if (count <= 0) return;
  draft.keptByProtection += count;
  draft.bind("protection");
}

/** Nothing was done, PRIMARY has what it should have, all of it healthy, and no older task is meant to run. */
function isSettled(draft: Draft): boolean {
  const { primary, older, desired } = draft;
  if (draft.starts.length + draft.stops.length + draft.targets.size > 0) return false;
  if (!draft.isQuiet) return false;
  const tasks = draft.wanted(primary);
  const isThere = tasks.length === desired && tasks.every(({ health, mustMove }) => health === "healthy" && !mustMove);
  return isThere && older.every((deployment) => draft.wanted(deployment).length === 0);
}

/** The percentages leave nothing to do: nothing may be added, nothing may go. */
function isStuck(draft: Draft): boolean {
  const { primary, older, desired, bounds } = draft;
  if (draft.starts.length + draft.stops.length > 0 || primary.rolloutState !== "IN_PROGRESS") return false;
  const olderRun = older.some((deployment) => draft.wanted(deployment).length > 0);
  return olderRun && bounds.upper <= desired && bounds.lower >= desired;
}

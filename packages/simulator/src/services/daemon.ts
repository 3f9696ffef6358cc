/**
 * A DAEMON service: one task on every instance that takes it.
 * Source: Developer Guide, "Amazon ECS services", daemon scheduling strategy (checked 2026-11-29).
 */
import type { Draft } from "./draft.ts";
import type { DaemonPlace, ServiceTask, Verdict } from "./view.ts";

/** Decides for a DAEMON service. Its places are the instances that are ACTIVE and meet its constraints. */
export function decideForDaemon(draft: Draft): Verdict {
  stopMisplaced(draft);
  startWhereNoneIs(draft);
  if (!draft.isStarting) stopOlder(draft);
  const { primary, view } = draft;
  draft.setTarget(primary, draft.desired);
  const isQuiet = draft.isQuiet && draft.starts.length + draft.stops.length + draft.targets.size === 0;
  const isThere = view.places.every(
    ({ task }) => task?.deploymentId === primary.deploymentId && task.isWanted && task.health === "healthy",
  );
  const isWhole = view.tasks.filter(({ isWanted }) => isWanted).length === view.places.length;
  return draft.verdict({ isSettled: isQuiet && isThere && isWhole, isStuck: false });
}

/** Tasks where none should be: the instance drains, no longer fits, or the service goes. */
function stopMisplaced(draft: Draft): void {
  const placed = new Set(draft.view.places.flatMap(({ task }) => (task === undefined ? [] : [task.taskArn])));
  for (const deployment of draft.view.deployments) {
    const misplaced = draft.wanted(deployment).filter(({ taskArn }) => !placed.has(taskArn));
    const isLeaving = draft.view.service.status === "DRAINING";
    // The last to stop: what other services run there goes first.
    const moving = misplaced.filter(({ mustMove, isNeeded }) => mustMove && !isNeeded);
    const others = misplaced.filter(({ mustMove }) => !mustMove);
    draft.stop(deployment, moving, { motive: "drain", why: "draining" });
    draft.stop(deployment, others, {
      motive: isLeaving ? "deleted" : "daemon",
      why: isLeaving ? "scaling" : "daemon-place",
    });
  }
}

function startWhereNoneIs(draft: Draft): void {
  const { primary, view } = draft;
  const empty = view.places
    .filter(({ task }) => task === undefined)
    .map(({ containerInstanceArn }) => containerInstanceArn);
  if (empty.length === 0) return;
  if (primary.rolloutState === "FAILED") draft.bind("failed");
  else if (primary.startsAgainAtMs > view.nowMs) draft.bind("throttle");
  else {
    if (draft.hasNoPlace(primary)) draft.bind("placement");
    draft.start(primary, empty.length, "daemon", { on: empty });
  }
}

/** A daemon of another revision, or one that is unhealthy, goes before the next one comes: two never share an instance. */
function stopOlder(draft: Draft): void {
  const { primary, older, view } = draft;
  if (primary.rolloutState === "FAILED") return;
  const isHere = new Set(view.places.map(({ task }: DaemonPlace) => task?.taskArn));
  const stays = (task: ServiceTask) => isHere.has(task.taskArn);
  for (const deployment of older.toReversed()) {
    const tasks = draft.wanted(deployment).filter(stays);
    const chosen = draft.choose(tasks, tasks.length);
    if (tasks.length > chosen.length) draft.bind("minimum");
    draft.stop(deployment, chosen, { motive: "rollout", why: "scaling" });
    draft.setTarget(deployment, draft.wanted(deployment).length);
  }
  const unhealthy = draft.wanted(primary).filter(({ health }) => health === "unhealthy");
  draft.stopUnhealthy(primary, unhealthy);
}

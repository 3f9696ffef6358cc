/**
 * What the scheduler does in one beat while traffic is shifted: each revision is kept at the count that the stage wants, as if it were a
 * service of its own, with the same passes and percentages.
 * Source: Developer Guide, "Amazon ECS blue/green service deployments workflow": both revisions run in full until the clean-up
 * (checked 2026-11-29).
 * Simplified: how AWS applies the two percentages to the tasks of two revisions is not documented.
 */
import { assert } from "../kernel/assert.ts";
import type { DeploymentRow } from "../model/services.ts";
import type { TrafficShift } from "../model/strategies.ts";
import { judge, keepTasks } from "./decide.ts";
import { Draft } from "./draft.ts";
import { type Parts, partsOf, wantedIn } from "./stages.ts";
import type { ServiceView, Start, Stop, Verdict } from "./view.ts";

/** A view of a service whose PRIMARY is rolled out, or back, in stages. */
export interface StagedView extends ServiceView {
  readonly shift: TrafficShift;
  /** The deployment that is rolled out: PRIMARY, unless it is rolled back. */
  readonly greenId: string;
}

/** Decides for one service. */
export function decideStaged(view: StagedView): Verdict {
  const whole = new Draft(view);
  if (view.service.isRebalancing) whole.balance = "given-up";
  const isWatched = view.shift.stage !== "CLEAN_UP";
  if (isWatched && judge(whole)) return whole.verdict({ isSettled: false, isStuck: false });
  const parts = partsOf(view.deployments, view.greenId);
  const verdicts = view.deployments.map((deployment) => decideAlone(view, deployment, parts));
  return merged(whole, verdicts, view, parts);
}

/** Decides for one deployment as for a service that has no other. */
function decideAlone(view: StagedView, deployment: DeploymentRow, parts: Parts): Verdict {
  const tasks = view.tasks.filter(({ deploymentId }) => deploymentId === deployment.deploymentId);
  const wanted = wantedIn(view.shift, parts, deployment, view.service.desiredCount);
  // Nothing of a failed deployment is started again: it keeps what it has until it goes.
  const has = tasks.filter(({ isWanted }) => isWanted).length;
  const isFailed = deployment.rolloutState === "FAILED";
  const desiredCount = isFailed ? Math.min(wanted, has) : wanted;
  const service = { ...view.service, desiredCount, isRebalancing: false };
  const row: DeploymentRow = isFailed && wanted === 0 ? { ...deployment, rolloutState: "IN_PROGRESS" } : deployment;
  const draft = new Draft({ ...view, service, deployments: [row], tasks, alarming: [] });
  const isSettled = keepTasks(draft);
  return draft.verdict({ isSettled, isStuck: false });
}

/** One verdict of those about each deployment. */
function merged(whole: Draft, verdicts: readonly Verdict[], view: StagedView, parts: Parts): Verdict {
  const { facts, balance, healthy, ...rest } = whole.verdict({ isSettled: false, isStuck: false });
  const starts = verdicts.flatMap((each) => each.starts).map((start) => startOf(start, view, parts));
  const stops = verdicts.flatMap((each) => each.stops).map((stop) => stopOf(stop, view, parts));
  const bounds = [...new Set(verdicts.flatMap((each) => each.bounds))];
  const targets = new Map(verdicts.flatMap((each) => [...each.targets]));
  const sum = (name: "lower" | "upper") => verdicts.reduce((total, each) => total + each.facts[name], 0);
  return {
    ...rest,
    starts,
    stops,
    bounds,
    targets,
    healthy,
    balance,
    isEnough: false,
    // What was behind a balancer is gone when it has drained.
    isSettled: verdicts.every(({ isSettled }) => isSettled) && (view.shift.stage !== "CLEAN_UP" || whole.isQuiet),
    keptByProtection: verdicts.reduce((total, { keptByProtection }) => total + keptByProtection, 0),
    facts: {
      ...facts,
      lower: sum("lower"),
      upper: sum("upper"),
      deployments: verdicts.map(({ facts: { deployments } }, at) => {
        const [count] = deployments;
        assert(count !== undefined, "a verdict counts its deployments");
        return { ...count, isPrimary: at === 0 };
      }),
      acts: [...starts, ...stops].map(({ does, deploymentId, count, motive }) => ({
        does,
        deploymentId,
        count,
        motive,
      })),
      bounds,
    },
  };
}

/** What is more than a revision has is a rollout of it, unless nothing was there before. */
function startOf(start: Start, { greenId }: StagedView, { blue }: Parts): Start {
  const isRollout = start.motive === "scale-out" && start.deploymentId === greenId && blue !== undefined;
  return isRollout ? { ...start, motive: "rollout" } : start;
}

function stopOf(stop: Stop, view: StagedView, parts: Parts): Stop {
  const deployment = view.deployments.find(({ deploymentId }) => deploymentId === stop.deploymentId);
  assert(deployment !== undefined, "tasks are stopped of deployments that are seen");
  const goes = wantedIn(view.shift, parts, deployment, view.service.desiredCount) === 0;
  return goes && stop.motive === "scale-in" ? { ...stop, motive: "rollout" } : stop;
}

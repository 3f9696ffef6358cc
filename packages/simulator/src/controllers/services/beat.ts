/**
 * One beat of the scheduler: it looks at the service, decides, does what it has decided, and comes again as long as anything
 * is left to do. What it saw, what bounded it and what it did stands in the journal, when it did something or a new reason keeps
 * it from doing it.
 */
import { ALARM_BAKE_MS } from "../../model/alarms.ts";
import { tellServiceEvent } from "../../model/causes/service-events.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import type { Beat, Missed } from "../../model/service-decision.ts";
import { IDLE_BEATS, MISSES_COUNTED } from "../../model/service-timing.ts";
import type { DeploymentRow, ServiceRow } from "../../model/services.ts";
import { enoughHealthy } from "../../services/bounds.ts";
import { decide } from "../../services/decide.ts";
import { decideStaged } from "../../services/decide-staged.ts";
import { unevenZones } from "../../services/rebalance.ts";
import { INCONSISTENT_AFTER } from "../../services/throttle.ts";
import type { ServiceTask, ServiceView, Verdict } from "../../services/view.ts";
import { startTasks, stopTasks, wouldFindNoPlaceAgain } from "./act.ts";
import { carryStage, stagedView, waitForStage } from "./carry-stage.ts";
import { completeDeployment, hasTasks, moveServiceDeployments, retireOlder } from "./deployments.ts";
import { failDeployment } from "./fail-deployment.ts";
import { viewOf } from "./read-view.ts";
import { rest } from "./rest.ts";
import { complain, say } from "./say.ts";
import { changeDeployment, changeService, deploymentsOf } from "./service-rows.ts";
import { actOnTargets } from "./targets.ts";
import { onTaskSetBeat } from "./task-set-beat.ts";
import { beatAgain } from "./wake.ts";

/** The scheduler looks at a service. */
export function onServiceBeat(sim: Cloud, entry: CloudEntry<"SERVICE_BEAT">): void {
  const service = sim.tables.services.at(entry.slot);
  if (service === undefined || service.series !== entry.data.series || service.rests) return;
  if (service.deploymentController === "EXTERNAL") onTaskSetBeat(sim, service, entry.data);
  else lookAt(sim, service, entry.data);
}

/** What a stage has waited for is there: the scheduler looks at the service, which has rested. */
export function onStageDue(sim: Cloud, entry: CloudEntry<"STAGE_DUE">): void {
  const service = sim.tables.services.at(entry.slot);
  if (service === undefined || service.series !== entry.data || !service.rests) return;
  lookAt(sim, changeService(sim, service, { rests: false }), { idle: 0, missed: {} });
}

function lookAt(sim: Cloud, service: ServiceRow, { missed, idle }: Omit<Beat, "series">): void {
  const view = viewOf(sim, service, missed);
  const [primary] = view.deployments;
  if (sim.tables.serviceDeployments.get(primary.serviceDeploymentArn)?.status === "ROLLBACK_REQUESTED") {
    failDeployment(sim, service, primary, { why: "asked", alarmNames: [] });
    beatAgain(sim, service, { idle: 0, missed });
    return;
  }
  const staged = stagedView(sim, view);
  const verdict = staged === undefined ? decide(view) : decideStaged(staged);
  const isOldNews = startsInVain(sim, view, verdict);
  const hasMoved = noteDown(sim, view, verdict, isOldNews);
  const skipped = isOldNews && !hasMoved ? verdict.starts : [];
  const { done, ...next } =
    verdict.fails === undefined ? act(sim, view, verdict, skipped) : fail(sim, view, verdict.fails, verdict.targetActs);
  const stage = staged === undefined || verdict.fails !== undefined ? undefined : carryStage(sim, service, verdict);
  if (typeof stage === "object" && done === 0 && verdict.isSettled) {
    waitForStage(sim, service.serviceArn, stage);
    return;
  }
  if (stage === "moved") {
    beatAgain(sim, service, { ...next, idle: 0 });
    return;
  }
  // One that has rested until now no longer does.
  if (sim.journal.pendingChanges > 0) sim.record("SERVICE_DECIDED", service.serviceArn, verdict.facts);
  if (verdict.isEnough && !verdict.isSettled) completeEarly(sim, view);
  // What could not be placed to even out the zones is not tried again until something changes.
  const goesOn = verdict.starts.length === 0 && unevenZones(view) !== undefined;
  if (done === 0 && verdict.isSettled && settle(sim, service, primary, goesOn)) return;
  const waits = isHeldForGood(verdict, next.missed) ? IDLE_BEATS + 1 : idle + 1;
  const goesOnByItself = done > 0 || hasMoved || view.tasks.some(isDraining);
  beatAgain(sim, service, { ...next, idle: goesOnByItself ? 0 : waits });
}

/** A task that drains will stop: somebody may wait for that. */
function isDraining({ isBalanced, isEnding }: ServiceTask): boolean {
  return isBalanced && isEnding;
}

/** No beat will do more than this one, as long as nothing else changes: nobody needs to wait for it. */
function isHeldForGood({ bounds, isStuck }: Verdict, missed: Missed): boolean {
  const isPlaceless = Object.values(missed).some((tries) => tries > MISSES_COUNTED);
  return isStuck || isPlaceless || (bounds.length === 1 && bounds[0] === "failed");
}

/** All that it would do is to try once more what found no place before, and would not now. */
function startsInVain(sim: Cloud, { service, missed }: ServiceView, { starts, stops, fails }: Verdict): boolean {
  if (fails !== undefined || stops.length > 0 || starts.length === 0) return false;
  return starts.every((start) => (missed[start.deploymentId] ?? 0) > 0 && wouldFindNoPlaceAgain(sim, service, start));
}

/** Writes down what the scheduler saw, when that is news. @returns whether anything has moved since the beat before */
function noteDown(sim: Cloud, view: ServiceView, verdict: Verdict, isOldNews: boolean): boolean {
  const { service, deployments } = view;
  const { serviceArn, desiredCount } = service;
  const boundBy = verdict.bounds.join(" ");
  const before = sim.tables.services.get(serviceArn) as ServiceRow;
  let hasMoved = boundBy !== service.boundBy || before.desiredCount !== desiredCount;
  for (const row of deployments) hasMoved = noteDeployment(sim, view, row, verdict) || hasMoved;
  hasMoved = moveServiceDeployments(sim, deployments) || hasMoved;
  const starts = isOldNews ? 0 : verdict.starts.length;
  const acts = starts + verdict.stops.length > 0 || verdict.facts.targets !== undefined;
  if (!hasMoved && !acts) return false;
  // A task more to even out the zones leaves the state steady; it may find no place.
  const disturbs = verdict.stops.length > 0 || verdict.starts.some(({ motive }) => motive !== "rebalance");
  changeService(sim, before, {
    boundBy,
    desiredCount,
    ...(disturbs ? { isSteady: false } : {}),
  });
  sim.record("SERVICE_DECIDED", serviceArn, verdict.facts);
  return hasMoved;
}

/** What a beat changes of a deployment's row. @returns whether anything */
function noteDeployment(sim: Cloud, { service, missed }: ServiceView, row: DeploymentRow, verdict: Verdict): boolean {
  const { deploymentId, failedTasks, failuresSeen, rolloutState } = row;
  const { deploymentConfiguration } = service;
  const target = verdict.targets.get(deploymentId);
  const count = verdict.facts.deployments.find((each) => each.deploymentId === deploymentId);
  const resets = deploymentConfiguration.deploymentCircuitBreaker.resetOnHealthyTask && (count?.healthy ?? 0) > 0;
  const tries = missed[deploymentId] ?? 0;
  const couldNot = rolloutState === "IN_PROGRESS" && tries > 0 && tries <= MISSES_COUNTED ? 1 : 0;
  const failed = resets ? 0 : failedTasks + couldNot;
  const isFirstHealth = verdict.healthy.includes(deploymentId);
  if (target === undefined && !isFirstHealth && failed === failedTasks && failed === failuresSeen) return false;
  changeDeployment(sim, row, {
    ...(target === undefined ? {} : { desiredCount: target }),
    ...(isFirstHealth ? { hasBeenHealthy: true } : {}),
    failedTasks: failed,
    failuresSeen: failed,
  });
  return true;
}

interface Done {
  /** How many tasks were started or stopped. */
  readonly done: number;
  readonly missed: Missed;
}

/**
 * Does what was decided.
 * @param skipped starts that are known to find no place: counted as tried, and not tried
 */
function act(sim: Cloud, view: ServiceView, verdict: Verdict, skipped: Verdict["starts"]): Done {
  const { service } = view;
  const { serviceName, serviceArn } = service;
  tellStartFailures(sim, service);
  tellBalance(sim, view, verdict.balance);
  actOnTargets(sim, service, verdict.targetActs);
  let done = verdict.facts.targets === undefined ? 0 : 1;
  const missed: Record<string, number> = { ...view.missed };
  for (const start of verdict.starts) {
    const { deploymentId, motive } = start;
    const started = skipped.includes(start) ? 0 : startTasks(sim, service, start);
    done += started;
    if (started > 0) delete missed[deploymentId];
    else if (motive !== "rebalance") missed[deploymentId] = (missed[deploymentId] ?? 0) + 1;
  }
  for (const stop of verdict.stops) {
    stopTasks(sim, service, stop);
    done += stop.count;
  }
  if (verdict.isStuck) complain(sim, service, tellServiceEvent("service.stuck", { serviceName }));
  if (verdict.keptByProtection > 0) {
    const { deploymentId } = deploymentsOf(sim, serviceArn).at(-1) as DeploymentRow;
    complain(
      sim,
      service,
      tellServiceEvent("service.protected", { serviceName, deploymentId, count: verdict.keptByProtection }),
    );
  }
  return { done, missed };
}

/** A service that is not even says so, and says when it is. */
function tellBalance(sim: Cloud, view: ServiceView, balance: Verdict["balance"]): void {
  if (balance === undefined) return;
  const service = sim.tables.services.get(view.service.serviceArn) as ServiceRow;
  const { serviceName } = service;
  const begins = balance === "uneven";
  if (begins && service.isRebalancing) return;
  const changed = changeService(sim, service, { isRebalancing: begins });
  if (balance === "given-up") say(sim, changed, tellServiceEvent("service.rebalancing-stopped", { serviceName }));
  else
    say(
      sim,
      changed,
      tellServiceEvent(begins ? "service.unbalanced" : "service.balanced", {
        serviceName,
        spread: spreadText(view),
      }),
    );
}

/** `3 tasks in us-east-1a, 1 tasks in us-east-1b`. */
function spreadText({ zones, tasks }: ServiceView): string {
  const count = (zone: string) =>
    tasks.filter(({ isWanted, availabilityZone }) => isWanted && availabilityZone === zone).length;
  return zones.map((zone) => `${count(zone)} tasks in ${zone}`).join(", ");
}

function fail(
  sim: Cloud,
  { service, deployments, alarming }: ServiceView,
  why: "breaker" | "alarm",
  targetActs: Verdict["targetActs"],
): Done {
  tellStartFailures(sim, service);
  const primary = sim.tables.deployments.get(deployments[0].deploymentId) as DeploymentRow;
  failDeployment(sim, service, primary, { why, alarmNames: why === "alarm" ? alarming : [] });
  actOnTargets(sim, service, targetActs);
  return { done: 1, missed: {} };
}

/** Tasks that could not start since the last beat. */
function tellStartFailures(sim: Cloud, service: ServiceRow): void {
  const { serviceName, serviceArn } = service;
  for (const row of deploymentsOf(sim, serviceArn)) {
    if (row.startFailures.length === 0) continue;
    const { startFailures } = row;
    const cleared = changeDeployment(sim, row, { startFailures: [] });
    for (const reason of new Set(startFailures)) {
      say(
        sim,
        service,
        tellServiceEvent("service.unable-to-place", { serviceName, reason: reason.replace(/\.$/, "") }),
      );
    }
    if (cleared.failedStarts >= INCONSISTENT_AFTER)
      complain(sim, service, tellServiceEvent("service.inconsistent", { serviceName }));
  }
}

/** As many tasks of PRIMARY are healthy as its configuration asks for: its deployment bakes, waits for older tasks where it must, and is done. */
function completeEarly(sim: Cloud, { service: { serviceArn }, deployments }: ServiceView): void {
  const service = sim.tables.services.get(serviceArn) as ServiceRow;
  const primary = sim.tables.deployments.get(deployments[0].deploymentId) as DeploymentRow;
  if (bakes(sim, service, primary)) return;
  const { deploymentConfiguration, desiredCount } = service;
  const mustBeGone = deploymentConfiguration.earlySuccessCriteria?.sourceServiceRevisionCleanup === "BLOCKING";
  if (
    mustBeGone &&
    deploymentsOf(sim, serviceArn)
      .slice(1)
      .some((older) => hasTasks(sim, older))
  )
    return;
  completeDeployment(sim, service, primary, enoughHealthy(desiredCount, deploymentConfiguration));
}

/** Whether a deployment that has all it needs is still watched. */
function bakes(sim: Cloud, service: ServiceRow, primary: DeploymentRow): boolean {
  const bakeMs = bakeTimeOf(sim, service, primary);
  if (bakeMs > 0 && primary.bakesUntilMs === undefined) {
    changeDeployment(sim, primary, { bakesUntilMs: sim.nowMs + bakeMs });
    sim.record("SERVICE_BAKES", service.serviceArn, { forMs: bakeMs });
    return true;
  }
  return sim.nowMs < (primary.bakesUntilMs ?? 0);
}

/**
 * Nothing is left to do.
 * @param goesOn the zones are to be evened out next
 * @returns whether the service rests; not while a deployment bakes
 */
function settle(sim: Cloud, row: ServiceRow, { deploymentId }: DeploymentRow, goesOn: boolean): boolean {
  const primary = sim.tables.deployments.get(deploymentId) as DeploymentRow;
  const service = sim.tables.services.get(row.serviceArn) as ServiceRow;
  if (primary.rolloutState === "IN_PROGRESS") {
    if (bakes(sim, service, primary)) return false;
    completeDeployment(sim, service, primary, undefined);
  }
  retireOlder(sim, service.serviceArn);
  return rest(sim, service.serviceArn, goesOn);
}

/** As it is configured; with alarms that watch never none. */
function bakeTimeOf(
  sim: Cloud,
  { deploymentConfiguration }: ServiceRow,
  { serviceDeploymentArn }: DeploymentRow,
): number {
  const configured = deploymentConfiguration.bakeTimeInMinutes * 60_000;
  if (configured > 0) return configured;
  const isWatched = sim.tables.serviceDeployments.get(serviceDeploymentArn)?.alarmsStatus === "MONITORING";
  return isWatched ? ALARM_BAKE_MS : 0;
}

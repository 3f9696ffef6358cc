/** Carries out what the scheduler has decided: starts tasks, stops tasks, and says so. */

import type { Told } from "../../model/cause.ts";
import { tellServiceEvent } from "../../model/causes/service-events.ts";
import { tellServiceStop } from "../../model/causes/stops.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerInstanceRow } from "../../model/container-instances.ts";
import type { StopOrder, TaskRow } from "../../model/ecs.ts";
import type { PlacementFailure } from "../../model/placement.ts";
import type { DeploymentRow, ServiceRow } from "../../model/services.ts";
import { unableToPlace } from "../../placement/closest-match.ts";
import type { Start, Stop } from "../../services/view.ts";
import { beginStop } from "../rows/begin-stop.ts";
import { placeOn, placeTasks, whyNoPlace } from "../tasks/place-tasks.ts";
import type { TaskPlan } from "../tasks/task-plan.ts";
import { complain, hasComplained, type Said, say } from "./say.ts";
import { planFor, planOf } from "./service-plan.ts";
import { changeDeployment, changeService } from "./service-rows.ts";
import { illGroupOf, targetComplaints } from "./targets.ts";

/** Starts tasks. @returns how many there are now that were not there before */
export function startTasks(sim: Cloud, service: ServiceRow, start: Start): number {
  const { count, motive, on, zone } = start;
  const whole = wholePlan(sim, service, start);
  const plan = zone === undefined ? whole : planIn(whole, zone);
  const { created, failures } = on === undefined ? placeTasks(sim, plan, count) : placeDaemons(sim, plan, on);
  const { serviceName } = service;
  if (created.length > 0) {
    countStarts(sim, service.serviceArn, created.length);
    const taskIds = created.map(({ spec }) => spec.taskId);
    say(sim, service, startEvent(motive, { serviceName, taskIds, zone: zone ?? "" }));
  }
  if (created.length < count && zone !== undefined) {
    const event = plan.placement === undefined ? "service.no-place-in-zone" : "service.no-instance-in-zone";
    complain(sim, service, tellServiceEvent(event, { serviceName, zone }));
  } else if (created.length < count) complain(sim, service, noPlaceEvent(service, failures));
  return created.length;
}

/**
 * Whether a start would find no place once more, for a reason that the service has told: nothing new, so nothing to write down.
 * Daemons and tasks of one zone are not asked about: they are looked for by the instance and by the zone.
 */
export function wouldFindNoPlaceAgain(sim: Cloud, service: ServiceRow, start: Start): boolean {
  if (start.on !== undefined || start.zone !== undefined) return false;
  const failures = whyNoPlace(sim, wholePlan(sim, service, start));
  return failures !== undefined && hasComplained(sim, service, noPlaceEvent(service, failures));
}

/** What is to be started, wherever there is room. */
function wholePlan(sim: Cloud, service: ServiceRow, { deploymentId }: Start): TaskPlan {
  const taskSet = sim.tables.taskSets.get(deploymentId);
  if (taskSet !== undefined) return planFor(sim, service, taskSet, deploymentId);
  return planOf(sim, service, sim.tables.deployments.get(deploymentId) as DeploymentRow);
}

/** For the rate a minute. Belongs to the record of what the service says of it. */
function countStarts(sim: Cloud, serviceArn: string, count: number): void {
  const now = sim.tables.services.get(serviceArn) as ServiceRow;
  const { fromMs, count: before } = now.startedLately;
  const goesOn = before > 0 && sim.nowMs - fromMs < 60_000;
  const startedLately = goesOn ? { fromMs, count: before + count } : { fromMs: sim.nowMs, count };
  changeService(sim, now, { startedLately });
}

function startEvent(
  motive: Start["motive"],
  values: { readonly serviceName: string; readonly taskIds: readonly string[]; readonly zone: string },
): Told {
  if (motive === "rebalance") return tellServiceEvent("service.started-in-zone", values);
  return tellServiceEvent(motive === "replace" ? "service.replaced" : "service.started", values);
}

/** The same plan in one zone. */
function planIn(plan: TaskPlan, zone: string): TaskPlan {
  const subnets = plan.subnets.filter(({ availabilityZone }) => availabilityZone === zone);
  const { placement } = plan;
  if (placement === undefined) return { ...plan, subnets };
  const here = { type: "memberOf", expression: `attribute:ecs.availability-zone == ${zone}` } as const;
  return { ...plan, subnets, placement: { ...placement, constraints: [...placement.constraints, here] } };
}

function placeDaemons(sim: Cloud, plan: TaskPlan, instances: readonly string[]) {
  const created: TaskRow[] = [];
  const failures: PlacementFailure[] = [];
  for (const arn of instances) {
    const placed = placeOn(sim, plan, sim.tables.containerInstances.get(arn) as ContainerInstanceRow);
    if (typeof placed === "string") failures.push({ arn, reason: placed as PlacementFailure["reason"] });
    else created.push(placed);
  }
  return { created, failures };
}

/** What a service says of tasks without a place. */
function noPlaceEvent(
  { serviceName }: ServiceRow,
  failures: readonly { readonly arn?: string; readonly reason: string }[],
): Said {
  const onInstances = failures.filter((failure): failure is PlacementFailure => failure.arn !== undefined);
  const [first] = failures;
  if (first !== undefined && onInstances.length === 0)
    return tellServiceEvent("service.unable-to-place", { serviceName, reason: first.reason });
  return { why: "event.no-instances", reason: unableToPlace(serviceName, onInstances), failures: onInstances };
}

/** Stops tasks. */
export function stopTasks(sim: Cloud, service: ServiceRow, { taskArns, deploymentId, why, zone }: Stop): void {
  const tasks = taskArns.map((arn) => sim.tables.tasks.get(arn) as TaskRow);
  const { serviceName } = service;
  if (why === "container-checks" || why === "target-checks") {
    countUnhealthy(sim, deploymentId, tasks.length);
    for (const task of tasks) tellIllness(sim, service, task, why);
  }
  for (const task of tasks) beginStop(sim, task, orderOf(sim, task, deploymentId, why));
  const ran = tasks.filter(({ startedAtMs }) => startedAtMs !== undefined).map(({ spec }) => spec.taskId);
  if (zone !== undefined) {
    say(sim, service, tellServiceEvent("service.stopped-in-zone", { serviceName, taskIds: ran, zone }));
    return;
  }
  const never = tasks.filter(({ startedAtMs }) => startedAtMs === undefined).map(({ spec }) => spec.taskId);
  if (ran.length > 0) say(sim, service, tellServiceEvent("service.stopped-running", { serviceName, taskIds: ran }));
  if (never.length > 0) say(sim, service, tellServiceEvent("service.stopped-pending", { serviceName, taskIds: never }));
}

function tellIllness(sim: Cloud, service: ServiceRow, task: TaskRow, why: "container-checks" | "target-checks"): void {
  const { serviceName } = service;
  const { taskId } = task.spec;
  if (why === "container-checks")
    say(sim, service, tellServiceEvent("service.container-checks", { serviceName, taskId }));
  else for (const told of targetComplaints(sim, service, task)) say(sim, service, told);
}

/** A task that is replaced because a check failed counts for the circuit breaker. */
function countUnhealthy(sim: Cloud, deploymentId: string, count: number): void {
  const deployment = sim.tables.deployments.get(deploymentId);
  if (deployment?.rolloutState !== "IN_PROGRESS") return;
  changeDeployment(sim, deployment, { failedTasks: deployment.failedTasks + count });
}

function orderOf(sim: Cloud, task: TaskRow, deploymentId: string, why: Stop["why"]): StopOrder {
  const stopCode = "ServiceSchedulerInitiated";
  switch (why) {
    case "container-checks":
      return { stopCode, ...tellServiceStop("stop.container-checks") };
    case "target-checks":
      return { stopCode, ...tellServiceStop("stop.target-checks", { targetGroupArn: illGroupOf(sim, task) }) };
    case "draining": {
      const row = sim.tables.containerInstances.get(task.spec.placed?.containerInstanceArn ?? "");
      return { stopCode, ...tellServiceStop("stop.draining", { instanceId: row?.spec.ec2InstanceId ?? "" }) };
    }
    case "daemon-place":
      return { stopCode, ...tellServiceStop("stop.daemon-place", { deploymentId }) };
    case "rebalance":
      return { stopCode, ...tellServiceStop("stop.rebalancing", { deploymentId }) };
    default:
      return { stopCode, ...tellServiceStop("stop.scaling", { deploymentId }) };
  }
}

/** Carries out what the scheduler has decided: starts tasks, stops tasks, and says so. */

import { tellServiceEvent } from "../../model/causes/service-events.ts";
import { tellStop } from "../../model/causes/stops.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerInstanceRow } from "../../model/container-instances.ts";
import type { StopOrder, TaskRow } from "../../model/ecs.ts";
import type { PlacementFailure } from "../../model/placement.ts";
import type { DeploymentRow, ServiceRow } from "../../model/services.ts";
import { unableToPlace } from "../../placement/closest-match.ts";
import type { Start, Stop } from "../../services/view.ts";
import { beginStop } from "../rows/begin-stop.ts";
import { placeOn, placeTasks } from "../tasks/place-tasks.ts";
import { complain, say } from "./say.ts";
import { planOf } from "./service-plan.ts";
import { changeDeployment } from "./service-rows.ts";

/** Starts tasks. @returns how many there are now that were not there before */
export function startTasks(sim: Cloud, service: ServiceRow, { deploymentId, count, motive, on }: Start): number {
  const deployment = sim.tables.deployments.get(deploymentId) as DeploymentRow;
  const plan = planOf(sim, service, deployment);
  const { created, failures } = on === undefined ? placeTasks(sim, plan, count) : placeDaemons(sim, plan, on);
  const { serviceName } = service;
  if (created.length > 0) {
    const taskIds = created.map(({ spec }) => spec.taskId);
    say(
      sim,
      service,
      tellServiceEvent(motive === "replace" ? "service.replaced" : "service.started", { serviceName, taskIds }),
    );
  }
  if (failures.length > 0 || created.length < count) complainOfPlacement(sim, service, failures);
  return created.length;
}

function placeDaemons(sim: Cloud, plan: ReturnType<typeof planOf>, instances: readonly string[]) {
  const created: TaskRow[] = [];
  const failures: PlacementFailure[] = [];
  for (const arn of instances) {
    const placed = placeOn(sim, plan, sim.tables.containerInstances.get(arn) as ContainerInstanceRow);
    if (typeof placed === "string") failures.push({ arn, reason: placed as PlacementFailure["reason"] });
    else created.push(placed);
  }
  return { created, failures };
}

function complainOfPlacement(
  sim: Cloud,
  service: ServiceRow,
  failures: readonly { readonly arn?: string; readonly reason: string }[],
): void {
  const { serviceName } = service;
  const onInstances = failures.filter((failure): failure is PlacementFailure => failure.arn !== undefined);
  const [first] = failures;
  if (first !== undefined && onInstances.length === 0) {
    complain(sim, service, tellServiceEvent("service.unable-to-place", { serviceName, reason: first.reason }));
  } else complain(sim, service, { why: "event.placement", reason: unableToPlace(serviceName, onInstances) });
}

/** Stops tasks. */
export function stopTasks(sim: Cloud, service: ServiceRow, { taskArns, deploymentId, why }: Stop): void {
  const tasks = taskArns.map((arn) => sim.tables.tasks.get(arn) as TaskRow);
  const { serviceName } = service;
  if (why === "container-checks") {
    countUnhealthy(sim, deploymentId, tasks.length);
    for (const { spec } of tasks)
      say(sim, service, tellServiceEvent("service.container-checks", { serviceName, taskId: spec.taskId }));
  }
  for (const task of tasks) beginStop(sim, task, orderOf(sim, task, deploymentId, why));
  const ran = tasks.filter(({ startedAtMs }) => startedAtMs !== undefined).map(({ spec }) => spec.taskId);
  const never = tasks.filter(({ startedAtMs }) => startedAtMs === undefined).map(({ spec }) => spec.taskId);
  if (ran.length > 0) say(sim, service, tellServiceEvent("service.stopped-running", { serviceName, taskIds: ran }));
  if (never.length > 0) say(sim, service, tellServiceEvent("service.stopped-pending", { serviceName, taskIds: never }));
}

/** A task that is replaced because a check failed counts for the circuit breaker. */
function countUnhealthy(sim: Cloud, deploymentId: string, count: number): void {
  const deployment = sim.tables.deployments.get(deploymentId) as DeploymentRow;
  if (deployment.rolloutState !== "IN_PROGRESS") return;
  changeDeployment(sim, deployment, { failedTasks: deployment.failedTasks + count });
}

function orderOf(sim: Cloud, task: TaskRow, deploymentId: string, why: Stop["why"]): StopOrder {
  const stopCode = "ServiceSchedulerInitiated";
  switch (why) {
    case "container-checks":
      return { stopCode, ...tellStop("stop.container-checks") };
    case "draining": {
      const row = sim.tables.containerInstances.get(task.spec.placed?.containerInstanceArn ?? "");
      return { stopCode, ...tellStop("stop.draining", { instanceId: row?.spec.ec2InstanceId ?? "" }) };
    }
    case "daemon-place":
      return { stopCode, ...tellStop("stop.daemon-place", { deploymentId }) };
    case "rebalance":
      return { stopCode, ...tellStop("stop.rebalancing", { deploymentId }) };
    default:
      return { stopCode, ...tellStop("stop.scaling", { deploymentId }) };
  }
}

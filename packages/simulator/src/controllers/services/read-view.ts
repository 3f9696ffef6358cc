/** Makes the rows of a service ready for the decision of its scheduler. */
import { ALARM_SEEN_AFTER_MS } from "../../model/alarms.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerInstanceRow } from "../../model/container-instances.ts";
import type { TaskRow } from "../../model/ecs.ts";
import type { TargetRow } from "../../model/elb.ts";
import { placeOf } from "../../model/place.ts";
import type { Missed } from "../../model/service-decision.ts";
import type { DeploymentRow, ServiceLoadBalancer, ServiceRow } from "../../model/services.ts";
import { candidatesOf } from "../../placement/candidates.ts";
import { type Draw, planPlacement } from "../../placement/place.ts";
import { loadBalancersOf, targetsOfTask } from "../../services/balancers.ts";
import { healthByTargets, healthOf, isChecked, isDismissed } from "../../services/health.ts";
import type { DaemonPlace, ServiceTask, ServiceView } from "../../services/view.ts";
import { agentHears } from "../host/host-queue.ts";
import { tasksOn } from "../machines/container-instances.ts";
import { definitionOf } from "../rows/task-rows.ts";
import { requestOf } from "../tasks/place-tasks.ts";
import { planOf } from "./service-plan.ts";
import { deploymentsOf, revisionOf } from "./service-rows.ts";
import { serviceTargets } from "./targets.ts";

/** A service as its scheduler sees it now. Of a DAEMON service the desired count is that of the instances that take it. */
export function viewOf(sim: Cloud, row: ServiceRow, missed: Missed = {}): ServiceView {
  const { nowMs } = sim;
  const deployments = deploymentsOf(sim, row.serviceArn);
  const byId = new Map(deployments.map((deployment) => [deployment.deploymentId, deployment]));
  const tasks = serviceTasks(sim, row, byId);
  const places = row.schedulingStrategy === "DAEMON" ? placesOf(sim, row, deployments[0], tasks) : [];
  const service = row.schedulingStrategy === "DAEMON" ? { ...row, desiredCount: places.length } : row;
  const zones = zonesOf(sim, service, deployments[0]);
  const alarming = alarmingOf(sim, deployments[0]);
  const targets = serviceTargets(sim, row.serviceArn);
  return { nowMs, service, deployments, tasks, targets, places, zones, missed, alarming, draw: scaleInDraw(sim) };
}

/** The tasks of a service that have not stopped, as the scheduler sees them. */
export function serviceTasks(
  sim: Cloud,
  service: ServiceRow,
  deployments: ReadonlyMap<string, DeploymentRow>,
): readonly ServiceTask[] {
  const { tasks } = sim.tables;
  return Array.from(tasks.bucket("service", service.serviceArn), (arn) =>
    taskView(sim, service, tasks.get(arn) as TaskRow, deployments),
  );
}

/** The lot by which a service chooses among tasks that are equal. */
export function scaleInDraw(sim: Cloud): Draw {
  return (count) => sim.world.random.between("scale-in", 0, count - 1);
}

/** Alarms of a deployment that is watched which have been in ALARM long enough to be seen. */
function alarmingOf({ tables, nowMs }: Cloud, { serviceDeploymentArn }: DeploymentRow): readonly string[] {
  const watched = tables.serviceDeployments.get(serviceDeploymentArn);
  if (watched?.alarmsStatus !== "MONITORING") return [];
  return watched.deploymentConfiguration.alarms.alarmNames.filter((name) => {
    const alarm = tables.alarms.get(name);
    return alarm?.stateValue === "ALARM" && nowMs - alarm.changedAtMs >= ALARM_SEEN_AFTER_MS;
  });
}

/** On Fargate the zones of its subnets; on EC2 those of the instances that are ACTIVE. */
function zonesOf(sim: Cloud, { clusterArn }: ServiceRow, primary: DeploymentRow): readonly string[] {
  const { launchType, network } = revisionOf(sim, primary);
  const zones =
    launchType === "FARGATE"
      ? network.subnetIds.map((id) => sim.tables.subnets.get(id)?.availabilityZone)
      : candidatesOf(sim.tables, clusterArn).map(({ status, spec }) =>
          status === "ACTIVE" ? spec.availabilityZone : undefined,
        );
  return [...new Set(zones.filter((zone): zone is string => zone !== undefined))];
}

/** States of a task that is to stop in which ECS has not heard yet that its containers have. */
const ENDING: ReadonlySet<string> = new Set(["ACTIVATING", "RUNNING", "DEACTIVATING", "STOPPING"]);

/** What a task is registered as in each of its groups. */
function inGroups(balancers: readonly ServiceLoadBalancer[], own: readonly TargetRow[]): (TargetRow | undefined)[] {
  return balancers.map(({ targetGroupArn }) => own.find((target) => target.targetGroupArn === targetGroupArn));
}

function taskView(
  sim: Cloud,
  service: ServiceRow,
  task: TaskRow,
  deployments: ReadonlyMap<string, DeploymentRow>,
): ServiceTask {
  const { spec, lastStatus, desiredStatus, taskArn } = task;
  const deploymentId = spec.startedBy ?? "";
  const instance = spec.placed && sim.tables.containerInstances.get(spec.placed.containerInstanceArn);
  const isWanted = desiredStatus === "RUNNING";
  const balancers = loadBalancersOf(sim.tables, task);
  const own = balancers.length === 0 ? [] : targetsOfTask(sim.tables, taskArn);
  const judged = {
    isChecked: isChecked(definitionOf(sim, task)),
    targets: balancers.length === 0 ? undefined : healthByTargets(inGroups(balancers, own), sim.nowMs),
    deployment: deployments.get(deploymentId),
    service,
  };
  const protection = sim.tables.taskProtections.get(taskArn);
  return {
    taskArn,
    deploymentId,
    availabilityZone: spec.availabilityZone,
    isProtected: protection !== undefined && protection.expiresAtMs > sim.nowMs,
    instance,
    cpu: spec.placed?.reservation.cpu ?? 0,
    memory: spec.placed?.reservation.memory ?? 0,
    isWanted,
    isDismissed: isDismissed(task),
    isRunning: isWanted && lastStatus === "RUNNING",
    hasRun: task.startedAtMs !== undefined,
    ...healthOf(task, judged, sim.nowMs),
    isBalanced: balancers.length > 0,
    isActivating: isWanted && lastStatus === "ACTIVATING",
    hasDrained: lastStatus === "DEACTIVATING" && balancers.length > 0 && own.length === 0 && agentHears(sim, task),
    isEnding: !isWanted && ENDING.has(lastStatus),
    mustMove: isWanted && instance?.status === "DRAINING",
    isNeeded:
      service.schedulingStrategy === "DAEMON" && instance?.status === "DRAINING" && hasOthers(sim, instance, service),
    createdAtMs: spec.createdAtMs,
  };
}

/** Whether tasks of other services are on an instance that have not stopped. */
function hasOthers(sim: Cloud, instance: ContainerInstanceRow, { serviceArn }: ServiceRow): boolean {
  return tasksOn(sim, instance).some(({ spec: { serviceArn: of } }) => {
    return of !== undefined && of !== serviceArn && sim.tables.services.get(of)?.schedulingStrategy !== "DAEMON";
  });
}

/** Stages that say whether an instance has room: a daemon waits for room, its place is there. */
const OF_ROOM: ReadonlySet<string> = new Set(["agent", "cpu", "memory", "ports", "gpu", "eni", "distinctInstance"]);

/** The instances that take a DAEMON service, with the task that each has. */
function placesOf(
  sim: Cloud,
  service: ServiceRow,
  primary: DeploymentRow,
  tasks: readonly ServiceTask[],
): readonly DaemonPlace[] {
  if (service.status !== "ACTIVE") return [];
  const { stages } = planPlacement(requestOf(planOf(sim, service, primary)), placeOf(sim.tables).startsAtMs);
  const fixed = stages.filter(({ id }) => !OF_ROOM.has(id));
  const fits = (row: ContainerInstanceRow) => fixed.every((stage) => stage.passes(row));
  return candidatesOf(sim.tables, service.clusterArn)
    .filter(fits)
    .map(({ containerInstanceArn }) => ({
      containerInstanceArn,
      task: tasks.find(({ instance }) => instance?.containerInstanceArn === containerInstanceArn),
    }));
}

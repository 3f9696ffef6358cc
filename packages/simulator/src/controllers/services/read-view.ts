/** Makes the rows of a service ready for the decision of its scheduler. */
import { ALARM_SEEN_AFTER_MS } from "../../model/alarms.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerInstanceRow } from "../../model/container-instances.ts";
import type { TaskRow } from "../../model/ecs.ts";
import { placeOf } from "../../model/place.ts";
import type { Missed } from "../../model/service-decision.ts";
import type { DeploymentRow, ServiceRow } from "../../model/services.ts";
import { candidatesOf } from "../../placement/candidates.ts";
import { type Draw, planPlacement } from "../../placement/place.ts";
import { healthOf, isChecked, isDismissed } from "../../services/health.ts";
import type { DaemonPlace, ServiceTask, ServiceView } from "../../services/view.ts";
import { tasksOn } from "../machines/container-instances.ts";
import { definitionOf } from "../rows/task-rows.ts";
import { requestOf } from "../tasks/place-tasks.ts";
import { planOf } from "./service-plan.ts";
import { deploymentsOf, revisionOf } from "./service-rows.ts";

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
  return { nowMs, service, deployments, tasks, places, zones, missed, alarming, draw: scaleInDraw(sim) };
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
  const checked = isChecked(definitionOf(sim, task));
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
    health: isWanted ? healthOf(task, checked, deployments.get(deploymentId), service, sim.nowMs) : "starting",
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

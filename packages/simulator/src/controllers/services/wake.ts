/**
 * When the scheduler looks at a service: five seconds after a call, then every ten seconds until nothing is left to do, and
 * again soon after a change of one of its tasks or instances. Source: recorded services (checked 2026-11-29).
 */
import { ALARM_SEEN_AFTER_MS, type AlarmRow } from "../../model/alarms.ts";
import type { Cloud, CloudReactor } from "../../model/cloud.ts";
import type { ContainerInstanceRow } from "../../model/container-instances.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import type { TargetRow } from "../../model/elb.ts";
import type { Beat } from "../../model/service-decision.ts";
import {
  FIRST_BEAT_AFTER,
  IDLE_BEATS,
  LAST_END_SEEN_AFTER,
  NEXT_BEAT_AFTER,
  WOKEN_AFTER,
} from "../../model/service-timing.ts";
import type { ServiceRow } from "../../model/services.ts";
import { loadBalancersOf } from "../../services/balancers.ts";
import { isDismissed } from "../../services/health.ts";
import { tasksOn } from "../machines/container-instances.ts";
import { draw } from "../rows/task-rows.ts";
import { countTask } from "./count-task.ts";
import { changeDeployment, changeService } from "./service-rows.ts";

const STREAM = "scheduler";

/** A call has changed the service: its beats begin anew, unless an earlier call is about to be answered. Belongs to the next record. */
export function wakeByCall(sim: Cloud, service: ServiceRow, fields: Partial<ServiceRow> = {}): ServiceRow {
  if (service.looksAtMs > sim.nowMs) return changeService(sim, service, fields);
  const delayMs = draw(sim, STREAM, FIRST_BEAT_AFTER);
  return beginSeries(sim, service, delayMs, { ...fields, looksAtMs: sim.nowMs + delayMs });
}

/** Something that the service depends on has changed; nothing happens when the scheduler looks at it anyway. */
function wake(sim: Cloud, service: ServiceRow | undefined): void {
  if (service?.rests !== true || service.status === "INACTIVE") return;
  const { lowMs } = WOKEN_AFTER;
  // Simplified: AWS keeps room for a daemon; here its scheduler looks first.
  const delayMs = service.schedulingStrategy === "DAEMON" ? lowMs : draw(sim, STREAM, WOKEN_AFTER);
  beginSeries(sim, service, delayMs, {});
}

function beginSeries(sim: Cloud, service: ServiceRow, delayMs: number, fields: Partial<ServiceRow>): ServiceRow {
  const series = service.series + 1;
  const row = changeService(sim, service, { ...fields, series, rests: false });
  const beat = { series, idle: 0, missed: {} };
  sim.schedule(delayMs, "SERVICE_BEAT", row.serviceArn, row.slot, beat, { cause: sim.nextRecord });
  return row;
}

/** The next beat of the running series. */
export function beatAgain(sim: Cloud, { serviceArn, slot, series }: ServiceRow, beat: Omit<Beat, "series">): void {
  const nature = beat.idle > IDLE_BEATS ? "periodic" : "progress";
  const data = { series, ...beat };
  sim.schedule(draw(sim, STREAM, NEXT_BEAT_AFTER), "SERVICE_BEAT", serviceArn, slot, data, { nature });
}

/** A task of a service has changed: its deployment counts it, its service is looked at. */
function onTaskChange(sim: Cloud, before: TaskRow | undefined, after: TaskRow | undefined): void {
  const serviceArn = after?.spec.serviceArn;
  if (serviceArn === undefined || before === undefined || after === undefined) return;
  if (
    before.lastStatus === after.lastStatus &&
    before.desiredStatus === after.desiredStatus &&
    before.healthStatus === after.healthStatus
  )
    return;
  countTask(sim, before, after);
  const service = sim.tables.services.get(serviceArn);
  if (service !== undefined && isLastToEnd(sim, service, before, after)) lookSoon(sim, service);
  // What the scheduler has stopped needs it no more, but for a service that ends with its last task.
  if (!isDismissed(after) || (service?.status === "DRAINING" && after.lastStatus === "STOPPED")) wake(sim, service);
}

/** A task that has served was all that a deployment still waited for, and ECS has heard that its containers have stopped. */
function isLastToEnd(sim: Cloud, { serviceArn, rests }: ServiceRow, before: TaskRow, after: TaskRow): boolean {
  const hasEnded = before.lastStatus === "STOPPING" && after.lastStatus !== "STOPPING";
  if (rests || !hasEnded || !isDismissed(after) || loadBalancersOf(sim.tables, after).length === 0) return false;
  return [...sim.tables.tasks.bucket("service", serviceArn)].every((arn) => {
    const { desiredStatus, lastStatus } = sim.tables.tasks.get(arn) as TaskRow;
    return desiredStatus === "RUNNING" || lastStatus === "DEPROVISIONING" || lastStatus === "STOPPED";
  });
}

function lookSoon(sim: Cloud, service: ServiceRow): void {
  if (service.looksAtMs > sim.nowMs) return;
  const delayMs = draw(sim, STREAM, LAST_END_SEEN_AFTER);
  beginSeries(sim, service, delayMs, { looksAtMs: sim.nowMs + delayMs });
}

/** A target of a task is well, ill, or gone. */
function onTargetChange(sim: Cloud, before: TargetRow | undefined, after: TargetRow | undefined): void {
  if (before === undefined || before.state === after?.state || before.taskArn === undefined) return;
  const serviceArn = sim.tables.tasks.get(before.taskArn)?.spec.serviceArn;
  if (serviceArn !== undefined) wake(sim, sim.tables.services.get(serviceArn));
}

/** The first pull of a deployment fixes what its later tasks pull. Belongs to the record of the pull. */
function onContainerChange(sim: Cloud, before: ContainerRow | undefined, after: ContainerRow | undefined): void {
  if (after?.imageDigest === undefined || before?.imageDigest === after.imageDigest) return;
  const { serviceArn, startedBy = "" } = sim.tables.tasks.at(after.taskSlot)?.spec ?? {};
  const deployment = serviceArn === undefined ? undefined : sim.tables.deployments.get(startedBy);
  const { name, imageDigest } = after;
  if (deployment === undefined || deployment.imageDigests[name] !== undefined) return;
  changeDeployment(sim, deployment, { imageDigests: { ...deployment.imageDigests, [name]: imageDigest } });
}

/** An instance came, went, drains, or its agent does. */
function onInstanceChange(
  sim: Cloud,
  before: ContainerInstanceRow | undefined,
  after: ContainerInstanceRow | undefined,
): void {
  if (
    before?.status === after?.status &&
    before?.agentConnected === after?.agentConnected &&
    before?.attributes === after?.attributes
  )
    return;
  const clusterArn = (after ?? before)?.spec.clusterArn;
  if (clusterArn === undefined) return;
  const isLeaving = after?.status === "DRAINING" && before?.status !== "DRAINING";
  for (const arn of sim.tables.services.bucket("cluster", clusterArn)) {
    const service = sim.tables.services.get(arn);
    if (isLeaving && service !== undefined && hasPendingOn(sim, service, after)) {
      beginSeries(sim, service, WOKEN_AFTER.lowMs, {});
    } else wake(sim, service);
  }
}

/** What is PENDING on an instance that drains is stopped at once. @source API Reference, UpdateContainerInstancesState (checked 2026-11-29) */
function hasPendingOn(sim: Cloud, { serviceArn }: ServiceRow, instance: ContainerInstanceRow): boolean {
  return tasksOn(sim, instance).some(
    (task) => task.spec.serviceArn === serviceArn && task.startedAtMs === undefined && task.desiredStatus === "RUNNING",
  );
}

/** An alarm is seen a while after it went into ALARM: a stage that waits is woken for it. */
function onAlarmChange(sim: Cloud, _: AlarmRow | undefined, after: AlarmRow | undefined): void {
  if (after?.stateValue !== "ALARM") return;
  for (const service of sim.tables.services.values()) {
    if (!service.rests || !isWatching(sim, service, after.alarmName)) continue;
    beginSeries(sim, service, ALARM_SEEN_AFTER_MS + draw(sim, STREAM, WOKEN_AFTER), {});
  }
}

/** Whether a service deployment of the service goes on that the alarm would fail. */
function isWatching(sim: Cloud, { serviceArn }: ServiceRow, alarmName: string): boolean {
  const { serviceDeployments } = sim.tables;
  return [...serviceDeployments.bucket("service", serviceArn)].some((arn) => {
    const row = serviceDeployments.get(arn);
    return row?.alarmsStatus === "MONITORING" && row.deploymentConfiguration.alarms.alarmNames.includes(alarmName);
  });
}

/** Fargate has lost or got back a zone: every service may have a place to try. */
function onCapacityChange(sim: Cloud): void {
  for (const service of sim.tables.services.values()) wake(sim, service);
}

export const SERVICE_REACTORS: readonly CloudReactor[] = [
  { name: "services and their tasks", table: "tasks", react: onTaskChange },
  { name: "services and the targets of their tasks", table: "targets", react: onTargetChange },
  { name: "deployments and the images of their tasks", table: "containers", react: onContainerChange },
  { name: "services and the instances of their cluster", table: "containerInstances", react: onInstanceChange },
  { name: "services and the alarms of their deployments", table: "alarms", react: onAlarmChange },
  { name: "services and Fargate's zones", table: "fargateShortages", react: onCapacityChange },
];

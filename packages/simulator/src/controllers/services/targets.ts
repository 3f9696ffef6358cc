/**
 * The targets of a service: registered when the containers of its tasks run, deregistered when they are to stop, and what it says of them.
 * Source: Developer Guide, "Use load balancing to distribute Amazon ECS service traffic"; event lists published in 2026 (checked 2026-11-29).
 */
import type { Told } from "../../model/cause.ts";
import { tellServiceEvent } from "../../model/causes/service-events.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { TaskRow } from "../../model/ecs.ts";
import type { TargetRow } from "../../model/elb.ts";
import type { ServiceLoadBalancer, ServiceRow } from "../../model/services.ts";
import { machineOf } from "../../network/standing.ts";
import { loadBalancersOf, targetsOfTask } from "../../services/balancers.ts";
import { isIll } from "../../services/health.ts";
import type { ServiceTarget, TargetActs } from "../../services/view.ts";
import { deregisterTarget, registerTarget, type WantedTarget } from "../balancing/targets.ts";
import { stopAfterDrain } from "../rows/begin-stop.ts";
import { containersOf, moveTask } from "../rows/task-rows.ts";
import { say } from "./say.ts";

/** What a service has registered and not deregistered, of tasks that have STOPPED, too. */
export function serviceTargets({ tables }: Cloud, serviceArn: string): readonly ServiceTarget[] {
  if (tables.targets.size === 0) return [];
  return [...tables.targets.bucket("service", serviceArn)].flatMap((key) => {
    const { state, targetGroupArn, taskArn = "" } = tables.targets.get(key) as TargetRow;
    if (state === "draining") return [];
    return [{ key, targetGroupArn, taskArn, isWanted: tables.tasks.get(taskArn)?.desiredStatus === "RUNNING" }];
  });
}

/** Does what a beat has decided about targets, and says so: what goes first, as recorded. */
export function actOnTargets(sim: Cloud, service: ServiceRow, { deregisters, drained, registers }: TargetActs): void {
  const { serviceName } = service;
  for (const [targetGroupArn, targets] of grouped(deregisters)) {
    for (const { key } of targets) deregisterTarget(sim, sim.tables.targets.get(key) as TargetRow);
    say(sim, service, tellServiceEvent("service.deregistered", { serviceName, count: targets.length, targetGroupArn }));
  }
  const leaving = new Set(deregisters.map(({ taskArn }) => taskArn));
  if (leaving.size > 0) say(sim, service, tellServiceEvent("service.drains", { serviceName, count: leaving.size }));
  for (const taskArn of drained) stopAfterDrain(sim, sim.tables.tasks.get(taskArn) as TaskRow);
  const tasks = registers.map((taskArn) => sim.tables.tasks.get(taskArn) as TaskRow);
  const wanted = tasks.flatMap((task) => wantedTargets(sim, task)).filter(hasGroup(sim));
  for (const [targetGroupArn, targets] of grouped(wanted)) {
    for (const target of targets) registerTarget(sim, target);
    say(sim, service, tellServiceEvent("service.registered", { serviceName, count: targets.length, targetGroupArn }));
  }
  for (const task of tasks) {
    moveTask(sim, task, "REGISTERED", { startedAtMs: sim.nowMs });
    sim.record("TASK_RUNNING", task.taskArn);
  }
}

function grouped<Target extends { readonly targetGroupArn: string }>(
  targets: readonly Target[],
): ReadonlyMap<string, readonly Target[]> {
  return Map.groupBy(targets, ({ targetGroupArn }) => targetGroupArn);
}

/** A group that was deleted meanwhile takes nothing. */
function hasGroup({ tables }: Cloud): (target: WantedTarget) => boolean {
  return ({ targetGroupArn }) => tables.targetGroups.has(targetGroupArn);
}

/**
 * Under what a task is registered: its own address and the port of its container, or its instance and the port that is published there.
 * @source Developer Guide, "Use an Application Load Balancer for Amazon ECS" (checked 2026-11-29)
 */
function wantedTargets(sim: Cloud, task: TaskRow): readonly WantedTarget[] {
  const { taskArn, spec, networkInterface } = task;
  const { availabilityZone, networkMode, serviceArn } = spec;
  return loadBalancersOf(sim.tables, task).flatMap((balancer) => {
    const { targetGroupArn, containerPort } = balancer;
    const own = { targetGroupArn, taskArn, serviceArn, availabilityZone };
    if (networkMode === "awsvpc") {
      return networkInterface === undefined
        ? []
        : [{ ...own, id: networkInterface.privateIpv4Address, port: containerPort }];
    }
    const instanceId = machineOf(sim.tables, task)?.instanceId;
    const port = networkMode === "host" ? containerPort : publishedPort(sim, task, balancer);
    return instanceId === undefined || port === undefined ? [] : [{ ...own, id: instanceId, port }];
  });
}

function publishedPort(sim: Cloud, task: TaskRow, { containerName, containerPort }: ServiceLoadBalancer) {
  const container = containersOf(sim, task).find(({ name }) => name === containerName);
  for (const { containerPort: first, hostPort, count = 1 } of container?.networkBindings ?? []) {
    const offset = containerPort - first;
    if (offset >= 0 && offset < count) return hostPort + offset;
  }
  return undefined;
}

/** What a service says of a task that it replaces because of its targets: one sentence for each that is not well. */
export function targetComplaints(sim: Cloud, { serviceName }: ServiceRow, task: TaskRow): readonly Told[] {
  const { taskId, networkMode, startedBy: deploymentId = "" } = task.spec;
  return illnesses(sim, task).map(({ targetGroupArn, target }) => {
    if (target === undefined || target.state === "draining") {
      const what = sim.tables.targetGroups.has(targetGroupArn) ? "TARGET" : "TARGET GROUP";
      return tellServiceEvent("service.target-missing", { serviceName, deploymentId, taskId, targetGroupArn, what });
    }
    const { id: instanceId, port, description: reason = "" } = target;
    const facts = { serviceName, port, targetGroupArn, reason };
    return networkMode === "awsvpc"
      ? tellServiceEvent("service.target-unhealthy", { ...facts, taskId })
      : tellServiceEvent("service.instance-unhealthy", { ...facts, instanceId });
  });
}

/** The first group in which a task is not well. */
export function illGroupOf(sim: Cloud, task: TaskRow): string {
  return illnesses(sim, task)[0]?.targetGroupArn ?? "";
}

interface Ill {
  readonly targetGroupArn: string;
  /** Undefined: it is not registered there. */
  readonly target: TargetRow | undefined;
}

function illnesses(sim: Cloud, task: TaskRow): readonly Ill[] {
  const own = targetsOfTask(sim.tables, task.taskArn);
  return loadBalancersOf(sim.tables, task).flatMap(({ targetGroupArn }) => {
    const target = own.find((each) => each.targetGroupArn === targetGroupArn);
    return target === undefined || isIll(target) ? [{ targetGroupArn, target }] : [];
  });
}

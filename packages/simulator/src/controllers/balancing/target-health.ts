/**
 * The health of targets: looked at when something changes that their checks depend on, and changed by the check that finds enough of
 * the same in a row. Checks that would repeat what is known are not made: they are arithmetic.
 */

import { targetsOf } from "../../balancing/rows.ts";
import { joinFindings, nextVerdict, sameWords } from "../../balancing/verdict.ts";
import type { Cloud, CloudReactor } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import type { Ec2InstanceRow } from "../../model/ec2.ts";
import type { ContainerRow } from "../../model/ecs.ts";
import {
  type CheckFinding,
  type LoadBalancerRow,
  type TargetGroupRow,
  type TargetRow,
  type TargetState,
  targetKey,
} from "../../model/elb.ts";
import type { NetworkInterfaceRow, SubnetRow } from "../../model/vpc.ts";
import { findingsOf } from "../../workloads/target-checks.ts";
import { natureOf } from "../rows/task-rows.ts";
import { moveTarget } from "./target-rows.ts";

/** States in which a target is checked. */
const CHECKED: ReadonlySet<TargetState> = new Set(["initial", "healthy", "unhealthy"]);

/** A check has found enough of the same in a row, unless something has changed since it was put on the agenda. */
export function onTargetHealthDue(sim: Cloud, { target: key }: CloudEntry<"TARGET_HEALTH_DUE">): void {
  const target = sim.tables.targets.get(key);
  const group = sim.tables.targetGroups.get(target?.targetGroupArn ?? "");
  if (target === undefined || group === undefined || !CHECKED.has(target.state)) return;
  const verdict = nextVerdict(group.healthCheck, target);
  if (verdict === undefined || verdict.atMs > sim.nowMs) return;
  const { passes, reason, description } = verdict.finding;
  const { id, port, targetGroupArn } = target;
  // What was found before has had its say: the next change begins to count with this.
  const findings = target.findings?.filter(({ fromMs }) => fromMs >= verdict.finding.fromMs);
  if (target.state === "unhealthy" && !passes) sim.change("targets", target, { reason, description, findings });
  else {
    const moved = moveTarget(sim, target, passes ? "CHECKED_WELL" : "CHECKED_ILL", { reason, description });
    const { firstHealthyAtMs = passes ? sim.nowMs : undefined } = moved;
    sim.change("targets", moved, { findings, firstHealthyAtMs });
  }
  const state = passes ? "healthy" : "unhealthy";
  sim.record("TARGET_HEALTH_CHANGED", key, { targetGroupArn, id, port, state, reason, description });
  scheduleVerdict(sim, group, sim.tables.targets.get(key));
}

/** The check that changes a target next, if there is one. */
function scheduleVerdict(sim: Cloud, { healthCheck }: TargetGroupRow, target: TargetRow | undefined): void {
  if (target === undefined || !CHECKED.has(target.state)) return;
  const verdict = nextVerdict(healthCheck, target);
  if (verdict === undefined) return;
  const { targetGroupArn, id, port } = target;
  const delayMs = Math.max(0, verdict.atMs - sim.nowMs);
  sim.schedule(delayMs, "TARGET_HEALTH_DUE", targetKey(targetGroupArn, id, port), 0, undefined, {
    cause: sim.nextRecord,
    nature: restartsForEver(sim, target) ? "periodic" : "progress",
  });
}

/** A container that its restart policy starts again changes its target for ever. */
function restartsForEver({ tables }: Cloud, { taskArn }: TargetRow): boolean {
  const { containerArns = [] } = tables.tasks.get(taskArn ?? "")?.spec ?? {};
  return containerArns.some((arn) => {
    const container = tables.containers.get(arn);
    return container !== undefined && natureOf(container) === "periodic";
  });
}

/** Looks at a target anew: what its checks find from now on. The change belongs to the next record. */
function lookAt(sim: Cloud, target: TargetRow | undefined): void {
  const group = target && sim.tables.targetGroups.get(target.targetGroupArn);
  if (target === undefined || group === undefined || !CHECKED.has(target.state)) return;
  const fresh = findingsOf(sim.tables, group, target, sim.nowMs);
  const { findings = [] } = target;
  const joined = fresh === undefined ? [] : joinFindings(group.healthCheck, target, fresh);
  if (sameFindings(findings, joined)) return;
  scheduleVerdict(sim, group, sim.change("targets", target, { findings: joined }));
}

function sameFindings(one: readonly CheckFinding[], other: readonly CheckFinding[]): boolean {
  return (
    one.length === other.length &&
    one.every((each, index) => each.fromMs === other[index]?.fromMs && sameWords(each, other[index]))
  );
}

function lookAtId(sim: Cloud, id: string | undefined): void {
  if (id === undefined) return;
  for (const key of [...sim.tables.targets.bucket("id", id)]) lookAt(sim, sim.tables.targets.get(key));
}

function lookAtGroup(sim: Cloud, group: TargetGroupRow | undefined): void {
  if (group !== undefined) for (const target of targetsOf(sim.tables, group)) lookAt(sim, target);
}

function lookAtBalancer(sim: Cloud, loadBalancerArn: string): void {
  for (const arn of [...sim.tables.targetGroups.bucket("loadBalancer", loadBalancerArn)]) {
    lookAtGroup(sim, sim.tables.targetGroups.get(arn));
  }
}

/** A rule of the network may concern any of them. */
function lookAtAll(sim: Cloud): void {
  for (const target of [...sim.tables.targets.values()]) lookAt(sim, target);
}

/** Addresses come and go all the time; where packets go seldom changes. */
function onSubnetChange(sim: Cloud, before: SubnetRow | undefined, after: SubnetRow | undefined): void {
  if (before?.internetRoute !== after?.internetRoute) lookAtAll(sim);
}

/** A target that is checked from now on. What was found before it was registered again is of no use. */
function onTargetChange(sim: Cloud, before: TargetRow | undefined, after: TargetRow | undefined): void {
  if (after === undefined || after.firstCheckAtMs === before?.firstCheckAtMs) return;
  lookAt(sim, after.findings === undefined ? after : sim.change("targets", after, { findings: undefined }));
}

/** A process came, went, hangs, or has its port somewhere else. */
function onContainerChange(sim: Cloud, before: ContainerRow | undefined, after: ContainerRow | undefined): void {
  if (sim.tables.targets.size === 0 || after === undefined) return;
  const isSame =
    before?.phase === after.phase &&
    before.startedAtMs === after.startedAtMs &&
    before.hangs === after.hangs &&
    before.networkBindings === after.networkBindings;
  const task = isSame ? undefined : sim.tables.tasks.at(after.taskSlot);
  if (task === undefined) return;
  lookAtId(sim, task.networkInterface?.privateIpv4Address);
  const { ec2Slot } = task.spec.placed ?? {};
  if (ec2Slot !== undefined) lookAtId(sim, sim.tables.ec2Instances.at(ec2Slot)?.instanceId);
}

function onInterfaceChange(
  sim: Cloud,
  before: NetworkInterfaceRow | undefined,
  after: NetworkInterfaceRow | undefined,
): void {
  const { privateIpv4Address, loadBalancerArn } = after ?? before ?? {};
  if (sim.tables.targets.size === 0) return;
  lookAtId(sim, privateIpv4Address);
  if (loadBalancerArn !== undefined) lookAtBalancer(sim, loadBalancerArn);
}

function onInstanceChange(sim: Cloud, before: Ec2InstanceRow | undefined, after: Ec2InstanceRow | undefined): void {
  if (before?.state !== after?.state || before?.securityGroups !== after?.securityGroups)
    lookAtId(sim, after?.instanceId);
}

function onBalancerChange(sim: Cloud, before: LoadBalancerRow | undefined, after: LoadBalancerRow | undefined): void {
  if (after !== undefined && before !== undefined) lookAtBalancer(sim, after.loadBalancerArn);
}

function onGroupChange(sim: Cloud, before: TargetGroupRow | undefined, after: TargetGroupRow | undefined): void {
  if (before === undefined || after === undefined || before.healthCheck === after.healthCheck) return;
  lookAtGroup(sim, after);
  for (const target of targetsOf(sim.tables, after)) scheduleVerdict(sim, after, target);
}

export const TARGET_HEALTH_REACTORS: readonly CloudReactor[] = [
  { name: "checks of a target", table: "targets", react: onTargetChange },
  { name: "checks and containers", table: "containers", react: onContainerChange },
  { name: "checks and network interfaces", table: "networkInterfaces", react: onInterfaceChange },
  { name: "checks and instances", table: "ec2Instances", react: onInstanceChange },
  { name: "checks and load balancers", table: "loadBalancers", react: onBalancerChange },
  { name: "checks and their settings", table: "targetGroups", react: onGroupChange },
  { name: "checks and security groups", table: "securityGroups", react: lookAtAll },
  { name: "checks and subnets", table: "subnets", react: onSubnetChange },
  { name: "checks and route tables", table: "routeTables", react: lookAtAll },
];

/**
 * What follows in other rows from a change of one: groups learn which load balancer uses them, and targets whether they are
 * used. Every change belongs to the record of what caused it.
 */
import { groupsOf, targetsOf, userOf } from "../../balancing/rows.ts";
import { whyUnusable } from "../../balancing/usable.ts";
import type { Cloud, CloudReactor } from "../../model/cloud.ts";
import type { Ec2InstanceRow } from "../../model/ec2.ts";
import { type LoadBalancerRow, type RuleRow, type TargetGroupRow, targetKey } from "../../model/elb.ts";
import { firstCheckAtMs, moveTarget, REGISTERING } from "./target-rows.ts";

/** A rule came, went or does something else: the groups that it names or named are looked at. */
function onRuleChange(sim: Cloud, before: RuleRow | undefined, after: RuleRow | undefined): void {
  if (before?.action === after?.action) return;
  const named = new Set([before, after].flatMap((rule) => (rule === undefined ? [] : groupsOf(rule.action))));
  for (const arn of named) {
    const group = sim.tables.targetGroups.get(arn);
    const loadBalancerArn = userOf(sim.tables, arn);
    if (group !== undefined && group.loadBalancerArn !== loadBalancerArn) {
      sim.change("targetGroups", group, { loadBalancerArn, inUseUntilMs: undefined });
    }
  }
}

function onGroupChange(sim: Cloud, before: TargetGroupRow | undefined, after: TargetGroupRow | undefined): void {
  if (before === undefined || after === undefined || before.loadBalancerArn === after.loadBalancerArn) return;
  useTargets(sim, after);
}

function onBalancerChange(sim: Cloud, before: LoadBalancerRow | undefined, after: LoadBalancerRow | undefined): void {
  if (before === undefined || after === undefined || before.subnetIds === after.subnetIds) return;
  for (const arn of [...sim.tables.targetGroups.bucket("loadBalancer", after.loadBalancerArn)]) {
    useTargets(sim, sim.tables.targetGroups.get(arn));
  }
}

/** An instance that ends leaves its groups at once; one that stops stays in them, unused. */
function onInstanceChange(sim: Cloud, before: Ec2InstanceRow | undefined, after: Ec2InstanceRow | undefined): void {
  if (before === undefined || before.state === after?.state) return;
  for (const key of [...sim.tables.targets.bucket("id", before.instanceId)]) {
    const target = sim.tables.targets.get(key);
    if (after === undefined || after.state === "shutting-down" || after.state === "terminated") {
      sim.remove("targets", key);
    } else useTargets(sim, sim.tables.targetGroups.get(target?.targetGroupArn ?? ""));
  }
}

/** Writes anew which targets of a group are used. What drains goes on; in a group that nobody uses it is gone. */
function useTargets(sim: Cloud, group: TargetGroupRow | undefined): void {
  if (group === undefined) return;
  for (const target of targetsOf(sim.tables, group)) {
    const unusable = whyUnusable(sim.tables, group, target);
    if (target.state === "draining") {
      if (group.loadBalancerArn === undefined) {
        sim.remove("targets", targetKey(target.targetGroupArn, target.id, target.port));
      }
    } else if (unusable === undefined) {
      if (target.state === "unused") {
        moveTarget(sim, target, "USABLE", { ...REGISTERING, firstCheckAtMs: firstCheckAtMs(sim) });
      }
    } else if (target.state !== "unused") moveTarget(sim, target, "UNUSABLE", unusable);
    else if (target.description !== unusable.description) sim.change("targets", target, { ...unusable });
  }
}

export const BALANCING_REACTORS: readonly CloudReactor[] = [
  { name: "target groups and the rules that name them", table: "rules", react: onRuleChange },
  { name: "targets and whether their group is used", table: "targetGroups", react: onGroupChange },
  { name: "targets and the zones of their load balancer", table: "loadBalancers", react: onBalancerChange },
  { name: "targets and the state of their instance", table: "ec2Instances", react: onInstanceChange },
];

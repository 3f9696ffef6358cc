/**
 * Whether a load balancer can send anything to a target, by rows alone: its group must be named by a rule, its zone must be
 * one of the balancer's, its instance must run. How well it is comes after that.
 */
import type { TargetGroupRow, TargetReason, TargetRow } from "../model/elb.ts";
import type { CloudReaders } from "../model/tables.ts";

/** Why nothing is sent to a target: its reason code, and the description that AWS gives. */
export interface Unusable {
  readonly reason: TargetReason;
  readonly description: string;
}

/**
 * Why the balancer does not use a target; undefined when it does.
 * @source Recorded answers for the group without listener; Application Load Balancers guide, "Target health status", for the others (checked 2026-11-29)
 */
export function whyUnusable(
  tables: Pick<CloudReaders, "loadBalancers" | "subnets" | "ec2Instances">,
  group: TargetGroupRow,
  target: Pick<TargetRow, "id" | "availabilityZone">,
): Unusable | undefined {
  const balancer = group.loadBalancerArn === undefined ? undefined : tables.loadBalancers.get(group.loadBalancerArn);
  if (balancer === undefined) {
    return {
      reason: "Target.NotInUse",
      description: "Target group is not configured to receive traffic from the load balancer",
    };
  }
  const state = group.targetType === "instance" ? tables.ec2Instances.get(target.id)?.state : undefined;
  if (state === "stopping" || state === "stopped") {
    return { reason: "Target.InvalidState", description: "Target is in the stopped state" };
  }
  const { availabilityZone } = target;
  if (availabilityZone === undefined || availabilityZone === "all") return undefined;
  const isEnabled = balancer.subnetIds.some((id) => tables.subnets.get(id)?.availabilityZone === availabilityZone);
  if (isEnabled) return undefined;
  return {
    reason: "Target.NotInUse",
    description: "Target is in an Availability Zone that is not enabled for the load balancer",
  };
}

/** DescribeInstances, StartInstances, StopInstances, TerminateInstances. Source: Amazon EC2 API Reference (checked 2026-11-21). */
import { startInstance, stopInstance, terminateInstance } from "../../controllers/machines/machines.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { Ec2InstanceRow, Ec2State } from "../../model/ec2.ts";
import { findInstanceType } from "../../model/instance-types.ts";
import type { Refusal } from "../../model/refusal.ts";
import { answer, command, query } from "../operation.ts";
import type { Shape } from "../shapes.ts";
import { list, rowsOf } from "./listing.ts";
import { presentReservation, presentState } from "./present-instance.ts";
import { refuse } from "./refusals.ts";

export const describeInstances = query<"ec2", "DescribeInstances">((sim, input) => {
  const found = rowsOf(sim.tables.ec2Instances, input.InstanceIds, "instance");
  if (!found.ok) return found;
  return list(found.rows, input, {
    member: "Reservations",
    present: (row) => presentReservation(sim, row),
    tags: ({ tags }) => tags,
    filters: {
      "instance-id": ({ instanceId }) => instanceId,
      "instance-state-name": ({ state }) => state,
      "instance-state-code": ({ state }) => String(presentState(state).Code),
      "instance-type": ({ instanceType }) => instanceType,
      "image-id": ({ imageId }) => imageId,
      "availability-zone": ({ availabilityZone }) => availabilityZone,
      "subnet-id": ({ subnetId }) => subnetId,
      "vpc-id": ({ vpcId }) => vpcId,
      "private-ip-address": ({ privateIpv4Address }) => privateIpv4Address,
      "ip-address": ({ publicIpv4Address }) => publicIpv4Address,
      "instance.group-id": ({ securityGroups }) => securityGroups,
      "instance.group-name": ({ securityGroups }) =>
        securityGroups.flatMap((id) => sim.tables.securityGroups.get(id)?.groupName ?? []),
      "iam-instance-profile.arn": ({ roleArn }) => roleArn?.replace(":role/", ":instance-profile/"),
      architecture: ({ instanceType }) => findInstanceType(instanceType)?.architecture,
      "reservation-id": ({ instanceId }) => instanceId.replace("i-", "r-"),
    },
  });
});

/** One of the three changes: from which states it leads on, in which nothing is left to do, and how it is done. */
interface Change {
  readonly from: readonly Ec2State[];
  readonly already: readonly Ec2State[];
  readonly participle: string;
  readonly run: (sim: Cloud, row: Ec2InstanceRow) => Ec2InstanceRow;
}

export const startInstances = command<"ec2", "StartInstances">((sim, { InstanceIds }) => {
  const changed = change(sim, InstanceIds, {
    from: ["stopped"],
    already: ["pending", "running"],
    participle: "started",
    run: startInstance,
  });
  return changed.ok ? answer({ StartingInstances: changed.changes }) : changed;
});

export const stopInstances = command<"ec2", "StopInstances">((sim, { InstanceIds }) => {
  const changed = change(sim, InstanceIds, {
    from: ["running", "pending"],
    already: ["stopping", "stopped"],
    participle: "stopped",
    run: stopInstance,
  });
  return changed.ok ? answer({ StoppingInstances: changed.changes }) : changed;
});

export const terminateInstances = command<"ec2", "TerminateInstances">((sim, { InstanceIds }) => {
  const changed = change(sim, InstanceIds, {
    from: ["pending", "running", "stopping", "stopped"],
    already: ["shutting-down", "terminated"],
    participle: "terminated",
    run: terminateInstance,
  });
  return changed.ok ? answer({ TerminatingInstances: changed.changes }) : changed;
});

/** All or none: an instance that cannot follow refuses the whole call. */
function change(
  sim: Cloud,
  ids: readonly string[],
  { from, already, participle, run }: Change,
): { readonly ok: true; readonly changes: readonly Shape<"ec2", "InstanceStateChange">[] } | Refusal {
  const found = rowsOf(sim.tables.ec2Instances, ids, "instance");
  if (!found.ok) return found;
  const rows = ids.length === 0 ? [] : [...found.rows];
  const stuck = rows.find(({ state }) => !from.includes(state) && !already.includes(state));
  if (stuck !== undefined) return refuse("instance.wrong-state", { id: stuck.instanceId, participle });
  const changes = rows.map((row) => {
    const after = from.includes(row.state) ? run(sim, row) : row;
    return {
      InstanceId: row.instanceId,
      CurrentState: presentState(after.state),
      PreviousState: presentState(row.state),
    };
  });
  return { ok: true, changes };
}

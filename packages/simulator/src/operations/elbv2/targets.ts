/** RegisterTargets, DeregisterTargets, DescribeTargetHealth. */
import { targetsOf } from "../../balancing/rows.ts";
import { whyUnusable } from "../../balancing/usable.ts";
import { deregisterTarget, registerTarget, type WantedTarget } from "../../controllers/balancing/targets.ts";
import type { Cloud } from "../../model/cloud.ts";
import { type TargetGroupRow, type TargetRow, targetKey } from "../../model/elb.ts";
import type { Refusal } from "../../model/refusal.ts";
import { addressNumber, blockContains } from "../../network/blocks.ts";
import { answer, command, query } from "../operation.ts";
import type { Shape } from "../shapes.ts";
import { refuse } from "./refusals.ts";

/** @source Application Load Balancers guide, quotas: targets per target group (checked 2026-11-29) */
const MOST_TARGETS = 1000;

/** Blocks outside of the VPC that an address may be from: RFC 1918 and RFC 6598. @source Elastic Load Balancing API Reference, TargetDescription, Id (checked 2026-11-29) */
const PRIVATE_BLOCKS = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

type Given = Shape<"elbv2", "TargetDescription">;

export const registerTargets = command<"elbv2", "RegisterTargets">((sim, { TargetGroupArn: arn, Targets }) => {
  const group = sim.tables.targetGroups.get(arn);
  if (group === undefined) return refuse("target-group.not-found", { arn });
  if (Targets.length === 0) return refuse("target.none");
  const wanted: WantedTarget[] = [];
  for (const target of Targets) {
    const read = readTarget(sim, group, target);
    if (!read.ok) return read;
    wanted.push(read.target);
  }
  const known = targetsOf(sim.tables, group).map(({ id, port }) => targetKey(arn, id, port));
  const all = new Set([...known, ...wanted.map(({ id, port }) => targetKey(arn, id, port))]);
  if (all.size > MOST_TARGETS) return refuse("target.too-many", { most: MOST_TARGETS });
  for (const target of wanted) registerTarget(sim, target);
  return answer({});
});

type Read = { readonly ok: true; readonly target: WantedTarget } | Refusal;

function readTarget(sim: Cloud, group: TargetGroupRow, given: Given): Read {
  if (given.QuicServerId !== undefined) return refuse("elbv2.not-simulated", { what: "the protocol QUIC" });
  const { Id: id, Port: port = group.port, AvailabilityZone } = given;
  const { targetGroupArn } = group;
  if (group.targetType === "instance") {
    if (AvailabilityZone !== undefined) return refuse("target.zone-of-instance");
    const instance = sim.tables.ec2Instances.get(id);
    if (instance === undefined || instance.state === "terminated") return refuse("target.instance", { id });
    if (instance.state !== "running") return refuse("target.not-running", { id });
    const { availabilityZone } = instance;
    return { ok: true, target: { targetGroupArn, id, port, availabilityZone } };
  }
  const zone = readZone(sim, group, id, AvailabilityZone);
  return zone.ok ? { ok: true, target: { targetGroupArn, id, port, availabilityZone: zone.zone } } : zone;
}

/** The zone of an address: that of its subnet, or for one from outside of the VPC what the call says. */
function readZone(
  sim: Cloud,
  { vpcId }: TargetGroupRow,
  id: string,
  asked: string | undefined,
): { readonly ok: true; readonly zone: string } | Refusal {
  if (addressNumber(id) === undefined) return refuse("target.no-address", { id });
  const subnets = [...sim.tables.subnets.values()].filter((subnet) => subnet.vpcId === vpcId);
  const own = subnets.find(({ cidrBlock }) => blockContains(cidrBlock, id));
  if (own !== undefined) return { ok: true, zone: own.availabilityZone };
  if (blockContains(sim.tables.vpcs.get(vpcId)?.cidrBlock ?? "", id)) return refuse("target.no-subnet", { id });
  if (!PRIVATE_BLOCKS.some((block) => blockContains(block, id))) return refuse("target.not-allowed", { id });
  const isZone = asked === "all" || subnets.some(({ availabilityZone }) => availabilityZone === asked);
  return isZone ? { ok: true, zone: asked as string } : refuse("target.zone", { id });
}

/**
 * Without a port the one on the port of the group goes.
 * @source Elastic Load Balancing API Reference, DeregisterTargets (checked 2026-11-29)
 */
export const deregisterTargets = command<"elbv2", "DeregisterTargets">((sim, { TargetGroupArn: arn, Targets }) => {
  const group = sim.tables.targetGroups.get(arn);
  if (group === undefined) return refuse("target-group.not-found", { arn });
  if (Targets.length === 0) return refuse("target.none");
  for (const { Id: id, Port: port = group.port } of Targets) deregisterTarget(sim, { targetGroupArn: arn, id, port });
  return answer({});
});

/** Simplified: no target is anomalous, and no zone is shifted away from. */
export const describeTargetHealth = query<"elbv2", "DescribeTargetHealth">((sim, input) => {
  const { TargetGroupArn: arn, Targets = [], Include = [] } = input;
  const group = sim.tables.targetGroups.get(arn);
  if (group === undefined) return refuse("target-group.not-found", { arn });
  const rows = targetsOf(sim.tables, group);
  const withAnomalies = Include.some((each) => each === "AnomalyDetection" || each === "All");
  const present = (row: TargetRow) => presentTarget(sim, group, row, withAnomalies);
  if (Targets.length === 0) return answer({ TargetHealthDescriptions: rows.map(present) });
  const asked = Targets.map((given) => {
    const row = rows.find(({ id, port }) => id === given.Id && port === (given.Port ?? group.port));
    return row === undefined ? notRegistered(group, given) : present(row);
  });
  return answer({ TargetHealthDescriptions: asked });
});

type Described = Shape<"elbv2", "TargetHealthDescription">;

/** @source Recorded answers: AdministrativeOverride only of targets whose group is in use (checked 2026-11-29) */
function presentTarget(sim: Cloud, group: TargetGroupRow, row: TargetRow, withAnomalies: boolean): Described {
  const { id: Id, port: Port, availabilityZone, state, reason, description } = row;
  const isUsed = whyUnusable(sim.tables, group, row) === undefined;
  return {
    Target: {
      Id,
      Port,
      ...(group.targetType === "ip" && availabilityZone !== undefined ? { AvailabilityZone: availabilityZone } : {}),
    },
    HealthCheckPort: checkPort(group, Port),
    TargetHealth: {
      State: state,
      ...(reason === undefined ? {} : { Reason: reason }),
      ...(description === undefined ? {} : { Description: description }),
    },
    ...(withAnomalies ? { AnomalyDetection: { Result: "normal", MitigationInEffect: "no" } } : {}),
    ...(isUsed
      ? {
          AdministrativeOverride: {
            State: "no_override",
            Reason: "AdministrativeOverride.NoOverride",
            Description: "No override is currently active on target",
          },
        }
      : {}),
  };
}

function checkPort({ healthCheck }: TargetGroupRow, port: number): string {
  return healthCheck.port === "traffic-port" ? String(port) : healthCheck.port;
}

/** @source Recorded answers of DescribeTargetHealth for an unknown target (checked 2026-11-29) */
function notRegistered(group: TargetGroupRow, { Id, Port = group.port }: Given): Described {
  return {
    Target: { Id, Port },
    HealthCheckPort: checkPort(group, Port),
    TargetHealth: {
      State: "unused",
      Reason: "Target.NotRegistered",
      Description: "Target is not registered to the target group",
    },
  };
}

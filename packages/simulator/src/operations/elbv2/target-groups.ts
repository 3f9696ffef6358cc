/** CreateTargetGroup, DescribeTargetGroups, DeleteTargetGroup. */
import { isOfHttp } from "../../balancing/attributes.ts";
import { targetsOf } from "../../balancing/rows.ts";
import { hexId } from "../../kernel/ids.ts";
import { elbArn } from "../../model/arns.ts";
import type { Cloud } from "../../model/cloud.ts";
import { type ListenerProtocol, type TargetGroupRow, type TargetType, targetKey } from "../../model/elb.ts";
import type { Refusal } from "../../model/refusal.ts";
import { answer, command, query } from "../operation.ts";
import type { Input } from "../shapes.ts";
import { readHealthCheck } from "./health-check.ts";
import { cutPage } from "./listing.ts";
import { presentTargetGroup } from "./present.ts";
import { refuse } from "./refusals.ts";
import { readTags, tagProblem } from "./tags.ts";

/** @source Application Load Balancers guide, quotas (checked 2026-11-29) */
const MOST_GROUPS = 3000;

type CreateInput = Input<"elbv2", "CreateTargetGroup">;

export const createTargetGroup = command<"elbv2", "CreateTargetGroup">((sim, input) => {
  const { Name } = input;
  const problem = nameProblem(Name) ?? unsimulated(input) ?? tagProblem(input.Tags);
  if (problem !== undefined) return problem;
  const read = readGroup(sim, input);
  if (!read.ok) return read;
  const { group } = read;
  const same = [...sim.tables.targetGroups.values()].find(({ targetGroupName }) => targetGroupName === Name);
  if (same !== undefined) {
    return isSame(same, group)
      ? answer({ TargetGroups: [presentTargetGroup(same)] })
      : refuse("target-group.duplicate", { name: Name });
  }
  if (sim.tables.targetGroups.size >= MOST_GROUPS) return refuse("target-group.too-many", { most: MOST_GROUPS });
  const row: TargetGroupRow = {
    ...group,
    targetGroupArn: elbArn(sim.tables, `targetgroup/${Name}/${hexId(sim.world.random, 16)}`),
    slot: sim.tables.targetGroups.nextSlot,
    attributes: {},
    tags: readTags(input.Tags),
    createdAtMs: sim.nowMs,
  };
  sim.put("targetGroups", row);
  const { protocol, port, targetType } = row;
  sim.record("TARGET_GROUP_CREATED", row.targetGroupArn, { protocol, port, targetType });
  return answer({ TargetGroups: [presentTargetGroup(row)] });
});

type Group = Omit<TargetGroupRow, "targetGroupArn" | "slot" | "attributes" | "tags" | "createdAtMs">;

function readGroup(sim: Cloud, input: CreateInput): { readonly ok: true; readonly group: Group } | Refusal {
  const { Name, Protocol, Port, VpcId } = input;
  const targetType: TargetType = input.TargetType === "ip" ? "ip" : "instance";
  if (Protocol === undefined || Port === undefined) return refuse("target-group.protocol-and-port", { targetType });
  if (VpcId === undefined) return refuse("target-group.no-vpc");
  if (!sim.tables.vpcs.has(VpcId)) return refuse("target-group.vpc", { vpcId: VpcId });
  const protocol = Protocol as ListenerProtocol;
  if (input.ProtocolVersion !== undefined && !isOfHttp({ protocol })) {
    return refuse("target-group.protocol-version", { protocol });
  }
  const protocolVersion = isOfHttp({ protocol }) ? readVersion(input.ProtocolVersion) : undefined;
  const common = { protocol, targetType, ...(protocolVersion === undefined ? {} : { protocolVersion }) };
  const read = readHealthCheck(input, common);
  if (!read.ok) return read;
  return { ok: true, group: { ...common, targetGroupName: Name, port: Port, vpcId: VpcId, healthCheck: read.check } };
}

function readVersion(version = "HTTP1"): "HTTP1" | "HTTP2" | "GRPC" {
  return version === "GRPC" || version === "HTTP2" ? version : "HTTP1";
}

function isSame(row: TargetGroupRow, wanted: Group): boolean {
  const text = ({ protocol, protocolVersion, port, vpcId, targetType, healthCheck: check }: Group) =>
    JSON.stringify([protocol, protocolVersion, port, vpcId, targetType, Object.entries(check).sort()]);
  return text(row) === text(wanted);
}

function nameProblem(name: string): Refusal | undefined {
  if (name.length > 32) return refuse("target-group.name-too-long", { name });
  if (!/^[A-Za-z0-9-]+$/.test(name)) return refuse("target-group.name-characters", { name });
  return /^-|-$/.test(name) ? refuse("target-group.name-hyphen", { name }) : undefined;
}

const UNSIMULATED: ReadonlySet<string> = new Set(["GENEVE", "QUIC", "TCP_QUIC"]);

function unsimulated({
  TargetType: type,
  Protocol = "",
  IpAddressType,
  TargetControlPort,
}: CreateInput): Refusal | undefined {
  if (type === "lambda") return refuse("elbv2.not-simulated", { what: "Lambda functions as targets" });
  if (type === "alb") return refuse("elbv2.not-simulated", { what: "Application Load Balancers as targets" });
  if (UNSIMULATED.has(Protocol)) return refuse("elbv2.not-simulated", { what: `the protocol ${Protocol}` });
  if (IpAddressType === "ipv6") return refuse("elbv2.not-simulated", { what: "IPv6 targets" });
  return TargetControlPort === undefined ? undefined : refuse("elbv2.not-simulated", { what: "the target optimizer" });
}

export const describeTargetGroups = query<"elbv2", "DescribeTargetGroups">((sim, input) => {
  const { LoadBalancerArn, TargetGroupArns = [], Names = [] } = input;
  const ways = [LoadBalancerArn !== undefined, TargetGroupArns.length > 0, Names.length > 0].filter(Boolean);
  if (ways.length > 1) return refuse("target-group.one-way");
  if (LoadBalancerArn !== undefined && !sim.tables.loadBalancers.has(LoadBalancerArn)) {
    return refuse("load-balancer.none-found");
  }
  const rows = [...sim.tables.targetGroups.values()].filter(
    (row) =>
      (LoadBalancerArn === undefined || row.loadBalancerArn === LoadBalancerArn) &&
      (TargetGroupArns.length === 0 || TargetGroupArns.includes(row.targetGroupArn)) &&
      (Names.length === 0 || Names.includes(row.targetGroupName)),
  );
  if (new Set([...TargetGroupArns, ...Names]).size > rows.length) return refuse("target-group.none-found");
  const page = cutPage(rows, input);
  return page.ok ? answer({ TargetGroups: page.rows.map(presentTargetGroup), ...page.next }) : page;
});

/** One that is not there is deleted, too. @source Recorded answers (checked 2026-11-29) */
export const deleteTargetGroup = command<"elbv2", "DeleteTargetGroup">((sim, { TargetGroupArn: arn }) => {
  const row = sim.tables.targetGroups.get(arn);
  if (row === undefined) return answer({});
  const { loadBalancerArn, inUseUntilMs = 0 } = row;
  if (loadBalancerArn !== undefined || inUseUntilMs > sim.nowMs) return refuse("target-group.in-use", { arn });
  for (const { id, port } of targetsOf(sim.tables, row)) sim.remove("targets", targetKey(arn, id, port));
  sim.remove("targetGroups", arn);
  sim.record("TARGET_GROUP_DELETED", arn);
  return answer({});
});

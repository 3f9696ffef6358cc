/** CreateLoadBalancer, DescribeLoadBalancers, DeleteLoadBalancer. */
import { loadBalancerAttribute } from "../../balancing/attributes.ts";
import { listenersOf, rulesOf } from "../../balancing/rows.ts";
import { loadBalancerChart } from "../../charts/balancing-charts.ts";
import { beginLoadBalancer, removeNodes } from "../../controllers/balancing/load-balancers.ts";
import { hexId } from "../../kernel/ids.ts";
import { elbArn } from "../../model/arns.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { LoadBalancerRow, LoadBalancerType } from "../../model/elb.ts";
import { STILL_IN_USE_MS } from "../../model/elb-timing.ts";
import { regionOf } from "../../model/place.ts";
import type { Refusal } from "../../model/refusal.ts";
import { answer, command, query } from "../operation.ts";
import type { Input } from "../shapes.ts";
import { chooseGroups, chooseSubnets } from "./choose-subnets.ts";
import { cutPage } from "./listing.ts";
import { presentLoadBalancer } from "./present.ts";
import { refuse } from "./refusals.ts";
import { readTags, tagProblem } from "./tags.ts";

/** Load balancers of one type. @source Application and Network Load Balancers guides, quotas (checked 2026-11-29) */
const MOST_BALANCERS = 50;

type CreateInput = Input<"elbv2", "CreateLoadBalancer">;

export const createLoadBalancer = command<"elbv2", "CreateLoadBalancer">((sim, input) => {
  const { Name, Type = "application", Scheme = "internet-facing" } = input;
  const problem = nameProblem(Name) ?? unsimulated(input) ?? tagProblem(input.Tags);
  if (problem !== undefined) return problem;
  const type = Type as LoadBalancerType;
  const chosen = chooseSubnets(sim, input, type);
  if (!chosen.ok) return chosen;
  const vpcId = chosen.subnets[0]?.vpcId ?? "";
  const groups = chooseGroups(sim, input.SecurityGroups, { type, vpcId });
  if (!groups.ok) return groups;
  const scheme = Scheme === "internal" ? "internal" : "internet-facing";
  const subnetIds = chosen.subnets.map(({ subnetId }) => subnetId);
  const wanted = { loadBalancerName: Name, type, scheme, vpcId, subnetIds, securityGroups: groups.ids } as const;
  const known = [...sim.tables.loadBalancers.values()];
  const same = known.find(({ loadBalancerName }) => loadBalancerName === Name);
  if (same !== undefined) {
    return isSame(same, wanted)
      ? answer({ LoadBalancers: [presentLoadBalancer(sim, same)] })
      : refuse("load-balancer.duplicate", { name: Name });
  }
  if (known.filter((row) => row.type === type).length >= MOST_BALANCERS) {
    return refuse("load-balancer.too-many", { most: MOST_BALANCERS });
  }
  const row = newLoadBalancer(sim, wanted, input);
  sim.put("loadBalancers", row);
  sim.record("LOAD_BALANCER_CREATED", row.loadBalancerArn, { type, scheme, subnetIds });
  beginLoadBalancer(sim, row);
  return answer({ LoadBalancers: [presentLoadBalancer(sim, row)] });
});

type Wanted = Pick<LoadBalancerRow, "loadBalancerName" | "type" | "scheme" | "vpcId" | "subnetIds" | "securityGroups">;

function newLoadBalancer(sim: Cloud, wanted: Wanted, { Tags }: CreateInput): LoadBalancerRow {
  const { loadBalancerName: name, type, scheme } = wanted;
  const id = hexId(sim.world.random, 16);
  const region = regionOf(sim.tables);
  const label = `${scheme === "internal" ? "internal-" : ""}${name}`;
  const number = String(sim.world.random.bits("ids")).padStart(10, "0");
  return {
    ...wanted,
    loadBalancerArn: elbArn(sim.tables, `loadbalancer/${type === "application" ? "app" : "net"}/${name}/${id}`),
    slot: sim.tables.loadBalancers.nextSlot,
    state: loadBalancerChart.initial,
    dnsName:
      type === "application"
        ? `${label}-${number}.${region}.elb.amazonaws.com`
        : `${name}-${id}.elb.${region}.amazonaws.com`,
    attributes: {},
    tags: readTags(Tags),
    createdAtMs: sim.nowMs,
  };
}

function isSame(row: LoadBalancerRow, wanted: Wanted): boolean {
  const text = ({ type, scheme, subnetIds, securityGroups }: Wanted) =>
    JSON.stringify([type, scheme, [...subnetIds].sort(), [...securityGroups].sort()]);
  return text(row) === text(wanted);
}

function nameProblem(name: string): Refusal | undefined {
  if (name.length > 32) return refuse("load-balancer.name-too-long", { name });
  if (!/^[A-Za-z0-9-]+$/.test(name)) return refuse("load-balancer.name-characters", { name });
  if (/^-|-$/.test(name)) return refuse("load-balancer.name-hyphen", { name });
  return name.startsWith("internal-") ? refuse("load-balancer.name-internal", { name }) : undefined;
}

function unsimulated(input: CreateInput): Refusal | undefined {
  if (input.Type === "gateway") return refuse("elbv2.not-simulated", { what: "Gateway Load Balancers" });
  if (input.IpAddressType !== undefined && input.IpAddressType !== "ipv4") {
    return refuse("elbv2.not-simulated", { what: "IPv6 of load balancers" });
  }
  if (input.CustomerOwnedIpv4Pool !== undefined) return refuse("elbv2.not-simulated", { what: "Outposts" });
  if (input.IpamPools !== undefined) return refuse("elbv2.not-simulated", { what: "IPAM pools" });
  return input.EnablePrefixForIpv6SourceNat === "on"
    ? refuse("elbv2.not-simulated", { what: "IPv6 of load balancers" })
    : undefined;
}

export const describeLoadBalancers = query<"elbv2", "DescribeLoadBalancers">((sim, input) => {
  const { LoadBalancerArns = [], Names = [] } = input;
  if (LoadBalancerArns.length > 0 && Names.length > 0) return refuse("load-balancer.names-and-arns");
  const all = [...sim.tables.loadBalancers.values()];
  const rows = all.filter(
    ({ loadBalancerArn, loadBalancerName }) =>
      (LoadBalancerArns.length === 0 || LoadBalancerArns.includes(loadBalancerArn)) &&
      (Names.length === 0 || Names.includes(loadBalancerName)),
  );
  const asked = new Set([...LoadBalancerArns, ...Names]).size;
  if (asked > rows.length) return refuse("load-balancer.none-found");
  const page = cutPage(rows, input);
  if (!page.ok) return page;
  return answer({ LoadBalancers: page.rows.map((row) => presentLoadBalancer(sim, row)), ...page.next });
});

/** Simplified: it is gone at once, with its listeners; only its target groups count as in use a moment longer. */
export const deleteLoadBalancer = command<"elbv2", "DeleteLoadBalancer">((sim, { LoadBalancerArn: arn }) => {
  const row = sim.tables.loadBalancers.get(arn);
  if (row === undefined) return answer({});
  if (loadBalancerAttribute(row, "deletion_protection.enabled") === "true") {
    return refuse("load-balancer.protected", { arn });
  }
  const used = [...sim.tables.targetGroups.bucket("loadBalancer", arn)];
  for (const { listenerArn } of listenersOf(sim.tables, arn)) {
    for (const { ruleArn } of rulesOf(sim.tables, listenerArn)) sim.remove("rules", ruleArn);
    sim.remove("listeners", listenerArn);
  }
  for (const key of used) {
    const group = sim.tables.targetGroups.get(key);
    if (group !== undefined) sim.change("targetGroups", group, { inUseUntilMs: sim.nowMs + STILL_IN_USE_MS });
  }
  removeNodes(sim, row);
  sim.remove("loadBalancers", arn);
  sim.record("LOAD_BALANCER_DELETED", arn);
  return answer({});
});

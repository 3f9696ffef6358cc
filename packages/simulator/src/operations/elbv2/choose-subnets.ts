/** Where a load balancer stands: its subnets, one a zone, and its security groups. */
import type { Cloud } from "../../model/cloud.ts";
import type { LoadBalancerType } from "../../model/elb.ts";
import type { Refusal } from "../../model/refusal.ts";
import type { SubnetRow } from "../../model/vpc.ts";
import type { Input } from "../shapes.ts";
import { refuse } from "./refusals.ts";

/** Free addresses that a subnet must have. @source Application Load Balancers guide, "Subnets for your load balancer" (checked 2026-11-29) */
const LEAST_ADDRESSES = 8;

type Asked = Pick<Input<"elbv2", "CreateLoadBalancer">, "Subnets" | "SubnetMappings">;

type Chosen = { readonly ok: true; readonly subnets: readonly SubnetRow[] } | Refusal;

/**
 * The subnets of a call. @param known those that the balancer has already: they need no free addresses.
 * Simplified: an internet-facing balancer may stand in subnets without a way to an internet gateway, as AWS allows it; nobody
 * reaches its nodes there.
 */
export function chooseSubnets(sim: Cloud, asked: Asked, type: LoadBalancerType, known: readonly string[] = []): Chosen {
  const { Subnets = [], SubnetMappings = [] } = asked;
  if (Subnets.length > 0 && SubnetMappings.length > 0) return refuse("load-balancer.subnets-twice");
  const fixed = SubnetMappings.find((mapping) => Object.keys(mapping).some((member) => member !== "SubnetId"));
  if (fixed !== undefined) return refuse("elbv2.not-simulated", { what: "addresses of your own for load balancers" });
  const ids = [...new Set([...Subnets, ...SubnetMappings.map(({ SubnetId = "" }) => SubnetId)])];
  const subnets: SubnetRow[] = [];
  for (const subnetId of ids) {
    const subnet = sim.tables.subnets.get(subnetId);
    if (subnet === undefined) return refuse("load-balancer.subnet", { subnetId });
    if (subnets.some(({ availabilityZone }) => availabilityZone === subnet.availabilityZone)) {
      return refuse("load-balancer.same-zone");
    }
    subnets.push(subnet);
  }
  if (type === "application" && subnets.length < 2) return refuse("load-balancer.two-zones");
  if (subnets.length === 0) return refuse("load-balancer.no-subnet");
  const full = subnets.find((row) => !known.includes(row.subnetId) && row.availableIpAddressCount < LEAST_ADDRESSES);
  if (full !== undefined) return refuse("load-balancer.no-addresses", { subnetId: full.subnetId });
  return { ok: true, subnets };
}

type Groups = { readonly ok: true; readonly ids: readonly string[] } | Refusal;

/**
 * The security groups of a call. Without any an Application Load Balancer gets the default group of its VPC, which lets only
 * its own members in; a Network Load Balancer has none, and lets everybody in.
 */
export function chooseGroups(
  sim: Cloud,
  asked: readonly string[] | undefined,
  { type, vpcId }: { readonly type: LoadBalancerType; readonly vpcId: string },
): Groups {
  const ids = [...new Set(asked)];
  if (ids.some((id) => sim.tables.securityGroups.get(id)?.vpcId !== vpcId)) {
    return refuse("load-balancer.security-groups");
  }
  if (ids.length > 0 || type === "network") return { ok: true, ids };
  const all = [...sim.tables.securityGroups.values()];
  const own = all.find((group) => group.vpcId === vpcId && group.groupName === "default");
  return { ok: true, ids: own === undefined ? [] : [own.groupId] };
}

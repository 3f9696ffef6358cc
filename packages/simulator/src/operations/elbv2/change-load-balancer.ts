/** SetSubnets, SetSecurityGroups, SetIpAddressType. */
import { bringUpNodes, removeNodes } from "../../controllers/balancing/load-balancers.ts";
import { BALANCING_STREAM } from "../../controllers/balancing/target-rows.ts";
import { draw } from "../../controllers/rows/task-rows.ts";
import { NEXT_NODE_AFTER } from "../../model/elb-timing.ts";
import { answer, command } from "../operation.ts";
import { chooseGroups, chooseSubnets } from "./choose-subnets.ts";
import { findLoadBalancer } from "./find.ts";
import { presentZone } from "./present.ts";
import { refuse } from "./refusals.ts";

/** Nodes come up in new subnets soon, and are gone from the others at once. */
export const setSubnets = command<"elbv2", "SetSubnets">((sim, input) => {
  const found = findLoadBalancer(sim, input.LoadBalancerArn);
  if (!found.ok) return found;
  const { row } = found;
  if (input.IpAddressType !== undefined && input.IpAddressType !== "ipv4") {
    return refuse("elbv2.not-simulated", { what: "IPv6 of load balancers" });
  }
  if (input.EnablePrefixForIpv6SourceNat === "on") {
    return refuse("elbv2.not-simulated", { what: "IPv6 of load balancers" });
  }
  const chosen = chooseSubnets(sim, input, row.type, row.subnetIds);
  if (!chosen.ok) return chosen;
  const subnetIds = chosen.subnets.map(({ subnetId }) => subnetId);
  const left = row.subnetIds.filter((id) => !subnetIds.includes(id));
  if (row.type === "network" && left.length > 0) return refuse("load-balancer.keeps-zones");
  const joined = subnetIds.filter((id) => !row.subnetIds.includes(id));
  const changed = sim.change("loadBalancers", row, { subnetIds });
  removeNodes(sim, changed, left);
  sim.record("LOAD_BALANCER_CHANGED", row.loadBalancerArn, { what: ["Subnets"] });
  if (joined.length > 0) bringUpNodes(sim, changed, joined, draw(sim, BALANCING_STREAM, NEXT_NODE_AFTER));
  return answer({ AvailabilityZones: subnetIds.map((id) => presentZone(sim, id)), IpAddressType: "ipv4" });
});

export const setSecurityGroups = command<"elbv2", "SetSecurityGroups">((sim, input) => {
  const found = findLoadBalancer(sim, input.LoadBalancerArn);
  if (!found.ok) return found;
  const { row } = found;
  if (input.EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic !== undefined) {
    return refuse("elbv2.not-simulated", { what: "traffic through AWS PrivateLink" });
  }
  if (input.SecurityGroups.length === 0) return refuse("load-balancer.no-groups");
  if (row.type === "network" && row.securityGroups.length === 0) return refuse("load-balancer.never-groups");
  const groups = chooseGroups(sim, input.SecurityGroups, row);
  if (!groups.ok) return groups;
  sim.change("loadBalancers", row, { securityGroups: groups.ids });
  sim.record("LOAD_BALANCER_CHANGED", row.loadBalancerArn, { what: ["SecurityGroups"] });
  return answer({ SecurityGroupIds: groups.ids });
});

/** Only IPv4 is simulated, so it stays what it is. */
export const setIpAddressType = command<"elbv2", "SetIpAddressType">((sim, input) => {
  const found = findLoadBalancer(sim, input.LoadBalancerArn);
  if (!found.ok) return found;
  if (input.IpAddressType !== "ipv4") return refuse("elbv2.not-simulated", { what: "IPv6 of load balancers" });
  return answer({ IpAddressType: "ipv4" });
});

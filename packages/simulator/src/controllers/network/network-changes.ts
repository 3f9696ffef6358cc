/**
 * What happens by itself in a network: NAT gateways and interface endpoints come and go, and subnets learn which way to the
 * internet is left.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import { NAT_GATEWAY_KEPT_MS } from "../../model/network-timing.ts";
import { addressKey } from "../../model/tables.ts";
import type { NetworkInterfaceRow, SubnetRow } from "../../model/vpc.ts";
import { internetRouteOf } from "../../network/routes.ts";
import { macAddress, releaseAddress, takeAddress } from "./addresses.ts";

/** Random numbers of networks come from a stream of their own. */
const STREAM = "network";

/** Writes anew how each subnet reaches the internet. The changes belong to the next record. */
export function refreshInternetRoutes(sim: Cloud): void {
  for (const subnet of [...sim.tables.subnets.values()]) {
    const internetRoute = internetRouteOf(sim.tables, subnet);
    if (internetRoute !== subnet.internetRoute) sim.put("subnets", { ...subnet, internetRoute });
  }
}

/**
 * An interface in a subnet that belongs to a gateway or an endpoint. The rows belong to the next record.
 * @returns undefined when the subnet has no free address
 */
export function addInterface(
  sim: Cloud,
  subnet: SubnetRow,
  owner: Omit<NetworkInterfaceRow, "subnetId" | "macAddress" | "privateIpv4Address">,
): NetworkInterfaceRow | undefined {
  const privateIpv4Address = takeAddress(sim, subnet);
  if (privateIpv4Address === undefined) return undefined;
  const { subnetId } = subnet;
  const row = { ...owner, subnetId, macAddress: macAddress(sim, STREAM), privateIpv4Address };
  sim.put("networkInterfaces", row);
  return row;
}

/** The NAT gateway can be used. */
export function onNatGatewayAvailable(sim: Cloud, entry: CloudEntry<"NAT_GATEWAY_AVAILABLE">): void {
  const row = sim.tables.natGateways.get(entry.target);
  if (row?.state !== "pending") return;
  sim.put("natGateways", { ...row, state: "available" });
  refreshInternetRoutes(sim);
  sim.record("NAT_GATEWAY_AVAILABLE", row.natGatewayId);
}

/** The NAT gateway and its address are gone; routes that name it stay, as blackholes. */
export function onNatGatewayGone(sim: Cloud, entry: CloudEntry<"NAT_GATEWAY_GONE">): void {
  const row = sim.tables.natGateways.get(entry.target);
  if (row?.state !== "deleting") return;
  removeInterface(sim, row.subnetId, row.privateIpv4Address);
  sim.put("natGateways", { ...row, state: "deleted", deletedAtMs: sim.nowMs });
  refreshInternetRoutes(sim);
  sim.record("NAT_GATEWAY_DELETED", row.natGatewayId);
  sim.schedule(NAT_GATEWAY_KEPT_MS, "NAT_GATEWAY_EXPIRED", row.natGatewayId, 0, undefined);
}

/** The NAT gateway is forgotten. */
export function onNatGatewayExpired(sim: Cloud, entry: CloudEntry<"NAT_GATEWAY_EXPIRED">): void {
  if (sim.tables.natGateways.get(entry.target)?.state !== "deleted") return;
  sim.remove("natGateways", entry.target);
  sim.record("NAT_GATEWAY_EXPIRED", entry.target);
}

/** The interface endpoint answers. */
export function onEndpointAvailable(sim: Cloud, entry: CloudEntry<"VPC_ENDPOINT_AVAILABLE">): void {
  const row = sim.tables.vpcEndpoints.get(entry.target);
  if (row?.state !== "pending") return;
  sim.put("vpcEndpoints", { ...row, state: "available" });
  sim.record("VPC_ENDPOINT_AVAILABLE", row.vpcEndpointId, { serviceName: row.serviceName });
}

/** The interface endpoint and its addresses are gone. */
export function onEndpointGone(sim: Cloud, entry: CloudEntry<"VPC_ENDPOINT_GONE">): void {
  const row = sim.tables.vpcEndpoints.get(entry.target);
  if (row?.state !== "deleting") return;
  for (const eni of [...sim.tables.networkInterfaces.values()]) {
    if (eni.vpcEndpointId === row.vpcEndpointId) removeInterface(sim, eni.subnetId, eni.privateIpv4Address);
  }
  sim.remove("vpcEndpoints", row.vpcEndpointId);
  sim.record("VPC_ENDPOINT_DELETED", row.vpcEndpointId, { serviceName: row.serviceName });
}

/** An interface of a gateway, an endpoint or a load balancer is gone, and its address is free. Belongs to the next record. */
export function removeInterface(sim: Cloud, subnetId: string, address: string): void {
  sim.remove("networkInterfaces", addressKey(subnetId, address));
  releaseAddress(sim, subnetId);
}

/**
 * Ways out of a VPC, hop by hop: to hosts of the internet, and to services of AWS, which an endpoint may bring into the VPC.
 * Source: Amazon VPC User Guide, "Internet gateways", "NAT gateways"; AWS PrivateLink Guide, "Access AWS services"
 * (checked 2026-11-21). Simplified: an endpoint's policy allows everything.
 */
import type { Hop } from "../model/hop.ts";
import { regionOf } from "../model/place.ts";
import type { CloudReaders } from "../model/tables.ts";
import type { Route, VpcEndpointRow } from "../model/vpc.ts";
import { type AwsServiceName, endpointServiceName, factsOf } from "./aws-services.ts";
import { passes, reaches, refuses, walk } from "./hop.ts";
import { PREFIX_LISTS } from "./prefix-lists.ts";
import { isActive, natReachesInternet, routeTableOf, routeTo } from "./routes.ts";
import { allowingRule, type FirstPacket, type GroupRule, ruleText } from "./rules.ts";
import type { Standing } from "./standing.ts";

const HTTPS = { protocol: "tcp", port: 443 } as const;

/** Whether somebody reaches a host of the internet, or a service of AWS, on port 443. */
export function reachesService(tables: CloudReaders, from: Standing, service: AwsServiceName | "internet"): boolean {
  if (service === "internet") return reaches(wayToInternet(tables, from, { ...HTTPS, peer: { address: INTERNET } }));
  return reaches(wayToService(tables, from, service));
}

/** A host of the internet that is no service of AWS. Ours: one of Docker Hub's addresses. */
export const INTERNET = "3.94.224.37";

/** The way to an address of the internet. */
export function wayToInternet(tables: CloudReaders, from: Standing, packet: FirstPacket): Hop[] {
  const address = packet.peer.address ?? INTERNET;
  return walk(
    () => letOut(tables, from, packet),
    () => throughGateway(tables, from, address),
  );
}

/**
 * The way to a service of AWS on port 443: through an interface endpoint when one answers for its host name, else through a
 * gateway endpoint of the subnet's route table, else through the internet.
 */
export function wayToService(tables: CloudReaders, from: Standing, service: AwsServiceName): Hop[] {
  const endpoint = privateEndpoint(tables, from.vpcId, service);
  if (endpoint !== undefined) return throughInterface(tables, from, endpoint, service);
  const { address } = factsOf(regionOf(tables), service);
  const prefixListId = PREFIX_LISTS.get(service);
  const packet = { ...HTTPS, peer: { address, prefixListId } };
  const table = routeTableOf(tables, from);
  const route = table?.routes.find(({ destination }) => destination === prefixListId);
  if (table === undefined || route === undefined) return wayToInternet(tables, from, packet);
  return walk(
    () => letOut(tables, from, packet),
    () => followed(tables, table.routeTableId, route, service),
    () => passes("endpoint", "gateway", `Gateway endpoint ${route.target} leads to ${service}.`, { id: route.target }),
  );
}

/** The interface endpoint that the usual host name of a service means inside of a VPC. */
function privateEndpoint(tables: CloudReaders, vpcId: string, service: AwsServiceName): VpcEndpointRow | undefined {
  const wanted = endpointServiceName(regionOf(tables), service);
  for (const row of tables.vpcEndpoints.values()) {
    if (row.type !== "Interface" || row.state !== "available" || !row.privateDnsEnabled) continue;
    if (row.vpcId === vpcId && row.serviceName === wanted && row.networkInterfaceIds.length > 0) return row;
  }
  return undefined;
}

function throughInterface(
  tables: CloudReaders,
  from: Standing,
  endpoint: VpcEndpointRow,
  service: AwsServiceName,
): Hop[] {
  const { vpcEndpointId: id, securityGroups } = endpoint;
  const address = addressOf(tables, endpoint, from);
  const { host } = factsOf(regionOf(tables), service);
  return walk(
    () => passes("name", "private-dns", `${host} means ${address}, an address of endpoint ${id}.`, { id }),
    () => letOut(tables, from, { ...HTTPS, peer: { address, groups: securityGroups } }),
    () => letIn(tables, { groups: securityGroups, label: `endpoint ${id}` }, { ...HTTPS, peer: peerOf(from) }),
    () => passes("endpoint", "interface", `Interface endpoint ${id} leads to ${service}.`, { id }),
  );
}

/** The endpoint's address in the caller's zone when it has one there, else its first. */
function addressOf(tables: CloudReaders, endpoint: VpcEndpointRow, from: Standing): string {
  const zone = tables.subnets.get(from.subnetId)?.availabilityZone;
  let first = "";
  for (const row of tables.networkInterfaces.values()) {
    if (row.vpcEndpointId !== endpoint.vpcEndpointId) continue;
    if (tables.subnets.get(row.subnetId)?.availabilityZone === zone) return row.privateIpv4Address;
    if (first === "") first = row.privateIpv4Address;
  }
  return first;
}

/** Whom a rule sees when somebody calls by a private address. */
export function peerOf({ address, groups }: Standing): FirstPacket["peer"] {
  return { address, groups };
}

/** The caller's security groups let the packet out, or not. */
export function letOut(tables: CloudReaders, from: Standing, packet: FirstPacket): Hop {
  const found = allowingRule(tables, from.groups, "egress", packet);
  const goal = `${packet.protocol} ${packet.port} to ${packet.peer.address ?? "it"}`;
  if (found === undefined) {
    const sentence = `No egress rule of ${listed(from.groups)} lets ${from.label} send ${goal}.`;
    return refuses("egress", "no-rule", sentence, idOf(from.groups));
  }
  return passes("egress", "rule", `${found.groupId} lets it out: ${ruleText(found.rule, "egress")}.`, idsOf(found));
}

/** The security groups of the one who is called let the packet in, or not. */
export function letIn(
  tables: CloudReaders,
  to: { readonly groups: readonly string[]; readonly label: string },
  packet: FirstPacket,
): Hop {
  const found = allowingRule(tables, to.groups, "ingress", packet);
  const { address = "an unknown address", groups = [] } = packet.peer;
  const caller = groups.length === 0 ? address : `${address} (${listed(groups)})`;
  if (found === undefined) {
    const sentence = `No ingress rule of ${listed(to.groups)} lets ${packet.protocol} ${packet.port} from ${caller} in to ${to.label}.`;
    return refuses("ingress", "no-rule", sentence, idOf(to.groups));
  }
  return passes("ingress", "rule", `${found.groupId} lets it in: ${ruleText(found.rule, "ingress")}.`, idsOf(found));
}

/** What the subnet's route table does with an address of the internet, and the gateway that it leads to. */
function throughGateway(tables: CloudReaders, from: Standing, address: string): Hop[] {
  const table = routeTableOf(tables, from);
  const route = routeTo(table, address);
  if (table === undefined || route === undefined) {
    const sentence = `Route table ${table?.routeTableId ?? ""} of subnet ${from.subnetId} has no route to ${address}.`;
    return [refuses("route", "no-route", sentence, table === undefined ? {} : { id: table.routeTableId })];
  }
  return walk(
    () => followed(tables, table.routeTableId, route, address),
    () => (route.target.startsWith("nat-") ? translated(tables, route.target) : givenOut(from, route.target)),
  );
}

/** A route leads on, unless its target is gone. */
export function followed(tables: CloudReaders, routeTableId: string, route: Route, goal: string): Hop {
  const { destination, target } = route;
  const ids = { id: routeTableId, rule: destination };
  return isActive(tables, route)
    ? passes("route", "route", `Route table ${routeTableId} sends ${goal} to ${target} (${destination}).`, ids)
    : refuses(
        "route",
        "blackhole",
        `${routeTableId} sends ${goal} to ${target}, which is not there: a blackhole.`,
        ids,
      );
}

function givenOut(from: Standing, id: string): Hop {
  if (from.isPublic) {
    const address = from.publicAddress === undefined ? "its public address" : from.publicAddress;
    return passes("internet-gateway", "public-address", `Internet gateway ${id} sends it on as ${address}.`, { id });
  }
  const never = from.isEc2Task ? " The interface of a task on EC2 never has one: such a task needs a NAT gateway." : "";
  const sentence = `Internet gateway ${id} has no public address for ${from.label}.${never}`;
  return refuses("internet-gateway", "no-public-address", sentence, { id });
}

function translated(tables: CloudReaders, id: string): Hop {
  const nat = tables.natGateways.get(id);
  if (!natReachesInternet(tables, id)) {
    const sentence = `NAT gateway ${id} stands in subnet ${nat?.subnetId}, which has no route to an internet gateway.`;
    return refuses("nat-gateway", "nat-without-internet", sentence, { id });
  }
  return passes("nat-gateway", "translated", `NAT gateway ${id} sends it on as ${nat?.publicIpv4Address}.`, { id });
}

function idsOf({ groupId, rule }: GroupRule): { id: string; rule: string } {
  return { id: groupId, rule: rule.ruleId };
}

function idOf([first]: readonly string[]): { id?: string } {
  return first === undefined ? {} : { id: first };
}

function listed(groups: readonly string[]): string {
  return groups.length === 0 ? "no security group" : groups.join(", ");
}

/**
 * Which way a subnet's route table sends traffic. The longest matching prefix wins; a route whose target is gone or not
 * ready is a blackhole.
 * Source: Amazon VPC User Guide, "Configure route tables" and "NAT gateways" (checked 2026-11-21).
 */
import type { CloudReaders } from "../model/tables.ts";
import type { InternetRoute, Route, RouteTableRow, SubnetRow } from "../model/vpc.ts";
import { blockContains, readBlock } from "./blocks.ts";

/** What routes are judged by. */
export type RouteTables = Pick<
  CloudReaders,
  "routeTables" | "internetGateways" | "natGateways" | "vpcEndpoints" | "subnets"
>;

/** Every address: the destination of a default route. */
export const ANYWHERE = "0.0.0.0/0";

/** An address of the internet that no more specific route of ours is about. Ours: set aside for documentation. */
const SOMEWHERE = "198.51.100.1";

/** The table that a subnet follows: its own, or the main one of the VPC. */
export function routeTableOf(
  tables: Pick<RouteTables, "routeTables">,
  { subnetId, vpcId }: Pick<SubnetRow, "subnetId" | "vpcId">,
): RouteTableRow | undefined {
  let main: RouteTableRow | undefined;
  for (const row of tables.routeTables.values()) {
    if (row.vpcId !== vpcId) continue;
    for (const association of row.associations) {
      if (association.subnetId === subnetId) return row;
      if (association.subnetId === undefined) main = row;
    }
  }
  return main;
}

/** The route that an address takes; undefined when the table has none for it. */
export function routeTo(table: RouteTableRow | undefined, address: string): Route | undefined {
  let best: Route | undefined;
  let longest = -1;
  for (const route of table?.routes ?? []) {
    const prefix = readBlock(route.destination)?.prefix ?? -1;
    if (prefix <= longest || !blockContains(route.destination, address)) continue;
    best = route;
    longest = prefix;
  }
  return best;
}

/** Whether the target of a route is there and ready. */
export function isActive(tables: RouteTables, { target }: Route): boolean {
  if (target === "local") return true;
  if (target.startsWith("igw-")) return tables.internetGateways.has(target);
  if (target.startsWith("nat-")) return tables.natGateways.get(target)?.state === "available";
  return tables.vpcEndpoints.get(target)?.state === "available";
}

/**
 * How a subnet reaches the internet. A NAT gateway helps only when its own subnet has a route to an internet gateway.
 * @source Amazon VPC User Guide, "NAT gateways", public NAT gateway (checked 2026-11-21)
 */
export function internetRouteOf(tables: RouteTables, subnet: Pick<SubnetRow, "subnetId" | "vpcId">): InternetRoute {
  const route = routeTo(routeTableOf(tables, subnet), SOMEWHERE);
  if (route === undefined || !isActive(tables, route)) return "none";
  if (route.target.startsWith("igw-")) return "internet-gateway";
  return natReachesInternet(tables, route.target) ? "nat-gateway" : "none";
}

/** Whether the subnet of a NAT gateway is public. */
export function natReachesInternet(tables: RouteTables, natGatewayId: string): boolean {
  const nat = tables.natGateways.get(natGatewayId);
  if (nat === undefined) return false;
  const route = routeTo(routeTableOf(tables, nat), SOMEWHERE);
  return route?.target.startsWith("igw-") === true && isActive(tables, route);
}

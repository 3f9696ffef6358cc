/**
 * Route tables: DescribeRouteTables, CreateRoute, ReplaceRoute, DeleteRoute. A change works at once.
 * Source: Amazon EC2 API Reference (checked 2026-11-21). Simplified: targets are internet gateways and NAT gateways; route
 * tables themselves and what follows them are those of the scenario.
 */
import { refreshInternetRoutes } from "../../controllers/network/network-changes.ts";
import type { Cloud } from "../../model/cloud.ts";
import { ACCOUNT_ID } from "../../model/place.ts";
import type { Refusal } from "../../model/refusal.ts";
import type { Route, RouteTableRow } from "../../model/vpc.ts";
import { addressText, readBlock } from "../../network/blocks.ts";
import { isActive } from "../../network/routes.ts";
import { answer, command, query } from "../operation.ts";
import type { Input, Shape } from "../shapes.ts";
import { list, rowsOf, tagSet } from "./listing.ts";
import { idNotFound, refuse } from "./refusals.ts";

export const describeRouteTables = query<"ec2", "DescribeRouteTables">((sim, input) => {
  const found = rowsOf(sim.tables.routeTables, input.RouteTableIds, "route-table");
  if (!found.ok) return found;
  return list(found.rows, input, {
    member: "RouteTables",
    present: (row) => presentTable(sim, row),
    tags: ({ name }) => [{ key: "Name", value: name }],
    filters: {
      "route-table-id": ({ routeTableId }) => routeTableId,
      "vpc-id": ({ vpcId }) => vpcId,
      "association.main": ({ associations }) => associations.map(({ subnetId }) => String(subnetId === undefined)),
      "association.subnet-id": ({ associations }) => associations.flatMap(({ subnetId }) => subnetId ?? []),
      "association.route-table-association-id": ({ associations }) =>
        associations.map(({ associationId }) => associationId),
      "route.destination-cidr-block": ({ routes }) => routes.map(({ destination }) => destination),
      "route.gateway-id": ({ routes }) => routes.map(({ target }) => target),
      "route.nat-gateway-id": ({ routes }) => routes.map(({ target }) => target),
    },
  });
});

function presentTable(sim: Cloud, row: RouteTableRow): Shape<"ec2", "RouteTable"> {
  return {
    Associations: row.associations.map(({ associationId, subnetId }) => ({
      Main: subnetId === undefined,
      RouteTableAssociationId: associationId,
      RouteTableId: row.routeTableId,
      ...(subnetId === undefined ? {} : { SubnetId: subnetId }),
      AssociationState: { State: "associated" },
    })),
    PropagatingVgws: [],
    RouteTableId: row.routeTableId,
    Routes: row.routes.map((route) => presentRoute(sim, route)),
    Tags: tagSet([{ key: "Name", value: row.name }]),
    VpcId: row.vpcId,
    OwnerId: ACCOUNT_ID,
  };
}

function presentRoute(sim: Cloud, route: Route): Shape<"ec2", "Route"> {
  const { destination, target } = route;
  return {
    ...(destination.startsWith("pl-")
      ? { DestinationPrefixListId: destination }
      : { DestinationCidrBlock: destination }),
    ...(target.startsWith("nat-") ? { NatGatewayId: target } : { GatewayId: target }),
    Origin: target === "local" ? "CreateRouteTable" : "CreateRoute",
    State: isActive(sim.tables, route) ? "active" : "blackhole",
  };
}

type RouteInput = Input<"ec2", "CreateRoute">;

export const createRoute = command<"ec2", "CreateRoute">((sim, input) => {
  const read = readRoute(sim, input);
  if (!read.ok) return read;
  const { table, destination } = read;
  if (table.routes.some((route) => route.destination === destination)) {
    return refuse("route.exists", { destination });
  }
  const target = readTarget(sim, table, input);
  if (!target.ok) return target;
  write(sim, table, [...table.routes, { destination, target: target.target }]);
  sim.record("ROUTE_CREATED", table.routeTableId, { destination, target: target.target });
  return answer({ Return: true });
});

export const replaceRoute = command<"ec2", "ReplaceRoute">((sim, input) => {
  const read = readRoute(sim, input);
  if (!read.ok) return read;
  const { table, destination } = read;
  const known = table.routes.find((route) => route.destination === destination);
  if (known === undefined) return noRoute(table, destination);
  if (known.target === "local") return refuse("route.replace-local", { destination });
  const target = readTarget(sim, table, input);
  if (!target.ok) return target;
  write(
    sim,
    table,
    table.routes.map((route) => (route === known ? { destination, target: target.target } : route)),
  );
  sim.record("ROUTE_REPLACED", table.routeTableId, { destination, target: target.target, before: known.target });
  return answer({});
});

export const deleteRoute = command<"ec2", "DeleteRoute">((sim, input) => {
  const read = readRoute(sim, input);
  if (!read.ok) return read;
  const { table, destination } = read;
  const known = table.routes.find((route) => route.destination === destination);
  if (known === undefined) return noRoute(table, destination);
  if (known.target === "local") {
    return refuse("route.delete-local", { destination, tableId: table.routeTableId });
  }
  write(
    sim,
    table,
    table.routes.filter((route) => route !== known),
  );
  sim.record("ROUTE_DELETED", table.routeTableId, { destination, target: known.target });
  return answer({});
});

type Read = { readonly ok: true; readonly table: RouteTableRow; readonly destination: string } | Refusal;

function readRoute(sim: Cloud, { RouteTableId, DestinationCidrBlock }: RouteInput): Read {
  const table = sim.tables.routeTables.get(RouteTableId);
  if (table === undefined) return idNotFound("route-table", RouteTableId);
  if (DestinationCidrBlock === undefined) return refuse("parameter.missing", { parameter: "destinationCidrBlock" });
  const block = readBlock(DestinationCidrBlock);
  if (block === undefined) {
    return refuse("route.cidr", { cidr: DestinationCidrBlock });
  }
  return { ok: true, table, destination: `${addressText(block.first)}/${block.prefix}` };
}

type Target = { readonly ok: true; readonly target: string } | Refusal;

function readTarget(sim: Cloud, table: RouteTableRow, { GatewayId, NatGatewayId }: RouteInput): Target {
  if ((GatewayId === undefined) === (NatGatewayId === undefined)) {
    return refuse("route.one-target");
  }
  if (NatGatewayId !== undefined) {
    const nat = sim.tables.natGateways.get(NatGatewayId);
    if (nat === undefined || nat.state === "deleted") return idNotFound("nat-gateway", NatGatewayId);
    return nat.vpcId === table.vpcId ? { ok: true, target: NatGatewayId } : otherNetwork(table, NatGatewayId);
  }
  const gateway = sim.tables.internetGateways.get(GatewayId ?? "");
  if (gateway === undefined) return idNotFound("internet-gateway", GatewayId ?? "");
  return gateway.vpcId === table.vpcId
    ? { ok: true, target: gateway.internetGatewayId }
    : otherNetwork(table, gateway.internetGatewayId);
}

function otherNetwork(table: RouteTableRow, target: string): Refusal {
  return refuse("route.other-network", { tableId: table.routeTableId, target });
}

function noRoute({ routeTableId }: RouteTableRow, destination: string): Refusal {
  return refuse("route.not-found", { destination, tableId: routeTableId });
}

function write(sim: Cloud, table: RouteTableRow, routes: readonly Route[]): void {
  sim.put("routeTables", { ...table, routes });
  refreshInternetRoutes(sim);
}

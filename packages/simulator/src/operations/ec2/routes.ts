/**
 * Route tables: DescribeRouteTables, CreateRoute, ReplaceRoute, DeleteRoute. A change works at once.
 * Source: Amazon EC2 API Reference (checked 2026-11-21). Simplified: targets are internet gateways and NAT gateways; route
 * tables themselves and what follows them are those of the scenario.
 */
import { refreshInternetRoutes } from "../../controllers/network/network-changes.ts";
import type { Cloud } from "../../model/cloud.ts";
import { ACCOUNT_ID } from "../../model/place.ts";
import type { Route, RouteTableRow } from "../../model/vpc.ts";
import { addressText, readBlock } from "../../network/blocks.ts";
import { isActive } from "../../network/routes.ts";
import { answer, command, type Outcome, query, type Refusal, refuse } from "../outcome.ts";
import { type ListingInput, list, rowsOf, tagSet } from "./listing.ts";
import { idNotFound, invalidValue, missing } from "./refusals.ts";

interface DescribeInput extends ListingInput {
  readonly RouteTableIds?: readonly string[];
}

export const describeRouteTables = query((sim: Cloud, input: DescribeInput): Outcome => {
  const found = rowsOf(sim.tables.routeTables, input.RouteTableIds, "routeTable");
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

function presentTable(sim: Cloud, row: RouteTableRow): Record<string, unknown> {
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

function presentRoute(sim: Cloud, route: Route): Record<string, unknown> {
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

interface RouteInput {
  readonly RouteTableId: string;
  readonly DestinationCidrBlock?: string;
  readonly GatewayId?: string;
  readonly NatGatewayId?: string;
}

export const createRoute = command((sim: Cloud, input: RouteInput): Outcome => {
  const read = readRoute(sim, input);
  if (!read.ok) return read;
  const { table, destination } = read;
  if (table.routes.some((route) => route.destination === destination)) {
    return refuse("RouteAlreadyExists", `The route identified by ${destination} already exists.`);
  }
  const target = readTarget(sim, table, input);
  if (!target.ok) return target;
  write(sim, table, [...table.routes, { destination, target: target.target }]);
  sim.record("ROUTE_CREATED", table.routeTableId, { destination, target: target.target });
  return answer({ Return: true });
});

export const replaceRoute = command((sim: Cloud, input: RouteInput): Outcome => {
  const read = readRoute(sim, input);
  if (!read.ok) return read;
  const { table, destination } = read;
  const known = table.routes.find((route) => route.destination === destination);
  if (known === undefined) return noRoute(table, destination);
  if (known.target === "local") return refuse("InvalidParameterValue", `cannot replace local route ${destination}`);
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

export const deleteRoute = command((sim: Cloud, input: RouteInput): Outcome => {
  const read = readRoute(sim, input);
  if (!read.ok) return read;
  const { table, destination } = read;
  const known = table.routes.find((route) => route.destination === destination);
  if (known === undefined) return noRoute(table, destination);
  if (known.target === "local") {
    return invalidValue(`cannot remove local route ${destination} in route table ${table.routeTableId}`);
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
  if (table === undefined) return idNotFound("routeTable", RouteTableId);
  if (DestinationCidrBlock === undefined) return missing("destinationCidrBlock");
  const block = readBlock(DestinationCidrBlock);
  if (block === undefined) {
    return invalidValue(
      `Value (${DestinationCidrBlock}) for parameter destinationCidrBlock is invalid. This is not a valid CIDR block.`,
    );
  }
  return { ok: true, table, destination: `${addressText(block.first)}/${block.prefix}` };
}

type Target = { readonly ok: true; readonly target: string } | Refusal;

function readTarget(sim: Cloud, table: RouteTableRow, { GatewayId, NatGatewayId }: RouteInput): Target {
  if ((GatewayId === undefined) === (NatGatewayId === undefined)) {
    return refuse("InvalidParameterCombination", "The request must contain exactly one of gatewayId, natGatewayId.");
  }
  if (NatGatewayId !== undefined) {
    const nat = sim.tables.natGateways.get(NatGatewayId);
    if (nat === undefined || nat.state === "deleted") return idNotFound("natGateway", NatGatewayId);
    return nat.vpcId === table.vpcId ? { ok: true, target: NatGatewayId } : otherNetwork(table, NatGatewayId);
  }
  const gateway = sim.tables.internetGateways.get(GatewayId ?? "");
  if (gateway === undefined) return idNotFound("internetGateway", GatewayId ?? "");
  return gateway.vpcId === table.vpcId
    ? { ok: true, target: gateway.internetGatewayId }
    : otherNetwork(table, gateway.internetGatewayId);
}

function otherNetwork(table: RouteTableRow, target: string): Refusal {
  return invalidValue(`route table ${table.routeTableId} and network gateway ${target} belong to different networks`);
}

function noRoute({ routeTableId }: RouteTableRow, destination: string): Refusal {
  const message = `no route with destination-cidr-block ${destination} in route table ${routeTableId}`;
  return refuse("InvalidRoute.NotFound", message);
}

function write(sim: Cloud, table: RouteTableRow, routes: readonly Route[]): void {
  sim.put("routeTables", { ...table, routes });
  refreshInternetRoutes(sim);
}

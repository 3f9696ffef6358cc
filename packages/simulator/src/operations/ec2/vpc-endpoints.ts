/**
 * VPC endpoints: an interface in each of some subnets, or a line in some route tables, through which a service of AWS is
 * reached without the internet.
 * Source: Amazon EC2 API Reference, CreateVpcEndpoint; AWS PrivateLink Guide (checked 2026-11-21).
 * Simplified: endpoint policies allow everything, and the services are those that ECS needs.
 */
import { addInterface } from "../../controllers/network/network-changes.ts";
import { draw } from "../../controllers/rows/task-rows.ts";
import { hexId } from "../../kernel/ids.ts";
import type { Cloud } from "../../model/cloud.ts";
import { ENDPOINT_AVAILABLE_AFTER, ENDPOINT_GONE_AFTER } from "../../model/network-timing.ts";
import { ACCOUNT_ID, epochSeconds, regionOf } from "../../model/place.ts";
import type { Refusal } from "../../model/refusal.ts";
import type { SubnetRow, VpcEndpointRow } from "../../model/vpc.ts";
import { endpointServiceName, factsOf, serviceNamed } from "../../network/aws-services.ts";
import { PREFIX_LISTS } from "../../network/prefix-lists.ts";
import { answer, command, type Outcome, query } from "../operation.ts";
import type { Input, Output, Shape } from "../shapes.ts";
import { list, rowsOf } from "./listing.ts";
import { groupIdentifiers } from "./networks.ts";
import { idNotFound, refuse } from "./refusals.ts";
import { NETWORK_STREAM } from "./security-groups.ts";

export const describeVpcEndpoints = query<"ec2", "DescribeVpcEndpoints">((sim, input) => {
  const found = rowsOf(sim.tables.vpcEndpoints, input.VpcEndpointIds, "vpc-endpoint");
  if (!found.ok) return found;
  return list(found.rows, input, {
    member: "VpcEndpoints",
    present: (row) => presentEndpoint(sim, row),
    filters: {
      "vpc-endpoint-id": ({ vpcEndpointId }) => vpcEndpointId,
      "vpc-endpoint-type": ({ type }) => type,
      "vpc-endpoint-state": ({ state }) => state,
      "vpc-id": ({ vpcId }) => vpcId,
      "service-name": ({ serviceName }) => serviceName,
    },
  });
});

function presentEndpoint(sim: Cloud, row: VpcEndpointRow): Shape<"ec2", "VpcEndpoint"> {
  const { vpcEndpointId, serviceName } = row;
  const host = hostOf(sim, serviceName);
  const own = `${vpcEndpointId}-${vpcEndpointId.slice(-8)}.${serviceName.split(".").slice(3).reverse().join(".")}.${regionOf(sim.tables)}.vpce.amazonaws.com`;
  return {
    VpcEndpointId: vpcEndpointId,
    VpcEndpointType: row.type,
    VpcId: row.vpcId,
    ServiceName: serviceName,
    // AWS answers in small letters, its model lists the states with a capital.
    State: row.state as string as Shape<"ec2", "VpcEndpoint">["State"],
    PolicyDocument: POLICY,
    RouteTableIds: row.routeTableIds,
    SubnetIds: row.subnetIds,
    Groups: groupIdentifiers(sim, row.securityGroups),
    IpAddressType: "ipv4",
    PrivateDnsEnabled: row.privateDnsEnabled,
    RequesterManaged: false,
    NetworkInterfaceIds: row.networkInterfaceIds,
    DnsEntries: row.type === "Gateway" ? [] : [{ DnsName: own }, ...(row.privateDnsEnabled ? [{ DnsName: host }] : [])],
    CreationTimestamp: epochSeconds(sim.tables, row.createdAtMs),
    Tags: [],
    OwnerId: ACCOUNT_ID,
  };
}

const POLICY = '{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}';

function hostOf(sim: Cloud, serviceName: string): string {
  const service = serviceNamed(regionOf(sim.tables), serviceName);
  return service === undefined ? serviceName : factsOf(regionOf(sim.tables), service).host;
}

type CreateInput = Input<"ec2", "CreateVpcEndpoint">;
type Created = Outcome<Output<"ec2", "CreateVpcEndpoint">>;

export const createVpcEndpoint = command<"ec2", "CreateVpcEndpoint">((sim, input) => {
  const { VpcEndpointType: type = "Gateway", VpcId, ServiceName = "" } = input;
  if (!sim.tables.vpcs.has(VpcId)) return idNotFound("vpc", VpcId);
  const service = serviceNamed(regionOf(sim.tables), ServiceName);
  if (service === undefined || ServiceName !== endpointServiceName(regionOf(sim.tables), service)) {
    return refuse("endpoint.service", { service: ServiceName });
  }
  const prefixListId = PREFIX_LISTS.get(service);
  if (type === "Gateway") {
    if (prefixListId !== undefined) return createGateway(sim, input, prefixListId);
    return refuse("endpoint.no-gateway");
  }
  if (type !== "Interface") return refuse("endpoint.type", { type });
  if (prefixListId !== undefined) {
    return refuse("endpoint.gateway-only", { service });
  }
  return createInterface(sim, input);
});

function createGateway(
  sim: Cloud,
  { VpcId, ServiceName = "", RouteTableIds = [] }: CreateInput,
  list: string,
): Created {
  for (const id of RouteTableIds) {
    const table = sim.tables.routeTables.get(id);
    if (table === undefined) return idNotFound("route-table", id);
    if (table.routes.some(({ destination }) => destination === list)) {
      return refuse("endpoint.route-exists", { tableId: id, prefixListId: list });
    }
  }
  const row = newEndpoint(sim, {
    vpcId: VpcId,
    serviceName: ServiceName,
    type: "Gateway",
    routeTableIds: RouteTableIds,
  });
  sim.put("vpcEndpoints", row);
  for (const id of RouteTableIds) joinTable(sim, id, list, row.vpcEndpointId);
  sim.record("VPC_ENDPOINT_CREATED", row.vpcEndpointId, { serviceName: ServiceName });
  return answer({ VpcEndpoint: presentEndpoint(sim, row) });
}

function createInterface(sim: Cloud, input: CreateInput): Created {
  const { VpcId, ServiceName = "", SubnetIds = [], PrivateDnsEnabled = true } = input;
  const subnets = subnetsOf(sim, SubnetIds);
  if (!subnets.ok) return subnets;
  const groups = groupsOf(sim, input, VpcId);
  if (!groups.ok) return groups;
  for (const row of PrivateDnsEnabled ? sim.tables.vpcEndpoints.values() : []) {
    if (row.vpcId !== VpcId || row.serviceName !== ServiceName || !row.privateDnsEnabled) continue;
    return refuse("endpoint.private-dns", { host: hostOf(sim, ServiceName), vpcId: VpcId });
  }
  const full = subnets.rows.find(({ availableIpAddressCount }) => availableIpAddressCount === 0);
  if (full !== undefined) {
    return refuse("endpoint.no-addresses", { subnetId: full.subnetId });
  }
  const common = {
    vpcId: VpcId,
    serviceName: ServiceName,
    type: "Interface",
    privateDnsEnabled: PrivateDnsEnabled,
  } as const;
  const bare = newEndpoint(sim, { ...common, subnetIds: SubnetIds, securityGroups: groups.ids });
  const networkInterfaceIds = subnets.rows.map((subnet) => {
    const networkInterfaceId = `eni-0${hexId(sim.world.random, 16, NETWORK_STREAM)}`;
    addInterface(sim, subnet, { networkInterfaceId, vpcEndpointId: bare.vpcEndpointId });
    return networkInterfaceId;
  });
  const row: VpcEndpointRow = { ...bare, state: "pending", networkInterfaceIds };
  sim.put("vpcEndpoints", row);
  sim.record("VPC_ENDPOINT_CREATED", row.vpcEndpointId, { serviceName: ServiceName });
  const afterMs = draw(sim, NETWORK_STREAM, ENDPOINT_AVAILABLE_AFTER);
  sim.schedule(afterMs, "VPC_ENDPOINT_AVAILABLE", row.vpcEndpointId, 0, undefined);
  return answer({ VpcEndpoint: presentEndpoint(sim, row) });
}

function newEndpoint(
  sim: Cloud,
  parts: Pick<VpcEndpointRow, "vpcId" | "serviceName" | "type"> & Partial<VpcEndpointRow>,
): VpcEndpointRow {
  return {
    vpcEndpointId: `vpce-0${hexId(sim.world.random, 16, NETWORK_STREAM)}`,
    state: "available",
    routeTableIds: [],
    subnetIds: [],
    securityGroups: [],
    networkInterfaceIds: [],
    privateDnsEnabled: false,
    createdAtMs: sim.nowMs,
    ...parts,
  };
}

function subnetsOf(sim: Cloud, ids: readonly string[]): { readonly ok: true; readonly rows: SubnetRow[] } | Refusal {
  const rows: SubnetRow[] = [];
  for (const id of ids) {
    const row = sim.tables.subnets.get(id);
    if (row === undefined) return idNotFound("subnet", id);
    if (rows.some(({ availabilityZone }) => availabilityZone === row.availabilityZone)) {
      return refuse("endpoint.same-zone");
    }
    rows.push(row);
  }
  return { ok: true, rows };
}

/** Without groups an endpoint gets the default one of its VPC, which lets only its own members in. */
function groupsOf(
  sim: Cloud,
  { SecurityGroupIds = [] }: CreateInput,
  vpcId: string,
): { readonly ok: true; readonly ids: readonly string[] } | Refusal {
  const absent = SecurityGroupIds.find((id) => !sim.tables.securityGroups.has(id));
  if (absent !== undefined) return refuse("security-group.not-found", { group: absent });
  if (SecurityGroupIds.length > 0) return { ok: true, ids: SecurityGroupIds };
  const groups = [...sim.tables.securityGroups.values()];
  const own = groups.find((row) => row.vpcId === vpcId && row.groupName === "default");
  return { ok: true, ids: own === undefined ? [] : [own.groupId] };
}

/** Simplified: subnets, policy and DNS of an endpoint stay as they are. */
export const modifyVpcEndpoint = command<"ec2", "ModifyVpcEndpoint">((sim, input) => {
  const row = sim.tables.vpcEndpoints.get(input.VpcEndpointId);
  if (row === undefined) return idNotFound("vpc-endpoint", input.VpcEndpointId);
  const { AddRouteTableIds = [], RemoveRouteTableIds = [] } = input;
  const { AddSecurityGroupIds = [], RemoveSecurityGroupIds = [] } = input;
  const noTable = [...AddRouteTableIds, ...RemoveRouteTableIds].find((id) => !sim.tables.routeTables.has(id));
  if (noTable !== undefined) return idNotFound("route-table", noTable);
  const noGroup = AddSecurityGroupIds.find((id) => !sim.tables.securityGroups.has(id));
  if (noGroup !== undefined) return refuse("security-group.not-found", { group: noGroup });
  const list = PREFIX_LISTS.get(serviceNamed(regionOf(sim.tables), row.serviceName) ?? "");
  if (
    (AddRouteTableIds.length > 0 || RemoveRouteTableIds.length > 0) &&
    (row.type !== "Gateway" || list === undefined)
  ) {
    return refuse("endpoint.route-tables");
  }
  for (const id of RemoveRouteTableIds) leaveTable(sim, id, row.vpcEndpointId);
  for (const id of AddRouteTableIds)
    if (!row.routeTableIds.includes(id)) joinTable(sim, id, list ?? "", row.vpcEndpointId);
  sim.put("vpcEndpoints", {
    ...row,
    routeTableIds: merged(row.routeTableIds, AddRouteTableIds, RemoveRouteTableIds),
    securityGroups: merged(row.securityGroups, AddSecurityGroupIds, RemoveSecurityGroupIds),
  });
  sim.record("VPC_ENDPOINT_MODIFIED", row.vpcEndpointId, { serviceName: row.serviceName });
  return answer({ Return: true });
});

function merged(old: readonly string[], added: readonly string[], removed: readonly string[]): string[] {
  return [...new Set([...old, ...added])].filter((id) => !removed.includes(id));
}

export const deleteVpcEndpoints = command<"ec2", "DeleteVpcEndpoints">((sim, { VpcEndpointIds }) => {
  const Unsuccessful: Shape<"ec2", "UnsuccessfulItem">[] = [];
  for (const id of new Set(VpcEndpointIds)) {
    const row = sim.tables.vpcEndpoints.get(id);
    if (row === undefined) {
      const { code: Code, message: Message } = idNotFound("vpc-endpoint", id).error;
      Unsuccessful.push({ Error: { Code, Message }, ResourceId: id });
    } else if (row.state !== "deleting") beginDeletion(sim, row);
  }
  return answer({ Unsuccessful });
});

function beginDeletion(sim: Cloud, row: VpcEndpointRow): void {
  const { vpcEndpointId, serviceName } = row;
  if (row.type === "Gateway") {
    for (const id of row.routeTableIds) leaveTable(sim, id, vpcEndpointId);
    sim.remove("vpcEndpoints", vpcEndpointId);
    sim.record("VPC_ENDPOINT_DELETED", vpcEndpointId, { serviceName });
    return;
  }
  sim.put("vpcEndpoints", { ...row, state: "deleting" });
  sim.record("VPC_ENDPOINT_DELETING", vpcEndpointId, { serviceName });
  sim.schedule(draw(sim, NETWORK_STREAM, ENDPOINT_GONE_AFTER), "VPC_ENDPOINT_GONE", vpcEndpointId, 0, undefined);
}

function joinTable(sim: Cloud, routeTableId: string, destination: string, target: string): void {
  const table = sim.tables.routeTables.get(routeTableId);
  if (table !== undefined) sim.put("routeTables", { ...table, routes: [...table.routes, { destination, target }] });
}

function leaveTable(sim: Cloud, routeTableId: string, vpcEndpointId: string): void {
  const table = sim.tables.routeTables.get(routeTableId);
  if (table === undefined) return;
  sim.put("routeTables", { ...table, routes: table.routes.filter(({ target }) => target !== vpcEndpointId) });
}

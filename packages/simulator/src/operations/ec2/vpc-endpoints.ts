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
import { ACCOUNT_ID, epochSeconds, REGION } from "../../model/place.ts";
import type { SubnetRow, VpcEndpointRow } from "../../model/vpc.ts";
import { endpointServiceName, factsOf, serviceNamed } from "../../network/aws-services.ts";
import { PREFIX_LISTS } from "../../network/prefix-lists.ts";
import { answer, command, type Outcome, query, type Refusal, refuse } from "../outcome.ts";
import { type ListingInput, list, rowsOf } from "./listing.ts";
import { groupIdentifiers } from "./networks.ts";
import { groupNotFound, idNotFound, invalidValue } from "./refusals.ts";
import { NETWORK_STREAM } from "./security-groups.ts";

interface DescribeInput extends ListingInput {
  readonly VpcEndpointIds?: readonly string[];
}

export const describeVpcEndpoints = query((sim: Cloud, input: DescribeInput): Outcome => {
  const found = rowsOf(sim.tables.vpcEndpoints, input.VpcEndpointIds, "vpcEndpoint");
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

function presentEndpoint(sim: Cloud, row: VpcEndpointRow): Record<string, unknown> {
  const { vpcEndpointId, serviceName } = row;
  const host = hostOf(serviceName);
  const own = `${vpcEndpointId}-${vpcEndpointId.slice(-8)}.${serviceName.split(".").slice(3).reverse().join(".")}.${REGION}.vpce.amazonaws.com`;
  return {
    VpcEndpointId: vpcEndpointId,
    VpcEndpointType: row.type,
    VpcId: row.vpcId,
    ServiceName: serviceName,
    State: row.state,
    PolicyDocument: POLICY,
    RouteTableIds: row.routeTableIds,
    SubnetIds: row.subnetIds,
    Groups: groupIdentifiers(sim, row.securityGroups),
    IpAddressType: "ipv4",
    PrivateDnsEnabled: row.privateDnsEnabled,
    RequesterManaged: false,
    NetworkInterfaceIds: row.networkInterfaceIds,
    DnsEntries: row.type === "Gateway" ? [] : [{ DnsName: own }, ...(row.privateDnsEnabled ? [{ DnsName: host }] : [])],
    CreationTimestamp: epochSeconds(row.createdAtMs),
    Tags: [],
    OwnerId: ACCOUNT_ID,
  };
}

const POLICY = '{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}';

function hostOf(serviceName: string): string {
  const service = serviceNamed(serviceName);
  return service === undefined ? serviceName : factsOf(service).host;
}

interface CreateInput {
  readonly VpcEndpointType?: string;
  readonly VpcId: string;
  readonly ServiceName?: string;
  readonly RouteTableIds?: readonly string[];
  readonly SubnetIds?: readonly string[];
  readonly SecurityGroupIds?: readonly string[];
  readonly PrivateDnsEnabled?: boolean;
}

export const createVpcEndpoint = command((sim: Cloud, input: CreateInput): Outcome => {
  const { VpcEndpointType: type = "Gateway", VpcId, ServiceName = "" } = input;
  if (!sim.tables.vpcs.has(VpcId)) return idNotFound("vpc", VpcId);
  const service = serviceNamed(ServiceName);
  if (service === undefined || ServiceName !== endpointServiceName(service)) {
    return refuse("InvalidServiceName", `The Vpc Endpoint Service '${ServiceName}' does not exist`);
  }
  const prefixListId = PREFIX_LISTS[service];
  if (type === "Gateway") {
    if (prefixListId !== undefined) return createGateway(sim, input, prefixListId);
    return refuse("InvalidParameter", `Endpoint type (Gateway) does not match available service types ([Interface]).`);
  }
  if (type !== "Interface") return invalidValue(`Value (${type}) for parameter vpcEndpointType is invalid.`);
  if (prefixListId !== undefined) {
    return refuse(
      "UnsupportedOperation",
      `Quayside simulates the gateway endpoint of ${service} only: ECR's layers need that one.`,
    );
  }
  return createInterface(sim, input);
});

function createGateway(
  sim: Cloud,
  { VpcId, ServiceName = "", RouteTableIds = [] }: CreateInput,
  list: string,
): Outcome {
  for (const id of RouteTableIds) {
    const table = sim.tables.routeTables.get(id);
    if (table === undefined) return idNotFound("routeTable", id);
    if (table.routes.some(({ destination }) => destination === list)) {
      return refuse(
        "RouteAlreadyExists",
        `route table ${id} already has a route with destination-prefix-list-id ${list}`,
      );
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

function createInterface(sim: Cloud, input: CreateInput): Outcome {
  const { VpcId, ServiceName = "", SubnetIds = [], PrivateDnsEnabled = true } = input;
  const subnets = subnetsOf(sim, SubnetIds);
  if (!subnets.ok) return subnets;
  const groups = groupsOf(sim, input, VpcId);
  if (!groups.ok) return groups;
  for (const row of PrivateDnsEnabled ? sim.tables.vpcEndpoints.values() : []) {
    if (row.vpcId !== VpcId || row.serviceName !== ServiceName || !row.privateDnsEnabled) continue;
    const message = `private-dns-enabled cannot be set because there is already a conflicting DNS domain for ${hostOf(ServiceName)} in the VPC ${VpcId}`;
    return refuse("InvalidParameter", message);
  }
  const full = subnets.rows.find(({ availableIpAddressCount }) => availableIpAddressCount === 0);
  if (full !== undefined) {
    const message = `There are not enough free addresses in subnet '${full.subnetId}' to create the endpoint.`;
    return refuse("InsufficientFreeAddressesInSubnet", message);
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
      return refuse(
        "DuplicateSubnetsInSameZone",
        "Found another VPC endpoint subnet in the availability zone of the given subnet.",
      );
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
  if (absent !== undefined) return groupNotFound(absent);
  if (SecurityGroupIds.length > 0) return { ok: true, ids: SecurityGroupIds };
  const groups = [...sim.tables.securityGroups.values()];
  const own = groups.find((row) => row.vpcId === vpcId && row.groupName === "default");
  return { ok: true, ids: own === undefined ? [] : [own.groupId] };
}

interface ModifyInput {
  readonly VpcEndpointId: string;
  readonly AddRouteTableIds?: readonly string[];
  readonly RemoveRouteTableIds?: readonly string[];
  readonly AddSecurityGroupIds?: readonly string[];
  readonly RemoveSecurityGroupIds?: readonly string[];
}

/** Simplified: subnets, policy and DNS of an endpoint stay as they are. */
export const modifyVpcEndpoint = command((sim: Cloud, input: ModifyInput): Outcome => {
  const row = sim.tables.vpcEndpoints.get(input.VpcEndpointId);
  if (row === undefined) return idNotFound("vpcEndpoint", input.VpcEndpointId);
  const { AddRouteTableIds = [], RemoveRouteTableIds = [] } = input;
  const { AddSecurityGroupIds = [], RemoveSecurityGroupIds = [] } = input;
  const noTable = [...AddRouteTableIds, ...RemoveRouteTableIds].find((id) => !sim.tables.routeTables.has(id));
  if (noTable !== undefined) return idNotFound("routeTable", noTable);
  const noGroup = AddSecurityGroupIds.find((id) => !sim.tables.securityGroups.has(id));
  if (noGroup !== undefined) return groupNotFound(noGroup);
  const list = PREFIX_LISTS[serviceNamed(row.serviceName) ?? ""];
  if (
    (AddRouteTableIds.length > 0 || RemoveRouteTableIds.length > 0) &&
    (row.type !== "Gateway" || list === undefined)
  ) {
    return refuse("InvalidParameter", "Route table IDs are only supported for Gateway type VPC Endpoint.");
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

interface DeleteInput {
  readonly VpcEndpointIds: readonly string[];
}

export const deleteVpcEndpoints = command((sim: Cloud, { VpcEndpointIds }: DeleteInput): Outcome => {
  const Unsuccessful: unknown[] = [];
  for (const id of new Set(VpcEndpointIds)) {
    const row = sim.tables.vpcEndpoints.get(id);
    if (row === undefined) {
      const { code: Code, message: Message } = idNotFound("vpcEndpoint", id).error;
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

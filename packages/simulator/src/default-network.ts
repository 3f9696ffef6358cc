/**
 * The network of every world: one VPC with a public and a private subnet in each of two zones, an internet gateway, a NAT
 * gateway, the default security group; and what a scenario's plan changes in it. Ours: a real default VPC has public
 * subnets only; the private ones show both routes.
 */
import { addressAt, blockSize, FIRST_FREE_OFFSET } from "./controllers/network/addresses.ts";
import { hexId } from "./kernel/ids.ts";
import type { Cloud } from "./model/cloud.ts";
import { regionOf } from "./model/place.ts";
import { zonesOf } from "./model/region-names.ts";
import type { Route, SecurityGroupRule, SubnetRow } from "./model/vpc.ts";
import { endpointServiceName } from "./network/aws-services.ts";
import { PREFIX_LISTS } from "./network/prefix-lists.ts";
import { ANYWHERE, internetRouteOf } from "./network/routes.ts";

/** The VPC of every world. Ours. */
export const DEFAULT_VPC_ID = "vpc-0a1b2c3d4e5f60718";
/** The default security group of that VPC. Ours. */
export const DEFAULT_SECURITY_GROUP_ID = "sg-0eee1111222233334";

/** Identifiers of the four subnets by their names. Ours. */
export const DEFAULT_SUBNETS = {
  "public-a": "subnet-0aaa1111222233334",
  "public-b": "subnet-0bbb1111222233334",
  "private-a": "subnet-0ccc1111222233334",
  "private-b": "subnet-0ddd1111222233334",
} as const;

/** Identifiers of the gateways and route tables of every world. Ours. */
export const DEFAULT_NETWORK = {
  internetGateway: "igw-0f1a2b3c4d5e6f708",
  natGateway: "nat-0f1a2b3c4d5e6f708",
  publicRouteTable: "rtb-0aaa1111222233334",
  privateRouteTable: "rtb-0ccc1111222233334",
} as const;

/** Addresses that AWS keeps in each subnet. @source Amazon VPC User Guide, Subnet CIDR blocks (checked 2026-11-20) */
const KEPT_ADDRESSES = 5;

/** A subnet as a plan names it. Names that begin with `public` follow the public route table, all others the private one. */
export interface PlannedSubnet {
  readonly subnetId: string;
  readonly name: string;
  readonly cidrBlock: string;
  readonly availabilityZone: string;
}

/** A VPC endpoint that is there from the start. */
export interface PlannedEndpoint {
  /** The last part of its name: `ecr.api`, `s3`. Gateway endpoints join the private route table. */
  readonly service: string;
  /** Names of subnets; the default is every private one. Only of interface endpoints. */
  readonly subnets?: readonly string[];
  /** The default is the VPC's default group, which lets its own members in. Only of interface endpoints. */
  readonly securityGroups?: readonly string[];
}

/** A rule as a plan writes it. */
export type PlannedRule = Omit<SecurityGroupRule, "ruleId">;

/** A security group that is there from the start. */
export interface PlannedSecurityGroup {
  readonly groupId: string;
  readonly groupName: string;
  readonly description?: string;
  readonly ingress?: readonly PlannedRule[];
  /** The default is AWS's: everything to everywhere. */
  readonly egress?: readonly PlannedRule[];
}

/** Other plans for the network: for scenarios that need more room or less, other ways out, or none. */
export interface NetworkPlan {
  /** Blocks of the four subnets, by name; the default is a /24 each. */
  readonly cidrBlocks?: Partial<Record<keyof typeof DEFAULT_SUBNETS, string>>;
  /** Further subnets. */
  readonly subnets?: readonly PlannedSubnet[];
  /** False: there is no NAT gateway, and private subnets have no way to the internet. */
  readonly natGateway?: boolean;
  readonly endpoints?: readonly PlannedEndpoint[];
  readonly securityGroups?: readonly PlannedSecurityGroup[];
}

const usualSubnets = ([first, second]: readonly [string, string]): readonly PlannedSubnet[] => [
  plan("public-a", "10.0.0.0/24", first),
  plan("public-b", "10.0.1.0/24", second),
  plan("private-a", "10.0.10.0/24", first),
  plan("private-b", "10.0.11.0/24", second),
];

const TO_EVERYWHERE: PlannedRule = { protocol: "-1", fromPort: -1, toPort: -1, peer: ANYWHERE };

/** Writes the rows of the network. The changes belong to the record that follows. */
export function buildDefaultNetwork(sim: Cloud, network: NetworkPlan): void {
  const subnets = [...usualSubnets(zonesOf(regionOf(sim.tables))), ...(network.subnets ?? [])].map((subnet) => ({
    ...subnet,
    cidrBlock: network.cidrBlocks?.[subnet.name as keyof typeof DEFAULT_SUBNETS] ?? subnet.cidrBlock,
  }));
  sim.put("vpcs", { vpcId: DEFAULT_VPC_ID, cidrBlock: "10.0.0.0/16", isDefault: true });
  sim.put("internetGateways", { internetGatewayId: DEFAULT_NETWORK.internetGateway, vpcId: DEFAULT_VPC_ID });
  const [natSubnet] = subnets;
  if (network.natGateway !== false && natSubnet !== undefined) putNatGateway(sim, natSubnet);
  putRouteTables(sim, subnets, network);
  for (const subnet of subnets) putSubnet(sim, subnet);
  putSecurityGroups(sim, network);
  for (const [index, endpoint] of (network.endpoints ?? []).entries()) putEndpoint(sim, endpoint, index, subnets);
}

function putRouteTables(sim: Cloud, subnets: readonly PlannedSubnet[], network: NetworkPlan): void {
  const { internetGateway, natGateway, publicRouteTable, privateRouteTable } = DEFAULT_NETWORK;
  const local = { destination: "10.0.0.0/16", target: "local" };
  const tables = [
    { routeTableId: publicRouteTable, name: "public", out: [{ destination: ANYWHERE, target: internetGateway }] },
    {
      routeTableId: privateRouteTable,
      name: "private",
      out: network.natGateway === false ? [] : [{ destination: ANYWHERE, target: natGateway }],
    },
  ];
  const gateways: readonly Route[] = (network.endpoints ?? []).flatMap(({ service }, index) => {
    const destination = PREFIX_LISTS.get(service);
    return destination === undefined ? [] : [{ destination, target: endpointId(index) }];
  });
  for (const { routeTableId, name, out } of tables) {
    const followers = subnets.filter((subnet) => isPublic(subnet) === (name === "public"));
    sim.put("routeTables", {
      routeTableId,
      vpcId: DEFAULT_VPC_ID,
      name,
      routes: [local, ...out, ...(name === "public" ? [] : gateways)],
      associations: [
        ...(name === "public" ? [{ associationId: "rtbassoc-0aaa1111222233330" }] : []),
        ...followers.map(({ subnetId }) => ({ associationId: subnetId.replace("subnet", "rtbassoc"), subnetId })),
      ],
    });
  }
}

function putSubnet(sim: Cloud, { subnetId, name, cidrBlock, availabilityZone }: PlannedSubnet): void {
  let taken = 0;
  for (const row of sim.tables.networkInterfaces.values()) if (row.subnetId === subnetId) taken += 1;
  const row: Omit<SubnetRow, "internetRoute"> = {
    subnetId,
    name,
    availabilityZone,
    cidrBlock,
    vpcId: DEFAULT_VPC_ID,
    availableIpAddressCount: blockSize(cidrBlock) - KEPT_ADDRESSES - taken,
    nextOffset: FIRST_FREE_OFFSET,
  };
  sim.put("subnets", { ...row, internetRoute: internetRouteOf(sim.tables, row) });
}

/** The NAT gateway of every world stands in the first public subnet. */
function putNatGateway(sim: Cloud, { subnetId, cidrBlock }: PlannedSubnet): void {
  const address = { privateIpv4Address: lastAddress(cidrBlock, 0), publicIpv4Address: "203.0.113.25" };
  const natGatewayId = DEFAULT_NETWORK.natGateway;
  const networkInterfaceId = "eni-0f1a2b3c4d5e6f708";
  const common = { natGatewayId, subnetId, networkInterfaceId, ...address };
  sim.put("networkInterfaces", { ...common, macAddress: "0e:f1:a2:b3:c4:d5" });
  sim.put("natGateways", { ...common, vpcId: DEFAULT_VPC_ID, state: "available", createdAtMs: 0 });
}

/** What stands in the network from the start takes addresses from the end of a block: tasks keep the low ones. */
function lastAddress(cidrBlock: string, taken: number): string {
  return addressAt(cidrBlock, blockSize(cidrBlock) - 2 - taken);
}

function putSecurityGroups(sim: Cloud, network: NetworkPlan): void {
  const own: PlannedSecurityGroup = {
    groupId: DEFAULT_SECURITY_GROUP_ID,
    groupName: "default",
    description: "default VPC security group",
    ingress: [{ ...TO_EVERYWHERE, peer: DEFAULT_SECURITY_GROUP_ID }],
  };
  const withId = (rule: PlannedRule) => ({ ...rule, ruleId: `sgr-0${hexId(sim.world.random, 16, "network")}` });
  for (const { description, ingress = [], egress = [TO_EVERYWHERE], ...group } of [
    own,
    ...(network.securityGroups ?? []),
  ]) {
    sim.put("securityGroups", {
      ...group,
      vpcId: DEFAULT_VPC_ID,
      description: description ?? group.groupName,
      ingress: ingress.map(withId),
      egress: egress.map(withId),
    });
  }
}

function putEndpoint(sim: Cloud, wanted: PlannedEndpoint, index: number, subnets: readonly PlannedSubnet[]): void {
  const vpcEndpointId = endpointId(index);
  const isGateway = PREFIX_LISTS.has(wanted.service);
  const inside = subnets.filter((subnet) =>
    isGateway ? false : (wanted.subnets?.includes(subnet.name) ?? !isPublic(subnet)),
  );
  const networkInterfaceIds = inside.map(({ subnetId, cidrBlock }, place) => {
    const networkInterfaceId = `eni-0e${index.toString(16).padStart(7, "0")}${place.toString(16).padStart(8, "0")}`;
    const subnet = sim.tables.subnets.get(subnetId) as SubnetRow;
    const taken = [...sim.tables.networkInterfaces.values()].filter((row) => row.subnetId === subnetId).length;
    sim.put("networkInterfaces", {
      networkInterfaceId,
      subnetId,
      vpcEndpointId,
      macAddress: `0e:e0:00:00:${hex(index)}:${hex(place)}`,
      privateIpv4Address: lastAddress(cidrBlock, taken),
    });
    sim.put("subnets", { ...subnet, availableIpAddressCount: subnet.availableIpAddressCount - 1 });
    return networkInterfaceId;
  });
  sim.put("vpcEndpoints", {
    vpcEndpointId,
    vpcId: DEFAULT_VPC_ID,
    type: isGateway ? "Gateway" : "Interface",
    serviceName: endpointServiceName(regionOf(sim.tables), wanted.service),
    state: "available",
    routeTableIds: isGateway ? [DEFAULT_NETWORK.privateRouteTable] : [],
    subnetIds: inside.map(({ subnetId }) => subnetId),
    securityGroups: isGateway ? [] : (wanted.securityGroups ?? [DEFAULT_SECURITY_GROUP_ID]),
    networkInterfaceIds,
    privateDnsEnabled: !isGateway,
    createdAtMs: 0,
  });
}

function endpointId(index: number): string {
  return `vpce-0e${index.toString(16).padStart(15, "0")}`;
}

function hex(number: number): string {
  return number.toString(16).padStart(2, "0");
}

function isPublic({ name }: Pick<PlannedSubnet, "name">): boolean {
  return name.startsWith("public");
}

function plan(name: keyof typeof DEFAULT_SUBNETS, cidrBlock: string, availabilityZone: string): PlannedSubnet {
  return { subnetId: DEFAULT_SUBNETS[name], name, cidrBlock, availabilityZone };
}

/**
 * DescribeVpcs, DescribeSubnets, DescribeInternetGateways, DescribeNetworkInterfaces: what is in the network.
 * Simplified: a network interface can be neither changed, detached, tagged nor deleted; AWS tags one of a task, and refuses the rest.
 */
import type { Cloud } from "../../model/cloud.ts";
import { ACCOUNT_ID, regionOf } from "../../model/place.ts";
import { privateDnsName, publicDnsName, zonePrefix } from "../../model/region-names.ts";
import type { InternetGatewayRow, NetworkInterfaceRow, SubnetRow, VpcRow } from "../../model/vpc.ts";
import { query } from "../operation.ts";
import type { Shape } from "../shapes.ts";
import { type Listing, list, rowsOf, tagSet } from "./listing.ts";
import { idNotFound } from "./refusals.ts";

const VPCS: Listing<VpcRow, "Vpcs", Shape<"ec2", "Vpc">> = {
  member: "Vpcs",
  present: ({ vpcId, cidrBlock, isDefault }) => ({
    OwnerId: ACCOUNT_ID,
    InstanceTenancy: "default",
    CidrBlockAssociationSet: [
      {
        AssociationId: vpcId.replace("vpc", "vpc-cidr-assoc"),
        CidrBlock: cidrBlock,
        CidrBlockState: { State: "associated" },
      },
    ],
    IsDefault: isDefault,
    CidrBlock: cidrBlock,
    DhcpOptionsId: vpcId.replace("vpc", "dopt"),
    State: "available",
    VpcId: vpcId,
  }),
  filters: {
    "vpc-id": ({ vpcId }) => vpcId,
    cidr: ({ cidrBlock }) => cidrBlock,
    "is-default": ({ isDefault }) => String(isDefault),
    isDefault: ({ isDefault }) => String(isDefault),
    state: () => "available",
  },
};

export const describeVpcs = query<"ec2", "DescribeVpcs">((sim, input) => {
  const found = rowsOf(sim.tables.vpcs, input.VpcIds, "vpc");
  return found.ok ? list(found.rows, input, VPCS) : found;
});

const SUBNETS: Omit<Listing<SubnetRow, "Subnets", Shape<"ec2", "Subnet">>, "present"> = {
  member: "Subnets",
  tags: ({ name }) => [{ key: "Name", value: name }],
  filters: {
    "subnet-id": ({ subnetId }) => subnetId,
    "vpc-id": ({ vpcId }) => vpcId,
    "availability-zone": ({ availabilityZone }) => availabilityZone,
    availabilityZone: ({ availabilityZone }) => availabilityZone,
    "cidr-block": ({ cidrBlock }) => cidrBlock,
    cidr: ({ cidrBlock }) => cidrBlock,
    "default-for-az": () => "false",
    "map-public-ip-on-launch": (row) => String(givesPublicAddresses(row)),
    state: () => "available",
  },
};

export const describeSubnets = query<"ec2", "DescribeSubnets">((sim, input) => {
  const found = rowsOf(sim.tables.subnets, input.SubnetIds, "subnet");
  return found.ok ? list(found.rows, input, { ...SUBNETS, present: (row) => presentSubnet(sim, row) }) : found;
});

/** Simplified: an instance gets a public address where the route table leads to an internet gateway; AWS has a flag for it. */
export function givesPublicAddresses({ internetRoute }: SubnetRow): boolean {
  return internetRoute === "internet-gateway";
}

function presentSubnet(sim: Cloud, row: SubnetRow): Shape<"ec2", "Subnet"> {
  const region = regionOf(sim.tables);
  return {
    AvailabilityZoneId: `${zonePrefix(region)}-az${row.availabilityZone.charCodeAt(row.availabilityZone.length - 1) - 96}`,
    MapCustomerOwnedIpOnLaunch: false,
    OwnerId: ACCOUNT_ID,
    AssignIpv6AddressOnCreation: false,
    SubnetArn: `arn:aws:ec2:${region}:${ACCOUNT_ID}:subnet/${row.subnetId}`,
    EnableDns64: false,
    Ipv6Native: false,
    Tags: tagSet([{ key: "Name", value: row.name }]),
    SubnetId: row.subnetId,
    State: "available",
    VpcId: row.vpcId,
    CidrBlock: row.cidrBlock,
    AvailableIpAddressCount: row.availableIpAddressCount,
    AvailabilityZone: row.availabilityZone,
    DefaultForAz: false,
    MapPublicIpOnLaunch: givesPublicAddresses(row),
  };
}

const GATEWAYS: Listing<InternetGatewayRow, "InternetGateways", Shape<"ec2", "InternetGateway">> = {
  member: "InternetGateways",
  present: ({ internetGatewayId, vpcId }) => ({
    // AWS answers `available` for an internet gateway, which its model does not list.
    Attachments: [{ State: "available" as string as "attached", VpcId: vpcId }],
    InternetGatewayId: internetGatewayId,
    OwnerId: ACCOUNT_ID,
    Tags: [],
  }),
  filters: {
    "internet-gateway-id": ({ internetGatewayId }) => internetGatewayId,
    "attachment.vpc-id": ({ vpcId }) => vpcId,
    "attachment.state": () => "available",
  },
};

export const describeInternetGateways = query<"ec2", "DescribeInternetGateways">((sim, input) => {
  const found = rowsOf(sim.tables.internetGateways, input.InternetGatewayIds, "internet-gateway");
  return found.ok ? list(found.rows, input, GATEWAYS) : found;
});

export const describeNetworkInterfaces = query<"ec2", "DescribeNetworkInterfaces">((sim, input) => {
  const rows = [...sim.tables.networkInterfaces.values()];
  const wanted = new Set(input.NetworkInterfaceIds);
  const chosen = wanted.size === 0 ? rows : rows.filter((row) => wanted.delete(row.networkInterfaceId));
  if (wanted.size > 0) return idNotFound("network-interface", ...wanted);
  return list(chosen, input, {
    member: "NetworkInterfaces",
    present: (row) => presentInterface(sim, row),
    filters: {
      "network-interface-id": (row) => row.networkInterfaceId,
      "subnet-id": (row) => row.subnetId,
      "vpc-id": (row) => sim.tables.subnets.get(row.subnetId)?.vpcId,
      "availability-zone": (row) => sim.tables.subnets.get(row.subnetId)?.availabilityZone,
      "private-ip-address": (row) => row.privateIpv4Address,
      "addresses.private-ip-address": (row) => row.privateIpv4Address,
      "association.public-ip": (row) => row.publicIpv4Address,
      "attachment.instance-id": (row) => row.instanceId,
      "group-id": (row) => groupsOf(sim, row),
      "interface-type": interfaceType,
      description: (row) => description(sim, row),
      status: () => "in-use",
      "requester-managed": (row) => String(row.instanceId === undefined),
    },
  });
});

/** The security groups in front of an interface, whoever owns it. */
function groupsOf(sim: Cloud, row: NetworkInterfaceRow): readonly string[] {
  const { tasks, ec2Instances, vpcEndpoints, loadBalancers } = sim.tables;
  if (row.taskArn !== undefined) return tasks.get(row.taskArn)?.spec.securityGroups ?? [];
  if (row.instanceId !== undefined) return ec2Instances.get(row.instanceId)?.securityGroups ?? [];
  if (row.loadBalancerArn !== undefined) return loadBalancers.get(row.loadBalancerArn)?.securityGroups ?? [];
  return row.vpcEndpointId === undefined ? [] : (vpcEndpoints.get(row.vpcEndpointId)?.securityGroups ?? []);
}

/** Ids of groups with their names. */
export function groupIdentifiers(sim: Cloud, groups: readonly string[]): Shape<"ec2", "GroupIdentifier">[] {
  return groups.map((GroupId) => ({ GroupId, GroupName: sim.tables.securityGroups.get(GroupId)?.groupName ?? "" }));
}

function interfaceType({ natGatewayId, vpcEndpointId, loadBalancerArn = "" }: NetworkInterfaceRow): string {
  if (natGatewayId !== undefined) return "nat_gateway";
  if (loadBalancerArn.includes("/net/")) return "network_load_balancer";
  return vpcEndpointId === undefined ? "interface" : "vpc_endpoint";
}

/** By whom and for what it was made; for a task AWS names the attachment. */
function description(sim: Cloud, row: NetworkInterfaceRow): string {
  if (row.natGatewayId !== undefined) return `Interface for NAT Gateway ${row.natGatewayId}`;
  if (row.vpcEndpointId !== undefined) return `VPC Endpoint Interface ${row.vpcEndpointId}`;
  if (row.loadBalancerArn !== undefined) return `ELB ${row.loadBalancerArn.split(":loadbalancer/")[1]}`;
  const attachment = row.taskArn === undefined ? undefined : sim.tables.tasks.get(row.taskArn)?.spec.attachmentId;
  return attachment === undefined ? "" : `arn:aws:ecs:${regionOf(sim.tables)}:${ACCOUNT_ID}:attachment/${attachment}`;
}

/** What an internet gateway knows of an interface. */
export function association(
  sim: Cloud,
  publicIp: string | undefined,
): Shape<"ec2", "NetworkInterfaceAssociation"> | undefined {
  if (publicIp === undefined) return undefined;
  return { IpOwnerId: "amazon", PublicDnsName: publicDnsName(regionOf(sim.tables), publicIp), PublicIp: publicIp };
}

function presentInterface(sim: Cloud, row: NetworkInterfaceRow): Shape<"ec2", "NetworkInterface"> {
  const subnet = sim.tables.subnets.get(row.subnetId);
  const { networkInterfaceId, privateIpv4Address } = row;
  const Association = association(sim, row.publicIpv4Address);
  const dns = privateDnsName(regionOf(sim.tables), privateIpv4Address);
  return {
    Association,
    Attachment: {
      AttachmentId: networkInterfaceId.replace("eni-", "eni-attach-"),
      DeleteOnTermination: row.instanceId !== undefined,
      DeviceIndex: row.instanceId === undefined ? 1 : 0,
      InstanceId: row.instanceId,
      InstanceOwnerId: row.instanceId === undefined ? "amazon-aws" : ACCOUNT_ID,
      Status: "attached",
    },
    AvailabilityZone: subnet?.availabilityZone,
    Description: description(sim, row),
    Groups: groupIdentifiers(sim, groupsOf(sim, row)),
    // AWS answers `nat_gateway` where its model lists `natGateway`.
    InterfaceType: interfaceType(row) as Shape<"ec2", "NetworkInterface">["InterfaceType"],
    MacAddress: row.macAddress,
    NetworkInterfaceId: networkInterfaceId,
    OwnerId: ACCOUNT_ID,
    PrivateDnsName: dns,
    PrivateIpAddress: privateIpv4Address,
    PrivateIpAddresses: [{ Association, Primary: true, PrivateDnsName: dns, PrivateIpAddress: privateIpv4Address }],
    RequesterManaged: row.instanceId === undefined,
    SourceDestCheck: row.natGatewayId === undefined,
    Status: "in-use",
    SubnetId: row.subnetId,
    TagSet: [],
    VpcId: subnet?.vpcId,
  };
}
